// SPDX-License-Identifier: GPL-3.0-or-later
//! The question for the label at the end of a shape, by keyboard.
#include "tests/widgets/canvas/CanvasFixture.h"
#include "widgets/canvas/LabelPopup.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QListWidget>

using namespace lw;
using canvas::CanvasOptions;
using domain::Shape;
using tests::CanvasFixture;

class TestLabelPopup final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesTheLastUsedLabelOnEnter()
    {
        CanvasFixture f;
        ask(f);
        f.labels->use(f.project.dog);
        draw(f);
        QCOMPARE(list(f)->item(0)->data(Qt::UserRole).toLongLong(), f.project.dog.value);
        QTest::keyClick(search(f), Qt::Key_Return);
        f.settle();
        QCOMPARE(f.count(), 1u);
        QCOMPARE(f.at(0).labelId, f.project.dog);
        QVERIFY(!f.view->finisher().isAsking());
        QVERIFY(f.view->hasFocus());
    }

    void findsALabelByItsName()
    {
        CanvasFixture f;
        ask(f);
        draw(f);
        QTest::keyClicks(search(f), QStringLiteral("do"));
        QCOMPARE(list(f)->currentItem()->data(Qt::UserRole).toLongLong(), f.project.dog.value);
        QTest::keyClick(search(f), Qt::Key_Return);
        f.settle();
        QCOMPARE(f.at(0).labelId, f.project.dog);
    }

    void movesByArrowKeys()
    {
        CanvasFixture f;
        ask(f);
        f.labels->use(f.project.cat);
        draw(f);
        QTest::keyClick(search(f), Qt::Key_Down);
        QTest::keyClick(search(f), Qt::Key_Return);
        f.settle();
        QCOMPARE(f.at(0).labelId, f.project.dog);
    }

    void takesALabelByItsDigit()
    {
        CanvasFixture f;
        ask(f);
        draw(f);
        QTest::keyClick(search(f), Qt::Key_2);
        f.settle();
        QCOMPARE(f.at(0).labelId, f.project.dog);
    }

    void makesANewLabelInPlace()
    {
        CanvasFixture f;
        ask(f);
        draw(f);
        QTest::keyClicks(search(f), QStringLiteral("traffic light"));
        auto* colour = f.view->findChild<QAbstractButton*>(QStringLiteral("canvas.labelPopup.colour4"));
        QVERIFY(colour && colour->isVisible());
        colour->click();
        QTest::keyClick(search(f), Qt::Key_Return);
        QTRY_COMPARE(f.count(), 1u);
        f.settle();
        const domain::Label* label = f.labels->findByName(QStringLiteral("traffic light"));
        QVERIFY(label);
        QCOMPARE(label->colour, domain::paletteColour(4));
        QCOMPARE(f.at(0).labelId, label->id);
        QCOMPARE(f.at(0).shape, Shape::box({100, 100}, {200, 200}));
    }

    void offersNoLabelWithAForbiddenName()
    {
        CanvasFixture f;
        ask(f);
        draw(f);
        QTest::keyClicks(search(f), QStringLiteral("a/b"));
        QCOMPARE(list(f)->count(), 0);
        QTest::keyClick(search(f), Qt::Key_Return);
        QVERIFY(f.view->finisher().isAsking());
        QCOMPARE(f.count(), 0u);
    }

    void escapeDropsTheShape()
    {
        CanvasFixture f;
        ask(f);
        draw(f);
        QTest::keyClick(search(f), Qt::Key_Escape);
        f.settle();
        QCOMPARE(f.count(), 0u);
        QVERIFY(!f.view->finisher().isAsking());
        QVERIFY(!f.document->canUndo());
    }

    void keepsTheShapeDrawnWhileItAsks()
    {
        CanvasFixture f;
        const QRgb before = f.rendered().pixel(150, 150);
        ask(f);
        draw(f);
        QVERIFY(f.rendered().pixel(150, 150) != before);
        QVERIFY(f.rendered().pixel(100, 150) != before);
    }

    void aClickBesideItTakesTheHighlightedLabel()
    {
        CanvasFixture f;
        ask(f);
        draw(f);
        f.click({20, 470});
        QCOMPARE(f.count(), 1u);
        QVERIFY(!f.view->finisher().isAsking());
        QVERIFY(!f.view->tools().active().isBusy());
    }

    void leavingTheSampleTakesTheHighlightedLabel()
    {
        CanvasFixture f;
        ask(f);
        draw(f);
        f.view->settle();
        f.settle();
        QCOMPARE(f.count(), 1u);
    }

    void doesNotAskAfterALabelWasChosenByDigit()
    {
        CanvasFixture f;
        ask(f);
        f.tool("box");
        f.key(Qt::Key_2);
        f.drag({100, 100}, {200, 200});
        QCOMPARE(f.count(), 1u);
        QCOMPARE(f.at(0).labelId, f.project.dog);
        f.key(Qt::Key_0);
        f.drag({300, 100}, {400, 200});
        QVERIFY(f.view->finisher().isAsking());
    }

    void aDigitRelabelsTheSelection()
    {
        CanvasFixture f({CanvasFixture::box(domain::LabelId(1), 100, 100, 50, 50)});
        f.select({0});
        f.key(Qt::Key_2);
        QCOMPARE(f.at(0).labelId, f.project.dog);
        for (int round = 0; round < 2; ++round) {
            f.document->undo();
            QCOMPARE(f.at(0).labelId, f.project.cat);
            f.document->redo();
            QCOMPARE(f.at(0).labelId, f.project.dog);
        }
        f.settle();
    }

    void changesTheLabelOfTheSelection()
    {
        CanvasFixture f({CanvasFixture::box(domain::LabelId(1), 100, 100, 50, 50)});
        f.select({0});
        f.view->finisher().askForSelection();
        QTest::keyClicks(search(f), QStringLiteral("dog"));
        QTest::keyClick(search(f), Qt::Key_Return);
        f.settle();
        QCOMPARE(f.count(), 1u);
        QCOMPARE(f.at(0).labelId, f.project.dog);
    }

    void staysWithinTheCanvas()
    {
        CanvasFixture f;
        ask(f);
        f.tool("box");
        f.drag({600, 440}, {639, 479});
        const auto* popup = f.view->findChild<canvas::LabelPopup*>();
        QVERIFY(f.view->rect().contains(popup->geometry()));
    }

private:
    static void ask(CanvasFixture& f) { f.set(&CanvasOptions::asksForLabel, true); }
    static void draw(CanvasFixture& f)
    {
        f.tool("box");
        f.drag({100, 100}, {200, 200});
        QVERIFY(f.view->finisher().isAsking());
        QCOMPARE(f.count(), 0u);
    }
    static QLineEdit* search(CanvasFixture& f)
    {
        return f.view->findChild<QLineEdit*>(QStringLiteral("canvas.labelPopup.search"));
    }
    static QListWidget* list(CanvasFixture& f)
    {
        return f.view->findChild<QListWidget*>(QStringLiteral("canvas.labelPopup.list"));
    }
};

QTEST_MAIN(TestLabelPopup)
#include "tst_LabelPopup.moc"
