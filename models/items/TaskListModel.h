// SPDX-License-Identifier: GPL-3.0-or-later
//! Running and finished tasks as rows, the newest first.
#pragma once

#include "models/domain/Dataset.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace lw::items {

/// A task with what only a running one has.
struct TaskRow {
    domain::Task task;
    QString datasetName;
    QString title;    ///< of work that has no kind; else empty
    qint64 done = 0;  ///< units of work finished
    qint64 total = 0; ///< 0 while unknown
    bool isCancellable = false;
    bool isCancelling = false; ///< asked to stop, not yet stopped
    QString resultText;        ///< one sentence on the outcome, e.g. "364 samples added"; shown as a link
    QString errorText;         ///< one sentence when it failed

    bool operator==(const TaskRow&) const = default;
};

/// Shows what it is given; the composition root feeds it. GUI thread only.
class TaskListModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskListModel)

public:
    enum Column { KindColumn, TargetColumn, CreatedColumn, SamplesColumn, StateColumn, kColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1, ///< qint64
        KindRole,                  ///< int of domain::TaskKind
        StateRole,                 ///< int of domain::TaskState
        ProgressRole,              ///< double 0 to 1; -1 while the total is unknown
        RemainingRole,             ///< qint64 ms, or invalid while it cannot be said
        ResultRole,                ///< QString
    };

    explicit TaskListModel(QObject* parent = nullptr);
    ~TaskListModel() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Replaces everything; rows that stay keep their place without a reset.
    void setRows(const std::vector<TaskRow>& rows);
    /// Changes the row of the same task id, or puts a new one on top.
    void upsert(const TaskRow& row);
    void remove(domain::TaskId id);
    /// Progress of one running task; unknown ids are ignored.
    void setProgress(domain::TaskId id, qint64 done, qint64 total);

    /// Null when there is no such row.
    [[nodiscard]] const TaskRow* rowAt(int row) const;
    [[nodiscard]] int rowOf(domain::TaskId id) const;
    [[nodiscard]] int runningCount() const;

private:
    [[nodiscard]] QVariant textOf(const TaskRow& row, int column) const;
    void announce(int row);

    std::vector<TaskRow> m_rows;
};

/// Milliseconds that work started at `startedAt` needs from `now` on if it goes on as so far; nullopt in the first
/// second and while the total is unknown. Times in ms since 1970 UTC.
[[nodiscard]] std::optional<qint64> remainingTime(const TaskRow& row, qint64 now);

} // namespace lw::items
