// SPDX-License-Identifier: GPL-3.0-or-later
//! Harbour, lake and coast.
#include "engine/media/scenes/PlaceParts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lw::media {

namespace {

constexpr double kWidth = SceneCanvas::kWidth;
constexpr double kHeight = SceneCanvas::kHeight;

} // namespace

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

} // namespace lw::media
