// SPDX-License-Identifier: GPL-3.0-or-later
//! Keeps history and audit log of user flows.
#include "app/scenarios/TaskRun.h"

#include "models/store/TaskRepository.h"

#include <QJsonDocument>

namespace lw::scenarios {

namespace {

QString compact(const QJsonObject& object)
{
    return object.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

TaskRun::TaskRun(store::Store& store, const domain::Dataset& dataset, const QString& auditName)
    : m_store(store), m_datasetUid(dataset.uid), m_datasetName(dataset.name), m_auditName(auditName)
{
    m_task.datasetId = dataset.id;
}

core::Result<std::unique_ptr<TaskRun>> TaskRun::start(store::Store& store, const domain::Dataset& dataset,
                                                      domain::TaskKind kind, const QString& target,
                                                      const QString& auditName)
{
    std::unique_ptr<TaskRun> run(new TaskRun(store, dataset, auditName));
    run->m_task.kind = kind;
    run->m_task.target = target;
    const core::Result<domain::TaskId> id = store::TaskRepository(store).start(run->m_task).result();
    if (!id) {
        run->m_isFinished = true;
        return core::failure(id.error());
    }
    run->m_task.id = *id;
    return run;
}

TaskRun::~TaskRun()
{
    if (!m_isFinished) {
        finish(domain::TaskState::Failed, {}, 1);
    }
}

void TaskRun::succeed(qint64 samples, const QJsonObject& numbers)
{
    m_task.samples = samples;
    finish(m_problems.isEmpty() ? domain::TaskState::Done : domain::TaskState::DoneWithProblems, numbers, 0);
}

core::Error TaskRun::fail(const core::Error& error)
{
    const bool isCancelled = error.code == core::ErrorCode::Cancelled;
    const QJsonObject detail{{QStringLiteral("error"), int(error.code)},
                             {QStringLiteral("detail"), error.detail},
                             {QStringLiteral("path"), error.path},
                             {QStringLiteral("line"), error.line}};
    finish(isCancelled ? domain::TaskState::Cancelled : domain::TaskState::Failed, detail, 1);
    return error;
}

void TaskRun::finish(domain::TaskState state, const QJsonObject& detail, int level)
{
    if (m_isFinished) {
        return;
    }
    m_isFinished = true;
    m_task.state = state;
    m_task.detail = compact(detail);
    store::TaskRepository tasks(m_store);
    tasks.audit(m_auditName, QStringLiteral("dataset"), m_datasetUid, m_datasetName, level, m_task.detail);
    // A disk that is full has no room for the history either; the flow's own error is what people need to see.
    tasks.finish(m_task, m_problems).waitForFinished();
}

void auditAction(store::Store& store, const QString& auditName, const domain::Dataset& resource,
                 const QJsonObject& detail)
{
    store::TaskRepository(store).audit(auditName, QStringLiteral("dataset"), resource.uid, resource.name, 0,
                                       compact(detail));
}

} // namespace lw::scenarios
