// SPDX-License-Identifier: GPL-3.0-or-later
//! Task centre, version page and problem table.
#include "models/items/ProblemListModel.h"
#include "models/items/TaskListModel.h"
#include "models/items/VersionListModel.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/FileDialogs.h"
#include "widgets/common/Theme.h"
#include "widgets/panels/ProblemsView.h"
#include "widgets/panels/TaskPanel.h"
#include "widgets/panels/VersionPanel.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include <algorithm>

using namespace lw;
using domain::TaskState;
using domain::VersionId;

namespace {

items::TaskRow taskOf(qint64 id, TaskState state)
{
    items::TaskRow row;
    row.task.id = domain::TaskId(id);
    row.task.state = state;
    row.task.createdAt = QDateTime::currentMSecsSinceEpoch();
    row.isCancellable = true;
    return row;
}

domain::Version versionOf(qint64 id)
{
    domain::Version version;
    version.id = VersionId(id);
    version.name = QStringLiteral("V00%1").arg(id);
    version.manifestPath = QStringLiteral("/out/V00%1.manifest").arg(id);
    return version;
}

} // namespace

class TestListPanels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { common::applyTheme(*qApp, common::ThemeMode::Light); }

    void runningTaskShowsProgressAndCanBeCancelled()
    {
        items::TaskListModel model;
        panels::TaskPanel panel(model);
        panel.show();
        QVERIFY(panel.findChild<common::EmptyState*>()->isVisible());
        model.upsert(taskOf(7, TaskState::Running));
        model.setProgress(domain::TaskId(7), 50, 200);
        auto* card = panel.findChild<QWidget*>(QStringLiteral("task-7"));
        QVERIFY(card);
        QVERIFY(!panel.findChild<common::EmptyState*>()->isVisible());
        auto* bar = card->findChild<QProgressBar*>();
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->value() * 4, bar->maximum());
        const QSignalSpy cancelled(&panel, &panels::TaskPanel::cancelRequested);
        card->findChild<QToolButton*>(QStringLiteral("cancelTask"))->click();
        QCOMPARE(cancelled.first().first().value<domain::TaskId>(), domain::TaskId(7));
        items::TaskRow stopping = taskOf(7, TaskState::Running);
        stopping.isCancelling = true;
        model.upsert(stopping);
        QVERIFY(!card->findChild<QToolButton*>(QStringLiteral("cancelTask"))->isEnabled());
    }

    void finishedTaskLinksToItsResult()
    {
        items::TaskListModel model;
        panels::TaskPanel panel(model);
        panel.show();
        items::TaskRow row = taskOf(1, TaskState::DoneWithProblems);
        row.resultText = QStringLiteral("364 samples");
        row.task.problems = 2;
        model.upsert(row);
        const QSignalSpy result(&panel, &panels::TaskPanel::resultRequested);
        const QSignalSpy problems(&panel, &panels::TaskPanel::problemsRequested);
        auto* card = panel.findChild<QWidget*>(QStringLiteral("task-1"));
        QVERIFY(!card->findChild<QProgressBar*>()->isVisible());
        card->findChild<QPushButton*>(QStringLiteral("taskResult"))->click();
        card->findChild<QPushButton*>(QStringLiteral("taskProblems"))->click();
        QCOMPARE(result.count(), 1);
        QCOMPARE(problems.count(), 1);
    }

    void cardsStayWhileTasksComeAndGo()
    {
        items::TaskListModel model;
        panels::TaskPanel panel(model, nullptr, 3);
        panel.resize(600, 600);
        panel.show();
        model.upsert(taskOf(1, TaskState::Done));
        QWidget* first = panel.findChild<QWidget*>(QStringLiteral("task-1"));
        model.upsert(taskOf(2, TaskState::Running));
        QCOMPARE(panel.findChild<QWidget*>(QStringLiteral("task-1")), first);
        QCoreApplication::processEvents();
        QVERIFY(panel.findChild<QWidget*>(QStringLiteral("task-2"))->y() < first->y()); // the newest on top
        model.upsert(taskOf(3, TaskState::Done));
        model.upsert(taskOf(4, TaskState::Done)); // over the limit
        QVERIFY(!panel.findChild<QWidget*>(QStringLiteral("task-1")));
        model.remove(domain::TaskId(4));
        QVERIFY(panel.findChild<QWidget*>(QStringLiteral("task-1")));
    }

    void versionDetailsFollowTheSelection()
    {
        items::VersionListModel model;
        panels::VersionPanel panel(model);
        panel.resize(1000, 600);
        panel.show();
        const QSignalSpy publish(&panel, &panels::VersionPanel::publishRequested);
        panel.findChild<QPushButton*>(QStringLiteral("publishFirst"))->click();
        QCOMPARE(publish.count(), 1);
        model.setVersions({versionOf(3), versionOf(2), versionOf(1)}, VersionId(2));
        QCOMPARE(panel.selectedId(), VersionId(2)); // the current one
        auto* name = panel.findChild<QLabel*>(QStringLiteral("versionName"));
        QCOMPARE(name->text(), QStringLiteral("V002"));
        QVERIFY(!panel.findChild<QPushButton*>(QStringLiteral("setCurrent"))->isEnabled());
        panel.select(VersionId(1));
        QCOMPARE(name->text(), QStringLiteral("V001"));
        const QSignalSpy current(&panel, &panels::VersionPanel::setCurrentRequested);
        const QSignalSpy removed(&panel, &panels::VersionPanel::deleteRequested);
        panel.findChild<QPushButton*>(QStringLiteral("setCurrent"))->click();
        panel.findChild<QPushButton*>(QStringLiteral("deleteVersion"))->click();
        QCOMPARE(current.first().first().value<VersionId>(), VersionId(1));
        QCOMPARE(removed.first().first().value<VersionId>(), VersionId(1));
        panel.findChild<QToolButton*>(QStringLiteral("copyPath"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("/out/V001.manifest"));
        model.setVersions({versionOf(4), versionOf(3), versionOf(1)}, VersionId(3));
        QCOMPARE(panel.selectedId(), VersionId(1)); // stays
        const auto captions = panel.findChildren<QLabel*>();
        const auto says = [&captions](const QString& text) {
            return std::any_of(captions.begin(), captions.end(), [&](QLabel* label) { return label->text() == text; });
        };
        QVERIFY(says(QStringLiteral("Objects")));
        panel.setDatasetType(domain::DatasetType::ImageClassification);
        QVERIFY(says(QStringLiteral("Labels")) && !says(QStringLiteral("Objects")));
    }

    void comparesTheOlderWithTheNewer()
    {
        items::VersionListModel model;
        panels::VersionPanel panel(model);
        model.setVersions({versionOf(3), versionOf(2), versionOf(1)}, VersionId(2));
        const QSignalSpy compare(&panel, &panels::VersionPanel::compareRequested);
        auto* menu = panel.findChild<QToolButton*>(QStringLiteral("compare"))->menu();
        QCOMPARE(menu->actions().size(), 2);
        menu->actions().at(0)->trigger(); // V003
        menu->actions().at(1)->trigger(); // V001
        QCOMPARE(compare.at(0).at(0).value<VersionId>(), VersionId(2));
        QCOMPARE(compare.at(0).at(1).value<VersionId>(), VersionId(3));
        QCOMPARE(compare.at(1).at(0).value<VersionId>(), VersionId(1));
        QCOMPARE(compare.at(1).at(1).value<VersionId>(), VersionId(2));
    }

    void problemsAreFoundCopiedAndSaved()
    {
        items::ProblemListModel model([](const core::Problem& problem) { return problem.detail; });
        panels::ProblemsView view(model);
        view.show();
        model.setProblems(
            {{core::ProblemCode::FileEmpty, QStringLiteral("a.xml"), 0, QStringLiteral("empty")},
             {core::ProblemCode::XmlMalformed, QStringLiteral("b.xml"), 7, QStringLiteral("broken")},
             {core::ProblemCode::XmlMalformed, QStringLiteral("c.xml"), 70, QStringLiteral("broken too")}});
        auto* table = view.findChild<QTableView*>();
        auto* search = view.findChild<QLineEdit*>(QStringLiteral("searchProblems"));
        QTest::keyClicks(search, QStringLiteral("BROKEN"));
        QTRY_COMPARE(table->model()->rowCount(), 2);
        table->sortByColumn(items::ProblemListModel::LineColumn, Qt::DescendingOrder);
        view.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("c.xml\t70\tbroken too\nb.xml\t7\tbroken"));
        table->selectRow(1);
        view.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("b.xml\t7\tbroken"));
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("p.csv"));
        common::setFileResponder([&](const common::FileQuestion&) { return QStringList{path}; });
        view.findChild<QPushButton*>(QStringLiteral("saveProblems"))->click();
        common::setFileResponder({});
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 3); // the header and what is shown
        const QSignalSpy activated(&view, &panels::ProblemsView::fileActivated);
        Q_EMIT table->doubleClicked(table->model()->index(0, 0));
        QCOMPARE(activated.first().first().toString(), QStringLiteral("c.xml"));
    }
};

QTEST_MAIN(TestListPanels)
#include "tst_ListPanels.moc"
