// SPDX-License-Identifier: GPL-3.0-or-later
//! Magic wand and intelligent scissors on drawn pictures.
#include "engine/vision/LiveWire.h"
#include "engine/vision/MagicWand.h"
#include "engine/vision/MaskOps.h"

#include <QPainter>
#include <QtTest>

using namespace lw;
using namespace lw::vision;
using domain::Mask;
using domain::Shape;

namespace {

/// Two red squares on grey, one with a slightly different red half.
QImage squares()
{
    QImage picture(200, 120, QImage::Format_RGB32);
    picture.fill(QColor(120, 120, 120));
    QPainter painter(&picture);
    painter.fillRect(20, 20, 60, 60, QColor(200, 30, 30));
    painter.fillRect(50, 20, 30, 60, QColor(204, 40, 36));
    painter.fillRect(120, 30, 40, 40, QColor(200, 30, 30));
    return picture;
}

Mask box(double x0, double y0, double x1, double y1)
{
    return maskOf(Shape::box({x0, y0}, {x1, y1}), QSize(200, 120));
}

WandOptions exactly(double tolerance, bool isContiguous)
{
    return {tolerance, isContiguous, false};
}

} // namespace

class TestWandAndWire : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wandTakesWhatHangsTogether()
    {
        const MagicWand wand(PictureWindow::whole(squares()));
        QCOMPARE(*wand.select({30, 30}, exactly(1, true)), box(20, 20, 50, 80));
        QCOMPARE(*wand.select({30, 30}, exactly(15, true)), box(20, 20, 80, 80));
        QCOMPARE(*wand.select({140, 50}, exactly(15, true)), box(120, 30, 160, 70));
    }
    void wandTakesLikeColoursEverywhere()
    {
        const MagicWand wand(PictureWindow::whole(squares()));
        QCOMPARE(*wand.select({140, 50}, exactly(15, false)), united(box(20, 20, 80, 80), box(120, 30, 160, 70)));
    }
    void wandSmoothsSinglePixelsAway()
    {
        QImage picture = squares();
        picture.setPixel(40, 40, qRgb(0, 255, 0));
        const MagicWand wand(PictureWindow::whole(picture));
        QCOMPARE(wand.select({30, 60}, exactly(15, true))->area(), 3599);
        QVERIFY(wand.select({30, 60}, {15, true, true})->contains(40, 40));
    }
    void wandWorksInAReducedWindow()
    {
        const QImage half = squares().scaled(100, 60, Qt::IgnoreAspectRatio, Qt::FastTransformation);
        const MagicWand wand({half, QRectF(0, 0, 200, 120), QSize(200, 120)});
        QCOMPARE(*wand.select({140, 50}, exactly(1, true)), box(120, 30, 160, 70));
    }
    void wandWorksInPartOfThePicture()
    {
        const QRect area(100, 20, 90, 80);
        const MagicWand wand({squares().copy(area), area, QSize(200, 120)});
        QCOMPARE(*wand.select({140, 50}, exactly(1, false)), box(120, 30, 160, 70));
        QVERIFY(!wand.select({30, 30}));
    }
    void wandRefusesPointsOutside()
    {
        const MagicWand wand(PictureWindow::whole(squares()));
        for (const auto& [x, y] : {std::pair(-1.0, 5.0), {5.0, 121.0}, {qQNaN(), 5.0}}) {
            const auto found = wand.select({x, y});
            QVERIFY(!found);
            QCOMPARE(found.error().code, core::ErrorCode::InvalidArgument);
        }
        QVERIFY(!MagicWand({}).select({0, 0}));
    }
    void wandStopsWhenAsked()
    {
        std::stop_source source;
        source.request_stop();
        const auto found = MagicWand(PictureWindow::whole(squares())).select({30, 30}, {}, source.get_token());
        QVERIFY(!found);
        QCOMPARE(found.error().code, core::ErrorCode::Cancelled);
    }
    void wandTakesAllOfAFlatPicture()
    {
        QImage flat(50, 40, QImage::Format_RGB32);
        flat.fill(Qt::blue);
        QCOMPARE(MagicWand(PictureWindow::whole(flat)).select({50, 40})->area(), 2000);
    }

    void wireFollowsTheEdge()
    {
        QImage picture(300, 300, QImage::Format_RGB32);
        picture.fill(Qt::black);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::white);
        painter.drawEllipse(QPointF(150, 150), 100, 100);
        painter.end();
        LiveWire wire(PictureWindow::whole(picture));
        wire.startAt({50, 150});
        for (const domain::ImagePoint& p : wire.pathTo({150, 50})) {
            QVERIFY2(std::abs(std::hypot(p.x - 150, p.y - 150) - 100) < 3,
                     qPrintable(QStringLiteral("%1 %2").arg(p.x).arg(p.y)));
        }
        QVERIFY(wire.pathTo({150, 50}).size() > 5);
    }
    void wireEndsExactlyWhereAsked()
    {
        LiveWire wire(PictureWindow::whole(squares()));
        wire.startAt({20.25, 21.75});
        for (const domain::ImagePoint to : {domain::ImagePoint{80.5, 40.125}, {20.25, 21.75}, {199.9, 119.9}}) {
            const auto path = wire.pathTo(to);
            QCOMPARE(path.front(), (domain::ImagePoint{20.25, 21.75}));
            QCOMPARE(path.back(), to);
        }
    }
    void wireGivesTheSameInAnyOrderOfQuestions()
    {
        const auto window = PictureWindow::whole(squares());
        LiveWire one(window), two(window);
        one.startAt({20, 20});
        two.startAt({20, 20});
        const auto direct = one.pathTo({80, 80});
        Q_UNUSED(two.pathTo({190, 110}));
        Q_UNUSED(two.pathTo({30, 20}));
        QCOMPARE(two.pathTo({80, 80}), direct);
    }
    void wireWithoutPictureOrAnchorIsEmpty()
    {
        LiveWire none({});
        none.startAt({1, 1});
        QVERIFY(none.pathTo({2, 2}).empty());
        LiveWire early(PictureWindow::whole(squares()));
        QVERIFY(early.pathTo({2, 2}).empty());
    }
    void pathsAvoidClosedCells()
    {
        Grid<uint16_t> cost(20, 20, 1);
        for (int y = 0; y < 19; ++y) {
            cost.at(10, y) = 0;
        }
        PathFinder finder(cost);
        finder.startAt({2, 2});
        const auto path = finder.pathTo({18, 2});
        QVERIFY(std::find(path.begin(), path.end(), QPoint(10, 19)) != path.end());
        cost.at(10, 19) = 0;
        PathFinder walled(cost);
        walled.startAt({2, 2});
        QVERIFY(walled.pathTo({18, 2}).empty());
    }
    void pathsCostTheLeast()
    {
        // Against a plain relaxation until nothing changes.
        Grid<uint16_t> cost(15, 12);
        quint32 seed = 3;
        for (uint16_t& c : cost.cells) {
            seed = seed * 1'664'525 + 1'013'904'223;
            c = uint16_t(1 + (seed >> 23));
        }
        std::vector<uint64_t> best(cost.cells.size(), 1'000'000'000);
        best[0] = 0;
        const auto step = [&](int x, int y, int dx, int dy) {
            return uint64_t(cost.at(x + dx, y + dy)) * (dx && dy ? 181 : 128) / 128;
        };
        for (bool changed = true; changed;) {
            changed = false;
            for (int y = 0; y < 12; ++y) {
                for (int x = 0; x < 15; ++x) {
                    for (int d = 0; d < 9; ++d) {
                        const int dx = d % 3 - 1, dy = d / 3 - 1;
                        if ((dx || dy) && cost.contains({x + dx, y + dy})) {
                            uint64_t& there = best[size_t(y + dy) * 15 + x + dx];
                            const uint64_t way = best[size_t(y) * 15 + x] + step(x, y, dx, dy);
                            changed |= way < there;
                            there = std::min(there, way);
                        }
                    }
                }
            }
        }
        PathFinder finder(cost);
        finder.startAt({0, 0});
        for (const QPoint target : {QPoint(14, 11), QPoint(7, 3), QPoint(0, 11)}) {
            const auto path = finder.pathTo(target);
            uint64_t sum = 0;
            for (size_t i = 1; i < path.size(); ++i) {
                const QPoint d = path[i] - path[i - 1];
                QVERIFY(std::abs(d.x()) <= 1 && std::abs(d.y()) <= 1);
                sum += step(path[i - 1].x(), path[i - 1].y(), d.x(), d.y());
            }
            QCOMPARE(sum, best[size_t(target.y()) * 15 + target.x()]);
        }
    }
};

QTEST_GUILESS_MAIN(TestWandAndWire)
#include "tst_WandAndWire.moc"
