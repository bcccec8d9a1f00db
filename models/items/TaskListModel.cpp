// SPDX-License-Identifier: GPL-3.0-or-later
//! Shows tasks as rows and estimates how long they still need.
#include "models/items/TaskListModel.h"

#include "models/items/Texts.h"

#include <QDateTime>

#include <algorithm>

namespace lw::items {

TaskListModel::TaskListModel(QObject* parent) : QAbstractTableModel(parent) {}

TaskListModel::~TaskListModel() = default;

int TaskListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TaskListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kColumnCount);
}

QVariant TaskListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const TaskRow& row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case IdRole:
        return row.task.id.value;
    case KindRole:
        return static_cast<int>(row.task.kind);
    case StateRole:
        return static_cast<int>(row.task.state);
    case ProgressRole:
        return row.total > 0 ? static_cast<double>(row.done) / static_cast<double>(row.total) : -1.0;
    case RemainingRole: {
        const std::optional<qint64> remaining = remainingTime(row, QDateTime::currentMSecsSinceEpoch());
        return remaining ? QVariant(*remaining) : QVariant();
    }
    case ResultRole:
        return row.resultText;
    default:
        return {};
    }
}

QVariant TaskListModel::textOf(const TaskRow& row, int column) const
{
    switch (column) {
    case KindColumn:
        return row.title.isEmpty() ? taskKindText(row.task.kind) : row.title;
    case TargetColumn:
        return row.task.target;
    case CreatedColumn:
        return timeText(row.task.createdAt);
    case SamplesColumn:
        return row.task.samples;
    case StateColumn:
        return taskStateText(row.task.state);
    default:
        return {};
    }
}

QVariant TaskListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case KindColumn:
        return tr("Task");
    case TargetColumn:
        return tr("Target");
    case CreatedColumn:
        return tr("Started");
    case SamplesColumn:
        return tr("Samples");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

void TaskListModel::setRows(const std::vector<TaskRow>& rows)
{
    const bool isSameSequence = std::equal(m_rows.begin(), m_rows.end(), rows.begin(), rows.end(),
                                           [](const TaskRow& a, const TaskRow& b) { return a.task.id == b.task.id; });
    if (!isSameSequence) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    for (const TaskRow& row : rows) {
        upsert(row);
    }
}

void TaskListModel::upsert(const TaskRow& row)
{
    const int known = rowOf(row.task.id);
    if (known < 0) {
        beginInsertRows({}, 0, 0);
        m_rows.insert(m_rows.begin(), row);
        endInsertRows();
    } else if (m_rows[static_cast<size_t>(known)] != row) {
        m_rows[static_cast<size_t>(known)] = row;
        announce(known);
    }
}

void TaskListModel::remove(domain::TaskId id)
{
    const int row = rowOf(id);
    if (row >= 0) {
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
}

void TaskListModel::setProgress(domain::TaskId id, qint64 done, qint64 total)
{
    const int row = rowOf(id);
    if (row >= 0) {
        m_rows[static_cast<size_t>(row)].done = done;
        m_rows[static_cast<size_t>(row)].total = total;
        announce(row);
    }
}

void TaskListModel::announce(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, kColumnCount - 1));
}

const TaskRow* TaskListModel::rowAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<size_t>(row)] : nullptr;
}

int TaskListModel::rowOf(domain::TaskId id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [id](const TaskRow& row) { return row.task.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int TaskListModel::runningCount() const
{
    return static_cast<int>(std::count_if(
        m_rows.begin(), m_rows.end(), [](const TaskRow& row) { return row.task.state == domain::TaskState::Running; }));
}

std::optional<qint64> remainingTime(const TaskRow& row, qint64 now)
{
    const qint64 elapsed = now - row.task.createdAt;
    if (row.task.state != domain::TaskState::Running || row.total <= 0 || row.done <= 0 || elapsed < 1000) {
        return std::nullopt;
    }
    const qint64 left = std::max<qint64>(0, row.total - row.done);
    return static_cast<qint64>(static_cast<double>(elapsed) * static_cast<double>(left) /
                               static_cast<double>(row.done));
}

} // namespace lw::items
