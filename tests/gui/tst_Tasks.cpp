// SPDX-License-Identifier: GPL-3.0-or-later
//! Tasks in the window: what runs, what came of it, problems, quitting; and finding actions.
#include "app/studio/shortcuts/CommandPalette.h"
#include "app/studio/TaskFeed.h"
#include "tests/gui/support/GuiFixture.h"
#include "widgets/common/Toast.h"

#include <QListWidget>
#include <QTableView>
#include <QToolButton>

using namespace lw;
using namespace lw::tests;

class tst_Tasks : public QObject {
    Q_OBJECT

private:
    /// A job that waits for its cancellation.
    static jobs::JobRequest endless(domain::DatasetId dataset = {})
    {
        jobs::JobRequest request;
        request.title = [] { return QStringLiteral("endless"); };
        request.dataset = dataset;
        request.work = [](const core::Control& control) {
            control.report(1, 10);
            while (!control.isCancelled()) {
                QThread::msleep(1); // leaves the processor to the window
            }
            jobs::JobResult result;
            result.error = core::Error{core::ErrorCode::Cancelled, {}, {}, 0};
            return result;
        };
        return request;
    }

private Q_SLOTS:
    void showsWhatRunsAndCancelsIt()
    {
        GuiFixture gui;
        QVERIFY(gui.context().createProject(gui.path(QStringLiteral("p"))));
        QVERIFY(!gui.find<QToolButton>("taskIndicator")->isVisible());
        const jobs::JobId id = gui.context().jobs().start(endless());
        QTRY_VERIFY(gui.find<QToolButton>("taskIndicator")->isVisible());
        gui.click("taskIndicator");
        QTRY_VERIFY(gui.isOn(studio::PageKind::Tasks));
        QTRY_VERIFY(gui.find<QAbstractButton>("cancelTask"));
        gui.click("cancelTask");
        QTRY_COMPARE(gui.context().jobs().find(id)->state, jobs::JobState::Cancelled);
        QTRY_VERIFY(!gui.find<QToolButton>("taskIndicator")->isVisible());
    }

    void jobsGoOnWhileEverythingIsRebuilt()
    {
        GuiFixture gui;
        QVERIFY(gui.context().createProject(gui.path(QStringLiteral("p"))));
        const jobs::JobId id = gui.context().jobs().start(endless());
        const QPointer<studio::Page> before = gui.window().currentPage();
        gui.context().settings().setTheme(common::ThemeMode::Dark);
        QTRY_VERIFY(before.isNull());
        QVERIFY(!gui.context().jobs().find(id)->isOver());
        QTRY_VERIFY(gui.find<QToolButton>("taskIndicator")->isVisible());
        gui.context().jobs().cancelAll();
        gui.awaitJobs();
    }

    void listsTheProblemsOfAnImport()
    {
        GuiFixture gui;
        const QString data = writeSmallDataset(gui.path(QStringLiteral("data")));
        QFile broken(data + QStringLiteral("/picture_5.xml"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("<annotation><object>");
        broken.close();
        const domain::DatasetId id = gui.makeDataset(data);
        gui.window().navigate(studio::Route{.page = studio::PageKind::Samples, .dataset = id});
        gui.click("syncButton");
        gui.awaitJobs();
        common::Toast* toast = nullptr;
        QTRY_VERIFY((toast = gui.window().findChild<common::Toast*>()));
        Q_EMIT toast->actionTriggered();
        QTRY_VERIFY(gui.isOn(studio::PageKind::Tasks));
        QTRY_VERIFY(gui.find<QAbstractButton>("taskProblems"));
        gui.click("taskProblems");
        auto* table = gui.find<QTableView>("problemTable");
        QTRY_VERIFY(table->isVisible());
        QTRY_COMPARE(table->model()->rowCount(), 1);
    }

    void keepsTheProjectWhileItsTasksRun()
    {
        GuiFixture gui;
        QVERIFY(gui.context().createProject(gui.path(QStringLiteral("first"))));
        gui.context().jobs().start(endless());
        const auto refused = gui.context().createProject(gui.path(QStringLiteral("second")));
        QVERIFY(!refused);
        QCOMPARE(gui.context().project()->name(), QStringLiteral("first"));
        gui.context().jobs().cancelAll();
        gui.awaitJobs();
        QVERIFY(gui.context().createProject(gui.path(QStringLiteral("second"))));
    }

    void asksBeforeQuittingOverARunningTask()
    {
        GuiFixture gui;
        gui.context().jobs().start(endless());
        auto answer = common::Choice::Reject;
        int asked = 0;
        common::setMessageResponder([&](const common::Message&) {
            ++asked;
            return answer;
        });
        gui.window().close();
        QCOMPARE(asked, 1);
        QVERIFY(gui.window().isVisible());
        answer = common::Choice::Accept;
        gui.window().close();
        QTRY_VERIFY(!gui.window().isVisible());
        QCOMPARE(gui.context().jobs().activeCount(), 0);
    }

    void findsAndRunsAnActionByAPartOfItsName()
    {
        GuiFixture gui;
        gui.trigger("app.palette");
        auto* palette = gui.window().findChild<studio::CommandPalette*>();
        QVERIFY(palette && palette->isVisible());
        auto* search = palette->findChild<QLineEdit*>(QStringLiteral("paletteSearch"));
        QTest::keyClicks(search, QStringLiteral("settings"));
        QCOMPARE(palette->findChild<QListWidget*>(QStringLiteral("paletteList"))->count(), 1);
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(gui.isOn(studio::PageKind::Settings));
    }

    void saysWhatCameOfATask()
    {
        domain::Task task;
        task.kind = domain::TaskKind::Import;
        task.state = domain::TaskState::Done;
        task.detail = QStringLiteral("{\"added\":3,\"updated\":2,\"annotations\":1234}");
        QVERIFY(studio::taskOutcomeText(task).contains(QStringLiteral("3 new")));
        QVERIFY(studio::taskErrorText(task).isEmpty());
        task.state = domain::TaskState::Failed;
        task.detail = QStringLiteral("{\"error\":%1}").arg(int(core::ErrorCode::DiskFull));
        QVERIFY(studio::taskOutcomeText(task).isEmpty());
        QVERIFY(!studio::taskErrorText(task).isEmpty());
    }
};

QTEST_MAIN(tst_Tasks)
#include "tst_Tasks.moc"
