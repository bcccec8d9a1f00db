// SPDX-License-Identifier: GPL-3.0-or-later
//! What was wrong with input, as rows of file, line and reason.
#pragma once

#include "models/core/Problem.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <functional>

namespace lw::items {

/// Text for people; the application hands in scenarios::problemText().
using ProblemText = std::function<QString(const core::Problem& problem)>;

/// GUI thread only.
class ProblemListModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProblemListModel)

public:
    enum Column { FileColumn, LineColumn, ReasonColumn, kColumnCount };
    enum Role {
        IsNoteRole = Qt::UserRole + 1, ///< bool: the sample went in all the same
        SortRole,
    };

    explicit ProblemListModel(ProblemText text, QObject* parent = nullptr);
    ~ProblemListModel() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// `total` is the true number when more happened than were kept; 0: as many as `problems`.
    void setProblems(const QList<core::Problem>& problems, qint64 total = 0);
    [[nodiscard]] const QList<core::Problem>& problems() const { return m_problems; }
    [[nodiscard]] qint64 total() const { return m_total; }

private:
    ProblemText m_text;
    QList<core::Problem> m_problems;
    qint64 m_total = 0;
};

/// CSV with a header line, one line per row of `model` as shown (filtered and sorted). Cells that a spreadsheet would
/// take for a formula get a leading tab, quotes are doubled.
[[nodiscard]] QByteArray problemsToCsv(const QAbstractItemModel& model);

} // namespace lw::items
