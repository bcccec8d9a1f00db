// SPDX-License-Identifier: GPL-3.0-or-later
//! What the canvas shows, pixel by pixel.
#include "tests/widgets/canvas/CanvasFixture.h"
#include "widgets/canvas/PictureLayer.h"
#include "widgets/canvas/ShapePainter.h"

using namespace lw;
using canvas::CanvasOptions;
using domain::Shape;
using tests::CanvasFixture;

namespace {

const domain::LabelId kCat{1};

/// Red to the right, green downwards: every place has its own colour.
QImage gradient(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            image.setPixel(x, y, qRgb(x * 255 / width, y * 255 / height, 40));
        }
    }
    return image;
}

int difference(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

int worstDifference(const QImage& a, const QImage& b)
{
    int worst = a.size() == b.size() ? 0 : 255;
    for (int y = 0; worst < 255 && y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            worst = std::max(worst, difference(a.pixel(x, y), b.pixel(x, y)));
        }
    }
    return worst;
}

/// Gives no tile until told to.
class LatePicture final : public canvas::PictureSource {
public:
    explicit LatePicture(const QImage& image) : m_picture(image) {}
    QSize imageSize() const override { return m_picture.imageSize(); }
    int levelCount() const override { return m_picture.levelCount(); }
    std::optional<QImage> tile(int level, int tx, int ty) override
    {
        return isThere ? m_picture.tile(level, tx, ty) : std::nullopt;
    }
    QImage preview() const override
    {
        QImage image(64, 48, QImage::Format_RGB32);
        image.fill(Qt::yellow);
        return image;
    }
    bool isThere = false;

private:
    canvas::MemoryPicture m_picture;
};

} // namespace

