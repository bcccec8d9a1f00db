// SPDX-License-Identifier: GPL-3.0-or-later
//! Fills a task list from two sides: what runs here now, and the project's history (IO-6).
#pragma once

#include "app/jobs/Job.h"
#include "models/items/TaskListModel.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace lw::studio {

class AppContext;

/// GUI thread only. Follows the job centre and the open project's store.
class TaskFeed final : public QObject {
    Q_OBJECT

public:
    /// `dataset` invalid: all of the project.
    TaskFeed(AppContext& context, domain::DatasetId dataset, QObject* parent = nullptr);
    Q_DISABLE_COPY_MOVE(TaskFeed)

    [[nodiscard]] items::TaskListModel& model() { return m_model; }
    /// The job behind a row, if it is one that runs here.
    [[nodiscard]] static std::optional<jobs::JobId> jobOf(domain::TaskId row);

private:
    void reload();
    [[nodiscard]] items::TaskRow rowOf(const jobs::Job& job) const;
    [[nodiscard]] QString datasetName(domain::DatasetId id) const;

    AppContext& m_context;
    domain::DatasetId m_dataset;
    items::TaskListModel m_model;
    QTimer m_soon;
    QHash<domain::DatasetId, QString> m_names;
};

/// What came of a finished task, as one sentence; empty if there is nothing to say.
[[nodiscard]] QString taskOutcomeText(const domain::Task& task);
/// Why a task failed, as one sentence; empty if it did not.
[[nodiscard]] QString taskErrorText(const domain::Task& task);

} // namespace lw::studio
