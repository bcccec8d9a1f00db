// SPDX-License-Identifier: GPL-3.0-or-later
//! What exports lose: conversions of shapes, counts by kind, and the comparison with what is read back.
#include "engine/formats/LossReport.h"
#include "models/domain/Rings.h"
#include "engine/formats/ReadBack.h"
#include "engine/formats/ShapeConversion.h"

#include <QtTest>

#include <cmath>

using namespace lw;
using namespace lw::formats;
using domain::ImagePoint;
using domain::Shape;
using domain::ShapeKind;

namespace {

/// Holds boxes and polygons of one ring; circles become polygons.
constexpr std::array kKinds = {ShapeKind::BoundingBox, ShapeKind::Polygon};
constexpr std::array kRules = {ShapeRule{ShapeKind::Circle, ShapeKind::Polygon}};
constexpr FormatAbilities kPoor{.shapes = kKinds, .conversions = kRules, .rings = RingSupport::One};

const std::vector<domain::Ring> kFrame = {{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{3, 3}, {7, 3}, {7, 7}, {3, 7}}};
const std::vector<domain::Ring> kTwoParts = {{{0, 0}, {4, 0}, {4, 4}, {0, 4}}, {{8, 0}, {12, 0}, {12, 4}, {8, 4}}};

ImportedSample sampleWith(const std::vector<Shape>& shapes, qint64 id = 1)
{
    ImportedSample sample;
    sample.path = QStringLiteral("/in/a/%1.jpg").arg(id);
    sample.sample.id = domain::SampleId(id);
    sample.sample.width = 100;
    sample.sample.height = 80;
    for (const Shape& shape : shapes) {
        NamedAnnotation named;
        named.label = QStringLiteral("cat");
        named.annotation.shape = shape;
        sample.annotations.push_back(named);
    }
    return sample;
}

const Loss* find(const LossReport& report, LossKind kind)
{
    for (const Loss& loss : report.losses) {
        if (loss.kind == kind) {
            return &loss;
        }
    }
    return nullptr;
}

} // namespace

