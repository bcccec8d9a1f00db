// SPDX-License-Identifier: GPL-3.0-or-later
//! Labelling whole pictures one after the other with the keyboard.
#include "tests/gui/support/ClassifyData.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/panels/LabelPanel.h"

using namespace lw;
using namespace lw::tests;

class tst_ClassifyPage : public QObject {
    Q_OBJECT

private:
    static void press(GuiFixture& gui, Qt::Key key) { QTest::keyClick(gui.find<QWidget>("picture"), key); }
    static void setOn(GuiFixture& gui, const char* action, bool isOn)
    {
        auto* found = gui.find<QAction>(action);
        QVERIFY2(found, action);
        if (found->isChecked() != isOn) {
            found->trigger();
        }
    }

private Q_SLOTS:
    void offersTheTypeWhenADatasetIsMade()
    {
        QVERIFY(domain::isAvailable(domain::DatasetType::ImageClassification));
    }

    void oneKeyLabelsAndTheNextUnlabelledPictureFollows()
    {
        GuiFixture gui;
        ClassifyData data(gui, 4);
        data.openPicture(0);
        const auto id = [&](int row) { return data.list().idAt(row); };
        press(gui, Qt::Key_2);
        QCOMPARE(data.shown(), id(1));
        QTRY_COMPARE(data.labelsOf(id(0)), QStringLiteral("dog"));
        gui.trigger("canvas.next");
        QTRY_COMPARE(data.shown(), id(2));
        press(gui, Qt::Key_1);
        QCOMPARE(data.shown(), id(3));
        press(gui, Qt::Key_3);
        QCOMPARE(data.shown(), id(1)); // around the end to the one that was left out
        press(gui, Qt::Key_1);
        QCOMPARE(data.shown(), id(1)); // nothing is left to do
        QTRY_COMPARE(data.counters().labelled, 4);
        QCOMPARE(data.labelsOf(id(1)), QStringLiteral("cat"));
        QCOMPARE(data.labelsOf(id(2)), QStringLiteral("cat"));
        QCOMPARE(data.labelsOf(id(3)), QStringLiteral("eel"));
    }

    void undoGoesBackToThePictureLabelledLast()
    {
        GuiFixture gui;
        ClassifyData data(gui, 3);
        data.openPicture(0);
        press(gui, Qt::Key_1);
        press(gui, Qt::Key_2);
        QCOMPARE(data.shown(), data.list().idAt(2));
        auto* message = gui.find<common::ElidedLabel>("canvasMessage");
        QVERIFY(message->text().contains(QStringLiteral("dog")));
        gui.trigger("canvas.undo");
        QTRY_COMPARE(data.shown(), data.list().idAt(1));
        QTRY_VERIFY(!message->text().contains(QStringLiteral("dog")));
        QTRY_COMPARE(data.labelsOf(data.list().idAt(1)), QString());
        gui.trigger("canvas.undo");
        QTRY_COMPARE(data.shown(), data.list().idAt(0));
        QTRY_COMPARE(data.counters().labelled, 0);
        gui.trigger("canvas.redo");
        gui.trigger("canvas.redo");
        QTRY_COMPARE(data.counters().labelled, 2);
        QCOMPARE(data.labelsOf(data.list().idAt(0)), QStringLiteral("cat"));
        QCOMPARE(data.labelsOf(data.list().idAt(1)), QStringLiteral("dog"));
    }

    void keysPressedWithoutAPauseAllArrive()
    {
        GuiFixture gui;
        ClassifyData data(gui, 12);
        data.openPicture(0);
        auto* view = gui.find<QWidget>("picture");
        for (int i = 0; i < 12; ++i) {
            QTest::keyClick(view, Qt::Key(Qt::Key_1 + i % 3));
        }
        QTRY_COMPARE(data.counters().labelled, 12);
        for (int i = 0; i < 12; ++i) {
            const char* expected[] = {"cat", "dog", "eel"};
            QCOMPARE(data.labelsOf(data.list().idAt(i)), QLatin1String(expected[i % 3]));
        }
    }

