// SPDX-License-Identifier: GPL-3.0-or-later
//! Zoom and pan arithmetic.
#include "widgets/canvas/ViewTransform.h"

#include <QtTest>

using namespace lw::canvas;
using lw::domain::ImagePoint;

class TestViewTransform final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesThereAndBack_data()
    {
        QTest::addColumn<double>("zoom");
        for (double zoom : {0.01, 0.37, 1.0, 7.3, 64.0}) {
            QTest::addRow("%g", zoom) << zoom;
        }
    }
    void goesThereAndBack()
    {
        QFETCH(double, zoom);
        ViewTransform t = sample();
        t.setZoom(zoom, {300, 200});
        for (const ImagePoint p : {ImagePoint{0, 0}, ImagePoint{123.25, 7.5}, ImagePoint{4000, 3000}}) {
            const ImagePoint back = t.toImage(t.toView(p));
            QVERIFY(std::abs(back.x - p.x) < 1e-6 && std::abs(back.y - p.y) < 1e-6);
        }
    }

    void keepsThePointUnderTheCursorWhileZooming()
    {
        ViewTransform t = sample();
        const ViewPoint cursor{500, 300};
        const ImagePoint before = t.toImage(cursor);
        t.setZoom(t.zoom() * 3, cursor);
        const ImagePoint after = t.toImage(cursor);
        QVERIFY(std::abs(after.x - before.x) < 1e-9 && std::abs(after.y - before.y) < 1e-9);
    }

    void limitsTheZoom()
    {
        ViewTransform t = sample();
        t.setZoom(1e9, {0, 0});
        QCOMPARE(t.zoom(), ViewTransform::kMaximumZoom);
        t.setZoom(0, {0, 0});
        QCOMPARE(t.zoom(), ViewTransform::kMinimumZoom);
    }

    void neverLosesThePicture_data()
    {
        QTest::addColumn<double>("dx");
        QTest::addColumn<double>("dy");
        QTest::newRow("left") << -1e7 << 0.0;
        QTest::newRow("right") << 1e7 << 0.0;
        QTest::newRow("up") << 0.0 << -1e7;
        QTest::newRow("down and right") << 1e7 << 1e7;
    }
    void neverLosesThePicture()
    {
        QFETCH(double, dx);
        QFETCH(double, dy);
        ViewTransform t = sample();
        t.pan(dx, dy);
        const QRectF seen = t.toView(t.imageRect()).intersected(t.viewRect());
        QVERIFY(seen.width() >= ViewTransform::kKeepVisible - 1 && seen.height() >= ViewTransform::kKeepVisible - 1);
    }

    void fitsTheWholePictureIntoTheMiddle()
    {
        const ViewTransform t = sample();
        const QRectF shown = t.toView(t.imageRect());
        QVERIFY(t.viewRect().contains(shown));
        QVERIFY(std::abs(shown.center().x() - 400) <= 1 && std::abs(shown.center().y() - 300) <= 1);
    }

    void scrollsNoFurtherThanNeeded()
    {
        ViewTransform t = sample();
        t.setZoom(1, {400, 300});
        const ViewTransform before = t;
        t.ensureVisible(t.toImage(QRectF(100, 100, 50, 50)));
        QCOMPARE(t, before);
        t.ensureVisible(t.toImage(QRectF(790, 100, 50, 50)));
        QCOMPARE(t.offset().x(), before.offset().x() - 40);
        QCOMPARE(t.offset().y(), before.offset().y());
    }

private:
    static ViewTransform sample()
    {
        ViewTransform t;
        t.setViewSize({800, 600});
        t.setImageSize({4000, 3000});
        t.fit();
        return t;
    }
};

QTEST_GUILESS_MAIN(TestViewTransform)
#include "tst_ViewTransform.moc"
