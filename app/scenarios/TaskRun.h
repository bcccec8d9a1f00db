// SPDX-License-Identifier: GPL-3.0-or-later
//! One run of a user flow in the task history and the audit log.
#pragma once

#include "models/core/Problem.h"
#include "models/core/Result.h"
#include "models/domain/Dataset.h"
#include "models/store/Store.h"

#include <QJsonObject>

namespace lw::scenarios {

/// Enters the task when made and its end when destroyed: failed unless succeed() or fail() was called before.
class TaskRun {
public:
    /// `auditName` is an event name of the reference's table 7-1. Errors: those of the store.
    static core::Result<std::unique_ptr<TaskRun>> start(store::Store& store, const domain::Dataset& dataset,
                                                        domain::TaskKind kind, const QString& target,
                                                        const QString& auditName);
    ~TaskRun();
    Q_DISABLE_COPY_MOVE(TaskRun)

    [[nodiscard]] domain::TaskId id() const { return m_task.id; }
    [[nodiscard]] core::ProblemList& problems() { return m_problems; }

    /// The flow did its work; `numbers` go into the task's detail and the audit event.
    void succeed(qint64 samples, const QJsonObject& numbers);
    /// The flow ended early; Cancelled is told apart from failures. Returns the error to hand on.
    core::Error fail(const core::Error& error);

private:
    TaskRun(store::Store& store, const domain::Dataset& dataset, const QString& auditName);
    void finish(domain::TaskState state, const QJsonObject& detail, int level);

    store::Store& m_store;
    domain::Task m_task;
    QString m_datasetUid;
    QString m_datasetName;
    QString m_auditName;
    core::ProblemList m_problems;
    bool m_isFinished = false;
};

/// Enters an audit event for an action that is no task. `resource` is the dataset concerned.
void auditAction(store::Store& store, const QString& auditName, const domain::Dataset& resource,
                 const QJsonObject& detail = {});

} // namespace lw::scenarios
