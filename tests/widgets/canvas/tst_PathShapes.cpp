// SPDX-License-Identifier: GPL-3.0-or-later
//! Polylines, and polygons of several rings.
#include "tests/widgets/canvas/CanvasFixture.h"

#include "widgets/canvas/CanvasCommands.h"

using namespace lw;
using domain::ImagePoint;
using domain::Shape;
using tests::CanvasFixture;

namespace {

const domain::LabelId kCat{1};

using Ring = std::vector<ImagePoint>;

const Ring kOuter = {{100, 100}, {400, 100}, {400, 400}, {100, 400}};
const Ring kHole = {{200, 200}, {300, 200}, {250, 300}};
const Ring kPart = {{450, 100}, {550, 100}, {550, 200}, {450, 200}};

domain::Annotation rings()
{
    return CanvasFixture::shape(kCat, Shape::polygon(std::vector<Ring>{kOuter, kHole, kPart}));
}

domain::Annotation path()
{
    return CanvasFixture::shape(kCat, Shape::polyline({{100, 100}, {200, 150}, {300, 100}}));
}

} // namespace

class TestPathShapes final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsAPolylineAndEndsByEnterOrDoubleClick()
    {
        CanvasFixture f;
        f.tool("polyline");
        f.click({100, 100});
        f.click({200, 150});
        f.key(Qt::Key_Return);
        QCOMPARE(f.at(0).shape, Shape::polyline({{100, 100}, {200, 150}}));
        verifyUndoRedo(f, {});
        f.click({300, 300});
        f.click({350, 320});
        f.doubleClick({400, 300});
        QCOMPARE(f.count(), 2u);
        QCOMPARE(f.at(1).shape, Shape::polyline({{300, 300}, {350, 320}, {400, 300}}));
    }

    void doesNotCloseAPolylineOnItsFirstPoint()
    {
        CanvasFixture f;
        f.tool("polyline");
        for (QPoint p : {QPoint(100, 100), QPoint(200, 100), QPoint(200, 200), QPoint(100, 100)}) {
            f.click(p);
        }
        QCOMPARE(f.count(), 0u);
        f.key(Qt::Key_Return);
        QCOMPARE(f.at(0).shape.points.size(), 4u);
    }

    void backspaceAndEscapeTakePolylinePointsBack()
    {
        CanvasFixture f;
        f.tool("polyline");
        f.click({100, 100});
        f.click({200, 150});
        f.click({300, 300});
        f.key(Qt::Key_Backspace);
        f.click({300, 100});
        f.key(Qt::Key_Return);
        QCOMPARE(f.at(0).shape, path().shape);
        f.click({20, 20});
        f.key(Qt::Key_Return); // one point is no line
        QCOMPARE(f.count(), 1u);
        f.key(Qt::Key_Escape);
        QVERIFY(!f.view->tools().active().isBusy());
    }

    void editsVerticesOfAPolyline()
    {
        CanvasFixture f({path()});
        auto before = f.shapes();
        f.select({0});
        f.drag({200, 150}, {210, 180});
        QCOMPARE(f.at(0).shape, Shape::polyline({{100, 100}, {210, 180}, {300, 100}}));
        verifyUndoRedo(f, before);
        f.document->undo();
        f.settle();
        before = f.shapes();
        f.drag({150, 125}, {150, 60}, Qt::ControlModifier);
        QCOMPARE(f.at(0).shape.points.size(), 4u);
        QCOMPARE(f.at(0).shape.points[1], (ImagePoint{150, 60}));
        verifyUndoRedo(f, before);
        f.click({150, 60}, Qt::AltModifier);
        QVERIFY(f.shapes() == before);
    }

    void keepsTwoPointsOfAPolyline()
    {
        CanvasFixture f({path()});
        f.select({0});
        f.click({200, 150}, Qt::AltModifier);
        QCOMPARE(f.at(0).shape.points.size(), 2u);
        QSignalSpy messages(f.view.get(), &canvas::CanvasView::messageGiven);
        f.click({100, 100}, Qt::AltModifier);
        QCOMPARE(f.at(0).shape.points.size(), 2u);
        QCOMPARE(messages.count(), 1);
    }

    void doesNotJoinTheEndsOfAPolyline()
    {
        CanvasFixture f({path()});
        f.click({200, 100}); // between the ends
        QVERIFY(f.view->scene().selection().empty());
        f.click({150, 125});
        QCOMPARE(f.view->scene().selection().size(), 1u);
    }

    void hitsRingsByTheOddNumberAround()
    {
        CanvasFixture f({rings()});
        f.click({250, 240});
        QVERIFY(f.view->scene().selection().empty());
        f.click({150, 150});
        QCOMPARE(f.view->scene().selection().size(), 1u);
        f.click({600, 440});
        f.click({500, 150});
        QCOMPARE(f.view->scene().selection().size(), 1u);
    }

    void showsHolesOpen()
    {
        CanvasFixture f({rings()}, Qt::white);
        const QImage image = f.rendered();
        QCOMPARE(image.pixelColor(250, 240), QColor(Qt::white));
        QVERIFY(image.pixelColor(150, 150) != QColor(Qt::white));
        QVERIFY(image.pixelColor(500, 150) != QColor(Qt::white));
        // No line from ring to ring.
        QCOMPARE(image.pixelColor(425, 60), QColor(Qt::white));
        QCOMPARE(image.pixelColor(425, 150), QColor(Qt::white));
    }

    void dragsAVertexOfAHole()
    {
        CanvasFixture f({rings()});
        const auto before = f.shapes();
        f.select({0});
        f.drag({250, 300}, {260, 350});
        const Shape& shape = f.at(0).shape;
        QCOMPARE(shape.ringStarts, (std::vector<int>{4, 7}));
        QCOMPARE(shape.points[6], (ImagePoint{260, 350}));
        verifyUndoRedo(f, before);
    }

    void insertsVerticesIntoTheRingThatWasHit_data()
    {
        QTest::addColumn<QPoint>("at");
        QTest::addColumn<int>("ring");
        QTest::newRow("outer") << QPoint(250, 100) << 0;
        QTest::newRow("outer, from its last point to its first") << QPoint(100, 250) << 0;
        QTest::newRow("hole") << QPoint(250, 200) << 1;
        QTest::newRow("hole, from its last point to its first") << QPoint(225, 250) << 1;
        QTest::newRow("part") << QPoint(500, 200) << 2;
    }
    void insertsVerticesIntoTheRingThatWasHit()
    {
        QFETCH(QPoint, at);
        QFETCH(int, ring);
        CanvasFixture f({rings()});
        const auto before = f.shapes();
        f.select({0});
        f.drag(at, at + QPoint(8, 9), Qt::ControlModifier);
        const Shape& shape = f.at(0).shape;
        QCOMPARE(shape.ringCount(), 3);
        for (int i = 0; i < 3; ++i) {
            const size_t sizes[] = {4, 3, 4};
            QCOMPARE(shape.ring(i).size(), sizes[i] + (i == ring ? 1 : 0));
            const auto points = shape.ring(i);
            const ImagePoint added{double(at.x() + 8), double(at.y() + 9)};
            QCOMPARE(std::find(points.begin(), points.end(), added) != points.end(), i == ring);
        }
        verifyUndoRedo(f, before);
    }

    void removesAVertexOfOneRing()
    {
        CanvasFixture f({rings()});
        f.select({0});
        f.click({400, 400}, Qt::AltModifier);
        QCOMPARE(f.at(0).shape.ringStarts, (std::vector<int>{3, 6}));
        f.click({550, 200}, Qt::AltModifier);
        QCOMPARE(f.at(0).shape.ringStarts, (std::vector<int>{3, 6}));
        QCOMPARE(f.at(0).shape.points.size(), 9u);
    }

    void aRingBelowThreePointsGoes()
    {
        CanvasFixture f({rings()});
        const auto before = f.shapes();
        f.select({0});
        f.click({200, 200}, Qt::AltModifier);
        QCOMPARE(f.at(0).shape, Shape::polygon(std::vector<Ring>{kOuter, kPart}));
        verifyUndoRedo(f, before);
    }

    void holesGoWithWhatIsAroundThem()
    {
        CanvasFixture f({CanvasFixture::shape(
            kCat, Shape::polygon(std::vector<Ring>{{{100, 100}, {400, 100}, {250, 400}}, kHole, kPart}))});
        f.select({0});
        f.click({100, 100}, Qt::AltModifier);
        QCOMPARE(f.at(0).shape, Shape::polygon(kPart));
    }

    void keepsTheLastRing()
    {
        CanvasFixture f({CanvasFixture::shape(kCat, Shape::polygon(kHole))});
        const auto before = f.shapes();
        f.select({0});
        f.click({200, 200}, Qt::AltModifier);
        QVERIFY(f.shapes() == before);
    }

    void copiesRingsAndReadsThemBack()
    {
        CanvasFixture f({rings(), path()});
        f.select({0, 1});
        canvas::CanvasCommands commands(*f.view);
        commands.copySelected();
        commands.removeSelected();
        f.settle();
        commands.paste();
        f.settle();
        QCOMPARE(f.shapes(), (std::vector<Shape>{rings().shape, path().shape}));
        const auto ids = f.project.ids();
        QVERIFY(f.document->load(ids.last()));
        QVERIFY(f.document->load(ids.first()));
        QCOMPARE(f.shapes(), (std::vector<Shape>{rings().shape, path().shape}));
    }
};

QTEST_MAIN(TestPathShapes)
#include "tst_PathShapes.moc"