class TestRendering final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsThePictureInItsPlaceAtAnyZoom_data()
    {
        QTest::addColumn<double>("zoom");
        for (double zoom : {0.11, 0.3, 0.5, 1.0, 1.7, 6.0}) {
            QTest::addRow("%g", zoom) << zoom;
        }
    }
    void showsThePictureInItsPlaceAtAnyZoom()
    {
        QFETCH(double, zoom);
        CanvasFixture f;
        canvas::MemoryPicture picture(gradient(3000, 2000));
        f.view->setPicture(&picture);
        f.view->zoomToActualSize();
        f.view->zoomBy(zoom);
        const QImage shown = f.rendered();
        const canvas::ViewTransform& t = f.view->transform();
        const QRectF seen = t.toView(t.imageRect()).intersected(t.viewRect()).adjusted(3, 3, -3, -3);
        for (double fx : {0.0, 0.33, 0.5, 0.9, 1.0}) {
            for (double fy : {0.0, 0.4, 1.0}) {
                const QPoint at(int(seen.left() + fx * (seen.width() - 1)), int(seen.top() + fy * (seen.height() - 1)));
                const domain::ImagePoint p = t.toImage({at.x() + 0.5, at.y() + 0.5});
                const QRgb expected = qRgb(int(p.x * 255 / 3000), int(p.y * 255 / 2000), 40);
                QVERIFY2(difference(shown.pixel(at), expected) <= 4,
                         qPrintable(QStringLiteral("%1,%2: %3 instead of %4")
                                        .arg(at.x())
                                        .arg(at.y())
                                        .arg(shown.pixel(at), 8, 16)
                                        .arg(expected, 8, 16)));
            }
        }
    }

    void pannedPixelsEqualFreshOnes()
    {
        std::vector<domain::Annotation> shapes;
        for (int i = 0; i < 60; ++i) {
            const double x = (i * 97) % 540;
            const double y = (i * 61) % 400;
            const std::array kinds = {
                Shape::box({x, y}, {x + 30, y + 30}), Shape::polygon({{x, y + 40}, {x + 50, y}, {x + 60, y + 60}}),
                Shape::circle({x + 30, y + 30}, 20), Shape::line({x, y + 50}, {x + 60, y}), Shape::point({x, y})};
            shapes.push_back(CanvasFixture::shape(kCat, kinds[size_t(i) % kinds.size()]));
        }
        CanvasFixture f(shapes);
        f.view->zoomBy(3);
        f.rendered();
        QPoint at(300, 200);
        QTest::mousePress(f.view.get(), Qt::MiddleButton, {}, at);
        for (int i = 0; i < 40; ++i) {
            at += QPoint(i < 20 ? 17 : -9, 11);
            f.move(at, {}, Qt::MiddleButton);
            f.view->repaint();
        }
        QTest::mouseRelease(f.view.get(), Qt::MiddleButton, {}, at);
        const QImage panned = f.rendered();
        f.view->scene().setShapesShown(false);
        f.view->scene().setShapesShown(true); // everything anew
        // Antialiased edges drawn strip by strip may differ by a few of 255 levels, no more.
        QVERIFY(worstDifference(panned, f.rendered()) <= 8);
    }

    void showsPreviewUntilTilesCome()
    {
        CanvasFixture f;
        LatePicture picture(gradient(640, 480));
        f.view->setPicture(&picture);
        f.view->zoomToActualSize();
        QCOMPARE(QColor(f.rendered().pixel(320, 240)), QColor(Qt::yellow));
        picture.isThere = true;
        Q_EMIT picture.tileReady(0, 0, 0);
        const QImage half = f.rendered();
        QVERIFY(difference(half.pixel(320, 240), qRgb(127, 127, 40)) <= 4);
        QCOMPARE(QColor(half.pixel(600, 240)), QColor(Qt::yellow)); // in the other tile
        Q_EMIT picture.tileReady(0, 1, 0);
        QVERIFY(difference(f.rendered().pixel(600, 240), qRgb(239, 127, 40)) <= 4);
    }

    void drawsOutlineAndTranslucentFill()
    {
        CanvasFixture f({CanvasFixture::box(kCat, 100, 100, 200, 100)});
        const QImage shown = f.rendered();
        const QColor label = QColor::fromRgb(f.labels->labels().front().colour);
        QVERIFY(difference(shown.pixel(100, 150), label.rgb()) <= 8);
        QVERIFY(difference(shown.pixel(300, 150), label.rgb()) <= 8);
        const int inside = difference(shown.pixel(200, 150), QColor(Qt::gray).rgb());
        QVERIFY(inside > 5 && inside < 60);
        QCOMPARE(QColor(shown.pixel(400, 300)), QColor(Qt::gray));
    }

    void drawsTinyShapesAsDots()
    {
        CanvasFixture f({CanvasFixture::shape(kCat, Shape::polygon({{300, 200}, {302, 200}, {301, 202}}))});
        QVERIFY(QColor(f.rendered().pixel(301, 201)) != QColor(Qt::gray));
        QCOMPARE(QColor(f.rendered().pixel(305, 201)), QColor(Qt::gray));
    }

    void draftsLookLikeFineShapesFromAfar()
    {
        std::vector<domain::Annotation> shapes;
        for (int i = 0; i < 900; ++i) {
            shapes.push_back(CanvasFixture::box(kCat, (i % 30) * 20 + 2, (i / 30) * 15 + 2, 12, 10));
        }
        CanvasFixture f(shapes);
        const QImage fine = f.rendered();
        f.view->scene().setShapesShown(false);
        f.view->scene().setShapesShown(true);
        // One slice in the paint event and no refining: the draft, once it is complete.
        const auto drafted = [&] { return QColor(f.view->grab().toImage().pixel(2, 7)) != QColor(Qt::gray); };
        QTRY_VERIFY(drafted());
        QVERIFY(QColor(fine.pixel(2, 7)) != QColor(Qt::gray));
    }

    void proposedMasksHaveABrokenLineAround()
    {
        domain::Mask mask;
        mask.x = 10;
        mask.y = 10;
        mask.width = 60;
        mask.height = 40;
        mask.runs = {0, 2400};
        canvas::ViewTransform transform;
        const auto lineOf = [&](bool isProposed) {
            QImage image(100, 80, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            canvas::ShapeLook look;
            look.colour = Qt::red;
            look.isDashed = isProposed;
            canvas::paintShape(painter, Shape::fromMask(mask), transform, look);
            painter.end();
            int full = 0;
            for (int x = 10; x < 70; ++x) {
                full += image.pixel(x, 10) == QColor(Qt::red).rgb() ? 1 : 0;
            }
            return full;
        };
        QCOMPARE(lineOf(false), 60);
        QVERIFY(lineOf(true) >= 20 && lineOf(true) <= 40);
    }

    void leavesOutVerticesThatCannotBeSeen()
    {
        std::vector<domain::ImagePoint> outline;
        for (int i = 0; i < 1000; ++i) {
            outline.push_back({100 + 50 * std::cos(i * 2 * M_PI / 1000), 100 + 50 * std::sin(i * 2 * M_PI / 1000)});
        }
        canvas::ViewTransform t;
        t.setViewSize({400, 400});
        t.setImageSize({200, 200});
        t.setZoom(0.2, {0, 0});
        const QPolygonF few = canvas::decimated(outline, t, 0.75);
        QVERIFY(few.size() < 120 && few.size() >= 20);
        QCOMPARE(canvas::decimated({{1, 1}, {1.1, 1}, {1, 1.1}}, t, 0.75).size(), 3);
        // What is left still covers the same place.
        const QRectF expected = t.toView(QRectF(50, 50, 100, 100));
        QVERIFY(few.boundingRect().adjusted(-1, -1, 1, 1).contains(expected));
    }

    void hidesAndShowsShapes()
    {
        CanvasFixture f({CanvasFixture::box(kCat, 100, 100, 200, 100)});
        f.set(&CanvasOptions::showsShapes, false);
        QCOMPARE(QColor(f.rendered().pixel(100, 150)), QColor(Qt::gray));
        f.set(&CanvasOptions::showsShapes, true);
        QVERIFY(QColor(f.rendered().pixel(100, 150)) != QColor(Qt::gray));
    }

    void leavesNothingBehindWhenAShapeMovesOrGoes()
    {
        CanvasFixture f({CanvasFixture::box(kCat, 100, 100, 60, 60)});
        f.rendered();
        f.drag({130, 130}, {330, 330});
        f.view->scene().setSelection({});
        QImage shown = f.rendered();
        for (QPoint p : {QPoint(100, 130), QPoint(130, 100), QPoint(130, 130), QPoint(110, 90)}) {
            QCOMPARE(QColor(shown.pixel(p)), QColor(Qt::gray));
        }
        QVERIFY(QColor(shown.pixel(300, 330)) != QColor(Qt::gray));
        f.document->undo();
        f.settle();
        shown = f.rendered();
        QCOMPARE(QColor(shown.pixel(300, 330)), QColor(Qt::gray));
        QVERIFY(QColor(shown.pixel(100, 130)) != QColor(Qt::gray));
    }

    void adjustsBrightnessForTheEyeOnly()
    {
        CanvasFixture f({}, QColor(100, 100, 100));
        f.view->setAdjustments({.brightness = 20, .contrast = 0, .gamma = 1});
        const int brighter = qRed(f.rendered().pixel(300, 200));
        QCOMPARE(brighter, 151);
        f.view->setAdjustments({});
        QCOMPARE(qRed(f.rendered().pixel(300, 200)), 100);
    }

    void adjustmentTableIsNeutralAndMonotonic()
    {
        const auto neutral = canvas::adjustmentTable({});
        for (size_t i = 0; i < neutral.size(); ++i) {
            QCOMPARE(size_t(neutral[i]), i);
        }
        const auto strong = canvas::adjustmentTable({.brightness = -10, .contrast = 60, .gamma = 2});
        QVERIFY(std::is_sorted(strong.begin(), strong.end()));
        QVERIFY(strong[250] > strong[5]);
    }

    void reportsPixelsUnderTheCursor()
    {
        CanvasFixture f;
        canvas::MemoryPicture picture(gradient(640, 480));
        f.view->setPicture(&picture);
        f.view->zoomToActualSize();
        QSignalSpy moved(f.view.get(), &canvas::CanvasView::cursorMoved);
        f.move({600, 100});
        QCOMPARE(moved.count(), 1);
        QCOMPARE(moved[0][0].value<domain::ImagePoint>(), (domain::ImagePoint{600, 100}));
        QCOMPARE(moved[0][1].value<QRgb>(), picture.tile(0, 1, 0)->pixel(600 - 512, 100));
    }

    void isSharpOnScreensOfHighResolution()
    {
        canvas::MemoryPicture picture(gradient(2048, 1024));
        canvas::PictureLayer layer(Qt::black);
        layer.setSource(&picture);
        QCOMPARE(layer.levelFor(1), 0);
        QCOMPARE(layer.levelFor(0.5), 1);
        QCOMPARE(layer.levelFor(0.51), 0);
        QCOMPARE(layer.levelFor(0.5 * 2), 0); // ratio 2
        QCOMPARE(layer.levelFor(0.001), 2);
    }
};

QTEST_MAIN(TestRendering)
#include "tst_Rendering.moc"
