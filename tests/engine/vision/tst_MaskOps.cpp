// SPDX-License-Identifier: GPL-3.0-or-later
//! Masks: every operation against the same on plain pixels, and round trips through polygons.
#include "engine/vision/MaskOps.h"

#include <QRandomGenerator>
#include <QtTest>

#include <cmath>

using namespace lw;
using namespace lw::vision;
using domain::ImagePoint;
using domain::Mask;
using domain::Shape;

namespace {

constexpr QRect kField(0, 0, 61, 47);

Region randomRegion(quint32 seed, int percent)
{
    QRandomGenerator random(seed);
    Region region(kField.width(), kField.height());
    for (uint8_t& cell : region.cells) {
        cell = random.bounded(100) < percent;
    }
    return region;
}

/// A few discs and rectangles: parts and holes of a natural kind.
Region blobs(quint32 seed)
{
    QRandomGenerator random(seed);
    Region region(kField.width(), kField.height());
    for (int i = 0; i < 9; ++i) {
        const QPointF centre(random.bounded(61), random.bounded(47));
        const double radius = 2 + random.bounded(12);
        for (int y = 0; y < region.height; ++y) {
            for (int x = 0; x < region.width; ++x) {
                if (std::hypot(x - centre.x(), y - centre.y()) < radius) {
                    region.at(x, y) = i % 3 != 2;
                }
            }
        }
    }
    return region;
}

Mask maskFrom(const Region& region)
{
    return Mask::fromPixels(region.cells.data(), region.width, kField);
}

Ring square(double x, double y, double side)
{
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}};
}

} // namespace

