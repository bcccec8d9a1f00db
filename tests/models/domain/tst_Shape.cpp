// SPDX-License-Identifier: GPL-3.0-or-later
//! Geometry of every kind of shape, and its byte form.
#include "models/domain/Shape.h"
#include "models/domain/SampleEdit.h"
#include "models/domain/ShapeBytes.h"

#include <QCborArray>
#include <QCborMap>
#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace lw::domain;

namespace {

/// A square from 0 to 10 with a hole from 3 to 6, and a part beside it from 20 to 25.
Shape ringed()
{
    return Shape::polygon(std::vector<std::vector<ImagePoint>>{
        {{0, 0}, {10, 0}, {10, 10}, {0, 10}},
        {{3, 3}, {6, 3}, {6, 6}, {3, 6}},
        {{20, 0}, {25, 0}, {25, 5}, {20, 5}},
    });
}

Mask ring()
{
    std::vector<uchar> pixels(5 * 4, 1);
    pixels[1 * 5 + 2] = 0;
    return Mask::fromPixels(pixels.data(), 5, QRect(-3, 70000, 5, 4));
}

std::vector<Shape> oneOfEach()
{
    return {Shape::box({1, 2}, {30, 40}),
            Shape::polygon({{0.1, 0}, {10, 0}, {5, 1e6 / 7}}),
            ringed(),
            Shape::circle({5, 5}, 2.5),
            Shape::line({0, 0}, {1, 1}),
            Shape::line({0, 0}, {1, 1}, true),
            Shape::point({3.25, 4}),
            Shape::rotatedBox({50, 50}, 20, 10, 0.3),
            Shape::ellipse({50, 50}, 20, 10, 0.3),
            Shape::polyline({{0, 0}, {5, 5}, {9, 2}}),
            Shape::skeleton({{0, 0}, {5, 5}, {9.5, 2}},
                            {JointVisibility::Absent, JointVisibility::Hidden, JointVisibility::Visible}),
            Shape::fromMask(ring()),
            Shape::wholeSample()};
}

} // namespace