    void severalLabelsAreToggledAndEnterGoesOn()
    {
        GuiFixture gui;
        ClassifyData data(gui, 3);
        data.openPicture(0);
        setOn(gui, "canvas.singleLabel", false);
        press(gui, Qt::Key_1);
        press(gui, Qt::Key_3);
        press(gui, Qt::Key_2);
        press(gui, Qt::Key_1);
        QCOMPARE(data.shown(), data.list().idAt(0));
        QTRY_COMPARE(data.labelsOf(data.list().idAt(0)), QStringLiteral("dog eel"));
        press(gui, Qt::Key_Return);
        QCOMPARE(data.shown(), data.list().idAt(1));
        press(gui, Qt::Key_Space);
        QCOMPARE(data.shown(), data.list().idAt(2));
    }

    void switchesAreRememberedPerDataset()
    {
        GuiFixture gui;
        ClassifyData data(gui, 2);
        data.openPicture(0);
        QVERIFY(gui.find<QAction>("canvas.singleLabel")->isChecked());
        QVERIFY(gui.find<QAction>("canvas.advance")->isChecked());
        setOn(gui, "canvas.singleLabel", false);
        setOn(gui, "canvas.advance", false);
        gui.restart();
        QTRY_VERIFY(gui.find<QAction>("canvas.singleLabel"));
        QVERIFY(!gui.find<QAction>("canvas.singleLabel")->isChecked());
        QVERIFY(!gui.find<QAction>("canvas.advance")->isChecked());
    }

    void withoutAdvancingAKeyTakesItsLabelOffAgain()
    {
        GuiFixture gui;
        ClassifyData data(gui, 2);
        data.openPicture(0);
        setOn(gui, "canvas.advance", false);
        press(gui, Qt::Key_1);
        QTRY_COMPARE(data.labelsOf(data.list().idAt(0)), QStringLiteral("cat"));
        press(gui, Qt::Key_2);
        QTRY_COMPARE(data.labelsOf(data.list().idAt(0)), QStringLiteral("dog"));
        press(gui, Qt::Key_2);
        QTRY_COMPARE(data.labelsOf(data.list().idAt(0)), QString());
        QCOMPARE(data.shown(), data.list().idAt(0));
    }

    void aTypedNameMakesALabelInPlace()
    {
        GuiFixture gui;
        ClassifyData data(gui, 2);
        data.openPicture(0);
        gui.trigger("canvas.newLabel");
        auto* field = gui.find<QLineEdit>("newLabel");
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("fox"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(data.labelsOf(data.list().idAt(0)), QStringLiteral("fox"));
        QTRY_COMPARE(data.shown(), data.list().idAt(1));
        QVERIFY(gui.find<QWidget>("picture")->hasFocus());
        gui.trigger("canvas.newLabel");
        QTest::keyClicks(field, QStringLiteral("ee"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(data.labelsOf(data.list().idAt(1)), QStringLiteral("eel"));
    }

    void labelsBeyondTheTenthHaveLettersThatNothingElseHas()
    {
        GuiFixture gui;
        ClassifyData data(gui, 2);
        document::LabelSet& set = gui.context().project()->labels(data.dataset);
        for (int i = 4; i <= 14; ++i) {
            auto made = set.create(QStringLiteral("label%1").arg(i));
            QTRY_VERIFY(made.isFinished());
        }
        QTRY_COMPARE(set.labels().size(), size_t(14));
        data.openPicture(0);
        press(gui, Qt::Key_0);
        QTRY_COMPARE(data.labelsOf(data.list().idAt(0)), QStringLiteral("label10"));
        // A and D change the picture, so B is the first free one.
        press(gui, Qt::Key_B);
        QTRY_COMPARE(data.labelsOf(data.list().idAt(1)), QStringLiteral("label11"));
    }

    void confirmsWhatAModelLabelled()
    {
        GuiFixture gui;
        ClassifyData data(gui, 3);
        data.addLabelledByModel(2);
        QCOMPARE(data.counters().toConfirm, 2);
        data.openPicture(3);
        gui.trigger("canvas.confirmNext");
        QTRY_COMPARE(data.shown(), data.list().idAt(4));
        QTRY_COMPARE(data.counters().toConfirm, 1);
        press(gui, Qt::Key_2); // a correction confirms as well
        QTRY_COMPARE(data.counters().toConfirm, 0);
        QCOMPARE(data.labelsOf(data.list().idAt(4)), QStringLiteral("dog"));
    }
};

QTEST_MAIN(tst_ClassifyPage)
#include "tst_ClassifyPage.moc"