class TestMaskOps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spansKeepEveryPixel_data()
    {
        QTest::addColumn<int>("percent");
        for (const int percent : {0, 5, 50, 95, 100}) {
            QTest::addRow("%d percent", percent) << percent;
        }
    }
    void spansKeepEveryPixel()
    {
        QFETCH(int, percent);
        for (quint32 seed = 0; seed < 20; ++seed) {
            const Mask mask = maskFrom(randomRegion(seed, percent));
            QCOMPARE(maskOf(spansOf(mask)), mask);
            QCOMPARE(maskOf(spansOf(randomRegion(seed, percent))), mask);
        }
    }
    void combinesLikePixels()
    {
        for (quint32 seed = 0; seed < 30; ++seed) {
            const Region a = randomRegion(seed, 50), b = blobs(seed + 100);
            Region both = a, either = a, rest = a;
            for (size_t i = 0; i < a.cells.size(); ++i) {
                both.cells[i] = a.cells[i] & b.cells[i];
                either.cells[i] = a.cells[i] | b.cells[i];
                rest.cells[i] = a.cells[i] & !b.cells[i];
            }
            const Mask ma = maskFrom(a), mb = maskFrom(b);
            QCOMPARE(intersected(ma, mb), maskFrom(both));
            QCOMPARE(united(ma, mb), maskFrom(either));
            QCOMPARE(subtracted(ma, mb), maskFrom(rest));
            QCOMPARE(overlapOf(ma, mb), double(maskFrom(both).area()) / double(maskFrom(either).area()));
        }
    }
    void combinesWithNothing()
    {
        const Mask some = maskFrom(blobs(1));
        QCOMPARE(united(some, {}), some);
        QCOMPARE(united({}, some), some);
        QCOMPARE(subtracted(some, {}), some);
        QVERIFY(subtracted({}, some).isEmpty());
        QVERIFY(subtracted(some, some).isEmpty());
        QVERIFY(intersected(some, {}).isEmpty());
        QCOMPARE(overlapOf({}, {}), 0.0);
    }
    void strokeTakesThePixelsNearItsLine_data()
    {
        QTest::addColumn<QPointF>("from");
        QTest::addColumn<QPointF>("to");
        QTest::addColumn<double>("radius");
        QTest::newRow("dot") << QPointF(20.3, 20.7) << QPointF(20.3, 20.7) << 6.2;
        QTest::newRow("slanted") << QPointF(5, 40) << QPointF(50.5, 9.25) << 4.5;
        QTest::newRow("level") << QPointF(5, 20) << QPointF(50, 20) << 3.0;
        QTest::newRow("upright") << QPointF(30.5, 2) << QPointF(30.5, 44) << 7.9;
        QTest::newRow("over the edge") << QPointF(-20, 10) << QPointF(70, 60) << 9.0;
    }
    void strokeTakesThePixelsNearItsLine()
    {
        QFETCH(QPointF, from);
        QFETCH(QPointF, to);
        QFETCH(double, radius);
        Region expected(kField.width(), kField.height());
        const QPointF way = to - from;
        const double squared = QPointF::dotProduct(way, way);
        for (int y = 0; y < expected.height; ++y) {
            for (int x = 0; x < expected.width; ++x) {
                const QPointF p = QPointF(x + 0.5, y + 0.5) - from;
                const double t = squared > 0 ? std::clamp(QPointF::dotProduct(p, way) / squared, 0.0, 1.0) : 0;
                const QPointF off = p - way * t;
                expected.at(x, y) = std::hypot(off.x(), off.y()) <= radius + 1e-9;
            }
        }
        const Stroke stroke{{from.x(), from.y()}, {to.x(), to.y()}, radius, false};
        QCOMPARE(strokeMask(stroke, kField), maskFrom(expected));
    }
    void thinnestBrushLeavesAMark()
    {
        Mask mask;
        const QRect touched = paint(mask, {{10.9, 7.1}, {10.9, 7.1}, 0.1, false}, kField);
        QCOMPARE(touched, QRect(10, 7, 1, 1));
        QCOMPARE(mask.area(), 1);
        QVERIFY(mask.contains(10, 7));
    }
    void eraserTakesAwayWhatTheBrushMade()
    {
        Mask mask = maskFrom(blobs(3));
        const Mask before = mask;
        const Stroke brush{{10, 10}, {40, 30}, 5, false};
        Stroke eraser = brush;
        eraser.isEraser = true;
        const QRect touched = paint(mask, brush, kField);
        QVERIFY(touched.contains(domain::exclusiveOr(mask, before).boundingRect()));
        QCOMPARE(mask, united(before, strokeMask(brush, kField)));
        paint(mask, eraser, kField);
        QCOMPARE(mask, subtracted(before, strokeMask(brush, kField)));
    }
    void strokesOutsideOrWithoutNumbersChangeNothing()
    {
        Mask mask = maskFrom(blobs(3));
        const Mask before = mask;
        QVERIFY(paint(mask, {{-50, -50}, {-30, -40}, 5, false}, kField).isEmpty());
        QVERIFY(paint(mask, {{1e18, 5}, {1e18, 5}, 3, false}, kField).isEmpty());
        QVERIFY(paint(mask, {{qQNaN(), 5}, {3, 5}, 3, false}, kField).isEmpty());
        QVERIFY(paint(mask, {{4, 5}, {3, 5}, qInf(), false}, kField).isEmpty());
        QCOMPARE(mask, before);
    }
    void fillsHolesButNotBays()
    {
        const Mask ring = maskOf(Shape::polygon(std::vector<Ring>{square(5, 5, 20), square(10, 10, 5)}), kField.size());
        QCOMPARE(ring.area(), 375);
        QCOMPARE(holesFilled(ring).area(), 400);
        const Mask bay = subtracted(holesFilled(ring), maskOf(Shape::polygon(square(20, 10, 5)), kField.size()));
        QCOMPARE(holesFilled(bay), bay);
        QVERIFY(holesFilled({}).isEmpty());
        // Open at a corner only: closed, for holes hang together by sides.
        const Mask corner = subtracted(holesFilled(ring), maskOf(Shape::polygon(square(23, 23, 1)), kField.size()));
        QCOMPARE(holesFilled(corner).area(), 400);
    }
    void partsAddUpAndAreApart()
    {
        for (quint32 seed = 0; seed < 20; ++seed) {
            const Mask mask = maskFrom(seed % 2 ? blobs(seed) : randomRegion(seed, 30));
            Mask sum;
            qint64 last = std::numeric_limits<qint64>::max();
            for (const Mask& part : partsOf(mask)) {
                QVERIFY(part.isValid());
                QVERIFY(part.area() <= last);
                last = part.area();
                QVERIFY(intersected(sum, part).isEmpty());
                QCOMPARE(int(partsOf(part).size()), 1);
                sum = united(sum, part);
            }
            QCOMPARE(sum, mask);
        }
        QVERIFY(partsOf({}).empty());
    }
    void cornersConnectParts()
    {
        Region region(kField.width(), kField.height());
        region.at(3, 3) = region.at(4, 4) = region.at(9, 9) = 1;
        QCOMPARE(int(partsOf(maskFrom(region)).size()), 2);
        QCOMPARE(specksRemoved(maskFrom(region), 2).area(), 2);
        QVERIFY(specksRemoved(maskFrom(region), 3).isEmpty());
    }
    void outlineRoundTripIsExact()
    {
        for (quint32 seed = 0; seed < 60; ++seed) {
            const Mask mask = maskFrom(seed % 2 ? blobs(seed) : randomRegion(seed, 20 + int(seed)));
            const Shape polygon = polygonOf(mask, 0);
            QVERIFY(polygon.isValid());
            QCOMPARE(maskOf(polygon, kField.size()), mask);
        }
    }
    void partsRunClockwiseAndHolesAgainst()
    {
        const Mask ring = maskOf(Shape::polygon(std::vector<Ring>{square(5, 5, 20), square(10, 10, 5)}), kField.size());
        const std::vector<Ring> rings = ringsOf(spansOf(ring));
        QCOMPARE(int(rings.size()), 2);
        const auto turn = [](const Ring& r) {
            return (r[1].x - r[0].x) * (r[2].y - r[1].y) - (r[1].y - r[0].y) * (r[2].x - r[1].x);
        };
        QVERIFY(turn(rings[0]) > 0);
        QVERIFY(turn(rings[1]) < 0);
    }
    void pixelsAreInsideByTheirCentre()
    {
        const QSize size(20, 20);
        QCOMPARE(maskOf(Shape::polygon(square(3, 4, 5)), size).boundingRect(), QRect(3, 4, 5, 5));
        QCOMPARE(maskOf(Shape::polygon(square(3.4, 4.4, 5)), size).boundingRect(), QRect(3, 4, 5, 5));
        QCOMPARE(maskOf(Shape::polygon(square(3.6, 4.6, 5)), size).boundingRect(), QRect(4, 5, 5, 5));
        QVERIFY(maskOf(Shape::polygon(square(3.6, 4.6, 0.5)), size).isEmpty());
    }
    void neighboursSharingAnEdgeShareNoPixel()
    {
        const QSize size(40, 40);
        const Mask left = maskOf(Shape::polygon({{2.5, 2.5}, {20.5, 2.5}, {11.5, 30.5}, {2.5, 30.5}}), size);
        const Mask right = maskOf(Shape::polygon({{20.5, 2.5}, {35.5, 2.5}, {35.5, 30.5}, {11.5, 30.5}}), size);
        QVERIFY(intersected(left, right).isEmpty());
        QCOMPARE(united(left, right), maskOf(Shape::box({2.5, 2.5}, {35.5, 30.5}), size));
    }
    void shapesOutsideOrBrokenGiveNothing()
    {
        const QSize size(20, 20);
        QVERIFY(maskOf(Shape::polygon(square(100, 100, 5)), size).isEmpty());
        QVERIFY(maskOf(Shape::polygon(square(-1e300, -1e300, 5)), size).isEmpty());
        QVERIFY(maskOf(Shape::polygon({{qQNaN(), 1}, {2, qInf()}, {3, 3}}), size).isEmpty());
        QVERIFY(maskOf(Shape::line({1, 1}, {5, 5}), size).isEmpty());
        QCOMPARE(maskOf(Shape::box({-1e9, -1e9}, {1e9, 1e9}), size).area(), 400);
    }
    void simplifiedOutlineStaysWithinTolerance()
    {
        for (quint32 seed = 1; seed < 30; seed += 2) {
            const Mask mask = specksRemoved(holesFilled(maskFrom(blobs(seed))), 30);
            const Shape exact = polygonOf(mask, 0), thin = polygonOf(mask, 1);
            QVERIFY(thin.points.size() < exact.points.size());
            for (const ImagePoint& p : exact.points) {
                QVERIFY(domain::distanceToOutline(thin, p) <= 1 + 0.75);
            }
            QVERIFY(overlapOf(maskOf(thin, kField.size()), mask) > 0.9);
        }
    }
    void simplifiedRectangleHasFourCorners()
    {
        const Mask box = maskOf(Shape::box({4, 5}, {30, 25}), kField.size());
        QCOMPARE(int(polygonOf(box, 1).points.size()), 4);
        QCOMPARE(maskOf(polygonOf(box, 1), kField.size()), box);
    }
    void hugeMasksAreQuickEnoughToRun()
    {
        const QSize size(20'000, 20'000);
        Mask mask = maskOf(Shape::ellipse({10'000, 10'000}, 9'000, 8'000, 0.3), size);
        QVERIFY(mask.area() > 200'000'000);
        QVERIFY(!paint(mask, {{5'000, 5'000}, {6'000, 6'000}, 400, true}, QRect(QPoint(0, 0), size)).isEmpty());
        QCOMPARE(maskOf(polygonOf(mask, 0), size), mask);
    }
};

QTEST_GUILESS_MAIN(TestMaskOps)
#include "tst_MaskOps.moc"
