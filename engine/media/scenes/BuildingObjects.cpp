// SPDX-License-Identifier: GPL-3.0-or-later
//! Houses, lighthouses and street lamps.
#include "engine/media/scenes/SceneObjects.h"
#include "engine/media/scenes/Scenery.h"

#include <algorithm>
#include <array>

namespace lw::media {

namespace {

constexpr std::array<QRgb, 10> kWalls = {0xf3e9d8, 0xe9c9a0, 0xd98c6a, 0xf2d479, 0xc5d5c0,
                                         0xb4cbdc, 0xe7b7ac, 0xfaf6ee, 0x9fb9a8, 0xd6735c};
constexpr std::array<QRgb, 5> kRoofs = {0xa8503f, 0x8c4638, 0x56606e, 0xb5654a, 0x6e4a44};
constexpr std::array<QRgb, 5> kShutters = {0x3e6b5c, 0x2f5878, 0x8a3d36, 0x57734a, 0x6d5b7b};

QLinearGradient wallFill(const ScenePen& pen, const QRectF& wall, const QColor& colour, double distance)
{
    QLinearGradient fill(wall.topLeft(), wall.bottomLeft());
    fill.setColorAt(0, pen.light.lit(scaledLight(colour, 1.04), distance));
    fill.setColorAt(1, pen.light.lit(scaledLight(colour, 0.88), distance));
    return fill;
}

/// A window with frame, sky in the glass, and light behind it in the dark.
void drawWindow(QPainter& painter, const ScenePen& pen, const QRectF& pane, double distance, bool isLit)
{
    const double frame = std::max(0.7, pane.width() * 0.1);
    painter.fillRect(pane.adjusted(-frame, -frame, frame, frame), pen.light.lit(QColor(0xfaf7f0), distance));
    QLinearGradient glass(pane.topLeft(), pane.bottomRight());
    if (isLit) {
        glass.setColorAt(0, QColor(0xfff0b0));
        glass.setColorAt(1, QColor(0xffb84f));
    } else {
        glass.setColorAt(0, mixed(pen.light.lit(QColor(0x4a6680), distance), pen.light.skyMiddle, 0.3));
        glass.setColorAt(1, pen.light.shaded(QColor(0x33485e), distance));
    }
    painter.fillRect(pane, glass);
    const QColor bar = pen.light.lit(QColor(0xfaf7f0), distance);
    if (pane.width() > 6) {
        const double thin = std::max(0.6, pane.width() * 0.07);
        painter.fillRect(QRectF(pane.center().x() - thin / 2, pane.top(), thin, pane.height()), bar);
        painter.fillRect(QRectF(pane.left(), pane.top() + pane.height() * 0.42, pane.width(), thin), bar);
    }
}

void drawDoor(QPainter& painter, const ScenePen& pen, const QRectF& door, const QColor& colour, double distance)
{
    painter.fillRect(door.adjusted(-door.width() * 0.12, -door.width() * 0.12, door.width() * 0.12, 0),
                     pen.light.lit(QColor(0xfaf7f0), distance));
    QLinearGradient fill(door.topLeft(), door.bottomRight());
    fill.setColorAt(0, pen.light.lit(colour, distance));
    fill.setColorAt(1, pen.light.shaded(colour, distance));
    painter.fillRect(door, fill);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xe6c36a));
    painter.drawEllipse(QPointF(door.right() - door.width() * 0.18, door.center().y()), door.width() * 0.07,
                        door.width() * 0.07);
}

void drawChimney(QPainter& painter, const ScenePen& pen, const QRectF& stack, double distance)
{
    painter.fillRect(stack, pen.light.shaded(QColor(0xa86a55), distance));
    painter.fillRect(QRectF(stack.left() - stack.width() * 0.15, stack.top(), stack.width() * 1.3, stack.width() * 0.3),
                     pen.light.lit(QColor(0x8a5a4a), distance));
}