class tst_Shape final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsValidAndKeepsItsBytes()
    {
        for (const Shape& shape : oneOfEach()) {
            QVERIFY2(shape.isValid(), qPrintable(shapeName(shape.kind)));
            const QByteArray bytes = toBytes(shape);
            QVERIFY2(shapeFromBytes(bytes.constData(), bytes.size()) == shape, qPrintable(shapeName(shape.kind)));
            QCOMPARE(shapeFromName(shapeName(shape.kind)), std::optional(shape.kind));
        }
    }

    void everyKindSurvivesAnUndoStep()
    {
        SampleEdit edit;
        for (const Shape& shape : oneOfEach()) {
            Annotation annotation;
            annotation.id = AnnotationId(qint64(edit.changes.size()) + 1);
            annotation.shape = shape;
            edit.changes.push_back({std::nullopt, annotation});
        }
        QCOMPARE(editFromBytes(toBytes(edit)), std::optional(edit));
    }

    void brushStrokesKeepOnlyTheTouchedPixels()
    {
        const auto masked = [](const QRect& box) {
            const std::vector<uchar> pixels(size_t(box.width()) * box.height(), 1);
            Annotation a;
            a.id = AnnotationId(4);
            a.shape = Shape::fromMask(Mask::fromPixels(pixels.data(), box.width(), box));
            return a;
        };
        Annotation before = masked({10, 10, 500, 400});
        Annotation after = before;
        after.shape.mask = exclusiveOr(before.shape.mask, masked({600, 20, 7, 5}).shape.mask);
        const SampleEdit edit{EditKind::MoveShapes, {{before, after}}, {}, {}};
        const QByteArray bytes = toBytes(edit);
        std::optional<SampleEdit> read = editFromBytes(bytes);
        QVERIFY(read && read->changes.size() == 1 && read->changes[0].patch);
        QCOMPARE(read->changes[0].patch->boundingRect(), QRect(600, 20, 7, 5));
        QCOMPARE(toBytes(*read), bytes);

        SampleEdit undone = *read;
        complete(undone, true, [&](AnnotationId) { return &after; });
        QCOMPARE(undone, edit);
        SampleEdit redone = *read;
        complete(redone, false, [&](AnnotationId) { return &before; });
        QCOMPARE(redone, edit);
    }

    void stepsOfRevisionOneAreStillRead()
    {
        // Keys as they were: 1 id, 2 label, 3 kind, 4 points, 5 radius; in the edit 1 kind, 2 changes.
        const QCborMap circle{{1, 7}, {2, 3}, {3, 2}, {4, QCborArray{4.5, 6.0}}, {5, 2.5}};
        const QCborMap map{{1, 0}, {2, QCborArray{QCborArray{QCborValue(nullptr), circle}}}};
        const std::optional<SampleEdit> edit = editFromBytes(QCborValue(map).toCbor());
        QVERIFY(edit && edit->changes.size() == 1 && edit->changes[0].after);
        QCOMPARE(edit->changes[0].after->shape, Shape::circle({4.5, 6}, 2.5));
    }

    void anyBytesGiveAShapeOrNone()
    {
        QRandomGenerator random(5);
        for (const Shape& shape : oneOfEach()) {
            const QByteArray good = toBytes(shape);
            for (int i = 0; i < 2000; ++i) {
                QByteArray bad = good;
                bad[random.bounded(int(bad.size()))] = char(random.bounded(256));
                bad.truncate(random.bounded(int(bad.size()) + 1));
                const Shape read = shapeFromBytes(bad.constData(), bad.size());
                for (int j = 0; j < read.ringCount(); ++j) {
                    QVERIFY(!read.ring(j).empty());
                }
                QVERIFY(read.kind != ShapeKind::Mask || read.mask.isEmpty() || read.mask.isValid());
            }
        }
    }

    void ringsAreHolesAndParts()
    {
        const Shape shape = ringed();
        QCOMPARE(shape.ringCount(), 3);
        QCOMPARE(shape.ring(1).size(), size_t(4));
        QCOMPARE(shape.area(), 100.0 - 9 + 25);
        QVERIFY(containsPoint(shape, {1, 1}));
        QVERIFY(!containsPoint(shape, {4, 4}));
        QVERIFY(containsPoint(shape, {22, 2}));
        QVERIFY(!containsPoint(shape, {15, 2}));
        QCOMPARE(distanceToOutline(shape, {4.5, 4}), 1.0);
        QCOMPARE(shape.boundingRect(), QRectF(0, 0, 25, 10));
        Shape thin = shape;
        thin.ringStarts = {4, 6};
        QVERIFY(!thin.isValid());
    }

    void rotatedBoxesTurnClockwise()
    {
        const Shape upright = Shape::rotatedBox({10, 10}, 8, 4, 0);
        QCOMPARE(upright.boundingRect(), QRectF(6, 8, 8, 4));
        const Shape turned = Shape::rotatedBox({10, 10}, 8, 4, M_PI / 2);
        QVERIFY(std::abs(turned.points[0].x - 12) < 1e-9 && std::abs(turned.points[0].y - 6) < 1e-9);
        QVERIFY(std::abs(turned.area() - 32) < 1e-9);
        QVERIFY(containsPoint(turned, {10, 13}) && !containsPoint(turned, {13, 10}));
    }

    void ellipsesAreMeasuredAlongTheirAxes()
    {
        const Shape turned = Shape::ellipse({50, 50}, 20, 10, M_PI / 2);
        const QRectF r = turned.boundingRect();
        QVERIFY(std::abs(r.width() - 20) < 1e-9 && std::abs(r.height() - 40) < 1e-9);
        QVERIFY(std::abs(turned.area() - M_PI * 200) < 1e-9);
        QVERIFY(containsPoint(turned, {50, 69}) && !containsPoint(turned, {69, 50}));
        QVERIFY(distanceToOutline(turned, {50, 71}) < 1.01);
    }

    void absentJointsDoNotCount()
    {
        const Shape shape = oneOfEach()[10];
        QCOMPARE(shape.boundingRect(), QRectF(5, 2, 4.5, 3));
        QCOMPARE(distanceToOutline(shape, {0, 0}), std::hypot(5, 5));
        const Shape absent = Shape::skeleton({{0, 0}}, {JointVisibility::Absent});
        QVERIFY(!absent.isValid());
    }

    void masksMoveByWholePixelsAndAreCutAtTheEdge()
    {
        const Shape moved = Shape::fromMask(ring()).translated(10.6, -69999.5);
        QCOMPARE(moved.boundingRect(), QRectF(8, 1, 5, 4));
        QVERIFY(containsPoint(moved, {8.9, 1.2}));
        QVERIFY(!containsPoint(moved, {10.5, 2.5}));
        QCOMPARE(clampedToImage(moved, 10, 3).mask.boundingRect(), QRect(5, 0, 5, 3).intersected(QRect(0, 0, 10, 3)));
    }
};

QTEST_GUILESS_MAIN(tst_Shape)
#include "tst_Shape.moc"
