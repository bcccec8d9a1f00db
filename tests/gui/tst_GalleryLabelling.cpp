// SPDX-License-Identifier: GPL-3.0-or-later
//! Labels for many pictures at once in the gallery: keys, clicks, names; page, all that match; undo.
#include "tests/gui/support/ClassifyData.h"
#include "widgets/gallery/GalleryView.h"
#include "widgets/gallery/StateTabs.h"
#include "widgets/panels/LabelPanel.h"

#include <QLabel>
#include <QTreeView>

using namespace lw;
using namespace lw::tests;

class tst_GalleryLabelling : public QObject {
    Q_OBJECT

private:
    static gallery::GalleryView* view(GuiFixture& gui) { return gui.find<gallery::GalleryView>("gallery"); }
    static void press(GuiFixture& gui, Qt::Key key)
    {
        view(gui)->setFocus();
        QTest::keyClick(view(gui), key);
    }
    static void setSingle(GuiFixture& gui, bool isOn)
    {
        auto* action = gui.find<QAction>("samples.singleLabel");
        QVERIFY(action);
        if (action->isChecked() != isOn) {
            action->trigger();
        }
    }
    static void click(GuiFixture& gui, ClassifyData& data, int row, Qt::KeyboardModifiers modifiers = {})
    {
        auto* gallery = view(gui);
        Q_UNUSED(data);
        QTest::mouseClick(gallery->viewport(), Qt::LeftButton, modifiers, gallery->visualRect(row).center());
    }

private Q_SLOTS:
    void digitLabelsTheSelectionInOneStep()
    {
        GuiFixture gui;
        ClassifyData data(gui, 6);
        data.openGallery();
        click(gui, data, 0);
        click(gui, data, 2, Qt::ControlModifier);
        click(gui, data, 4, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(view(gui)->selectedCount(), 4);
        press(gui, Qt::Key_2);
        QTRY_COMPARE(data.counters().labelled, 4);
        QCOMPARE(data.labelsOf(data.list().idAt(3)), QStringLiteral("dog"));
        QCOMPARE(data.labelsOf(data.list().idAt(1)), QString());
        QTRY_VERIFY(gui.find<QAction>("samples.undo")->isEnabled());
        gui.trigger("samples.undo");
        QTRY_COMPARE(data.counters().labelled, 0);
        QTRY_VERIFY(gui.find<QAction>("samples.redo")->isEnabled());
        gui.trigger("samples.redo");
        QTRY_COMPARE(data.counters().labelled, 4);
    }

    void clickOnALabelGivesItToAllThatMatch()
    {
        GuiFixture gui;
        ClassifyData data(gui, 40);
        data.openGallery();
        gui.trigger("selectAll");
        QCOMPARE(view(gui)->selectedCount(), 40);
        auto* list = gui.find<QTreeView>("labelList");
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
        QTRY_COMPARE(data.counters().labelled, 40);
        QCOMPARE(data.labelsOf(data.list().idAt(39)), QStringLiteral("cat"));
    }

    void selectsThePageOnly()
    {
        GuiFixture gui;
        ClassifyData data(gui, 60);
        data.openGallery();
        gui.trigger("selectPage");
        const qint64 onPage = view(gui)->selectedCount();
        QVERIFY(onPage > 0 && onPage < 60);
        press(gui, Qt::Key_1);
        QTRY_COMPARE(data.counters().labelled, onPage);
    }

    void severalLabelsAddUpAndASingleOneReplaces()
    {
        GuiFixture gui;
        ClassifyData data(gui, 3);
        data.openGallery();
        view(gui)->selectAll();
        setSingle(gui, false);
        press(gui, Qt::Key_1);
        press(gui, Qt::Key_3);
        QTRY_COMPARE(data.labelsOf(data.list().idAt(2)), QStringLiteral("cat eel"));
        press(gui, Qt::Key_3); // all have it: off again
        QTRY_COMPARE(data.labelsOf(data.list().idAt(2)), QStringLiteral("cat"));
        setSingle(gui, true);
        press(gui, Qt::Key_2);
        QTRY_COMPARE(data.labelsOf(data.list().idAt(0)), QStringLiteral("dog"));
        QCOMPARE(data.counters().annotations, 3);
    }

    void labelOfSomeGoesToAllBeforeItGoesFromAll()
    {
        GuiFixture gui;
        ClassifyData data(gui, 4);
        data.openGallery();
        click(gui, data, 1);
        press(gui, Qt::Key_1);
        QTRY_COMPARE(data.counters().labelled, 1);
        view(gui)->selectAll();
        press(gui, Qt::Key_1);
        QTRY_COMPARE(data.counters().labelled, 4);
        press(gui, Qt::Key_1);
        QTRY_COMPARE(data.counters().labelled, 0);
    }

    void typedNameMakesALabelForTheSelection()
    {
        GuiFixture gui;
        ClassifyData data(gui, 3);
        data.openGallery();
        view(gui)->selectAll();
        gui.trigger("samples.newLabel");
        auto* field = gui.find<QLineEdit>("newLabel");
        QTest::keyClicks(field, QStringLiteral("gnu"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(data.counters().labelled, 3);
        QCOMPARE(data.labelsOf(data.list().idAt(1)), QStringLiteral("gnu"));
        QVERIFY(view(gui)->hasFocus());
    }

    void tabsFollowEveryBatch()
    {
        GuiFixture gui;
        ClassifyData data(gui, 5);
        data.openGallery();
        gui.find<gallery::StateTabs>("stateTabs")->setCurrentIndex(1);
        QTRY_COMPARE(data.list().rowCount(), 5);
        QTRY_VERIFY(!gui.context().project()->samples(data.dataset).search.isRunning());
        click(gui, data, 0);
        press(gui, Qt::Key_1);
        QTRY_COMPARE(data.list().rowCount(), 4);
        QCOMPARE(data.counters().unlabelled, 4);
    }

    void confirmsTheSelectionOfTheThirdTab()
    {
        GuiFixture gui;
        ClassifyData data(gui, 2);
        data.addLabelledByModel(3);
        data.openGallery();
        gui.find<gallery::StateTabs>("stateTabs")->setCurrentIndex(3);
        QTRY_COMPARE(data.list().rowCount(), 3);
        QTRY_VERIFY(!gui.context().project()->samples(data.dataset).search.isRunning());
        view(gui)->selectAll();
        gui.click("confirm");
        QTRY_COMPARE(data.counters().toConfirm, 0);
        QCOMPARE(data.counters().labelled, 3);
        gui.trigger("samples.undo");
        QTRY_COMPARE(data.counters().toConfirm, 3);
    }

    void withoutASelectionAKeyChangesNothing()
    {
        GuiFixture gui;
        ClassifyData data(gui, 2);
        data.openGallery();
        view(gui)->clearSelection();
        press(gui, Qt::Key_1);
        QVERIFY(gui.find<QLabel>("labelHint")->isVisible());
        gui.store().flush();
        QCOMPARE(data.counters().labelled, 0);
    }
};

QTEST_MAIN(tst_GalleryLabelling)
#include "tst_GalleryLabelling.moc"
