// SPDX-License-Identifier: GPL-3.0-or-later
//! One criterion of the sample filter: the fields that edit it and the words that sum it up.
#pragma once

#include "models/domain/SampleAttributes.h"
#include "models/domain/SampleFilter.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace lw::document {
class LabelSet;
}

namespace lw::gallery {

/// What is opened beneath a chip. A new criterion is a new subclass and a line in FilterBar.
class FilterPage : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterPage)

public:
    /// `title` names the criterion on its chip and for screen readers.
    FilterPage(const QString& name, const QString& title, QWidget* parent);

    [[nodiscard]] const QString& title() const { return m_title; }
    /// Fills the fields in; sends no edited().
    virtual void show(const domain::SampleFilter& filter) = 0;
    /// Writes the fields into `filter`, leaving other criteria alone.
    virtual void apply(domain::SampleFilter& filter) const = 0;
    /// Removes this criterion from `filter`.
    virtual void reset(domain::SampleFilter& filter) const = 0;
    /// The criterion in words ("Labels: cat, dog"), empty when it is not set.
    [[nodiscard]] virtual QString summary(const domain::SampleFilter& filter) const = 0;

Q_SIGNALS:
    /// The person changed a field.
    void edited();

protected:
    [[nodiscard]] QVBoxLayout* column() const { return m_column; }
    /// Sends edited() unless show() is at work.
    void reportEdit();
    bool m_isShowing = false; ///< show() is at work

private:
    QString m_title;
    QVBoxLayout* m_column;
};

[[nodiscard]] FilterPage* makeLabelsPage(document::LabelSet& labels, QWidget* parent);
[[nodiscard]] FilterPage* makeHardPage(QWidget* parent);
[[nodiscard]] FilterPage* makeCreatedPage(QWidget* parent);
[[nodiscard]] FilterPage* makeConfidencePage(QWidget* parent);
[[nodiscard]] FilterPage* makeSizePage(QWidget* parent);
/// Samples that were picked elsewhere; they can be let go of here, not chosen.
[[nodiscard]] FilterPage* makePickedPage(QWidget* parent);

/// Tells what an order by likeness is; edits nothing.
[[nodiscard]] FilterPage* makeArrangementPage(QWidget* parent);

/// Chooses one of a list of texts that the application hands in: folders or annotators.
class ChoicePage : public FilterPage {
    Q_OBJECT

public:
    using FilterPage::FilterPage;
    virtual void setChoices(const QStringList& choices) = 0;
};

/// Chooses values of attributes of whole samples; those of one attribute are alternatives.
class AttributePage : public FilterPage {
    Q_OBJECT

public:
    using FilterPage::FilterPage;
    virtual void setAttributes(const std::vector<domain::AttributeUse>& attributes) = 0;
};

[[nodiscard]] AttributePage* makeAttributePage(QWidget* parent);

[[nodiscard]] ChoicePage* makeFolderPage(QWidget* parent);
[[nodiscard]] ChoicePage* makeAuthorPage(QWidget* parent);

} // namespace lw::gallery
