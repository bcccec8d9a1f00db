// SPDX-License-Identifier: GPL-3.0-or-later
//! Jobs first, then history; a job's own row in the history is left out while it runs.
#include "app/studio/TaskFeed.h"

#include "app/scenarios/Messages.h"
#include "app/scenarios/SmartVerdict.h"
#include "app/studio/AppContext.h"
#include "models/store/DatasetRepository.h"
#include "models/store/TaskRepository.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace lw::studio {

namespace {

/// Jobs share the rows' id space with the history, far above it.
constexpr qint64 kJobIds = qint64(1) << 52;
constexpr int kLimit = 200;

QJsonObject detailOf(const domain::Task& task)
{
    return QJsonDocument::fromJson(task.detail.toUtf8()).object();
}

qint64 numberIn(const QJsonObject& detail, const char* key)
{
    return detail.value(QLatin1String(key)).toInteger();
}

} // namespace

QString taskOutcomeText(const domain::Task& task)
{
    if (task.state != domain::TaskState::Done && task.state != domain::TaskState::DoneWithProblems) {
        return {};
    }
    const QJsonObject detail = detailOf(task);
    switch (task.kind) {
    case domain::TaskKind::Import:
        return TaskFeed::tr("%L1 new samples, %L2 updated, %L3 annotations")
            .arg(numberIn(detail, "added"))
            .arg(numberIn(detail, "updated"))
            .arg(numberIn(detail, "annotations"));
    case domain::TaskKind::Sync:
        return TaskFeed::tr("%L1 new, %L2 changed, %L3 missing")
            .arg(numberIn(detail, "added"))
            .arg(numberIn(detail, "changed"))
            .arg(numberIn(detail, "missing"));
    case domain::TaskKind::AddFiles:
        return TaskFeed::tr("%Ln pictures added", nullptr, int(numberIn(detail, "added")));
    case domain::TaskKind::Export:
        if (detail.contains(QLatin1String("differences"))) {
            return numberIn(detail, "differences") == 0
                       ? TaskFeed::tr("%L1 samples, %L2 annotations; read back, they are the same")
                             .arg(numberIn(detail, "samples"))
                             .arg(numberIn(detail, "annotations"))
                       : TaskFeed::tr("%L1 samples, %L2 annotations; read back, %L3 samples differ")
                             .arg(numberIn(detail, "samples"))
                             .arg(numberIn(detail, "annotations"))
                             .arg(numberIn(detail, "differences"));
        }
        [[fallthrough]];
    case domain::TaskKind::Publish:
        return TaskFeed::tr("%L1 samples, %L2 annotations")
            .arg(numberIn(detail, "samples"))
            .arg(numberIn(detail, "annotations"));
    case domain::TaskKind::DeleteSamples:
        return TaskFeed::tr("%Ln samples removed", nullptr, int(task.samples));
    case domain::TaskKind::RestoreDeleted:
    case domain::TaskKind::DeleteForGood:
        return TaskFeed::tr("%L1 samples, %L2 labels, %L3 datasets, %L4 versions")
            .arg(numberIn(detail, "samples"))
            .arg(numberIn(detail, "labels"))
            .arg(numberIn(detail, "datasets"))
            .arg(numberIn(detail, "versions"));
    case domain::TaskKind::LabelSamples:
        return TaskFeed::tr("%Ln samples changed", nullptr, int(task.samples));
    case domain::TaskKind::SmartLabel:
        return scenarios::smartRunText(task.samples, detail);
    case domain::TaskKind::GroupSamples:
        return TaskFeed::tr("%Ln samples grouped", nullptr, int(task.samples));
    case domain::TaskKind::SetCurrent:
        break;
    }
    return TaskFeed::tr("%1 is current").arg(task.target);
}

QString taskErrorText(const domain::Task& task)
{
    if (task.state != domain::TaskState::Failed) {
        return {};
    }
    const QJsonObject detail = detailOf(task);
    return scenarios::errorText({core::ErrorCode(detail.value(QStringLiteral("error")).toInt()),
                                 detail.value(QStringLiteral("detail")).toString(),
                                 detail.value(QStringLiteral("path")).toString(), 0});
}

