// SPDX-License-Identifier: GPL-3.0-or-later
//! Harbour, country road, lake, town, balloon valley and coast.
#include "engine/media/scenes/SceneComposer.h"

#include "engine/media/scenes/Scenery.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lw::media {

namespace {

constexpr double kWidth = SceneCanvas::kWidth;
constexpr double kHeight = SceneCanvas::kHeight;

constexpr std::array<TreeKind, 4> kBroadTrees = {TreeKind::Round, TreeKind::Round, TreeKind::Birch, TreeKind::Poplar};

void addBirds(const ScenePen& pen, double top, double bottom, int count)
{
    const QPointF flock(pen.random.between(200, kWidth - 200), pen.random.between(top, bottom));
    for (int i = 0; i < count; ++i) {
        const QPointF at = flock + QPointF(pen.random.between(-230, 230), pen.random.between(-70, 70));
        addBird(pen, {at.x(), std::clamp(at.y(), top, bottom)}, pen.random.between(24, 46));
    }
}

/// Places between `left` and `right` with at least `gap` between neighbours, in random order of depth.
std::vector<double> spread(SceneRandom& random, double left, double right, int count)
{
    std::vector<double> places;
    for (int i = 0; i < count; ++i) {
        places.push_back(left + (right - left) * (i + random.between(0.2, 0.8)) / count);
    }
    return places;
}

void paintGrass(const ScenePen& pen, const Ridge& ground, const QColor& colour)
{
    QPainter& painter = pen.canvas.painter();
    for (int i = 0; i < 420; ++i) {
        const double x = pen.random.between(0, kWidth);
        const double y = pen.random.between(ground.at(x) + 6, kHeight + 10);
        const double length = 4 + 12 * (y - ground.at(x)) / std::max(40.0, kHeight - ground.at(x));
        painter.setPen(
            QPen(withAlpha(pen.random.chance(0.5) ? pen.light.lit(scaledLight(colour, 1.25)) : pen.light.shaded(colour),
                           0.5),
                 1.3, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(x, y), QPointF(x + pen.random.between(-3, 3), y - length));
    }
    static const std::array<QRgb, 4> kFlowers = {0xffffff, 0xf7d94c, 0xe86a6a, 0xb89be0};
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 90; ++i) {
        const double x = pen.random.between(0, kWidth);
        const double y = pen.random.between(ground.at(x) + 20, kHeight);
        const double size = 1.2 + 2 * (y - ground.at(x)) / std::max(40.0, kHeight - ground.at(x));
        painter.setBrush(pen.light.lit(QColor(pen.random.pick(kFlowers))));
        painter.drawEllipse(QPointF(x, y), size, size * 0.8);
    }
}

void composeHarbour(const ScenePen& pen)
{
    SceneRandom& random = pen.random;
    QPainter& painter = pen.canvas.painter();
    const double shore = random.between(418, 452);
    const QPointF sun = paintSky(painter, pen.light, random, shore, 0.55);
    paintHill(painter, pen.light, Ridge(random, shore - 120, 46, 0.9), QColor(0x6f8f86), 0.72);
    const Ridge hill(random, shore - 64, 34, 1.1);
    paintHill(painter, pen.light, hill, QColor(0x6d9560), 0.4, shore);
    paintWater(pen.canvas, pen.light, random, shore, kHeight, sun);
    for (const double x : spread(random, 30, kWidth - 30, 5)) {
        addTree(pen, random.pick(kBroadTrees), {x, std::min(shore - 8, hill.at(x) + 20)}, random.between(62, 92), 0.36);
    }
    for (const double x : spread(random, 60, kWidth - 60, 7)) {
        addHouse(pen, {x, shore - random.between(4, 20)}, random.between(84, 116), 0.26);
    }
    pen.canvas.cover({0, shore - 10, kWidth, 24}, [&](QPainter& quay) {
        QLinearGradient stone(0, shore - 9, 0, shore + 12);
        stone.setColorAt(0, pen.light.lit(QColor(0xb9ab9a), 0.18));
        stone.setColorAt(1, pen.light.shaded(QColor(0x7f766e), 0.12));
        quay.fillRect(QRectF(0, shore - 9, kWidth, 20), stone);
    });
    const double pier = pen.light.comesFromLeft ? kWidth - 190 : 190;
    pen.canvas.cover({pier - 130, shore + 20, 260, 70}, [&](QPainter& rocks) {
        QPainterPath mole(QPointF(pier - 120, shore + 74));
        mole.cubicTo(pier - 90, shore + 26, pier + 90, shore + 26, pier + 120, shore + 74);
        rocks.fillPath(mole, pen.light.shaded(QColor(0x8f8478), 0.08));
    });
    addLighthouse(pen, {pier, shore + 42}, random.between(210, 250), 0.1);
    addBirds(pen, 60, shore - 150, 3 + random.below(4));
    const std::array<BoatKind, 5> kinds = {BoatKind::Sail, BoatKind::Fishing, BoatKind::Motor, BoatKind::Sail,
                                           BoatKind::Rowing};
    const int count = 6 + random.below(3);
    for (int i = 0; i < count; ++i) { // far to near
        const double depth = (i + random.between(0.1, 0.6)) / count;
        const double x = pen.light.comesFromLeft ? random.between(70, depth < 0.35 ? kWidth - 380 : kWidth - 90)
                                                 : random.between(depth < 0.35 ? 380 : 90, kWidth - 70);
        addBoat(pen, random.pick(kinds), {x, shore + 46 + depth * (kHeight - shore - 120)}, 70 + 150 * depth,
                random.chance(0.5));
    }
}

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

void composeLake(const ScenePen& pen)
{
    SceneRandom& random = pen.random;
    QPainter& painter = pen.canvas.painter();
    const double shore = random.between(430, 470);
    const QPointF sun = paintSky(painter, pen.light, random, shore - 60, 0.45);
    paintMountains(painter, pen.light, random, shore - 20, random.between(300, 350), 0.5);
    paintMountains(painter, pen.light, random, shore - 6, random.between(150, 190), 0.3);
    const Ridge bank(random, shore - 22, 9, 1.4);
    paintHill(painter, pen.light, bank, QColor(0x5c8a5c), 0.26, shore);
    paintWater(pen.canvas, pen.light, random, shore, kHeight, sun);
    for (const double x : spread(random, 20, kWidth - 20, 13)) {
        addTree(pen, random.chance(0.8) ? TreeKind::Conifer : TreeKind::Birch, {x, bank.at(x) + random.between(6, 14)},
                random.between(62, 112), 0.24);
    }
    for (const double x : spread(random, 180, kWidth - 180, 2)) {
        addHouse(pen, {x, shore - 2}, random.between(90, 124), 0.2);
    }
    addBirds(pen, 70, shore - 230, 3 + random.below(4));
    const std::array<BoatKind, 4> kinds = {BoatKind::Rowing, BoatKind::Sail, BoatKind::Sail, BoatKind::Motor};
    for (int i = 0; i < 5; ++i) {
        const double depth = (i + random.between(0.1, 0.6)) / 5;
        addBoat(pen, random.pick(kinds), {random.between(110, kWidth - 110), shore + 36 + depth * 250},
                60 + 130 * depth, random.chance(0.5));
    }
    const Ridge near(random, kHeight - 66, 26, 0.7);
    pen.canvas.cover({0, kHeight - 140, kWidth, 140},
                     [&](QPainter& meadow) { paintHill(meadow, pen.light, near, QColor(0x5f9350), 0); });
    paintGrass(pen, near, QColor(0x5f9350));
    for (const double x : {random.between(40, 170), random.between(kWidth - 170, kWidth - 40)}) {
        addTree(pen, TreeKind::Conifer, {x, std::min(kHeight - 8, near.at(x) + 26)}, random.between(300, 400), 0);
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

void composeCoast(const ScenePen& pen)
{
    SceneRandom& random = pen.random;
    QPainter& painter = pen.canvas.painter();
    const double horizon = random.between(390, 430);
    const QPointF sun = paintSky(painter, pen.light, random, horizon, 0.7);
    paintHill(painter, pen.light, Ridge(random, horizon - 10, 16, 1.2), QColor(0x8fa3a8), 0.85, horizon);
    paintWater(pen.canvas, pen.light, random, horizon, kHeight, sun);
    addBirds(pen, 70, horizon - 60, 4 + random.below(4));
    for (int i = 0; i < 5; ++i) {
        const double depth = (i + random.between(0.1, 0.7)) / 5;
        const double x =
            pen.light.comesFromLeft ? random.between(80, kWidth * 0.62) : random.between(kWidth * 0.38, kWidth - 80);
        addBoat(pen, random.chance(0.7) ? BoatKind::Sail : BoatKind::Motor, {x, horizon + 16 + depth * 210},
                46 + 100 * depth, random.chance(0.5));
    }
    // The cliff stands on the side away from the sun, its edge in the light.
    const double away = pen.light.comesFromLeft ? 1 : -1;
    const auto mirrored = [away](double x) { return away > 0 ? x : kWidth - x; };
    const double top = horizon - random.between(40, 80);
    pen.canvas.cover({0, top - 40, kWidth, kHeight - top + 40}, [&](QPainter& land) {
        QPainterPath cliff(QPointF(mirrored(kWidth + 20), top - 20));
        cliff.cubicTo(mirrored(1120), top - 34, mirrored(960), top - 6, mirrored(870), top + 34);
        cliff.lineTo(mirrored(846), top + 96);
        cliff.lineTo(mirrored(800), top + 150);
        cliff.lineTo(mirrored(812), top + 210);
        cliff.lineTo(mirrored(744), top + 300);
        cliff.lineTo(mirrored(kWidth + 20), top + 340);
        cliff.closeSubpath();
        QLinearGradient rock(mirrored(740), 0, mirrored(kWidth), 0);
        rock.setColorAt(0, pen.light.lit(QColor(0xd8c4a4), 0.06));
        rock.setColorAt(0.4, pen.light.lit(QColor(0xb39a7c), 0.06));
        rock.setColorAt(1, pen.light.shaded(QColor(0x8d7862), 0.04));
        land.fillPath(cliff, rock);
        land.save();
        land.setClipPath(cliff);
        // Facets: steep strips of rock that lean a little and catch the light by turns.
        for (double x = 700; x < kWidth + 60;) {
            const double width = random.between(34, 92);
            const double lean = random.between(-40, 10);
            const QPolygonF facet({{mirrored(x), top - 60},
                                   {mirrored(x + width), top - 60},
                                   {mirrored(x + width + lean), top + 360},
                                   {mirrored(x + lean), top + 360}});
            QPainterPath strip;
            strip.addPolygon(facet);
            const bool isLit = random.chance(0.5);
            land.fillPath(strip, withAlpha(isLit ? pen.light.lit(QColor(0xf3e3c6)) : pen.light.shaded(QColor(0x6b5848)),
                                           random.between(0.1, 0.34)));
            x += width;
        }
        for (int i = 0; i < 7; ++i) {
            const double y = top + 66 + i * 40;
            land.setPen(
                QPen(withAlpha(pen.light.shaded(QColor(0x6f5c4a)), random.between(0.12, 0.3)), random.between(2, 6)));
            land.drawLine(QPointF(mirrored(730), y + random.between(-8, 8)),
                          QPointF(mirrored(kWidth + 10), y - 26 + random.between(-8, 8)));
        }
        QPainterPath turf(QPointF(mirrored(kWidth + 20), top - 30));
        turf.cubicTo(mirrored(1120), top - 40, mirrored(960), top - 10, mirrored(862), top + 34);
        turf.cubicTo(mirrored(960), top + 30, mirrored(1120), top + 30, mirrored(kWidth + 20), top + 60);
        turf.closeSubpath();
        land.restore();
        land.setPen(QPen(withAlpha(mixed(pen.light.skyLow, Qt::white, 0.55), 0.8), 7, Qt::SolidLine, Qt::RoundCap));
        land.drawLine(QPointF(mirrored(724), top + 302), QPointF(mirrored(kWidth + 20), top + 342)); // surf
        land.setPen(Qt::NoPen);
        land.fillPath(turf, pen.light.lit(QColor(0x74a457), 0.05));
    });
    const auto turfAt = [&](double x) { return top + 26 - (x - 870) * 0.085; };
    addTree(pen, TreeKind::Round, {mirrored(1236), turfAt(1236) + 18}, random.between(96, 124), 0.08);
    addHouse(pen, {mirrored(1136), turfAt(1136) + 14}, random.between(104, 124), 0.06);
    addLighthouse(pen, {mirrored(986), turfAt(986) + 8}, random.between(230, 270), 0.04);
    const Ridge beach(random, kHeight - 92, 22, 0.6);
    pen.canvas.cover({0, kHeight - 180, kWidth, 180}, [&](QPainter& sand) {
        sand.setPen(Qt::NoPen);
        sand.translate(0, -9);
        sand.fillPath(beach.area(kHeight + 20), withAlpha(mixed(pen.light.skyLow, Qt::white, 0.5), 0.75));
        sand.translate(0, 9);
        paintHill(sand, pen.light, beach, QColor(0xe8d2a2), 0);
    });
    addBeachedBoat(pen, {mirrored(random.between(200, 460)), kHeight - 46}, random.between(170, 210),
                   random.chance(0.5));
    pen.canvas.cover({mirrored(1040) - 260, kHeight - 120, 520, 120}, [&](QPainter& grass) {
        QPainterPath mound(QPointF(mirrored(790), kHeight));
        mound.cubicTo(mirrored(880), kHeight - 96, mirrored(1130), kHeight - 96, mirrored(1290), kHeight);
        mound.closeSubpath();
        QLinearGradient fill(0, kHeight - 80, 0, kHeight);
        fill.setColorAt(0, pen.light.lit(QColor(0x86a862)));
        fill.setColorAt(1, pen.light.shaded(QColor(0x5f8a4c)));
        grass.fillPath(mound, fill);
    });
    for (int i = 0; i < 2; ++i) {
        const double x = mirrored(random.between(900 + 150 * i, 980 + 160 * i));
        addTree(pen, random.pick(kBroadTrees), {x, kHeight - random.between(20, 50)}, random.between(200, 280), 0);
    }
}

using Composer = void (*)(const ScenePen&);

struct Place {
    QLatin1String name;
    Composer compose;
};

constexpr std::array<Place, kScenePlaces> kPlaces = {{
    {QLatin1String("harbour"), composeHarbour},
    {QLatin1String("road"), composeCountryRoad},
    {QLatin1String("lake"), composeLake},
    {QLatin1String("town"), composeTown},
    {QLatin1String("valley"), composeBalloonValley},
    {QLatin1String("coast"), composeCoast},
}};

} // namespace

QLatin1String placeName(int index)
{
    return kPlaces[size_t(index % kScenePlaces)].name;
}

void composePlace(int index, const ScenePen& pen)
{
    kPlaces[size_t(index % kScenePlaces)].compose(pen);
}

} // namespace lw::media
