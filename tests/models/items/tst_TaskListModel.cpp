// SPDX-License-Identifier: GPL-3.0-or-later
//! Task and version rows, and the estimate of remaining time.
#include "models/items/TaskListModel.h"
#include "models/items/Texts.h"
#include "models/items/VersionListModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace lw;
using domain::TaskId;
using items::TaskListModel;
using items::TaskRow;

namespace {

TaskRow rowOf(qint64 id, domain::TaskState state = domain::TaskState::Running)
{
    TaskRow row;
    row.task.id = TaskId(id);
    row.task.state = state;
    row.task.createdAt = 1'000'000;
    return row;
}

} // namespace

class TestTaskListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheNewestFirst()
    {
        TaskListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.upsert(rowOf(1));
        model.upsert(rowOf(2));
        QCOMPARE(model.rowAt(0)->task.id, TaskId(2));
        QCOMPARE(model.runningCount(), 2);
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.upsert(rowOf(1, domain::TaskState::Done));
        model.upsert(rowOf(1, domain::TaskState::Done)); // says nothing new
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.runningCount(), 1);
        model.setProgress(TaskId(2), 25, 100);
        model.setProgress(TaskId(99), 1, 2);
        QCOMPARE(model.index(0, 0).data(TaskListModel::ProgressRole).toDouble(), 0.25);
        model.remove(TaskId(2));
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(!model.rowAt(1));
    }

    void sameTasksAreUpdatedInPlace()
    {
        TaskListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({rowOf(2), rowOf(1)});
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setRows({rowOf(2, domain::TaskState::Failed), rowOf(1)});
        QCOMPARE(reset.count(), 0);
        QCOMPARE(model.rowAt(0)->task.state, domain::TaskState::Failed);
        model.setRows({rowOf(3), rowOf(2), rowOf(1)});
        QCOMPARE(reset.count(), 1);
    }

    void estimatesRemainingTimeFromThePace()
    {
        TaskRow row = rowOf(1);
        QVERIFY(!items::remainingTime(row, 1'010'000)); // no total
        row.total = 100;
        QVERIFY(!items::remainingTime(row, 1'010'000)); // nothing done
        row.done = 25;
        QVERIFY(!items::remainingTime(row, 1'000'500)); // too early to tell
        QCOMPARE(*items::remainingTime(row, 1'010'000), 30'000);
        row.task.state = domain::TaskState::Done;
        QVERIFY(!items::remainingTime(row, 1'010'000));
    }

    void versionsMarkTheCurrentOne()
    {
        items::VersionListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        domain::Version newer, older;
        newer.id = domain::VersionId(2);
        newer.name = QStringLiteral("V002");
        older.id = domain::VersionId(1);
        older.name = QStringLiteral("V001");
        older.trainRatio = 0.8;
        model.setVersions({newer, older}, older.id);
        QVERIFY(model.index(1, 0).data(items::VersionListModel::IsCurrentRole).toBool());
        QVERIFY(!model.index(0, 0).data(items::VersionListModel::IsCurrentRole).toBool());
        QCOMPARE(model.index(1, items::VersionListModel::SplitColumn).data().toString(), QStringLiteral("80%"));
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setVersions({newer, older}, older.id);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(model.rowOf(newer.id), 0);
        QCOMPARE(model.rowOf(domain::VersionId(9)), -1);
    }

    void durationsReadWell_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("short") << qint64(300) << QStringLiteral("1 s");
        QTest::newRow("seconds") << qint64(59'000) << QStringLiteral("59 s");
        QTest::newRow("minutes") << qint64(61'000) << QStringLiteral("1 min 1 s");
        QTest::newRow("hours") << qint64(3'660'000) << QStringLiteral("1 h 1 min");
    }

    void durationsReadWell()
    {
        QFETCH(qint64, milliseconds);
        QFETCH(QString, text);
        QCOMPARE(items::durationText(milliseconds), text);
    }
};

QTEST_GUILESS_MAIN(TestTaskListModel)
#include "tst_TaskListModel.moc"
