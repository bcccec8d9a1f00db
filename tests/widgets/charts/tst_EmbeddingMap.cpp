// SPDX-License-Identifier: GPL-3.0-or-later
//! The map of a dataset: finding, lasso, keys, and a million dots.
#include "widgets/charts/EmbeddingMap.h"

#include <QSignalSpy>
#include <QtTest>

#include <random>

using namespace lw;
using charts::DotField;
using charts::EmbeddingMap;
using charts::MapDot;

namespace {

/// A grid of `edge` x `edge` dots with ids from 1, row by row.
std::vector<MapDot> gridOf(int edge)
{
    std::vector<MapDot> dots;
    for (int i = 0; i < edge * edge; ++i) {
        dots.push_back({domain::SampleId(i + 1), float(i % edge + 0.5) / float(edge), float(i / edge + 0.5) / float(edge), 0});
    }
    return dots;
}

std::vector<MapDot> cloudOf(int count)
{
    std::mt19937 random(7);
    std::uniform_real_distribution<float> place(0, 1);
    std::vector<MapDot> dots;
    for (int i = 0; i < count; ++i) {
        dots.push_back({domain::SampleId(i + 1), place(random), place(random), i % 3});
    }
    return dots;
}

/// A map of 10 x 10 dots on the screen.
struct Shown {
    Shown()
    {
        map.resize(440, 440);
        map.setDots(gridOf(10));
        map.show();
        [&] { QVERIFY(QTest::qWaitForWindowExposed(&map)); }();
        map.setFocus();
    }
    [[nodiscard]] QPoint at(double x, double y) const { return map.toWidget({x, y}).toPoint(); }
    void drag(const QList<QPoint>& corners, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(&map, Qt::LeftButton, modifiers, corners.front());
        for (const QPoint& corner : corners) {
            QTest::mouseMove(&map, corner);
        }
        QTest::mouseRelease(&map, Qt::LeftButton, modifiers, corners.back());
    }
    /// Around the four dots of the upper left corner.
    void takeCorner(Qt::KeyboardModifiers modifiers = {})
    {
        drag({at(0.01, 0.01), at(0.19, 0.01), at(0.19, 0.19), at(0.01, 0.19)}, modifiers);
    }

    EmbeddingMap map;
};

} // namespace

