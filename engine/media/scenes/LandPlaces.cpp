// SPDX-License-Identifier: GPL-3.0-or-later
//! Country road, town and balloon valley.
#include "engine/media/scenes/PlaceParts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lw::media {

namespace {

constexpr double kWidth = SceneCanvas::kWidth;
constexpr double kHeight = SceneCanvas::kHeight;

/// The middle line of a winding road, seen in perspective; `t` 0 at the horizon to 1 at the lower edge.
struct WindingRoad {
    double top;
    double middle;
    double swing;

    [[nodiscard]] double yAt(double t) const { return top + (kHeight + 30 - top) * std::pow(t, 1.7); }
    [[nodiscard]] double halfWidth(double t) const { return 5 + 225 * std::pow(t, 1.75); }
    [[nodiscard]] double xAt(double t) const
    {
        return middle + swing * std::sin(t * 4.2) * (1 - t) * 1.7 + (kWidth * 0.5 - middle) * t;
    }
    [[nodiscard]] QPainterPath area(double share) const
    {
        QPainterPath path;
        constexpr int kSteps = 60;
        for (int i = 0; i <= kSteps; ++i) {
            const double t = double(i) / kSteps;
            const QPointF at(xAt(t) - halfWidth(t) * share, yAt(t));
            i == 0 ? path.moveTo(at) : path.lineTo(at);
        }
        for (int i = kSteps; i >= 0; --i) {
            const double t = double(i) / kSteps;
            path.lineTo(xAt(t) + halfWidth(t) * share, yAt(t));
        }
        path.closeSubpath();
        return path;
    }
};

void paintRoad(const ScenePen& pen, const WindingRoad& road)
{
    QPainter& painter = pen.canvas.painter();
    painter.fillPath(road.area(1.12), pen.light.lit(QColor(0xbfae8c), 0.1));
    QLinearGradient asphalt(0, road.top, 0, kHeight);
    asphalt.setColorAt(0, pen.light.lit(QColor(0x7d8290), 0.5));
    asphalt.setColorAt(1, pen.light.shaded(QColor(0x5b606c)));
    painter.fillPath(road.area(1), asphalt);
    const QColor line = pen.light.lit(QColor(0xf5f1e4), 0.05);
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(line, 0.85));
    for (double t = 0.12; t < 1; t += 0.03 + 0.035 * t) {
        const double end = t + 0.012 + 0.016 * t;
        QPainterPath dash(QPointF(road.xAt(t) - road.halfWidth(t) * 0.02, road.yAt(t)));
        dash.lineTo(road.xAt(end) - road.halfWidth(end) * 0.02, road.yAt(end));
        dash.lineTo(road.xAt(end) + road.halfWidth(end) * 0.02, road.yAt(end));
        dash.lineTo(road.xAt(t) + road.halfWidth(t) * 0.02, road.yAt(t));
        painter.drawPath(dash);
    }
    painter.fillPath(road.area(0.955).subtracted(road.area(0.93)), withAlpha(line, 0.7));
}

} // namespace

