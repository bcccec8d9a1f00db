// SPDX-License-Identifier: GPL-3.0-or-later
//! SQL of tasks, audit events and settings.
#include "models/store/TaskRepository.h"

#include "models/store/ImportRecovery.h"
#include "models/store/Rows.h"

#include <QCoreApplication>

namespace lw::store {

using domain::Task;
using domain::TaskId;

core::Result<std::vector<Task>> TaskRepository::list(domain::DatasetId dataset, int limit) const
{
    return guarded<std::vector<Task>>(m_store.filePath(), [&]() -> core::Result<std::vector<Task>> {
        Statement& rows = m_store.reader().prepare(
            "SELECT id, coalesce(dataset_id, 0), kind, state, target, samples, created_at, finished_at, problems, "
            "detail FROM task WHERE ?1 = 0 OR dataset_id = ?1 ORDER BY id DESC LIMIT ?2");
        rows.bind(1, dataset.value);
        rows.bind(2, limit);
        std::vector<Task> tasks;
        while (rows.executeStep()) {
            Task task;
            task.id = TaskId(int64At(rows, 0));
            task.datasetId = domain::DatasetId(int64At(rows, 1));
            task.kind = static_cast<domain::TaskKind>(intAt(rows, 2));
            task.state = static_cast<domain::TaskState>(intAt(rows, 3));
            task.target = textAt(rows, 4);
            task.samples = int64At(rows, 5);
            task.createdAt = int64At(rows, 6);
            task.finishedAt = int64At(rows, 7);
            task.problems = int64At(rows, 8);
            task.detail = textAt(rows, 9);
            tasks.push_back(std::move(task));
        }
        rows.reset();
        return tasks;
    });
}

core::Result<QList<core::Problem>> TaskRepository::problems(TaskId task) const
{
    return guarded<QList<core::Problem>>(m_store.filePath(), [&]() -> core::Result<QList<core::Problem>> {
        Statement& rows = m_store.reader().prepare(
            "SELECT code, file, line, detail FROM task_problem WHERE task_id = ? ORDER BY number");
        rows.bind(1, task.value);
        QList<core::Problem> problems;
        while (rows.executeStep()) {
            problems.append({static_cast<core::ProblemCode>(intAt(rows, 0)), textAt(rows, 1), int64At(rows, 2),
                             textAt(rows, 3)});
        }
        rows.reset();
        return problems;
    });
}

QFuture<core::Result<TaskId>> TaskRepository::start(const Task& task)
{
    return m_store.write<TaskId>([task](WriteContext& context) -> core::Result<TaskId> {
        Statement& insert = context.connection.prepare(
            "INSERT INTO task (dataset_id, kind, state, target, samples, created_at, owner) VALUES (?, ?, ?, ?, ?, ?, ?)");
        task.datasetId.isValid() ? insert.bind(1, task.datasetId.value) : insert.bind(1);
        insert.bind(2, int(task.kind));
        insert.bind(3, int(domain::TaskState::Running));
        bindText(insert, 4, task.target);
        insert.bind(5, task.samples);
        insert.bind(6, nowMs());
        bindText(insert, 7, processIdentity());
        insert.exec();
        context.change.dataset = task.datasetId;
        context.change.touch(Change::Tasks);
        return TaskId(context.connection.lastInsertId());
    });
}

QFuture<core::Result<>> TaskRepository::finish(const Task& task, const core::ProblemList& problems)
{
    return m_store.write<void>([task, problems](WriteContext& context) -> core::Result<> {
        Statement& update = context.connection.prepare(
            "UPDATE task SET state = ?, samples = ?, finished_at = ?, problems = ?, detail = ? WHERE id = ?");
        update.bind(1, int(task.state));
        update.bind(2, task.samples);
        update.bind(3, nowMs());
        update.bind(4, problems.count());
        bindText(update, 5, task.detail);
        update.bind(6, task.id.value);
        update.exec();
        Statement& insert = context.connection.prepare(
            "INSERT OR REPLACE INTO task_problem (task_id, number, code, file, line, detail) VALUES (?, ?, ?, ?, ?, ?)");
        int number = 0;
        for (const core::Problem& problem : problems.kept()) {
            insert.reset();
            insert.bind(1, task.id.value);
            insert.bind(2, ++number);
            insert.bind(3, int(problem.code));
            bindText(insert, 4, problem.file);
            insert.bind(5, problem.line);
            bindText(insert, 6, problem.detail);
            insert.exec();
        }
        context.change.dataset = task.datasetId;
        context.change.touch(Change::Tasks);
        return {};
    });
}

void TaskRepository::audit(const QString& name, const QString& resourceType, const QString& resourceId,
                           const QString& resourceName, int level, const QString& detail)
{
    const QString source = QCoreApplication::applicationName();
    m_store.write<void>([=, author = m_store.author()](WriteContext& context) -> core::Result<> {
        const qint64 writer = authorId(context.connection, author);
        Statement& insert = context.connection.prepare(
            "INSERT INTO audit_event (created_at, author_id, source, name, resource_type, resource_id, resource_name, "
            "level, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.bind(1, nowMs());
        writer > 0 ? insert.bind(2, writer) : insert.bind(2);
        bindText(insert, 3, source);
        bindText(insert, 4, name);
        bindText(insert, 5, resourceType);
        bindText(insert, 6, resourceId);
        bindText(insert, 7, resourceName);
        insert.bind(8, level);
        bindText(insert, 9, detail);
        insert.exec();
        return {};
    });
}

QString TaskRepository::setting(const QString& key) const
{
    const auto value = guarded<QString>(m_store.filePath(), [&]() -> core::Result<QString> {
        Statement& row = m_store.reader().prepare("SELECT value FROM setting WHERE key = ?");
        bindText(row, 1, key);
        const QString text = row.executeStep() ? textAt(row, 0) : QString();
        row.reset();
        return text;
    });
    return value.value_or(QString());
}

void TaskRepository::setSetting(const QString& key, const QString& value)
{
    m_store.write<void>([key, value](WriteContext& context) -> core::Result<> {
        if (value.isEmpty()) {
            Statement& remove = context.connection.prepare("DELETE FROM setting WHERE key = ?");
            bindText(remove, 1, key);
            remove.exec();
            return {};
        }
        Statement& insert = context.connection.prepare("INSERT OR REPLACE INTO setting VALUES (?, ?)");
        bindText(insert, 1, key);
        bindText(insert, 2, value);
        insert.exec();
        return {};
    });
}

} // namespace lw::store
