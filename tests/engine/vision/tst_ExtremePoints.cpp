// SPDX-License-Identifier: GPL-3.0-or-later
//! Four clicks: what comes out, what is refused, and that it is the same every time.
#include "engine/vision/ExtremePoints.h"
#include "engine/vision/MaskOps.h"
#include "tests/support/TestData.h"

#include <QPainter>
#include <QPainterPath>
#include <QThread>
#include <QtTest>

#include <algorithm>

using namespace lw;
using namespace lw::vision;
using domain::ImagePoint;
using domain::Shape;

namespace {

/// An orange blob on a green meadow with some grain, and the four clicks on it.
struct Scene {
    QImage picture{400, 300, QImage::Format_RGB32};
    QPainterPath outline;
    ExtremeClicks clicks;

    Scene()
    {
        quint32 seed = 1;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                seed = seed * 1'664'525 + 1'013'904'223;
                const int grain = int(seed >> 28);
                picture.setPixel(x, y, qRgb(50 + grain, 130 + grain, 40 + grain));
            }
        }
        outline.moveTo(200, 60);
        outline.cubicTo(320, 60, 330, 140, 290, 160);
        outline.cubicTo(330, 250, 220, 240, 200, 240);
        outline.cubicTo(100, 240, 110, 200, 130, 150);
        outline.cubicTo(110, 80, 150, 60, 200, 60);
        QPainter painter(&picture);
        painter.fillPath(outline, QColor(220, 120, 30));
        const Ring ring = rings().front();
        const auto byX = std::minmax_element(ring.begin(), ring.end(), [](auto& a, auto& b) { return a.x < b.x; });
        const auto byY = std::minmax_element(ring.begin(), ring.end(), [](auto& a, auto& b) { return a.y < b.y; });
        clicks = {*byY.first, *byX.first, *byY.second, *byX.second};
    }
    [[nodiscard]] std::vector<Ring> rings() const
    {
        Ring ring;
        for (const QPointF& p : outline.toFillPolygon()) {
            ring.push_back({p.x(), p.y()});
        }
        ring.pop_back();
        return {ring};
    }
    [[nodiscard]] double overlap(const ContourCandidate& candidate) const
    {
        return overlapOf(maskOf(Shape::polygon(candidate.rings), picture.size()),
                         maskOf(Shape::polygon(rings()), picture.size()));
    }
};

bool isSame(const std::vector<ContourCandidate>& a, const std::vector<ContourCandidate>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.method == y.method && x.rings == y.rings && x.confidence == y.confidence;
    });
}

} // namespace