void composeCountryRoad(const ScenePen& pen)
{
    SceneRandom& random = pen.random;
    QPainter& painter = pen.canvas.painter();
    const double horizon = random.between(372, 410);
    paintSky(painter, pen.light, random, horizon, 0.75);
    paintHill(painter, pen.light, Ridge(random, horizon - 46, 34, 0.8), QColor(0x7f9fa0), 0.8);
    paintHill(painter, pen.light, Ridge(random, horizon - 8, 26, 1.3), QColor(0x85a86a), 0.55);
    const Ridge field(random, horizon + 34, 16, 0.9);
    const QColor crop(random.pick(std::array<QRgb, 4>{0xc9b458, 0x86ad55, 0xb9c35f, 0x9a8fc0}));
    paintHill(painter, pen.light, field, crop, 0.22);
    paintFurrows(painter, field.area(), withAlpha(pen.light.shaded(crop), 0.2),
                 {random.between(300, 980), horizon + 10}, 88);
    const WindingRoad road{horizon + 36, random.between(420, 860),
                           random.between(120, 220) * (random.chance(0.5) ? 1 : -1)};
    if (random.chance(0.6)) {
        addBalloon(pen, {random.between(160, kWidth - 160), random.between(100, 190)}, random.between(70, 130), 0.3);
    }
    addBirds(pen, 60, horizon - 120, 2 + random.below(4));
    paintRoad(pen, road);
    struct Thing {
        double t;
        int kind; // 0 tree, 1 house, 2 car
        double side;
    };
    std::vector<Thing> things;
    for (int i = 0; i < 11; ++i) {
        things.push_back({random.between(0.12, 0.78), 0, random.chance(0.5) ? 1.0 : -1.0});
    }
    for (int i = 0; i < 3; ++i) {
        things.push_back({random.between(0.18, 0.5), 1, i % 2 == 0 ? 1.0 : -1.0});
    }
    for (const double t : {random.between(0.3, 0.38), random.between(0.5, 0.58), random.between(0.7, 0.84)}) {
        things.push_back({t, 2, random.chance(0.5) ? 1.0 : -1.0});
    }
    std::sort(things.begin(), things.end(), [](const Thing& a, const Thing& b) { return a.t < b.t; });
    for (const Thing& thing : things) {
        const double reach = road.halfWidth(thing.t);
        const QPointF middle(road.xAt(thing.t), road.yAt(thing.t));
        const double distance = 0.55 * (1 - thing.t);
        if (thing.kind == 2) {
            addCarOnRoad(pen, middle + QPointF(thing.side * reach * 0.47, 0), reach * 0.62, thing.side < 0);
        } else if (thing.kind == 1) {
            addHouse(pen, middle + QPointF(thing.side * (reach * 1.5 + random.between(90, 260)), 0), 54 + reach * 1.25,
                     distance);
        } else {
            const double away = reach * 1.3 + random.between(16, 330);
            addTree(pen, random.pick(kBroadTrees), middle + QPointF(thing.side * away, random.between(-6, 6)),
                    64 + reach * 1.7, distance);
        }
    }
}

void composeTown(const ScenePen& pen)
{
    SceneRandom& random = pen.random;
    QPainter& painter = pen.canvas.painter();
    const double pavement = 610;
    paintSky(painter, pen.light, random, 520, 0.7);
    paintHill(painter, pen.light, Ridge(random, 380, 50, 0.9), QColor(0x7d98a0), 0.75);
    addBirds(pen, 50, 170, 3 + random.below(3));
    double x = random.between(-70, -20);
    while (x < kWidth) {
        const double width = random.between(104, 178);
        const double height = random.between(210, 385);
        if (random.chance(0.12)) { // a gap with a garden wall and a tree
            const double gap = random.between(90, 130);
            pen.canvas.cover({x, pavement - 64, gap, 66}, [&](QPainter& wall) {
                wall.fillRect(QRectF(x, pavement - 60, gap, 62), pen.light.lit(QColor(0xc0a78e), 0.12));
                wall.fillRect(QRectF(x, pavement - 64, gap, 7), pen.light.lit(QColor(0x9c8672), 0.12));
            });
            addTree(pen, TreeKind::Round, {x + gap / 2, pavement - 30}, random.between(190, 240), 0.12);
            x += gap;
        }
        addTownHouse(pen, {x, pavement - height, width, height}, 0.1);
        x += width;
    }
    pen.canvas.cover({0, pavement, kWidth, kHeight - pavement}, [&](QPainter& ground) {
        QLinearGradient slabs(0, pavement, 0, pavement + 40);
        slabs.setColorAt(0, pen.light.shaded(QColor(0xb3aa9f)));
        slabs.setColorAt(1, pen.light.lit(QColor(0xc9c0b4)));
        ground.fillRect(QRectF(0, pavement, kWidth, 40), slabs);
        ground.fillRect(QRectF(0, pavement + 38, kWidth, 7), pen.light.shaded(QColor(0x8f877e)));
        QLinearGradient asphalt(0, pavement + 45, 0, kHeight);
        asphalt.setColorAt(0, pen.light.shaded(QColor(0x6a6f7c)));
        asphalt.setColorAt(1, pen.light.lit(QColor(0x646a78)));
        ground.fillRect(QRectF(0, pavement + 45, kWidth, kHeight), asphalt);
        for (int i = -1; i < 12; ++i) {
            ground.fillRect(QRectF(i * 120 + 30, pavement + 136, 66, 5),
                            withAlpha(pen.light.lit(QColor(0xf5f1e4)), 0.8));
        }
        QLinearGradient near(0, kHeight - 40, 0, kHeight);
        near.setColorAt(0, pen.light.lit(QColor(0xb9b0a5)));
        near.setColorAt(1, pen.light.shaded(QColor(0xa79e94)));
        ground.fillRect(QRectF(0, kHeight - 36, kWidth, 36), near);
        ground.fillRect(QRectF(0, kHeight - 42, kWidth, 7), pen.light.shaded(QColor(0x8f877e)));
    });
    for (const double at : spread(random, 60, kWidth - 60, 4)) {
        addStreetLamp(pen, {at + 60, pavement + 20}, 190);
        addTree(pen, random.chance(0.6) ? TreeKind::Round : TreeKind::Birch, {at - 40, pavement + 24},
                random.between(150, 200), 0.05);
    }
    for (const double at : spread(random, 100, kWidth - 100, 3 + random.below(2))) {
        addCar(pen, {at, pavement + 106}, random.between(168, 188), false);
    }
    for (const double at : spread(random, 80, kWidth - 80, 2 + random.below(2))) {
        addCar(pen, {at, pavement + 196}, random.between(204, 226), true);
    }
}

