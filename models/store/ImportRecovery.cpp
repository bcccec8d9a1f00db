// SPDX-License-Identifier: GPL-3.0-or-later
//! Undoing what an unfinished import left.
#include "models/store/ImportRecovery.h"

#include "models/store/HistoryRecord.h"
#include "models/store/Rows.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

#include <map>

namespace lw::store {

using domain::TaskState;

namespace {

/// Start time of a process in clock ticks since boot, or empty: a process id alone may have been given anew.
QString startTime(qint64 pid)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!stat.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray line = stat.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return fields.size() > 19 ? QString::fromLatin1(fields.at(19)) : QString();
}

/// False only when the owner ran on this host and is gone.
bool mayBeAlive(const QString& owner)
{
    const QStringList parts = owner.split(u':');
    if (parts.size() != 3 || parts.at(0) != QSysInfo::machineHostName()) {
        return parts.size() == 3;
    }
    return startTime(parts.at(1).toLongLong()) == parts.at(2);
}

/// A sample that was created by the import and has undo steps since is a person's work.
void removeCreated(Connection& connection, domain::TaskId task, std::map<qint64, CounterDelta>& deltas)
{
    Statement chunks(connection.raw(),
                             "SELECT first_sample, last_sample FROM import_journal WHERE task_id = ? ORDER BY number");
    chunks.bind(1, task.value);
    while (chunks.executeStep()) {
        Statement rows(
            connection.raw(),
            "SELECT id, dataset_id FROM sample s WHERE id BETWEEN ? AND ? AND deleted_at IS NULL AND NOT EXISTS "
            "(SELECT 1 FROM undo_step u WHERE u.sample_id = s.id)");
        rows.bind(1, int64At(chunks, 0));
        rows.bind(2, int64At(chunks, 1));
        while (rows.executeStep()) {
            const domain::SampleId sample(int64At(rows, 0));
            const qint64 dataset = int64At(rows, 1);
            CounterDelta& delta = deltas.try_emplace(dataset, domain::DatasetId(dataset)).first->second;
            replaceContent(connection, sample, {}, {}, delta);
            delta.countSample(domain::SampleState::Unlabelled, false, -1);
            Statement& remove = connection.prepare("DELETE FROM sample WHERE id = ?");
            remove.bind(1, sample.value);
            remove.exec();
        }
    }
}

void restoreChanged(Connection& connection, domain::TaskId task, std::map<qint64, CounterDelta>& deltas)
{
    Statement rows(
        connection.raw(),
        "SELECT b.sample_id, b.content, s.dataset_id, coalesce(a.name, '') FROM import_before b "
        "JOIN sample s ON s.id = b.sample_id LEFT JOIN author a ON a.id = s.author_id "
        "WHERE b.task_id = ? AND s.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM undo_step u JOIN task t ON t.id = b.task_id "
        "WHERE u.sample_id = b.sample_id AND u.created_at > t.created_at)");
    rows.bind(1, task.value);
    while (rows.executeStep()) {
        const qint64 dataset = int64At(rows, 2);
        CounterDelta& delta = deltas.try_emplace(dataset, domain::DatasetId(dataset)).first->second;
        const domain::SampleId sample(int64At(rows, 0));
        const SampleContent before = contentFromBytes(blobAt(rows, 1));
        const SampleContent now = replaceContent(connection, sample, before, textAt(rows, 3), delta);
        recordDifference(connection, sample, domain::HistoryCause::Undo, {}, now, before);
    }
}

/// Labels that somebody has used meanwhile stay.
void removeLabels(Connection& connection, domain::TaskId task)
{
    Statement& remove = connection.prepare(
        "UPDATE label SET deleted_at = ?1 WHERE id IN (SELECT label_id FROM import_label WHERE task_id = ?2) "
        "AND NOT EXISTS (SELECT 1 FROM sample_label WHERE label_id = label.id)");
    remove.bind(1, nowMs());
    remove.bind(2, task.value);
    remove.exec();
}

} // namespace

QString processIdentity()
{
    const qint64 pid = QCoreApplication::applicationPid();
    return QStringLiteral("%1:%2:%3").arg(QSysInfo::machineHostName()).arg(pid).arg(startTime(pid));
}

void takeBackImport(Connection& connection, domain::TaskId task)
{
    std::map<qint64, CounterDelta> deltas;
    restoreChanged(connection, task, deltas);
    removeCreated(connection, task, deltas);
    removeLabels(connection, task);
    Change ignored;
    for (auto& [dataset, delta] : deltas) {
        delta.write(connection, ignored);
    }
    for (const char* sql :
         {"DELETE FROM import_journal WHERE task_id = ?", "DELETE FROM import_before WHERE task_id = ?",
          "DELETE FROM import_label WHERE task_id = ?"}) {
        Statement& clear = connection.prepare(sql);
        clear.bind(1, task.value);
        clear.exec();
    }
}

void takeBackInterruptedImports(Connection& connection)
{
    std::vector<domain::TaskId> dead;
    Statement& rows = connection.prepare("SELECT id, owner FROM task WHERE state = ?");
    rows.bind(1, int(TaskState::Running));
    while (rows.executeStep()) {
        if (!mayBeAlive(textAt(rows, 1))) {
            dead.emplace_back(int64At(rows, 0));
        }
    }
    rows.reset();
    for (domain::TaskId task : dead) {
        Transaction transaction(connection);
        takeBackImport(connection, task);
        Statement& update = connection.prepare("UPDATE task SET state = ?, finished_at = ? WHERE id = ?");
        update.bind(1, int(TaskState::Interrupted));
        update.bind(2, nowMs());
        update.bind(3, task.value);
        update.exec();
        transaction.commit();
    }
}

} // namespace lw::store