class tst_LossReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void losesNothingWhereAllIsHeld()
    {
        LossCounter counter(kPoor, {});
        ImportedSample sample = sampleWith({Shape::box({1, 2}, {3, 4})});
        const ImportedSample before = sample;
        QVERIFY(counter.reduce(sample));
        QVERIFY(counter.report().losses.empty());
        QCOMPARE(differencesOf(before, sample, kPoor), QStringList());
    }

    void countsConvertedAndDroppedShapes()
    {
        LossCounter counter(kPoor, {});
        ImportedSample first = sampleWith({Shape::circle({50, 40}, 10), Shape::circle({20, 20}, 5)}, 1);
        ImportedSample second = sampleWith({Shape::point({1, 1}), Shape::box({1, 1}, {2, 2})}, 2);
        QVERIFY(counter.reduce(first));
        QVERIFY(counter.reduce(second));
        const LossReport report = counter.report();
        QCOMPARE(report.samples, qint64(2));
        QCOMPARE(report.annotations, qint64(4));
        QCOMPARE(report.losses.size(), size_t(2));
        QCOMPARE(report.losses[0].kind, LossKind::ShapeDropped);
        QCOMPARE(report.losses[0].from, ShapeKind::Point);
        QCOMPARE(report.losses[0].first.front().name, QStringLiteral("2.jpg"));
        QCOMPARE(report.losses[1].kind, LossKind::ShapeConverted);
        QCOMPARE(report.losses[1].count, qint64(2));
        QCOMPARE(report.losses[1].samples, qint64(1));
        QCOMPARE(report.losses[1].first.front().id, domain::SampleId(1));
        QCOMPARE(first.annotations[0].annotation.shape.points.size(), size_t(kCircleSegments));
        QCOMPARE(second.annotations.size(), size_t(1));
    }

    void takesFieldsThatTheFormatDoesNotHold()
    {
        LossCounter counter(kPoor, {});
        ImportedSample sample = sampleWith({Shape::box({1, 2}, {3, 4})});
        domain::Annotation& a = sample.annotations[0].annotation;
        a.attributes.insert(QStringLiteral("colour"), QStringLiteral("red"));
        a.isOccluded = true;
        a.confidence = 0.5;
        a.isHard = true;
        a.author = QStringLiteral("ann");
        a.extra = "{\"x\":1}";
        sample.sample.usage = domain::SampleUsage::Train;
        sample.sample.isHard = true;
        sample.sample.hardReasons = {domain::HardReason::NarrowMargin};
        sample.sample.attributes.insert(QStringLiteral("group"), QStringLiteral("03"));
        QVERIFY(counter.reduce(sample));
        const LossReport report = counter.report();
        for (const LossKind kind : {LossKind::Attributes, LossKind::Flags, LossKind::Confidence,
                                    LossKind::HardAnnotations, LossKind::Authors, LossKind::UnknownFields,
                                    LossKind::Usage, LossKind::HardSamples, LossKind::HardReasons,
                                    LossKind::SampleAttributes}) {
            QVERIFY2(find(report, kind) != nullptr, qPrintable(lossName(kind)));
        }
        QVERIFY(a.attributes.isEmpty() && !a.isOccluded && !a.confidence && !a.isHard && a.author.isEmpty());
        QCOMPARE(sample.sample.usage, domain::SampleUsage::None);
    }

    void hardMarksThatAreNotAskedForAreLost()
    {
        FormatAbilities rich = kPoor;
        rich.hardAnnotations = true;
        ImportedSample sample = sampleWith({Shape::box({1, 2}, {3, 4})});
        sample.annotations[0].annotation.isHard = true;
        ImportedSample again = sample;
        LossCounter without(rich, {});
        QVERIFY(without.reduce(sample));
        QVERIFY(find(without.report(), LossKind::HardAnnotations) != nullptr);
        LossCounter with(rich, {.withHard = true});
        QVERIFY(with.reduce(again));
        QVERIFY(with.report().losses.empty());
    }

    void saysWhichPicturesGetOtherNames()
    {
        FormatAbilities flat = kPoor;
        flat.copiesPictures = true;
        flat.folders = false;
        LossCounter counter(flat, {.inputLocation = QStringLiteral("/in")});
        ImportedSample sample = sampleWith({Shape::box({1, 2}, {3, 4})});
        QVERIFY(counter.reduce(sample));
        QCOMPARE(find(counter.report(), LossKind::Renamed)->count, qint64(1));
    }

    void leavesOutWhatHasNoPlace()
    {
        FormatAbilities whole = kPoor;
        whole.unlabelled = false;
        LossCounter counter(whole, {});
        ImportedSample sample = sampleWith({Shape::point({1, 2})});
        QVERIFY(!counter.reduce(sample));
        QCOMPARE(find(counter.report(), LossKind::Unlabelled)->count, qint64(1));
    }

    void joinedRingsCoverTheSame_data()
    {
        QTest::addColumn<bool>("isFrame");
        QTest::newRow("hole") << true;
        QTest::newRow("parts") << false;
    }

    void joinedRingsCoverTheSame()
    {
        QFETCH(bool, isFrame);
        const std::vector<domain::Ring>& rings = isFrame ? kFrame : kTwoParts;
        const Shape joined = joinedRings(Shape::polygon(rings));
        QCOMPARE(joined.ringCount(), 1);
        QCOMPARE(domain::maskOfRings({joined.points}), domain::maskOfRings(rings));
        QCOMPARE(hasHoles(Shape::polygon(rings)), isFrame);
    }

    void holesAreJoinedWherePartsAreHeld()
    {
        FormatAbilities parts = kPoor;
        parts.rings = RingSupport::Parts;
        std::vector<domain::Ring> rings = kFrame;
        rings.push_back({{20, 0}, {24, 0}, {24, 4}, {20, 4}});
        Shape shape = Shape::polygon(rings);
        QCOMPARE(fitShape(shape, parts).kind, ShapeChange::Kind::Joined);
        QCOMPARE(shape.ringCount(), 2);
        QVERIFY(!hasHoles(shape));
        Shape apart = Shape::polygon(kTwoParts);
        QCOMPARE(fitShape(apart, parts).kind, ShapeChange::Kind::None);
        QCOMPARE(apart, Shape::polygon(kTwoParts));
    }

    void outlinesOfMasksHaveTheirPixels()
    {
        // A ring of pixels, one that touches it by a corner, and one apart.
        const QByteArray rows = "######.."
                                "#....#.."
                                "#.##.#.."
                                "######.."
                                "......#."
                                "#.......";
        std::vector<uchar> pixels;
        for (const char c : rows) {
            pixels.push_back(c == '#');
        }
        const domain::Mask mask = domain::Mask::fromPixels(pixels.data(), 8, {5, 7, 8, 6});
        const std::vector<domain::Ring> rings = domain::ringsOfMask(mask);
        QCOMPARE(rings.size(), size_t(4)); // outline, hole, and two single pixels
        QCOMPARE(domain::maskOfRings(rings), mask);
        const auto polygon = convertedTo(ShapeKind::Polygon, Shape::fromMask(mask));
        QVERIFY(polygon);
        QCOMPARE(polygon->area(), double(mask.area()));
    }

    void findsTheSmallestRotatedBox()
    {
        const Shape box = Shape::rotatedBox({50, 40}, 30, 10, 0.5);
        domain::Ring points = box.points;
        points.push_back({50, 40});
        const auto found = convertedTo(ShapeKind::RotatedBox, Shape::polygon(box.points));
        QVERIFY(found);
        QVERIFY(std::abs(found->area() - 300) < 1e-9);
        const auto upright = convertedTo(ShapeKind::RotatedBox, Shape::box({1, 2}, {5, 9}));
        QCOMPARE(upright->points, (domain::Ring{{1, 2}, {5, 2}, {5, 9}, {1, 9}}));
    }

    void comparisonNamesWhatDiffers()
    {
        const ImportedSample written = sampleWith({Shape::box({1, 2}, {3, 4}), Shape::box({5, 6}, {7, 8})});
        ImportedSample read = written;
        read.annotations[1].label = QStringLiteral("dog");
        QCOMPARE(differencesOf(written, read, kPoor), QStringList(QStringLiteral("annotation 2: label cat, read dog")));
        read = written;
        read.annotations[0].annotation.shape.points[1].x += 0.5;
        QCOMPARE(differencesOf(written, read, kPoor), QStringList(QStringLiteral("annotation 1: shape")));
        FormatAbilities coarse = kPoor;
        coarse.relativeError = 0.01;
        QCOMPARE(differencesOf(written, read, coarse), QStringList());
        read = written;
        read.annotations.pop_back();
        QCOMPARE(differencesOf(written, read, kPoor),
                 QStringList({QStringLiteral("annotation 2: missing"), QStringLiteral("annotations: 2, read 1")}));
        read = written;
        std::swap(read.annotations[0], read.annotations[1]);
        QCOMPARE(differencesOf(written, read, kPoor).size(), 2);
        FormatAbilities loose = kPoor;
        loose.order = false;
        QCOMPARE(differencesOf(written, read, loose), QStringList());
    }
};

QTEST_GUILESS_MAIN(tst_LossReport)
#include "tst_LossReport.moc"