class TestExtremePoints : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheOutline()
    {
        const Scene scene;
        const auto found = contourFromClicks(PictureWindow::whole(scene.picture), scene.clicks);
        QVERIFY(found);
        QCOMPARE(int(found->size()), 4);
        QCOMPARE(found->front().method, ContourMethod::Majority);
        QCOMPARE(found->back().method, ContourMethod::Ellipses);
        QVERIFY2(scene.overlap(found->front()) > 0.95, qPrintable(QString::number(scene.overlap(found->front()))));
        for (const ContourCandidate& candidate : *found) {
            QVERIFY(candidate.confidence >= 0 && candidate.confidence <= 1);
            QVERIFY(Shape::polygon(candidate.rings).isValid());
        }
    }
    void exampleOfTheHeaderCompiles()
    {
        const Scene scene;
        const QImage& picture = scene.picture;
        const auto [top, left, bottom, right] = scene.clicks;
        const auto window = PictureWindow::whole(picture);
        const auto found = contourFromClicks(window, {top, left, bottom, right});
        QVERIFY(found && Shape::polygon(found->front().rings.front()).isValid());
    }
    void takesTheClicksInAnyOrder()
    {
        const Scene scene;
        const auto window = PictureWindow::whole(scene.picture);
        const auto expected = contourFromClicks(window, scene.clicks);
        ExtremeClicks turned = scene.clicks;
        std::rotate(turned.begin(), turned.begin() + 1, turned.end());
        QVERIFY(isSame(*expected, *contourFromClicks(window, turned)));
        std::swap(turned[0], turned[2]);
        QVERIFY(isSame(*expected, *contourFromClicks(window, turned)));
    }
    void givesTheSameAgainOnAnyThread()
    {
        const Scene scene;
        const auto window = PictureWindow::whole(scene.picture);
        const auto expected = contourFromClicks(window, scene.clicks);
        ContourOptions alone;
        alone.useTwoThreads = false;
        QVERIFY(isSame(*expected, *contourFromClicks(window, scene.clicks, alone)));
        std::vector<ContourCandidate> other;
        const std::unique_ptr<QThread> thread(
            QThread::create([&] { other = *contourFromClicks(window, scene.clicks); }));
        thread->start();
        thread->wait();
        QVERIFY(isSame(*expected, other));
    }
    void worksOnAWindowOfThePicture()
    {
        const Scene scene;
        const QRect area = contourWindow(scene.clicks, scene.picture.size()).toAlignedRect() & scene.picture.rect();
        const PictureWindow window{scene.picture.copy(area), area, scene.picture.size()};
        const auto found = contourFromClicks(window, scene.clicks);
        QVERIFY(found);
        QVERIFY(scene.overlap(found->front()) > 0.95);
    }
    void worksOnAReducedWindow()
    {
        const Scene scene;
        const PictureWindow window{scene.picture.scaled(100, 75, Qt::IgnoreAspectRatio, Qt::SmoothTransformation),
                                   scene.picture.rect(), scene.picture.size()};
        const auto found = contourFromClicks(window, scene.clicks);
        QVERIFY(found);
        QVERIFY(scene.overlap(found->front()) > 0.9);
    }
    void refusesPointsOutside_data()
    {
        QTest::addColumn<QPointF>("point");
        QTest::newRow("left") << QPointF(-0.5, 100);
        QTest::newRow("right") << QPointF(400.5, 100);
        QTest::newRow("above") << QPointF(100, -3);
        QTest::newRow("below") << QPointF(100, 301);
        QTest::newRow("nowhere") << QPointF(qQNaN(), 100);
        QTest::newRow("endless") << QPointF(100, qInf());
    }
    void refusesPointsOutside()
    {
        QFETCH(QPointF, point);
        Scene scene;
        scene.clicks[1] = {point.x(), point.y()};
        const auto found = contourFromClicks(PictureWindow::whole(scene.picture), scene.clicks);
        QVERIFY(!found);
        QCOMPARE(found.error().code, core::ErrorCode::InvalidArgument);
    }
    void refusesClicksThatEncloseNothing()
    {
        const Scene scene;
        const auto window = PictureWindow::whole(scene.picture);
        QVERIFY(!contourFromClicks(window, {{{50, 50}, {50, 50}, {50, 50}, {50, 50}}}));
        QVERIFY(!contourFromClicks(window, {{{50, 50}, {60, 50}, {70, 50}, {80, 50}}}));
        QVERIFY(!contourFromClicks({}, scene.clicks));
    }
    void awkwardInputGivesAnOutline_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QRectF>("box");
        QTest::newRow("one pixel wide") << QSize(200, 200) << QRectF(60, 30, 1, 90);
        QTest::newRow("one pixel high") << QSize(200, 200) << QRectF(60, 30, 90, 1);
        QTest::newRow("less than a pixel") << QSize(200, 200) << QRectF(60.2, 30.3, 0.4, 0.4);
        QTest::newRow("whole picture") << QSize(200, 200) << QRectF(0, 0, 200, 200);
        QTest::newRow("in the corner") << QSize(200, 200) << QRectF(150, 160, 50, 40);
        QTest::newRow("picture of one pixel") << QSize(1, 1) << QRectF(0, 0, 1, 1);
        QTest::newRow("picture of one row") << QSize(300, 1) << QRectF(20, 0, 200, 1);
    }
    void awkwardInputGivesAnOutline()
    {
        QFETCH(QSize, size);
        QFETCH(QRectF, box);
        for (const QImage::Format format : {QImage::Format_RGB32, QImage::Format_Grayscale8, QImage::Format_Indexed8,
                                            QImage::Format_ARGB32_Premultiplied, QImage::Format_RGBA64}) {
            QImage flat(size, format);
            flat.fill(0); // one colour: a class of the cut has nothing to learn from
            const QPointF c = box.center();
            const auto found = contourFromClicks(
                PictureWindow::whole(flat),
                {{{c.x(), box.top()}, {box.left(), c.y()}, {c.x(), box.bottom()}, {box.right(), c.y()}}});
            QVERIFY(found);
            QVERIFY(!found->empty());
            for (const ContourCandidate& candidate : *found) {
                QVERIFY(Shape::polygon(candidate.rings).isValid());
                for (const ImagePoint& p : candidate.rings.front()) {
                    QVERIFY(p.x >= 0 && p.y >= 0 && p.x <= size.width() && p.y <= size.height());
                }
            }
        }
    }
    void hugePicturesCostNoMoreThanTheirWindow()
    {
        QImage huge(12'000, 9'000, QImage::Format_RGB32);
        huge.fill(Qt::darkGreen);
        QPainter(&huge).fillRect(8'000, 5'000, 2'000, 1'500, Qt::red);
        const auto found = contourFromClicks(PictureWindow::whole(huge),
                                             {{{9'000, 5'000}, {8'000, 5'600}, {9'000, 6'500}, {10'000, 5'600}}});
        QVERIFY(found);
        const auto box = maskOf(Shape::box({8'000, 5'000}, {10'000, 6'500}), huge.size());
        QVERIFY(overlapOf(maskOf(Shape::polygon(found->front().rings), huge.size()), box) > 0.9);
    }
    void stopsWhenAsked()
    {
        const Scene scene;
        std::stop_source source;
        source.request_stop();
        const auto found = contourFromClicks(PictureWindow::whole(scene.picture), scene.clicks, {}, source.get_token());
        QVERIFY(!found);
        QCOMPARE(found.error().code, core::ErrorCode::Cancelled);
    }
    void surerWhereTheMethodsAgree()
    {
        const Scene scene;
        const auto easy = contourFromClicks(PictureWindow::whole(scene.picture), scene.clicks);
        QImage noise = scene.picture;
        quint32 seed = 5;
        for (int y = 0; y < noise.height(); ++y) {
            for (int x = 0; x < noise.width(); ++x) {
                seed = seed * 1'664'525 + 1'013'904'223;
                noise.setPixel(x, y, seed >> 8);
            }
        }
        const auto hard = contourFromClicks(PictureWindow::whole(noise), scene.clicks);
        QVERIFY(easy && hard);
        QVERIFY(easy->front().confidence > hard->front().confidence);
    }
    void findsARealPerson()
    {
        LW_REQUIRE_DATA(path, "formats/labelme/instance_segmentation/data_annotated/2011_000003.jpg");
        const QImage picture(path);
        QVERIFY(!picture.isNull());
        // Extreme points of the man on the left.
        const auto found =
            contourFromClicks(PictureWindow::whole(picture), {{{275, 70}, {205, 240}, {310, 320}, {340, 150}}});
        QVERIFY(found);
        QVERIFY(found->front().rings.front().size() > 8);
    }
};

QTEST_GUILESS_MAIN(TestExtremePoints)
#include "tst_ExtremePoints.moc"