void composeBalloonValley(const ScenePen& pen)
{
    SceneRandom& random = pen.random;
    QPainter& painter = pen.canvas.painter();
    const double horizon = random.between(500, 540);
    paintSky(painter, pen.light, random, horizon, 0.5);
    paintMountains(painter, pen.light, random, horizon - 30, random.between(150, 200), 0.72);
    paintHill(painter, pen.light, Ridge(random, horizon - 40, 30, 0.9), QColor(0x86a59a), 0.66);
    const int count = 6 + random.below(4);
    for (int i = 0; i < count; ++i) { // far, small ones first
        const double depth = (i + random.unit()) / count;
        addBalloon(pen, {random.between(70, kWidth - 70), random.between(90, 400 - 120 * depth)},
                   44 + 176 * depth * depth, 0.5 * (1 - depth));
    }
    addBirds(pen, 60, 320, 2 + random.below(3));
    const std::array<QRgb, 4> greens = {0x8fb069, 0x79a35b, 0xa8b866, 0x5f9350};
    for (int i = 0; i < 3; ++i) {
        const double distance = 0.46 - 0.17 * i;
        const double base = horizon + 14 + 88 * i;
        const Ridge hill(random, base, 30, 1.0);
        const QColor colour(greens[size_t(i)]);
        pen.canvas.cover({0, base - 70, kWidth, kHeight - base + 70}, [&](QPainter& ground) {
            paintHill(ground, pen.light, hill, colour, distance);
            if (i == 1) {
                paintFurrows(ground, hill.area(), withAlpha(pen.light.shaded(colour, distance), 0.22),
                             {random.between(200, 1080), base - 60}, 80);
            }
        });
        for (const double x : spread(random, 20, kWidth - 20, 4)) {
            if (random.chance(0.4)) {
                addHouse(pen, {x, hill.at(x) + 18}, 60 + 26 * i, distance);
            } else {
                addTree(pen, i == 0 ? TreeKind::Poplar : random.pick(kBroadTrees), {x, hill.at(x) + 14}, 70 + 40 * i,
                        distance);
            }
        }
    }
    const Ridge near(random, kHeight - 40, 20, 0.8);
    pen.canvas.cover({0, kHeight - 100, kWidth, 100},
                     [&](QPainter& ground) { paintHill(ground, pen.light, near, QColor(0x4f8449), 0); });
    paintGrass(pen, near, QColor(0x4f8449));
}

} // namespace lw::media
