// SPDX-License-Identifier: GPL-3.0-or-later
//! Each drawing tool by mouse and by keyboard, with undo and redo.
#include "tests/widgets/canvas/CanvasFixture.h"

using namespace lw;
using canvas::CanvasOptions;
using domain::Shape;
using domain::ShapeKind;
using tests::CanvasFixture;

class TestDrawTools final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsABoxByDragging()
    {
        CanvasFixture f;
        f.tool("box");
        f.drag({50, 60}, {150, 200});
        QCOMPARE(f.count(), 1u);
        QCOMPARE(f.at(0).shape, Shape::box({50, 60}, {150, 200}));
        verifyUndoRedo(f, {});
    }

    void drawsABoxByTwoClicks()
    {
        CanvasFixture f;
        f.tool("box");
        f.click({150, 200});
        QCOMPARE(f.count(), 0u);
        f.click({50, 60});
        QCOMPARE(f.count(), 1u);
        QCOMPARE(f.at(0).shape, Shape::box({50, 60}, {150, 200}));
    }

    void startsANewBoxOnTopOfABox()
    {
        CanvasFixture f;
        f.tool("box");
        f.drag({50, 60}, {350, 300});
        f.drag({100, 100}, {200, 200});
        QCOMPARE(f.count(), 2u);
        QCOMPARE(f.bounds(0), QRectF(50, 60, 300, 240));
        QCOMPARE(f.bounds(1), QRectF(100, 100, 100, 100));
    }

    void makesSquaresWithShift()
    {
        CanvasFixture f;
        f.tool("box");
        f.drag({100, 100}, {160, 220}, Qt::ShiftModifier);
        QCOMPARE(f.bounds(0), QRectF(100, 100, 120, 120));
        // At the border the square gets smaller rather than ceasing to be one.
        f.drag({600, 100}, {630, 300}, Qt::ShiftModifier);
        QCOMPARE(f.bounds(1), QRectF(600, 100, 40, 40));
    }

    void doesNotMakeABoxOfADoubleClick()
    {
        CanvasFixture f;
        f.tool("box");
        f.click({100, 100});
        f.click({100, 100});
        QCOMPARE(f.count(), 0u);
        f.click({140, 130});
        QCOMPARE(f.bounds(0), QRectF(100, 100, 40, 30));
    }

    void keepsShapesWithinThePicture()
    {
        CanvasFixture f;
        f.view->resize(800, 600);
        f.view->zoomToActualSize();
        const QPointF o = f.view->transform().offset();
        f.tool("box");
        f.drag((o + QPointF(600, 400)).toPoint(), (o + QPointF(700, 560)).toPoint());
        QCOMPARE(f.bounds(0), QRectF(600, 400, 40, 80));
    }

    void drawsABoxByKeysAlone()
    {
        CanvasFixture f;
        f.tool("box");
        f.key(Qt::Key_Right);
        f.key(Qt::Key_Enter);
        for (int i = 0; i < 3; ++i) {
            f.key(Qt::Key_Right, Qt::ShiftModifier);
            f.key(Qt::Key_Down);
        }
        f.key(Qt::Key_Return);
        QCOMPARE(f.count(), 1u);
        QCOMPARE(f.bounds(0).size(), QSizeF(30, 3));
    }

    void drawsAPolygonByKeysAlone()
    {
        CanvasFixture f;
        f.tool("polygon");
        for (Qt::Key direction : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Down}) {
            f.key(direction, Qt::ShiftModifier);
            f.key(Qt::Key_Return);
        }
        QCOMPARE(f.count(), 0u);
        f.key(Qt::Key_Return); // the same place again closes it
        QCOMPARE(f.count(), 1u);
        QCOMPARE(f.bounds(0).size(), QSizeF(10, 10));
    }

    void escapeDropsAHalfDrawnShape_data()
    {
        QTest::addColumn<QByteArray>("tool");
        for (const char* tool : {"box", "polygon", "circle", "line", "dashed"}) {
            QTest::newRow(tool) << QByteArray(tool);
        }
    }
    void escapeDropsAHalfDrawnShape()
    {
        QFETCH(QByteArray, tool);
        CanvasFixture f;
        f.tool(tool.constData());
        f.click({100, 100});
        f.key(Qt::Key_Escape);
        QVERIFY(!f.view->tools().active().isBusy());
        f.click({200, 200});
        QCOMPARE(f.count(), 0u);
    }

    void closesAPolygonOnItsFirstPoint()
    {
        CanvasFixture f;
        f.tool("polygon");
        for (QPoint p : {QPoint(100, 100), QPoint(200, 100), QPoint(200, 200), QPoint(103, 102)}) {
            f.click(p);
        }
        QCOMPARE(f.count(), 1u);
        QCOMPARE(f.at(0).shape, Shape::polygon({{100, 100}, {200, 100}, {200, 200}}));
        verifyUndoRedo(f, {});
    }

    void closesAPolygonByEnterAndByDoubleClick()
    {
        CanvasFixture f;
        f.tool("polygon");
        for (QPoint p : {QPoint(100, 100), QPoint(200, 100), QPoint(200, 200)}) {
            f.click(p);
        }
        f.key(Qt::Key_Return);
        QCOMPARE(f.count(), 1u);
        f.click({300, 100});
        f.click({400, 100});
        f.doubleClick({400, 200});
        QCOMPARE(f.count(), 2u);
        QCOMPARE(f.at(1).shape.points.size(), 3u);
    }

    void backspaceTakesTheLastPointBack()
    {
        CanvasFixture f;
        f.tool("polygon");
        for (QPoint p : {QPoint(100, 100), QPoint(200, 100), QPoint(300, 300), QPoint(200, 200)}) {
            f.click(p);
        }
        f.key(Qt::Key_Backspace);
        f.key(Qt::Key_Backspace);
        f.click({200, 220});
        f.key(Qt::Key_Return);
        QCOMPARE(f.at(0).shape, Shape::polygon({{100, 100}, {200, 100}, {200, 220}}));
    }

    void pansWhileAPolygonIsHalfDrawn()
    {
        CanvasFixture f;
        f.tool("polygon");
        f.click({100, 100});
        f.click({200, 100});
        QTest::mousePress(f.view.get(), Qt::MiddleButton, {}, {300, 300});
        f.move({340, 320}, {}, Qt::MiddleButton);
        QTest::mouseRelease(f.view.get(), Qt::MiddleButton, {}, {340, 320});
        QCOMPARE(f.view->transform().offset(), QPointF(40, 20));
        f.click({240, 220});
        f.key(Qt::Key_Return);
        QCOMPARE(f.at(0).shape, Shape::polygon({{100, 100}, {200, 100}, {200, 200}}));
    }

    void drawsFreehandWithShift()
    {
        CanvasFixture f;
        f.tool("polygon");
        f.press({100, 100}, Qt::ShiftModifier);
        for (QPoint p : {QPoint(140, 100), QPoint(160, 140), QPoint(120, 160), QPoint(102, 103)}) {
            f.move(p, Qt::ShiftModifier, Qt::LeftButton);
        }
        f.release({102, 103}, Qt::ShiftModifier);
        f.settle();
        QCOMPARE(f.count(), 1u);
        QVERIFY(f.at(0).shape.points.size() >= 4);
    }

    void drawsACircleThatStaysInThePicture()
    {
        CanvasFixture f;
        f.tool("circle");
        f.click({200, 200});
        f.click({230, 240});
        QCOMPARE(f.at(0).shape, Shape::circle({200, 200}, 50));
        verifyUndoRedo(f, {});
        f.drag({20, 100}, {200, 100});
        QCOMPARE(f.at(1).shape, Shape::circle({20, 100}, 20));
    }

    void drawsLinesAndPoints()
    {
        CanvasFixture f;
        f.tool("line");
        f.drag({100, 100}, {200, 150});
        QCOMPARE(f.at(0).shape, Shape::line({100, 100}, {200, 150}));
        f.tool("dashed");
        f.drag({100, 100}, {220, 110}, Qt::ShiftModifier);
        QCOMPARE(f.at(1).shape, Shape::line({100, 100}, {220, 100}, true));
        const std::vector<Shape> before = f.shapes();
        f.tool("point");
        f.click({300, 300});
        QCOMPARE(f.at(2).shape, Shape::point({300, 300}));
        verifyUndoRedo(f, before);
    }

    void leavesDrawModeUnlessToldToStay()
    {
        CanvasFixture f;
        f.tool("box");
        f.drag({10, 10}, {60, 60});
        QCOMPARE(f.view->tools().activeId(), QStringLiteral("box"));
        f.set(&CanvasOptions::staysInDrawMode, false);
        f.drag({110, 10}, {160, 60});
        QCOMPARE(f.view->tools().activeId(), QStringLiteral("select"));
        QCOMPARE(f.view->scene().selection(), canvas::Ids{f.at(1).id});
    }

    void offersOnlyAllowedShapes()
    {
        CanvasFixture f;
        f.tool("polygon");
        f.view->tools().setAllowedShapes({ShapeKind::BoundingBox});
        QCOMPARE(f.view->tools().activeId(), QStringLiteral("select"));
        f.tool("circle");
        QCOMPARE(f.view->tools().activeId(), QStringLiteral("select"));
        f.tool("box");
        QCOMPARE(f.view->tools().activeId(), QStringLiteral("box"));
    }

    void roundsToWholePixelsUnlessToldNotTo()
    {
        CanvasFixture f;
        f.view->zoomBy(2);
        f.tool("point");
        f.click({101, 101});
        const domain::ImagePoint exact = f.view->transform().toImage({101, 101});
        QVERIFY(exact.x != std::round(exact.x));
        QCOMPARE(f.at(0).shape.points[0], (domain::ImagePoint{std::round(exact.x), std::round(exact.y)}));
        f.set(&CanvasOptions::usesWholePixels, false);
        f.click({101, 101});
        QCOMPARE(f.at(1).shape.points[0], exact);
    }

    void snapsToCornersAndBorderUnlessControlIsHeld()
    {
        CanvasFixture f;
        f.tool("box");
        f.drag({100, 100}, {200, 200});
        f.set(&CanvasOptions::snaps, true);
        f.drag({203, 196}, {300, 300});
        QCOMPARE(f.bounds(1), QRectF(200, 200, 100, 100));
        f.drag({203, 96}, {260, 60}, Qt::ControlModifier);
        QCOMPARE(f.bounds(2), QRectF(203, 60, 57, 36));
        f.drag({4, 400}, {50, 477});
        QCOMPARE(f.bounds(3), QRectF(0, 400, 50, 80));
    }
};

QTEST_MAIN(TestDrawTools)
#include "tst_DrawTools.moc"
