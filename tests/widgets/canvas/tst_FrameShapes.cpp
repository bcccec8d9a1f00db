// SPDX-License-Identifier: GPL-3.0-or-later
//! Rotated boxes and ellipses: drawing, reshaping, turning, keys, clipboard.
#include "tests/widgets/canvas/CanvasFixture.h"

#include "models/domain/Frames.h"
#include "widgets/canvas/CanvasCommands.h"
#include "widgets/canvas/Handles.h"

#include <cmath>

using namespace lw;
using canvas::CanvasOptions;
using domain::Frame;
using domain::Shape;
using domain::ShapeKind;
using tests::CanvasFixture;

namespace {

const domain::LabelId kCat{1};
constexpr double kDegree = M_PI / 180;

domain::Annotation turnedBox(double degrees = 30)
{
    return CanvasFixture::shape(kCat, Shape::rotatedBox({300, 240}, 160, 80, degrees * kDegree));
}

domain::Annotation ellipse(double degrees = 0)
{
    return CanvasFixture::shape(kCat, Shape::ellipse({300, 240}, 100, 50, degrees * kDegree));
}

Frame frameAt(CanvasFixture& f, size_t index)
{
    return domain::frameOf(f.at(index).shape).value_or(Frame());
}

/// Where a handle is, widget coordinates.
QPoint handle(CanvasFixture& f, size_t shape, int index)
{
    for (const canvas::Handle& each : canvas::handlesOf(f.at(shape).shape)) {
        if (each.index == index) {
            return QPointF(each.at.x, each.at.y).toPoint();
        }
    }
    qFatal("no such handle");
    return {};
}

bool isNear(double a, double b, double by = 0.01)
{
    return std::abs(a - b) <= by;
}

} // namespace

