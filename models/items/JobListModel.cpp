// SPDX-License-Identifier: GPL-3.0-or-later
//! Shows jobs as rows and filters them.
#include "models/items/JobListModel.h"

#include "models/items/EngineTexts.h"
#include "models/items/Texts.h"

#include <algorithm>

namespace lw::items {

namespace {

qint64 workedMs(const domain::EngineJob& job)
{
    return job.startedAt > 0 && job.finishedAt > job.startedAt ? job.finishedAt - job.startedAt : 0;
}

QVariant sortKey(const domain::EngineJob& job, int column)
{
    switch (column) {
    case JobListModel::KindColumn:
        return static_cast<int>(job.kind);
    case JobListModel::StateColumn:
        return static_cast<int>(job.state);
    case JobListModel::DataColumn:
        return inputsText(job);
    case JobListModel::MetricColumn: {
        const auto best = bestMetric(job.result);
        return best ? best->value : -1.0;
    }
    case JobListModel::StartedColumn:
        return job.createdAt;
    case JobListModel::TimeColumn:
        return workedMs(job);
    default:
        return jobTitle(job);
    }
}

} // namespace

JobListModel::JobListModel(QObject* parent) : QAbstractTableModel(parent) {}

JobListModel::~JobListModel() = default;

int JobListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_jobs.size());
}

int JobListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kColumnCount);
}

QVariant JobListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const domain::EngineJob& job = m_jobs[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(job, index.column());
    case Qt::ToolTipRole:
        return job.state == domain::EngineJobState::Failed ? job.error : job.description;
    case IdRole:
        return job.id;
    case StateRole:
        return static_cast<int>(job.state);
    case KindRole:
        return static_cast<int>(job.kind);
    case ProgressRole:
        return job.state == domain::EngineJobState::Running ? job.progress : -1.0;
    case SortRole:
        return sortKey(job, index.column());
    default:
        return {};
    }
}

QString JobListModel::textOf(const domain::EngineJob& job, int column) const
{
    switch (column) {
    case NameColumn:
        return jobTitle(job);
    case KindColumn:
        return job.algorithm.isEmpty() ? engineJobKindText(job.kind)
                                       : tr("%1, %2").arg(engineJobKindText(job.kind), algorithmTitle(job.algorithm));
    case StateColumn:
        return engineJobStateText(job.state);
    case DataColumn:
        return inputsText(job);
    case MetricColumn: {
        const auto best = bestMetric(job.result);
        return best ? tr("%1 %2", "name of a number and the number")
                          .arg(metricTitle(best->name), metricText(best->name, best->value))
                    : QString();
    }
    case StartedColumn:
        return timeText(job.startedAt > 0 ? job.startedAt : job.createdAt);
    case TimeColumn:
        if (job.state == domain::EngineJobState::Running && job.remainingSeconds) {
            return tr("%1 left").arg(durationText(qint64(*job.remainingSeconds * 1000)));
        }
        return workedMs(job) > 0 ? durationText(workedMs(job)) : QString();
    default:
        return {};
    }
}

QVariant JobListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case NameColumn:
        return tr("Name");
    case KindColumn:
        return tr("Kind");
    case StateColumn:
        return tr("State");
    case DataColumn:
        return tr("Dataset");
    case MetricColumn:
        return tr("Best result");
    case StartedColumn:
        return tr("Started");
    case TimeColumn:
        return tr("Time");
    default:
        return {};
    }
}

void JobListModel::setJobs(const std::vector<domain::EngineJob>& jobs)
{
    // What is gone goes first; what is new comes in at its place; the rest changes where it stands.
    for (int row = rowCount() - 1; row >= 0; --row) {
        const QString& id = m_jobs[static_cast<size_t>(row)].id;
        if (std::none_of(jobs.begin(), jobs.end(), [&](const domain::EngineJob& job) { return job.id == id; })) {
            beginRemoveRows({}, row, row);
            m_jobs.erase(m_jobs.begin() + row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < static_cast<int>(jobs.size()); ++row) {
        const domain::EngineJob& job = jobs[static_cast<size_t>(row)];
        const int known = rowOf(job.id);
        if (known < 0) {
            beginInsertRows({}, row, row);
            m_jobs.insert(m_jobs.begin() + row, job);
            endInsertRows();
            continue;
        }
        if (known != row) {
            beginMoveRows({}, known, known, {}, row);
            std::rotate(m_jobs.begin() + row, m_jobs.begin() + known, m_jobs.begin() + known + 1);
            endMoveRows();
        }
        if (m_jobs[static_cast<size_t>(row)] != job) {
            m_jobs[static_cast<size_t>(row)] = job;
            Q_EMIT dataChanged(index(row, 0), index(row, kColumnCount - 1));
        }
    }
}

const domain::EngineJob* JobListModel::jobAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_jobs[static_cast<size_t>(row)] : nullptr;
}

const domain::EngineJob* JobListModel::find(const QString& id) const
{
    return jobAt(rowOf(id));
}

int JobListModel::rowOf(const QString& id) const
{
    const auto found =
        std::find_if(m_jobs.begin(), m_jobs.end(), [&](const domain::EngineJob& job) { return job.id == id; });
    return found == m_jobs.end() ? -1 : static_cast<int>(found - m_jobs.begin());
}

JobFilterModel::JobFilterModel(JobListModel& jobs, QObject* parent) : QSortFilterProxyModel(parent), m_jobs(jobs)
{
    setSourceModel(&jobs);
    setSortRole(JobListModel::SortRole);
    setSortLocaleAware(true);
}

void JobFilterModel::setState(std::optional<domain::EngineJobState> state)
{
    m_state = state;
    invalidateFilter();
}

void JobFilterModel::setKind(std::optional<domain::EngineJobKind> kind)
{
    m_kind = kind;
    invalidateFilter();
}

void JobFilterModel::setText(const QString& text)
{
    m_text = text;
    invalidateFilter();
}

bool JobFilterModel::filterAcceptsRow(int row, const QModelIndex&) const
{
    const domain::EngineJob* job = m_jobs.jobAt(row);
    if (!job || (m_state && job->state != *m_state) || (m_kind && job->kind != *m_kind)) {
        return false;
    }
    return m_text.isEmpty() || jobTitle(*job).contains(m_text, Qt::CaseInsensitive) ||
           inputsText(*job).contains(m_text, Qt::CaseInsensitive) ||
           job->description.contains(m_text, Qt::CaseInsensitive);
}

} // namespace lw::items
