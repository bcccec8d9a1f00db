// SPDX-License-Identifier: GPL-3.0-or-later
//! The labels of an import and what becomes of each: a new label, one of the dataset, or nothing.
#pragma once

#include "widgets/dialogs/ImportFacts.h"

#include <QSet>
#include <QTableWidget>

namespace lw::dialogs {

/// A row's check mark says whether the label is taken, its third cell what it is called in the dataset. What the
/// person said about a label is kept while other rows come and go.
class LabelMapTable final : public QTableWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabelMapTable)

public:
    /// `known` are the dataset's labels.
    explicit LabelMapTable(const QStringList& known, QWidget* parent = nullptr);

    /// What is counted for each label, where it is not objects.
    void setCountTitle(const QString& title);
    void setLabels(const std::vector<FoundLabelRow>& labels);
    /// What labels become that do not go in under their own name; an empty name leaves them out.
    [[nodiscard]] QHash<QString, QString> choices() const;
    /// Names in the files of all labels that are taken.
    [[nodiscard]] QStringList taken() const;
    /// A sentence on the first name that is none, or empty.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void choicesChanged();

private:
    void takeEdit(QTableWidgetItem* item);
    void showOutcome(int row);
    [[nodiscard]] QString targetOf(int row) const;
    [[nodiscard]] bool isTaken(int row) const;

    QStringList m_known;
    QSet<QString> m_leftOut;
    QHash<QString, QString> m_renamed;
};

} // namespace lw::dialogs