/// Gable front at one side, long wall with the roof's slope at the other.
void drawHouse(QPainter& painter, const ScenePen& pen, QPointF base, double width, double distance)
{
    SceneRandom& random = pen.random;
    const QColor wall(random.pick(kWalls));
    const QColor roof(random.pick(kRoofs));
    const QColor door(random.pick(kShutters));
    const bool gableLeft = pen.light.comesFromLeft; // the gable looks into the light
    const double height = width * random.between(0.4, 0.5);
    const double gable = width * 0.42;
    const double rise = width * random.between(0.26, 0.34);
    painter.translate(base);
    painter.scale(gableLeft ? 1 : -1, 1);
    const QRectF front(-width / 2, -height, gable, height);
    const QRectF side(-width / 2 + gable, -height, width - gable, height);
    const QPointF peak(front.center().x(), -height - rise);
    const double ridgeEnd = side.right() - gable * 0.12;

    if (random.chance(0.7)) {
        drawChimney(painter, pen, {side.center().x(), peak.y() - width * 0.05, width * 0.075, rise * 0.7}, distance);
    }
    painter.fillRect(side, pen.light.shaded(wall, distance));
    QPolygonF gableWall;
    gableWall << front.bottomLeft() << front.topLeft() << peak << front.topRight() << front.bottomRight();
    QPainterPath gablePath;
    gablePath.addPolygon(gableWall);
    painter.fillPath(gablePath, wallFill(pen, front.adjusted(0, -rise, 0, 0), wall, distance));

    QPolygonF slope;
    const double eaves = width * 0.035;
    slope << peak << QPointF(ridgeEnd, peak.y()) << QPointF(side.right() + eaves, -height + eaves * 1.4)
          << QPointF(front.right() + eaves * 0.4, -height + eaves * 1.4);
    QPainterPath slopePath;
    slopePath.addPolygon(slope);
    QLinearGradient tiles(peak, QPointF(peak.x(), -height));
    tiles.setColorAt(0, pen.light.lit(scaledLight(roof, 1.12), distance));
    tiles.setColorAt(1, pen.light.shaded(scaledLight(roof, 1.1), distance));
    painter.fillPath(slopePath, tiles);
    painter.setPen(QPen(pen.light.shaded(scaledLight(roof, 0.72), distance), width * 0.035, Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    painter.drawPolyline(QPolygonF() << QPointF(front.left() - eaves, -height + eaves) << peak
                                     << QPointF(front.right() + eaves * 0.5, -height + eaves));
    const double pane = gable * 0.2;
    const auto isLit = [&] { return pen.light.isDark && random.chance(0.75); };
    drawWindow(painter, pen, {peak.x() - pane / 2, -height - rise * 0.35, pane, pane * 1.15}, distance, isLit());
    drawWindow(painter, pen, {front.left() + gable * 0.14, -height * 0.7, pane, pane * 1.3}, distance, isLit());
    drawDoor(painter, pen, {front.right() - gable * 0.42, -height * 0.58, gable * 0.24, height * 0.58}, door, distance);
    for (int i = 0; i < 2; ++i) {
        drawWindow(painter, pen,
                   {side.left() + side.width() * (0.16 + 0.44 * i), -height * 0.66, side.width() * 0.2, height * 0.32},
                   distance, isLit());
    }
    painter.fillRect(QRectF(-width / 2, -height * 0.07, width, height * 0.07),
                     pen.light.shaded(QColor(0x857b70), distance));
}

} // namespace

void addHouse(const ScenePen& pen, QPointF base, double width, double distance)
{
    const double away = pen.light.comesFromLeft ? 1 : -1;
    paintShadow(pen.canvas.painter(), base + QPointF(away * width * 0.16, 0), width * 1.3, width * 0.16,
                0.36 * (1 - distance));
    const QRectF bounds(base.x() - width * 0.62, base.y() - width * 1.02, width * 1.24, width * 1.03);
    pen.canvas.add(QStringLiteral("house"), bounds,
                   [&](QPainter& painter) { drawHouse(painter, pen, base, width, distance); });
    if (pen.light.isDark) {
        paintGlow(pen.canvas.painter(), base - QPointF(0, width * 0.25), width * 0.8, QColor(0xffc877), 0.2);
    }
}

void addTownHouse(const ScenePen& pen, const QRectF& front, double distance)
{
    SceneRandom& random = pen.random;
    const QColor wall(random.pick(kWalls));
    const QColor roof(random.pick(kRoofs));
    const QColor accent(random.pick(kShutters));
    const int columns = front.width() > 120 ? 3 : 2;
    const int floors = std::max(2, int(front.height() / 78));
    const int crown = random.below(3); // gable, mansard or flat with cornice
    const double rise = front.width() * (crown == 0 ? 0.42 : crown == 1 ? 0.28 : 0.06);
    const bool hasShop = random.chance(0.55);
    const auto isLit = [&] { return pen.light.isDark && random.chance(0.6); };
    const QRectF bounds = front.adjusted(-4, -front.width() * 0.5 - 4, 4, 0);
    pen.canvas.add(QStringLiteral("house"), bounds, [&](QPainter& painter) {
        QPainterPath top;
        const QRectF& f = front;
        if (crown == 0) {
            top.addPolygon(QPolygonF() << f.topLeft() << QPointF(f.center().x(), f.top() - rise) << f.topRight());
            painter.fillPath(top, wallFill(pen, f.adjusted(0, -rise, 0, 0), wall, distance));
            painter.setPen(QPen(pen.light.lit(roof, distance), 7, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
            painter.drawPolyline(QPolygonF()
                                 << f.topLeft() + QPointF(0, 2) << QPointF(f.center().x(), f.top() - rise + 4)
                                 << f.topRight() + QPointF(0, 2));
        } else if (crown == 1) {
            top.addPolygon(QPolygonF() << f.topLeft() << QPointF(f.left() + rise * 0.4, f.top() - rise)
                                       << QPointF(f.right() - rise * 0.4, f.top() - rise) << f.topRight());
            QLinearGradient fill(0, f.top() - rise, 0, f.top());
            fill.setColorAt(0, pen.light.lit(scaledLight(roof, 1.1), distance));
            fill.setColorAt(1, pen.light.shaded(roof, distance));
            painter.fillPath(top, fill);
        }
        painter.fillRect(f, wallFill(pen, f, wall, distance));
        QLinearGradient turn(f.topLeft(), f.topRight());
        turn.setColorAt(pen.light.comesFromLeft ? 0 : 1, QColor(255, 255, 255, 22));
        turn.setColorAt(pen.light.comesFromLeft ? 1 : 0, withAlpha(scaledLight(pen.light.skyTop, 0.3), 0.28));
        painter.fillRect(f, turn);
        painter.fillRect(QRectF(f.left() - 3, f.top() - 4, f.width() + 6, 9),
                         pen.light.lit(scaledLight(wall, 1.12), distance));
        const double cell = f.width() / columns;
        const double storey = f.height() / floors;
        for (int floor = 0; floor < floors; ++floor) {
            for (int column = 0; column < columns; ++column) {
                const bool isGround = floor == floors - 1;
                const QRectF pane(f.left() + cell * column + cell * 0.3, f.top() + storey * floor + storey * 0.26,
                                  cell * 0.4, storey * 0.5);
                if (isGround && column == columns / 2) {
                    drawDoor(painter, pen, {pane.left(), f.bottom() - storey * 0.72, pane.width(), storey * 0.72},
                             accent, distance);
                } else if (isGround && hasShop) {
                    drawWindow(painter, pen, pane.adjusted(-cell * 0.17, storey * 0.02, cell * 0.17, storey * 0.1),
                               distance, pen.light.isDark);
                } else {
                    if (!isGround) {
                        const double leaf = cell * 0.14;
                        painter.fillRect(QRectF(pane.left() - leaf - 3, pane.top(), leaf, pane.height()),
                                         pen.light.lit(accent, distance));
                        painter.fillRect(QRectF(pane.right() + 3, pane.top(), leaf, pane.height()),
                                         pen.light.lit(accent, distance));
                    }
                    drawWindow(painter, pen, pane, distance, isLit());
                    painter.fillRect(QRectF(pane.left() - 4, pane.bottom() + 2, pane.width() + 8, 4),
                                     pen.light.shaded(scaledLight(wall, 0.9), distance));
                }
            }
        }
        if (hasShop) { // striped awning
            const double y = f.bottom() - storey * 0.84;
            for (int i = 0; i < int(f.width() / 10); ++i) {
                painter.fillRect(QRectF(f.left() + 4 + i * 10, y, 10, storey * 0.14),
                                 pen.light.lit(i % 2 == 0 ? accent : QColor(0xfdf6ea), distance));
            }
        }
    });
}

void addLighthouse(const ScenePen& pen, QPointF base, double height, double distance)
{
    const double half = height * 0.13;
    const double tower = height * 0.78;
    const QRectF bounds(base.x() - height * 0.24, base.y() - height * 1.03, height * 0.48, height * 1.04);
    const QPointF lamp = base - QPointF(0, height * 0.86);
    if (pen.light.isDark) {
        QPainter& painter = pen.canvas.painter();
        for (const double side : {-1.0, 1.0}) {
            QPainterPath beam(lamp);
            beam.lineTo(lamp + QPointF(side * 900, -120));
            beam.lineTo(lamp + QPointF(side * 900, 40));
            beam.closeSubpath();
            QLinearGradient fill(lamp, lamp + QPointF(side * 900, -40));
            fill.setColorAt(0, QColor(255, 240, 190, 120));
            fill.setColorAt(1, QColor(255, 240, 190, 0));
            painter.fillPath(beam, fill);
        }
    }
    pen.canvas.add(QStringLiteral("lighthouse"), bounds, [&](QPainter& painter) {
        const auto bandAt = [&](double from, double to) {
            const auto halfAt = [&](double t) { return half * (1 - 0.42 * t); };
            QPainterPath band(base + QPointF(-halfAt(from), -tower * from));
            band.lineTo(base + QPointF(-halfAt(to), -tower * to));
            band.lineTo(base + QPointF(halfAt(to), -tower * to));
            band.lineTo(base + QPointF(halfAt(from), -tower * from));
            band.closeSubpath();
            return band;
        };
        constexpr int kBands = 5;
        for (int i = 0; i < kBands; ++i) {
            const QColor paint(i % 2 == 0 ? 0xf6f2ea : 0xc8443c);
            QLinearGradient fill(base - QPointF(half, 0), base + QPointF(half, 0));
            fill.setColorAt(pen.light.comesFromLeft ? 0.1 : 0.9, pen.light.lit(scaledLight(paint, 1.05), distance));
            fill.setColorAt(pen.light.comesFromLeft ? 0.95 : 0.05,
                            pen.light.shaded(scaledLight(paint, 0.88), distance));
            painter.fillPath(bandAt(double(i) / kBands, double(i + 1) / kBands + 0.004), fill);
        }
        const double neck = half * 0.58;
        drawWindow(painter, pen, {base.x() - half * 0.14, base.y() - tower * 0.55, half * 0.28, tower * 0.08}, distance,
                   pen.light.isDark);
        drawDoor(painter, pen, {base.x() - half * 0.26, base.y() - tower * 0.17, half * 0.52, tower * 0.17},
                 QColor(0x37506b), distance);
        painter.fillRect(QRectF(base.x() - neck * 1.5, base.y() - tower - height * 0.02, neck * 3, height * 0.025),
                         pen.light.shaded(QColor(0x3c4450), distance));
        const QRectF room(base.x() - neck * 0.8, base.y() - tower - height * 0.13, neck * 1.6, height * 0.11);
        painter.fillRect(room, pen.light.isDark ? QColor(0xfff2b8) : pen.light.lit(QColor(0xcfe6ee), distance));
        painter.setPen(QPen(pen.light.shaded(QColor(0x3c4450), distance), std::max(1.0, height * 0.008)));
        for (int i = 0; i <= 4; ++i) {
            const double x = room.left() + room.width() * i / 4;
            painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()));
        }
        QPainterPath dome(room.topLeft() - QPointF(neck * 0.25, 0));
        dome.quadTo(QPointF(room.center().x(), room.top() - height * 0.13), room.topRight() + QPointF(neck * 0.25, 0));
        dome.closeSubpath();
        painter.fillPath(dome, pen.light.lit(QColor(0xb23a34), distance));
        painter.fillRect(QRectF(base.x() - height * 0.006, room.top() - height * 0.1, height * 0.012, height * 0.06),
                         pen.light.shaded(QColor(0x3c4450), distance));
    });
    if (pen.light.isDark) {
        paintGlow(pen.canvas.painter(), lamp, height * 0.5, QColor(0xfff0c0), 0.55);
    }
}

void addStreetLamp(const ScenePen& pen, QPointF base, double height)
{
    const QRectF bounds(base.x() - height * 0.2, base.y() - height * 1.02, height * 0.4, height * 1.03);
    pen.canvas.cover(bounds, [&](QPainter& painter) {
        const QColor iron = pen.light.shaded(QColor(0x39424c));
        painter.fillRect(QRectF(base.x() - height * 0.009, base.y() - height * 0.86, height * 0.018, height * 0.86),
                         iron);
        painter.fillRect(QRectF(base.x() - height * 0.025, base.y() - height * 0.06, height * 0.05, height * 0.06),
                         iron);
        QPainterPath lantern;
        lantern.addPolygon(QPolygonF() << base + QPointF(-height * 0.03, -height * 0.86)
                                       << base + QPointF(-height * 0.05, -height * 0.95)
                                       << base + QPointF(height * 0.05, -height * 0.95)
                                       << base + QPointF(height * 0.03, -height * 0.86));
        painter.fillPath(lantern, pen.light.isDark ? QColor(0xffe9ad) : pen.light.lit(QColor(0xe8eef0)));
        painter.fillRect(QRectF(base.x() - height * 0.06, base.y() - height * 0.965, height * 0.12, height * 0.018),
                         iron);
    });
    if (pen.light.isDark) {
        paintGlow(pen.canvas.painter(), base - QPointF(0, height * 0.9), height * 0.42, QColor(0xffd88a), 0.75);
    }
}

} // namespace lw::media