TaskFeed::TaskFeed(AppContext& context, domain::DatasetId dataset, QObject* parent)
    : QObject(parent), m_context(context), m_dataset(dataset)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(50);
    connect(&m_soon, &QTimer::timeout, this, &TaskFeed::reload);
    jobs::JobCenter& jobs = context.jobs();
    connect(&jobs, &jobs::JobCenter::jobAdded, this, [this] { m_soon.start(); });
    connect(&jobs, &jobs::JobCenter::jobFinished, this, [this] { m_soon.start(); });
    connect(&jobs, &jobs::JobCenter::jobChanged, this, [this](jobs::JobId id) {
        const jobs::Job* job = m_context.jobs().find(id);
        if (job && !job->isOver() && m_model.rowOf(domain::TaskId(kJobIds + id.value)) >= 0) {
            m_model.upsert(rowOf(*job));
        }
    });
    if (context.project()) {
        connect(&context.project()->store(), &store::Store::changed, this, [this](const store::Change& change) {
            if (change.kinds.testFlag(store::Change::Tasks)) {
                m_soon.start();
            }
        });
    }
    reload();
}

std::optional<jobs::JobId> TaskFeed::jobOf(domain::TaskId row)
{
    return row.value > kJobIds ? std::optional(jobs::JobId(row.value - kJobIds)) : std::nullopt;
}

QString TaskFeed::datasetName(domain::DatasetId id) const
{
    return m_names.value(id);
}

items::TaskRow TaskFeed::rowOf(const jobs::Job& job) const
{
    items::TaskRow row;
    row.task.id = domain::TaskId(kJobIds + job.id.value);
    row.task.datasetId = job.request.dataset;
    row.task.kind = job.request.kind;
    row.task.target = job.request.target.isEmpty() ? job.title() : job.request.target;
    row.title = job.request.isInquiry ? job.title() : QString();
    row.task.createdAt = job.startedAt;
    row.task.finishedAt = job.finishedAt;
    row.task.state = job.state == jobs::JobState::Failed             ? domain::TaskState::Failed
                     : job.state == jobs::JobState::DoneWithProblems ? domain::TaskState::DoneWithProblems
                                                                     : domain::TaskState::Running;
    row.task.problems = job.result.problems.count();
    if (job.request.isInquiry && job.result.summary) {
        row.resultText = job.result.summary();
    }
    row.datasetName = datasetName(job.request.dataset);
    row.done = job.done;
    row.total = job.total;
    row.isCancellable = !job.isOver();
    row.isCancelling = job.isCancelling;
    if (job.result.error) {
        row.errorText = scenarios::errorText(*job.result.error);
    }
    return row;
}

void TaskFeed::reload()
{
    m_names.clear();
    std::vector<domain::Task> history;
    if (m_context.project()) {
        if (const auto datasets = store::DatasetRepository(m_context.project()->store()).list()) {
            for (const domain::Dataset& each : *datasets) {
                m_names.insert(each.id, each.name);
            }
        }
        history = store::TaskRepository(m_context.project()->store()).list(m_dataset, kLimit).value_or(history);
    }
    const auto isSame = [](const domain::Task& task, const jobs::Job& job) {
        return !job.request.isInquiry && task.kind == job.request.kind && task.datasetId == job.request.dataset &&
               task.createdAt + 1'000 >= job.startedAt;
    };
    std::vector<items::TaskRow> rows;
    QHash<QString, bool> told; // of each inquiry the latest
    for (const jobs::Job* job : m_context.jobs().jobs()) {
        if (m_dataset.isValid() && job->request.dataset != m_dataset) {
            continue;
        }
        // Work that failed before it entered the history would leave no trace otherwise.
        const bool isLost =
            job->state == jobs::JobState::Failed &&
            std::none_of(history.begin(), history.end(), [&](const auto& t) { return isSame(t, *job); });
        if (!job->isOver()) {
            std::erase_if(history,
                          [&](const auto& t) { return t.state == domain::TaskState::Running && isSame(t, *job); });
        }
        // An inquiry has no history, so what it could not read is told here, until the program ends.
        const bool isTold = job->request.isInquiry && job->state == jobs::JobState::DoneWithProblems &&
                            !std::exchange(told[QString(job->title() + u'/' + job->request.target)], true);
        if (!job->isOver() || isLost || isTold) {
            rows.push_back(rowOf(*job));
        }
    }
    for (const domain::Task& task : history) {
        items::TaskRow row;
        row.task = task;
        row.datasetName = datasetName(task.datasetId);
        row.resultText = taskOutcomeText(task);
        row.errorText = taskErrorText(task);
        rows.push_back(row);
    }
    m_model.setRows(rows);
}

} // namespace lw::studio