class TestFrameShapes final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsARotatedBoxByThreeClicks()
    {
        CanvasFixture f;
        f.tool("rotated");
        f.click({100, 100});
        f.click({200, 200});
        QCOMPARE(f.count(), 0u);
        f.click({100, 200});
        QCOMPARE(f.count(), 1u);
        QCOMPARE(f.at(0).shape.kind, ShapeKind::RotatedBox);
        const Frame frame = frameAt(f, 0);
        QVERIFY(isNear(frame.width, std::hypot(100, 100)));
        QVERIFY(isNear(frame.height, std::hypot(50, 50)));
        QVERIFY(isNear(frame.angle, 45 * kDegree));
        QVERIFY(isNear(frame.centre.x, 125) && isNear(frame.centre.y, 175));
        verifyUndoRedo(f, {});
    }

    void drawsTheEdgeByDraggingAndTakesTheOtherSide()
    {
        CanvasFixture f;
        f.tool("rotated");
        f.drag({300, 300}, {200, 300});
        QCOMPARE(f.count(), 0u);
        f.click({250, 260});
        QCOMPARE(f.count(), 1u);
        QCOMPARE(f.bounds(0), QRectF(200, 260, 100, 40));
        // Drawn from right to left, its top is above all the same.
        QVERIFY(isNear(frameAt(f, 0).angle, 0));
    }

    void shiftHoldsTheEdgeToFifteenDegrees()
    {
        CanvasFixture f;
        f.tool("rotated");
        f.click({100, 100});
        f.click({200, 155}, Qt::ShiftModifier);
        f.click({100, 200});
        QVERIFY(isNear(domain::degreesOf(frameAt(f, 0).angle), 30, 1e-6));
    }

    void escapeAndBackspaceTakePointsBack()
    {
        CanvasFixture f;
        f.tool("rotated");
        f.click({100, 100});
        f.click({200, 100});
        f.key(Qt::Key_Backspace);
        f.click({180, 100});
        f.click({150, 150});
        QCOMPARE(f.bounds(0), QRectF(100, 100, 80, 50));
        f.click({300, 300});
        f.key(Qt::Key_Escape);
        QVERIFY(!f.view->tools().active().isBusy());
    }

    void drawsARotatedBoxByKeysAlone()
    {
        CanvasFixture f;
        f.tool("rotated");
        f.key(Qt::Key_Right, Qt::ShiftModifier);
        f.key(Qt::Key_Return);
        for (int i = 0; i < 5; ++i) {
            f.key(Qt::Key_Right, Qt::ShiftModifier);
        }
        f.key(Qt::Key_Return);
        f.key(Qt::Key_Down, Qt::ShiftModifier);
        f.key(Qt::Key_Down, Qt::ShiftModifier);
        f.key(Qt::Key_Return);
        QCOMPARE(f.count(), 1u);
        QCOMPARE(f.bounds(0).size(), QSizeF(50, 20));
    }

    void resizingKeepsTheAngleAndTheOtherCorner()
    {
        CanvasFixture f({turnedBox()});
        f.set(&CanvasOptions::usesWholePixels, false);
        const auto before = f.shapes();
        const domain::ImagePoint fixed = before[0].points[0];
        f.select({0});
        const QPoint corner = handle(f, 0, 4);
        f.drag(corner, corner + QPoint(30, 40));
        const Frame frame = frameAt(f, 0);
        QVERIFY(isNear(frame.angle, 30 * kDegree, 1e-6));
        QVERIFY(isNear(f.at(0).shape.points[0].x, fixed.x) && isNear(f.at(0).shape.points[0].y, fixed.y));
        QVERIFY(frame.width > 165 && frame.height > 85);
        verifyUndoRedo(f, before);
    }

    void anEdgeChangesOneSideOnly()
    {
        CanvasFixture f({turnedBox()});
        f.set(&CanvasOptions::usesWholePixels, false);
        f.select({0});
        const QPoint edge = handle(f, 0, 3);
        f.drag(edge, edge + QPoint(20, 0));
        const Frame frame = frameAt(f, 0);
        QVERIFY(isNear(frame.height, 80));
        QVERIFY(isNear(frame.width, 160 + 20 * std::cos(30 * kDegree)));
    }

    void turnsByTheHandleAboveTheTop_data()
    {
        QTest::addColumn<bool>("isEllipse");
        QTest::newRow("box") << false;
        QTest::newRow("ellipse") << true;
    }
    void turnsByTheHandleAboveTheTop()
    {
        QFETCH(bool, isEllipse);
        CanvasFixture f({isEllipse ? ellipse() : turnedBox(0)});
        const auto before = f.shapes();
        f.select({0});
        f.drag(handle(f, 0, isEllipse ? 4 : 8), {400, 243});
        QVERIFY(std::abs(domain::degreesOf(frameAt(f, 0).angle) - 91.7) < 1.5);
        QVERIFY(isNear(frameAt(f, 0).width, isEllipse ? 200 : 160));
        QVERIFY(isNear(frameAt(f, 0).centre.x, 300));
        verifyUndoRedo(f, before);
        f.drag(handle(f, 0, isEllipse ? 4 : 8), {405, 170}, Qt::ShiftModifier);
        QVERIFY(isNear(domain::degreesOf(frameAt(f, 0).angle), 60, 1e-6));
    }

    void turnsByKeys()
    {
        CanvasFixture f({turnedBox(0)});
        const auto before = f.shapes();
        f.select({0});
        f.view->tools().active().grabCorner(-1);
        f.key(Qt::Key_Right);
        QVERIFY(isNear(domain::degreesOf(frameAt(f, 0).angle), 1, 1e-6));
        verifyUndoRedo(f, before);
        f.key(Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(isNear(domain::degreesOf(frameAt(f, 0).angle), -9, 1e-6));
    }

    void staysInThePictureWhileTurning()
    {
        CanvasFixture f({CanvasFixture::shape(kCat, Shape::rotatedBox({320, 30}, 200, 40, 0))});
        f.select({0});
        f.press(handle(f, 0, 8));
        f.move({420, 30}, {}, Qt::LeftButton);
        const Shape* shown = f.view->scene().previewOf(f.at(0).id);
        QVERIFY(shown);
        QVERIFY(shown->boundingRect().top() >= -1e-9);
        const Shape seen = *shown;
        f.release({420, 30});
        f.settle();
        QCOMPARE(f.at(0).shape, seen);
    }

    void drawsAnEllipseIntoABox()
    {
        CanvasFixture f;
        f.tool("ellipse");
        f.drag({100, 100}, {300, 180});
        QCOMPARE(f.at(0).shape, Shape::ellipse({200, 140}, 100, 40, 0));
        verifyUndoRedo(f, {});
        f.drag({400, 100}, {460, 190}, Qt::ShiftModifier);
        QCOMPARE(f.bounds(1).size(), QSizeF(90, 90));
    }

    void dragsEachHalfAxisOfAnEllipse()
    {
        CanvasFixture f({ellipse()});
        const auto before = f.shapes();
        f.select({0});
        f.drag({400, 240}, {430, 250});
        QVERIFY(isNear(frameAt(f, 0).width, 260) && isNear(frameAt(f, 0).height, 100));
        verifyUndoRedo(f, before);
        f.drag({300, 190}, {310, 160});
        QVERIFY(isNear(frameAt(f, 0).height, 160) && isNear(frameAt(f, 0).width, 260));
    }

    void hitsInsideOnly_data()
    {
        QTest::addColumn<bool>("isEllipse");
        QTest::addColumn<QPoint>("at");
        QTest::addColumn<bool>("isHit");
        QTest::newRow("box, inside") << false << QPoint(300, 240) << true;
        QTest::newRow("box, in its bounds but outside") << false << QPoint(375, 200) << false;
        QTest::newRow("ellipse, inside") << true << QPoint(230, 240) << true;
        QTest::newRow("ellipse, in its bounds but outside") << true << QPoint(390, 280) << false;
    }
    void hitsInsideOnly()
    {
        QFETCH(bool, isEllipse);
        QFETCH(QPoint, at);
        QFETCH(bool, isHit);
        CanvasFixture f({isEllipse ? ellipse() : turnedBox()});
        f.click(at);
        QCOMPARE(f.view->scene().selection().size(), isHit ? 1u : 0u);
    }

    void movesNudgesCopiesAndComesBackFromTheDisk()
    {
        CanvasFixture f({turnedBox(), ellipse(20)});
        f.select({0, 1});
        const auto before = f.shapes();
        f.drag({300, 240}, {310, 250});
        QVERIFY(isNear(frameAt(f, 0).centre.x, 310) && isNear(frameAt(f, 1).centre.y, 250));
        verifyUndoRedo(f, before);
        f.key(Qt::Key_Down);
        QVERIFY(isNear(frameAt(f, 0).centre.y, 251));
        canvas::CanvasCommands commands(*f.view);
        commands.copySelected();
        commands.paste();
        f.settle();
        QCOMPARE(f.count(), 4u);
        QCOMPARE(f.at(2).shape.kind, ShapeKind::RotatedBox);
        QVERIFY(isNear(frameAt(f, 3).width, 200));
        const auto written = f.shapes();
        const auto ids = f.project.ids();
        QVERIFY(f.document->load(ids.last()));
        QVERIFY(f.document->load(ids.first()));
        QVERIFY(f.shapes() == written);
    }

    void leavesLockedShapesAlone()
    {
        CanvasFixture f({turnedBox()});
        domain::Label label = *f.labels->find(kCat);
        label.isLocked = true;
        QVERIFY(f.labels->update(label).result());
        QTRY_VERIFY(f.labels->find(kCat)->isLocked);
        const auto before = f.shapes();
        f.select({0});
        f.drag(handle(f, 0, 8), {400, 240});
        f.key(Qt::Key_Right);
        QVERIFY(f.shapes() == before);
    }
};

QTEST_MAIN(TestFrameShapes)
#include "tst_FrameShapes.moc"
