// SPDX-License-Identifier: GPL-3.0-or-later
//! The label panel under mouse and keys, and the labels of a selection.
#include "models/document/LabelSet.h"
#include "tests/support/TempProject.h"
#include "widgets/common/Theme.h"
#include "widgets/panels/LabelPanel.h"
#include "widgets/panels/SelectionLabelPanel.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>
#include <QtTest>

using namespace lw;
using panels::LabelPanel;

class TestLabelPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { common::applyTheme(*qApp, common::ThemeMode::Light); }

    void init()
    {
        m_project = std::make_unique<tests::TempProject>();
        m_labels = std::make_unique<document::LabelSet>(*m_project->store, m_project->dataset);
        m_panel = std::make_unique<LabelPanel>(*m_labels);
        m_panel->resize(280, 500);
        m_panel->show();
        m_list = m_panel->findChild<QTreeView*>(QStringLiteral("labelList"));
        m_name = m_panel->findChild<QLineEdit*>(QStringLiteral("newLabel"));
        m_error = m_panel->findChild<QLabel*>(QStringLiteral("labelError"));
    }

    void cleanup()
    {
        m_panel.reset();
        m_labels.reset();
        m_project.reset();
    }

    void enterAddsALabel()
    {
        QTest::keyClicks(m_name, QStringLiteral("eel"));
        QTest::keyClick(m_name, Qt::Key_Return);
        QTRY_VERIFY(m_labels->findByName(QStringLiteral("eel")));
        QVERIFY(m_name->text().isEmpty());
        QCOMPARE(m_list->model()->rowCount(), 3);
    }

    void listOfNamesAddsThemAll()
    {
        m_name->setText(QStringLiteral("eel, fox，gnu\thare"));
        QTest::keyClick(m_name, Qt::Key_Return);
        QTRY_COMPARE(m_labels->labels().size(), 6U);
    }

    void refusedNameIsExplainedAndKept_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("taken") << QStringLiteral("cat");
        QTest::newRow("not allowed") << QStringLiteral("a/b");
        QTest::newRow("too long") << QString(33, u'x');
    }

    void refusedNameIsExplainedAndKept()
    {
        QFETCH(QString, name);
        m_name->setText(name);
        QTest::keyClick(m_name, Qt::Key_Return);
        QTRY_VERIFY(m_error->isVisible());
        QVERIFY(m_error->text().contains(name));
        QCOMPARE(m_name->text(), name);
        QCOMPARE(m_labels->labels().size(), 2U);
    }

    void eyeAndPadlockToggle()
    {
        const QSignalSpy activated(m_panel.get(), &LabelPanel::labelActivated);
        clickCell(0, 4);
        QTRY_VERIFY(m_labels->labels().at(0).isHidden);
        clickCell(1, 5);
        QTRY_VERIFY(m_labels->labels().at(1).isLocked);
        clickCell(0, 4);
        QTRY_VERIFY(!m_labels->labels().at(0).isHidden);
        QCOMPARE(activated.count(), 0);
    }

    void clickOnTheNameActivatesTheLabelOnce()
    {
        const QSignalSpy activated(m_panel.get(), &LabelPanel::labelActivated);
        clickCell(1, 0);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first().value<domain::LabelId>(), m_project->dog);
        QCOMPARE(m_panel->currentId(), m_project->dog);
    }

    void renamingInPlaceIsAskedFor()
    {
        const QSignalSpy asked(m_panel.get(), &LabelPanel::renameRequested);
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
        QTest::keyClick(m_list, Qt::Key_F2);
        auto* editor = m_list->findChild<QLineEdit*>(QStringLiteral("renameLabel"));
        QVERIFY(editor);
        QCOMPARE(editor->text(), QStringLiteral("cat"));
        editor->setText(QStringLiteral("lynx"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(1).toString(), QStringLiteral("lynx"));
    }

    void keysReorderAndDelete()
    {
        const QSignalSpy deleted(m_panel.get(), &LabelPanel::deleteRequested);
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
        QTest::keyClick(m_list, Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(m_labels->labels().at(0).id, m_project->dog);
        QTRY_COMPARE(m_list->model()->index(1, 0).data().toString(), QStringLiteral("cat"));
        m_list->setCurrentIndex(m_list->model()->index(1, 0));
        QTest::keyClick(m_list, Qt::Key_Delete);
        QCOMPARE(deleted.count(), 1);
        QCOMPARE(deleted.first().first().value<domain::LabelId>(), m_project->cat);
    }

    void deleteInTheListIsNotTheShortcutOfThePage()
    {
        auto* action = new QAction(m_panel.get()); // the pages delete samples or shapes with the same key
        action->setShortcut(Qt::Key_Delete);
        m_panel->addAction(action);
        const QSignalSpy page(action, &QAction::triggered);
        const QSignalSpy deleted(m_panel.get(), &LabelPanel::deleteRequested);
        m_panel->activateWindow();
        m_list->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get(), 30'000));
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
        QTest::keyClick(m_list, Qt::Key_Delete);
        QCOMPARE(page.count(), 0);
        QCOMPARE(deleted.count(), 1);
    }

    void readOnlyPanelChangesNothing()
    {
        m_panel->setReadOnly(true);
        QVERIFY(!m_name->isVisible());
        const QSignalSpy deleted(m_panel.get(), &LabelPanel::deleteRequested);
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
        QTest::keyClick(m_list, Qt::Key_Delete);
        QTest::keyClick(m_list, Qt::Key_F2);
        QCOMPARE(deleted.count(), 0);
        QVERIFY(!m_list->findChild<QLineEdit*>(QStringLiteral("renameLabel")));
    }

    void selectionPanelReplacesAndRemoves()
    {
        panels::SelectionLabelPanel panel(*m_labels);
        panel.setUse(3, {{m_project->cat, 2, 5}});
        const QSignalSpy replaced(&panel, &panels::SelectionLabelPanel::replaceRequested);
        const QSignalSpy removed(&panel, &panels::SelectionLabelPanel::removeRequested);
        auto* button = panel.findChild<QToolButton*>(QStringLiteral("useMenu"));
        QVERIFY(button);
        auto* menu = button->findChild<QMenu*>();
        QMenu* replace = menu->actions().at(1)->menu();
        QCOMPARE(replace->actions().size(), 1); // not by itself
        replace->actions().first()->trigger();
        QCOMPARE(replaced.first().at(0).value<domain::LabelId>(), m_project->cat);
        QCOMPARE(replaced.first().at(1).value<domain::LabelId>(), m_project->dog);
        menu->actions().last()->trigger();
        QCOMPARE(removed.count(), 1);
        panel.setUse(0, {});
        QTRY_VERIFY(!panel.findChild<QToolButton*>(QStringLiteral("useMenu")));
    }

private:
    void clickCell(int row, int column)
    {
        const QRect cell = m_list->visualRect(m_list->model()->index(row, column));
        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, Qt::NoModifier, cell.center());
    }

    std::unique_ptr<tests::TempProject> m_project;
    std::unique_ptr<document::LabelSet> m_labels;
    std::unique_ptr<LabelPanel> m_panel;
    QTreeView* m_list = nullptr;
    QLineEdit* m_name = nullptr;
    QLabel* m_error = nullptr;
};

QTEST_MAIN(TestLabelPanel)
#include "tst_LabelPanel.moc"
