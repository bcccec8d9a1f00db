// SPDX-License-Identifier: GPL-3.0-or-later
//! Task history (IO-6), the audit log's table and the project's small settings.
#pragma once

#include "models/core/Problem.h"
#include "models/domain/Dataset.h"
#include "models/store/Store.h"

#include <vector>

namespace lw::store {

class TaskRepository
{
public:
    explicit TaskRepository(Store& store) : m_store(store) {}

    /// The newest first; an invalid dataset means all. Any thread.
    [[nodiscard]] core::Result<std::vector<domain::Task>> list(domain::DatasetId dataset, int limit = 200) const;
    [[nodiscard]] core::Result<QList<core::Problem>> problems(domain::TaskId task) const;

    /// Enters a running task owned by this process.
    QFuture<core::Result<domain::TaskId>> start(const domain::Task& task);
    /// Writes state, samples, problems and detail, and the end time.
    QFuture<core::Result<>> finish(const domain::Task& task, const core::ProblemList& problems);

    /// Enters an audit event. `detail` is JSON. Level: 0 normal, 1 warning, 2 incident.
    void audit(const QString& name, const QString& resourceType, const QString& resourceId,
               const QString& resourceName, int level = 0, const QString& detail = {});

    [[nodiscard]] QString setting(const QString& key) const;
    /// An empty value removes the setting.
    void setSetting(const QString& key, const QString& value);

private:
    Store& m_store;
};

} // namespace lw::store
