// SPDX-License-Identifier: GPL-3.0-or-later
//! Combinable filters as chips (AN-3), the search field, the number of hits and the order.
#pragma once

#include "models/domain/SampleAttributes.h"
#include "models/domain/SampleFilter.h"

#include <QByteArray>
#include <QWidget>

#include <vector>

class QLabel;
class QLayout;
class QToolButton;

namespace lw::common {
class SearchField;
}
namespace lw::document {
class LabelSet;
}

namespace lw::gallery {

class AttributePage;
class ChoicePage;
class FilterChip;
class FilterPage;
class SortButton;

/// Edits everything of domain::SampleFilter but `state`, which belongs to the tabs. GUI thread only.
class FilterBar final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterBar)

public:
    /// `labels` must outlive the bar.
    explicit FilterBar(document::LabelSet& labels, QWidget* parent = nullptr);
    ~FilterBar() override;

    [[nodiscard]] const domain::SampleFilter& filter() const { return m_filter; }
    /// Shows `filter` without sending filterChanged().
    void setFilter(const domain::SampleFilter& filter);
    /// Shows only samples with `label`, besides what is filtered already; sends filterChanged().
    void filterByLabel(domain::LabelId label);
    /// Removes all filters; sends filterChanged() if there were any.
    void clear();

    [[nodiscard]] domain::SampleSort sort() const;
    [[nodiscard]] bool isDescending() const;
    /// Does not send sortChanged().
    void setSort(domain::SampleSort sort, bool isDescending);

    /// A chip that says by what the list is arranged instead of by the order; its cross sends arrangementLeft().
    /// Empty: it is not. The order's button rests meanwhile.
    void setArrangement(const QString& text);

    /// Answers choicesRequested().
    void setAuthors(const QStringList& authors);
    void setFolders(const QStringList& folders);
    void setAttributes(const std::vector<domain::AttributeUse>& attributes);
    /// Number of samples shown; a negative number says that the search is running.
    void setResultCount(qint64 count);

    /// Filter and order in a compact form for the settings, without label ids of other datasets to worry about:
    /// unknown labels are dropped by restoreState(), which sends no signals.
    [[nodiscard]] QByteArray saveState() const;
    bool restoreState(const QByteArray& state);

public Q_SLOTS:
    void focusSearch();

Q_SIGNALS:
    void filterChanged(const lw::domain::SampleFilter& filter);
    void sortChanged(lw::domain::SampleSort sort, bool isDescending);
    void arrangementLeft();
    /// The person opens the folder, annotator or attribute filter: setAuthors(), setFolders() and setAttributes() are
    /// expected soon.
    void choicesRequested();

private:
    void addChips(QLayout* row);
    void addButtons();
    void preparePage(FilterPage* page);
    void apply(const domain::SampleFilter& filter);
    void showText();
    void refresh();

    document::LabelSet& m_labels;
    domain::SampleFilter m_filter;
    common::SearchField* m_search;
    std::vector<FilterChip*> m_chips;
    ChoicePage* m_folderPage = nullptr;
    ChoicePage* m_authorPage = nullptr;
    AttributePage* m_attributePage = nullptr;
    FilterPage* m_pickedPage = nullptr;
    FilterChip* m_arrangement = nullptr;
    QToolButton* m_more;
    QToolButton* m_clear;
    QLabel* m_count;
    SortButton* m_sort;
};

} // namespace lw::gallery
