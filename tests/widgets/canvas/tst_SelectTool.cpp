// SPDX-License-Identifier: GPL-3.0-or-later
//! Selecting, moving, reshaping and nudging.
#include "tests/widgets/canvas/CanvasFixture.h"
#include "widgets/canvas/CanvasActions.h"

#include <QAction>

using namespace lw;
using canvas::CanvasOptions;
using canvas::Ids;
using domain::Shape;
using tests::CanvasFixture;

namespace {

const domain::LabelId kCat{1};
const domain::LabelId kDog{2};

std::vector<domain::Annotation> nested()
{
    return {CanvasFixture::box(kCat, 200, 150, 40, 40), CanvasFixture::box(kDog, 100, 100, 300, 250),
            CanvasFixture::box(kCat, 150, 120, 180, 160)};
}

domain::Annotation square()
{
    return CanvasFixture::shape(kCat, Shape::polygon({{100, 100}, {200, 100}, {200, 200}, {100, 200}}));
}

} // namespace

class TestSelectTool final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void selectsTheSmallestFirstAndCyclesThroughTheStack()
    {
        CanvasFixture f(nested());
        f.click({220, 170});
        QCOMPARE(f.view->scene().selection(), Ids{f.at(0).id});
        f.click({220, 170});
        QCOMPARE(f.view->scene().selection(), Ids{f.at(2).id});
        f.click({220, 170});
        QCOMPARE(f.view->scene().selection(), Ids{f.at(1).id});
        f.click({220, 170});
        QCOMPARE(f.view->scene().selection(), Ids{f.at(0).id});
        f.click({500, 400});
        QVERIFY(f.view->scene().selection().empty());
    }

    void addsAndRemovesWithShiftAndControl()
    {
        CanvasFixture f(nested());
        f.click({220, 170});
        f.click({110, 330}, Qt::ShiftModifier);
        QCOMPARE(f.view->scene().selection(), (Ids{f.at(0).id, f.at(1).id}));
        f.click({160, 270}, Qt::ControlModifier);
        QCOMPARE(f.view->scene().selection().size(), 3u);
        f.click({220, 170}, Qt::ControlModifier);
        QCOMPARE(f.view->scene().selection(), (Ids{f.at(1).id, f.at(2).id}));
    }

    void selectsWhatLiesInTheRubberBand()
    {
        CanvasFixture f({CanvasFixture::box(kCat, 50, 50, 40, 40), CanvasFixture::box(kCat, 150, 50, 40, 40),
                         CanvasFixture::box(kCat, 350, 50, 200, 40)});
        f.drag({20, 20}, {400, 120});
        QCOMPARE(f.view->scene().selection(), (Ids{f.at(0).id, f.at(1).id}));
        QCOMPARE(f.document->canUndo(), false);
    }

    void movesTheSelectionAsOneStep()
    {
        CanvasFixture f(nested());
        const auto before = f.shapes();
        f.select({0, 2});
        f.drag({220, 170}, {230, 190});
        QCOMPARE(f.bounds(0), QRectF(210, 170, 40, 40));
        QCOMPARE(f.bounds(2), QRectF(160, 140, 180, 160));
        QCOMPARE(f.bounds(1), QRectF(100, 100, 300, 250));
        verifyUndoRedo(f, before);
    }

    void keepsMovedShapesInThePicture()
    {
        CanvasFixture f({CanvasFixture::box(kCat, 500, 400, 100, 60)});
        f.drag({550, 430}, {639, 479});
        QCOMPARE(f.bounds(0), QRectF(540, 420, 100, 60));
    }

    void escapeDuringADragRestoresTheStateBefore()
    {
        CanvasFixture f(nested());
        const auto before = f.shapes();
        f.press({220, 170});
        f.move({300, 300}, {}, Qt::LeftButton);
        QVERIFY(f.view->scene().hasPreview());
        f.key(Qt::Key_Escape);
        f.release({300, 300});
        f.settle();
        QVERIFY(f.shapes() == before);
        QVERIFY(!f.document->canUndo());
    }

    void resizesByCornersAndEdges_data()
    {
        QTest::addColumn<QPoint>("from");
        QTest::addColumn<QPoint>("to");
        QTest::addColumn<QRectF>("result");
        QTest::newRow("top left") << QPoint(100, 100) << QPoint(90, 80) << QRectF(90, 80, 210, 170);
        QTest::newRow("top") << QPoint(200, 100) << QPoint(222, 70) << QRectF(100, 70, 200, 180);
        QTest::newRow("top, off the middle") << QPoint(130, 101) << QPoint(140, 71) << QRectF(100, 70, 200, 180);
        QTest::newRow("right") << QPoint(300, 175) << QPoint(350, 20) << QRectF(100, 100, 250, 150);
        QTest::newRow("bottom right") << QPoint(300, 250) << QPoint(310, 260) << QRectF(100, 100, 210, 160);
        QTest::newRow("left") << QPoint(100, 175) << QPoint(80, 300) << QRectF(80, 100, 220, 150);
        QTest::newRow("turned over") << QPoint(300, 250) << QPoint(60, 50) << QRectF(60, 50, 40, 50);
    }
    void resizesByCornersAndEdges()
    {
        QFETCH(QPoint, from);
        QFETCH(QPoint, to);
        QFETCH(QRectF, result);
        CanvasFixture f({CanvasFixture::box(kCat, 100, 100, 200, 150)});
        const auto before = f.shapes();
        f.select({0});
        f.drag(from, to);
        QCOMPARE(f.bounds(0), result);
        verifyUndoRedo(f, before);
    }

    void changesTheRadiusOfACircle()
    {
        CanvasFixture f({CanvasFixture::shape(kCat, Shape::circle({300, 200}, 50))});
        f.select({0});
        f.drag({350, 200}, {380, 200});
        QCOMPARE(f.at(0).shape, Shape::circle({300, 200}, 80));
    }

    void movesAVertex()
    {
        CanvasFixture f({square()});
        const auto before = f.shapes();
        f.select({0});
        f.drag({200, 200}, {240, 230});
        QCOMPARE(f.at(0).shape, Shape::polygon({{100, 100}, {200, 100}, {240, 230}, {100, 200}}));
        verifyUndoRedo(f, before);
    }

    void addsAVertexByDoubleClickAndByControlClick()
    {
        CanvasFixture f({square()});
        f.select({0});
        f.doubleClick({150, 100});
        QCOMPARE(f.at(0).shape.points.size(), 5u);
        QCOMPARE(f.at(0).shape.points[1], (domain::ImagePoint{150, 100}));
        f.click({200, 150}, Qt::ControlModifier);
        QCOMPARE(f.at(0).shape.points.size(), 6u);
        QCOMPARE(f.at(0).shape.points[3], (domain::ImagePoint{200, 150}));
    }

    void removesAVertexByAltClickButKeepsThree()
    {
        CanvasFixture f({square()});
        const auto before = f.shapes();
        f.select({0});
        f.click({200, 200}, Qt::AltModifier);
        QCOMPARE(f.at(0).shape, Shape::polygon({{100, 100}, {200, 100}, {100, 200}}));
        verifyUndoRedo(f, before);
        f.click({100, 200}, Qt::AltModifier);
        QCOMPARE(f.at(0).shape.points.size(), 3u);
    }

    void nudgesByArrowKeysAsOneStepEach()
    {
        CanvasFixture f({CanvasFixture::box(kCat, 100, 100, 50, 50)});
        const auto before = f.shapes();
        f.select({0});
        f.key(Qt::Key_Right);
        QCOMPARE(f.bounds(0), QRectF(101, 100, 50, 50));
        verifyUndoRedo(f, before);
        f.key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(f.bounds(0), QRectF(101, 110, 50, 50));
    }

    void holdsAnArrowKeyAsOneStep()
    {
        CanvasFixture f({CanvasFixture::box(kCat, 100, 100, 50, 50)});
        const auto before = f.shapes();
        f.select({0});
        for (int i = 0; i < 5; ++i) {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_Left, {}, {}, i > 0);
            QApplication::sendEvent(f.view.get(), &press);
        }
        QVERIFY(f.shapes() == before); // a preview until the key is let go
        QKeyEvent release(QEvent::KeyRelease, Qt::Key_Left, Qt::NoModifier);
        QApplication::sendEvent(f.view.get(), &release);
        f.settle();
        QCOMPARE(f.bounds(0), QRectF(95, 100, 50, 50));
        f.document->undo();
        f.settle();
        QVERIFY(f.shapes() == before);
    }

    void nudgesAGrabbedCorner()
    {
        CanvasFixture f({CanvasFixture::box(kCat, 100, 100, 50, 50)});
        canvas::CanvasActions actions(*f.view);
        f.select({0});
        actions.action(QStringLiteral("grabNext"))->trigger(); // top left
        f.key(Qt::Key_Left);
        QCOMPARE(f.bounds(0), QRectF(99, 100, 51, 50));
        actions.action(QStringLiteral("grabNext"))->trigger(); // top right
        f.key(Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(f.bounds(0), QRectF(99, 90, 51, 60));
        f.key(Qt::Key_Escape); // lets go of the corner, the shape stays selected
        f.key(Qt::Key_Right);
        QCOMPARE(f.bounds(0), QRectF(100, 90, 51, 60));
    }

    void leavesLockedShapesAloneAndSaysSo()
    {
        CanvasFixture f({CanvasFixture::box(kCat, 100, 100, 100, 100)});
        lock(f, true, false);
        QSignalSpy messages(f.view.get(), &canvas::CanvasView::messageGiven);
        const auto before = f.shapes();
        f.click({150, 150});
        QCOMPARE(f.view->scene().selection(), Ids{f.at(0).id});
        f.drag({150, 150}, {200, 200});
        QCOMPARE(messages.count(), 1);
        f.drag({200, 200}, {230, 230}); // where its corner handle would be
        f.key(Qt::Key_Left);
        canvas::CanvasActions actions(*f.view);
        f.select({0});
        actions.action(QStringLiteral("delete"))->trigger();
        f.settle();
        QVERIFY(f.shapes() == before);
        QVERIFY(!f.document->canUndo());
    }

    void doesNotHitHiddenShapes()
    {
        CanvasFixture f({CanvasFixture::box(kCat, 100, 100, 100, 100)});
        lock(f, false, true);
        f.click({150, 150});
        QVERIFY(f.view->scene().selection().empty());
        lock(f, false, false);
        f.click({150, 150});
        QCOMPARE(f.view->scene().selection().size(), 1u);
        f.set(&CanvasOptions::showsShapes, false);
        QVERIFY(f.view->scene().selection().empty());
        f.click({150, 150});
        QVERIFY(f.view->scene().selection().empty());
    }

    void snapsAMovedShapeToItsNeighbour()
    {
        CanvasFixture f({CanvasFixture::box(kCat, 100, 100, 100, 100), CanvasFixture::box(kCat, 300, 300, 50, 50)});
        f.set(&CanvasOptions::snaps, true);
        f.drag({325, 325}, {228, 222}); // its corner comes to (203, 197)
        QCOMPARE(f.bounds(1), QRectF(200, 200, 50, 50));
    }

private:
    static void lock(CanvasFixture& f, bool isLocked, bool isHidden)
    {
        domain::Label label = *f.labels->find(f.project.cat);
        label.isLocked = isLocked;
        label.isHidden = isHidden;
        const auto written = f.labels->update(label);
        QTRY_VERIFY(written.isFinished() && f.labels->find(f.project.cat)->isLocked == isLocked &&
                    f.labels->find(f.project.cat)->isHidden == isHidden);
    }
};

QTEST_MAIN(TestSelectTool)
#include "tst_SelectTool.moc"