class tst_EmbeddingMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheNearestAsACountOfAllDoes()
    {
        const DotField field(cloudOf(5'000));
        std::mt19937 random(11);
        std::uniform_real_distribution<double> place(0, 1);
        for (int i = 0; i < 100; ++i) {
            const QPointF at(place(random), place(random));
            const auto distance = [&](int dot) { return QLineF(at, QPointF(field.at(dot).x, field.at(dot).y)).length(); };
            int best = 0;
            for (int dot = 1; dot < field.size(); ++dot) {
                best = distance(dot) < distance(best) ? dot : best;
            }
            const int found = field.nearest(at, 0.2);
            QVERIFY(found >= 0);
            QCOMPARE(distance(found), distance(best));
        }
        QCOMPARE(field.nearest({3, 3}, 0.1), -1);
        QCOMPARE(DotField().nearest({0.5, 0.5}, 1), -1);
    }

    void drawsEveryDotOfAMillion()
    {
        const int edge = 1'000;
        const DotField field(gridOf(edge));
        QImage image(edge, edge, QImage::Format_RGB32);
        image.fill(Qt::black);
        DotField::Look look;
        look.window = QRectF(0, 0, 1, 1);
        look.colours = {qRgb(255, 255, 255)};
        look.dotSize = 1;
        field.draw(image, look);
        const auto lit = [&image] {
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    count += qRed(image.pixel(x, y)) > 0;
                }
            }
            return count;
        };
        QVERIFY(lit() > 990'000); // rounding lets a few share a pixel
        image.fill(Qt::black);
        look.budget = 100'000;
        field.draw(image, look);
        QVERIFY(lit() > 90'000 && lit() < 250'000); // thinned, evenly: in each corner some
        for (const QPoint corner : {QPoint(0, 0), QPoint(900, 0), QPoint(0, 900), QPoint(900, 900)}) {
            bool isLit = false;
            for (int i = 0; i < 100 * 100 && !isLit; ++i) {
                isLit = qRed(image.pixel(corner + QPoint(i % 100, i / 100))) > 0;
            }
            QVERIFY(isLit);
        }
    }

    void hidesGroupsWithoutAColour()
    {
        const DotField field(std::vector<MapDot>{{domain::SampleId(1), 0.5F, 0.5F, 1}});
        QImage image(11, 11, QImage::Format_RGB32);
        image.fill(Qt::black);
        field.draw(image, {.window = QRectF(0, 0, 1, 1), .colours = {qRgb(255, 0, 0), 0}});
        QCOMPARE(image.pixel(5, 5), qRgb(0, 0, 0));
        field.draw(image, {.window = QRectF(0, 0, 1, 1), .colours = {qRgb(255, 0, 0), qRgb(0, 255, 0)}});
        QCOMPARE(image.pixel(5, 5), qRgb(0, 255, 0));
    }

    void lassoChoosesWhatItSurrounds()
    {
        Shown shown;
        QSignalSpy changed(&shown.map, &EmbeddingMap::selectionChanged);
        shown.takeCorner();
        QCOMPARE(changed.count(), 1);
        QList<domain::SampleId> chosen = shown.map.selected();
        std::sort(chosen.begin(), chosen.end());
        QCOMPARE(chosen, (QList<domain::SampleId>{domain::SampleId(1), domain::SampleId(2), domain::SampleId(11),
                                                  domain::SampleId(12)}));
        // Control adds, Alt takes away, nothing around it chooses none.
        QTest::mouseClick(&shown.map, Qt::LeftButton, Qt::ControlModifier, shown.at(0.55, 0.55));
        QCOMPARE(shown.map.selected().size(), 5);
        shown.takeCorner(Qt::AltModifier);
        QCOMPARE(shown.map.selected(), QList<domain::SampleId>{domain::SampleId(56)});
        shown.drag({shown.at(0.21, 0.21), shown.at(0.23, 0.21), shown.at(0.23, 0.24)});
        QVERIFY(shown.map.selected().isEmpty());
    }

    void keysWalkChooseAndOpen()
    {
        Shown shown;
        QSignalSpy opened(&shown.map, &EmbeddingMap::openRequested);
        QTest::keyClick(&shown.map, Qt::Key_Right);
        const domain::SampleId start = shown.map.current();
        QVERIFY(start.isValid());
        QTest::keyClick(&shown.map, Qt::Key_Right);
        QCOMPARE(shown.map.current(), domain::SampleId(start.value + 1));
        QTest::keyClick(&shown.map, Qt::Key_Down);
        QCOMPARE(shown.map.current(), domain::SampleId(start.value + 11));
        QTest::keyClick(&shown.map, Qt::Key_Left);
        QTest::keyClick(&shown.map, Qt::Key_Up);
        QCOMPARE(shown.map.current(), start);
        QTest::keyClick(&shown.map, Qt::Key_Space);
        QCOMPARE(shown.map.selected(), QList<domain::SampleId>{start});
        QTest::keyClick(&shown.map, Qt::Key_G);
        QVERIFY(shown.map.selected().size() > 3);
        QTest::keyClick(&shown.map, Qt::Key_Escape);
        QVERIFY(shown.map.selected().isEmpty());
        QTest::keyClick(&shown.map, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(shown.map.selected().size(), 100);
        QTest::keyClick(&shown.map, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.front().front().value<domain::SampleId>(), start);
    }

    void zoomKeepsThePlaceUnderTheMouse()
    {
        Shown shown;
        const QPointF mouse(100, 140);
        const QPointF place = shown.map.toPlane(mouse);
        shown.map.zoomBy(3, mouse);
        QVERIFY(QLineF(shown.map.toWidget(place), mouse).length() < 0.01);
        shown.map.zoomToFit();
        QVERIFY(QRectF(shown.map.rect()).contains(shown.map.toWidget({0, 0})));
        QVERIFY(QRectF(shown.map.rect()).contains(shown.map.toWidget({1, 1})));
    }

    void showsAMapWithoutDots()
    {
        EmbeddingMap map;
        map.setDots({});
        map.resize(200, 100);
        map.grab();
        QTest::keyClick(&map, Qt::Key_Right);
        QVERIFY(!map.current().isValid());
    }
};

QTEST_MAIN(tst_EmbeddingMap)
#include "tst_EmbeddingMap.moc"
