// SPDX-License-Identifier: GPL-3.0-or-later
//! Cars and boats.
#include "engine/media/scenes/SceneObjects.h"
#include "engine/media/scenes/Scenery.h"

#include <algorithm>
#include <array>

namespace lw::media {

namespace {

constexpr std::array<QRgb, 9> kPaints = {0xc8362f, 0x2f6fb5, 0xf0f0ec, 0x2d3440, 0xf2b632,
                                         0x3c8f6a, 0x8aa3b4, 0xe2703a, 0x6c4a8c};
constexpr std::array<QRgb, 6> kHulls = {0xf7f5ef, 0x234a73, 0xb83a33, 0x2f7d74, 0xe8c25a, 0x3a4656};
constexpr std::array<QRgb, 5> kSails = {0xfdfaf2, 0xf7ead2, 0xe76f51, 0xf4c95d, 0x9fc5dd};

QLinearGradient paintFill(const ScenePen& pen, double top, double bottom, const QColor& colour)
{
    QLinearGradient fill(0, top, 0, bottom);
    fill.setColorAt(0, pen.light.lit(mixed(colour, Qt::white, 0.32)));
    fill.setColorAt(0.42, pen.light.lit(colour));
    fill.setColorAt(1, pen.light.shaded(scaledLight(colour, 0.8)));
    return fill;
}

void drawWheel(QPainter& painter, const ScenePen& pen, QPointF centre, double radius)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x1c1f26));
    painter.drawEllipse(centre, radius, radius);
    painter.setBrush(pen.light.lit(QColor(0xc3c9d0)));
    painter.drawEllipse(centre, radius * 0.56, radius * 0.56);
    painter.setBrush(pen.light.shaded(QColor(0x747c86)));
    for (int i = 0; i < 5; ++i) {
        painter.save();
        painter.translate(centre);
        painter.rotate(72 * i + 20);
        painter.drawEllipse(QPointF(0, -radius * 0.34), radius * 0.11, radius * 0.17);
        painter.restore();
    }
}

/// Body outlines for a length of 100, front to the right, wheels standing on y = 0.
struct CarShape {
    QPainterPath body;
    QPainterPath glass;
    double pillar; ///< x of the post between the windows
    double height;
};

CarShape sedan()
{
    CarShape shape;
    QPainterPath& b = shape.body;
    b.moveTo(-50, -9);
    b.cubicTo(-51, -15, -50, -20, -46, -21);
    b.lineTo(-32, -23);
    b.cubicTo(-26, -31, -21, -36, -12, -36.5);
    b.lineTo(6, -36.5);
    b.cubicTo(15, -36, 21, -29, 27, -23.5);
    b.cubicTo(38, -22.5, 47, -20, 49.5, -15);
    b.cubicTo(51, -12, 50.5, -8, 49, -7);
    b.lineTo(-48, -7);
    b.closeSubpath();
    QPainterPath& g = shape.glass;
    g.moveTo(-27, -23.5);
    g.cubicTo(-22, -30, -19, -33.5, -12, -33.8);
    g.lineTo(5, -33.8);
    g.cubicTo(12, -33.4, 17, -28.5, 21.5, -23.5);
    g.closeSubpath();
    shape.pillar = -3;
    shape.height = 37;
    return shape;
}

CarShape hatchback()
{
    CarShape shape;
    QPainterPath& b = shape.body;
    b.moveTo(-47, -9);
    b.cubicTo(-49, -17, -48, -24, -44, -27);
    b.cubicTo(-41, -36, -36, -40, -26, -40.5);
    b.lineTo(4, -40.5);
    b.cubicTo(14, -40, 21, -31, 27, -25.5);
    b.cubicTo(38, -24, 46, -21, 48.5, -15);
    b.cubicTo(50, -11, 49, -8, 48, -7);
    b.lineTo(-46, -7);
    b.closeSubpath();
    QPainterPath& g = shape.glass;
    g.moveTo(-40, -26);
    g.cubicTo(-38, -34, -34, -37.4, -26, -37.6);
    g.lineTo(3, -37.6);
    g.cubicTo(11, -37.2, 17, -31, 21.5, -25.5);
    g.closeSubpath();
    shape.pillar = -10;
    shape.height = 41;
    return shape;
}

CarShape van()
{
    CarShape shape;
    QPainterPath& b = shape.body;
    b.moveTo(-49, -9);
    b.lineTo(-49, -45);
    b.cubicTo(-49, -50, -46, -52, -42, -52);
    b.lineTo(14, -52);
    b.cubicTo(24, -51, 31, -37, 35, -29.5);
    b.cubicTo(43, -27, 48, -24, 49, -17);
    b.lineTo(49, -7);
    b.lineTo(-48, -7);
    b.closeSubpath();
    QPainterPath& g = shape.glass;
    g.moveTo(-2, -30);
    g.lineTo(-2, -47);
    g.lineTo(13, -47);
    g.cubicTo(20, -46, 25, -37, 29, -30);
    g.closeSubpath();
    shape.pillar = 12;
    shape.height = 52;
    return shape;
}

QPainterPath hullPath(double length, double depth, double freeboard, double overhang)
{
    QPainterPath hull(QPointF(-length * 0.48, -freeboard));
    hull.quadTo(QPointF(0, -freeboard * 0.72), QPointF(length * 0.5 + overhang, -freeboard * 1.45));
    hull.quadTo(QPointF(length * 0.44, depth * 0.35), QPointF(length * 0.3, depth));
    hull.lineTo(QPointF(-length * 0.4, depth));
    hull.quadTo(QPointF(-length * 0.47, depth * 0.2), QPointF(-length * 0.48, -freeboard));
    return hull;
}

void drawHull(QPainter& painter, const ScenePen& pen, const QPainterPath& hull, const QColor& colour)
{
    const QRectF extent = hull.boundingRect();
    painter.fillPath(hull, paintFill(pen, extent.top(), extent.bottom(), colour));
    painter.save();
    painter.setClipPath(hull);
    painter.fillRect(
        QRectF(extent.left(), extent.bottom() - extent.height() * 0.2, extent.width(), extent.height() * 0.2),
        pen.light.shaded(QColor(0x7d2d2a)));
    painter.restore();
    painter.strokePath(hull, QPen(withAlpha(pen.light.lit(QColor(0xffffff)), 0.4), extent.height() * 0.03));
}

void drawSails(QPainter& painter, const ScenePen& pen, double length, const QColor& sail)
{
    const double mast = length * 1.32;
    const QPointF foot(length * 0.04, -length * 0.1);
    painter.setPen(QPen(pen.light.shaded(QColor(0x7a5b40)), std::max(1.2, length * 0.018)));
    painter.drawLine(foot, foot - QPointF(0, mast));
    const auto fillFor = [&](double from, double to) {
        QLinearGradient fill(from, 0, to, 0);
        fill.setColorAt(0, pen.light.lit(scaledLight(sail, 1.02)));
        fill.setColorAt(1, pen.light.shaded(mixed(sail, Qt::white, 0.2)));
        return fill;
    };
    QPainterPath main(foot - QPointF(length * 0.015, mast * 0.98));
    main.quadTo(foot + QPointF(-length * 0.34, -mast * 0.5), foot + QPointF(-length * 0.46, -mast * 0.09));
    main.quadTo(foot + QPointF(-length * 0.2, -mast * 0.045), foot + QPointF(-length * 0.015, -mast * 0.08));
    main.closeSubpath();
    painter.fillPath(main, fillFor(-length * 0.46, length * 0.04));
    QPainterPath jib(foot + QPointF(length * 0.015, -mast * 0.9));
    jib.quadTo(foot + QPointF(length * 0.14, -mast * 0.42), foot + QPointF(length * 0.42, -mast * 0.06));
    jib.quadTo(foot + QPointF(length * 0.16, -mast * 0.1), foot + QPointF(length * 0.03, -mast * 0.12));
    jib.closeSubpath();
    painter.fillPath(jib, fillFor(length * 0.04, length * 0.5));
    painter.save();
    painter.setClipPath(main);
    painter.setPen(QPen(withAlpha(pen.light.shaded(sail), 0.5), std::max(0.8, length * 0.008)));
    for (int i = 1; i < 5; ++i) {
        const double y = foot.y() - mast * 0.19 * i;
        painter.drawLine(QPointF(-length * 0.5, y - length * 0.03), QPointF(length * 0.05, y));
    }
    painter.restore();
}

void drawCabin(QPainter& painter, const ScenePen& pen, const QRectF& cabin, const QColor& roof)
{
    QPainterPath shape;
    shape.addRoundedRect(cabin, cabin.height() * 0.15, cabin.height() * 0.15);
    painter.fillPath(shape, paintFill(pen, cabin.top(), cabin.bottom(), QColor(0xf4f1ea)));
    const QColor glass =
        pen.light.isDark ? QColor(0xffdc8c) : mixed(pen.light.lit(QColor(0x35506b)), pen.light.skyLow, 0.2);
    for (int i = 0; i < 3; ++i) {
        painter.fillRect(QRectF(cabin.left() + cabin.width() * (0.1 + 0.29 * i), cabin.top() + cabin.height() * 0.25,
                                cabin.width() * 0.22, cabin.height() * 0.36),
                         glass);
    }
    painter.fillRect(QRectF(cabin.left() - cabin.width() * 0.05, cabin.top() - cabin.height() * 0.06,
                            cabin.width() * 1.1, cabin.height() * 0.14),
                     pen.light.lit(roof));
}

void drawFishingGear(QPainter& painter, const ScenePen& pen, double length)
{
    painter.setPen(QPen(pen.light.shaded(QColor(0x5a4a3c)), std::max(1.2, length * 0.02)));
    painter.drawLine(QPointF(-length * 0.2, -length * 0.12), QPointF(-length * 0.2, -length * 0.72));
    painter.drawLine(QPointF(-length * 0.2, -length * 0.66), QPointF(-length * 0.46, -length * 0.26));
    painter.setPen(QPen(pen.light.shaded(QColor(0x5a4a3c)), std::max(0.8, length * 0.006)));
    painter.drawLine(QPointF(-length * 0.2, -length * 0.7), QPointF(length * 0.46, -length * 0.2));
}

} // namespace

void addCar(const ScenePen& pen, QPointF base, double length, bool facesRight)
{
    const int kind = pen.random.below(5);
    const CarShape shape = kind < 2 ? sedan() : kind < 4 ? hatchback() : van();
    const QColor paint(pen.random.pick(kPaints));
    const double unit = length / 100;
    paintShadow(pen.canvas.painter(), base + QPointF(0, unit), length * 1.14, length * 0.12, 0.6);
    const QRectF bounds(base.x() - length * 0.53, base.y() - unit * (shape.height + 2), length * 1.06,
                        unit * (shape.height + 3));
    pen.canvas.add(QStringLiteral("car"), bounds, [&](QPainter& painter) {
        painter.translate(base);
        painter.scale(facesRight ? unit : -unit, unit);
        painter.fillPath(shape.body, paintFill(pen, -shape.height, -7, paint));
        QLinearGradient glass(0, -shape.height, 0, -22);
        glass.setColorAt(0, mixed(pen.light.lit(QColor(0x5b7d98)), pen.light.skyLow, 0.35));
        glass.setColorAt(1, pen.light.shaded(QColor(0x2c3f52)));
        painter.fillPath(shape.glass, glass);
        painter.fillRect(QRectF(shape.pillar - 1.2, -shape.height + 2.4, 2.4, shape.height - 26), pen.light.lit(paint));
        painter.setPen(QPen(withAlpha(QColor(0x10131a), 0.32), 0.6));
        painter.drawLine(QPointF(shape.pillar, -22), QPointF(shape.pillar, -9));
        painter.drawLine(QPointF(-42, -16.5), QPointF(44, -16.5));
        painter.setPen(Qt::NoPen);
        painter.setBrush(withAlpha(QColor(0x10131a), 0.55));
        painter.drawRoundedRect(QRectF(-47, -9, 94, 3.6), 1.6, 1.6);
        painter.setBrush(pen.light.isDark ? QColor(0xfff6cf) : pen.light.lit(QColor(0xfdf3d2)));
        painter.drawEllipse(QPointF(46, -16), 2.6, 2);
        painter.setBrush(pen.light.isDark ? QColor(0xff5a4a) : pen.light.lit(QColor(0xb8322c)));
        painter.drawRoundedRect(QRectF(-48.2, -20, 3.4, 4.6), 1, 1);
        painter.setBrush(withAlpha(QColor(0x10131a), 0.6));
        painter.drawRect(QRectF(shape.pillar - 9, -19.6, 4.4, 1));
        drawWheel(painter, pen, {-29, -8}, 8.4);
        drawWheel(painter, pen, {30, -8}, 8.4);
    });
    if (pen.light.isDark) {
        const double ahead = facesRight ? 1 : -1;
        paintGlow(pen.canvas.painter(), base + QPointF(ahead * length * 0.56, -length * 0.15), length * 0.4,
                  QColor(0xfff0c0), 0.55);
        paintGlow(pen.canvas.painter(), base + QPointF(-ahead * length * 0.48, -length * 0.17), length * 0.16,
                  QColor(0xff4a3a), 0.5);
    }
}

void addCarOnRoad(const ScenePen& pen, QPointF base, double width, bool comesNearer)
{
    const QColor paint(pen.random.pick(kPaints));
    const double unit = width / 100;
    const double height = pen.random.chance(0.25) ? 92 : 76;
    paintShadow(pen.canvas.painter(), base, width * 1.25, width * 0.16, 0.6);
    const QRectF bounds(base.x() - width * 0.56, base.y() - unit * (height + 3), width * 1.12, unit * (height + 4));
    pen.canvas.add(QStringLiteral("car"), bounds, [&](QPainter& painter) {
        painter.translate(base);
        painter.scale(unit, unit);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0x1c1f26));
        painter.drawRoundedRect(QRectF(-44, -18, 18, 18), 3, 3);
        painter.drawRoundedRect(QRectF(26, -18, 18, 18), 3, 3);
        QPainterPath cabin(QPointF(-42, -40));
        cabin.cubicTo(-37, -height + 8, -33, -height, -24, -height);
        cabin.lineTo(24, -height);
        cabin.cubicTo(33, -height, 37, -height + 8, 42, -40);
        cabin.closeSubpath();
        painter.fillPath(cabin, paintFill(pen, -height, -40, paint));
        QPainterPath glass(QPointF(-34, -43));
        glass.cubicTo(-31, -height + 11, -28, -height + 6, -22, -height + 6);
        glass.lineTo(22, -height + 6);
        glass.cubicTo(28, -height + 6, 31, -height + 11, 34, -43);
        glass.closeSubpath();
        QLinearGradient sky(0, -height, 0, -43);
        sky.setColorAt(0, mixed(pen.light.lit(QColor(0x6b8ba3)), pen.light.skyLow, 0.4));
        sky.setColorAt(1, pen.light.shaded(QColor(0x2c3f52)));
        painter.fillPath(glass, sky);
        QPainterPath body;
        body.addRoundedRect(QRectF(-48, -46, 96, 36), 9, 9);
        painter.fillPath(body, paintFill(pen, -46, -10, paint));
        painter.setBrush(QColor(0x20242c));
        painter.drawRoundedRect(QRectF(-46, -16, 92, 8), 3, 3);
        painter.setBrush(comesNearer ? QColor(0x2a2f38) : withAlpha(QColor(0x10131a), 0.35));
        painter.drawRoundedRect(QRectF(-24, comesNearer ? -32 : -24, 48, 8), 2, 2);
        const QColor lamp = comesNearer ? (pen.light.isDark ? QColor(0xfffbe0) : pen.light.lit(QColor(0xfdf3d2)))
                                        : (pen.light.isDark ? QColor(0xff5a4a) : pen.light.lit(QColor(0xb8322c)));
        painter.setBrush(lamp);
        painter.drawRoundedRect(QRectF(-45, -38, 15, 9), 3.5, 3.5);
        painter.drawRoundedRect(QRectF(30, -38, 15, 9), 3.5, 3.5);
        painter.setBrush(pen.light.lit(QColor(0xf2f2ea)));
        painter.drawRect(QRectF(-11, -22, 22, 6));
    });
    if (pen.light.isDark) {
        for (const double side : {-0.37, 0.37}) {
            paintGlow(pen.canvas.painter(), base + QPointF(side * width, -width * 0.34),
                      width * (comesNearer ? 0.55 : 0.25), comesNearer ? QColor(0xfff2cc) : QColor(0xff4a3a), 0.6);
        }
    }
}

void addBeachedBoat(const ScenePen& pen, QPointF base, double length, bool facesRight)
{
    const QColor hull(pen.random.pick(kHulls));
    const QRectF bounds(base.x() - length * 0.62, base.y() - length * 0.34, length * 1.24, length * 0.36);
    paintShadow(pen.canvas.painter(), base, length * 1.2, length * 0.14, 0.5);
    pen.canvas.add(QStringLiteral("boat"), bounds, [&](QPainter& painter) {
        painter.translate(base - QPointF(0, length * 0.06));
        painter.scale(facesRight ? 1 : -1, 1);
        painter.rotate(-4);
        drawHull(painter, pen, hullPath(length, length * 0.06, length * 0.13, length * 0.03), hull);
    });
}

void addBoat(const ScenePen& pen, BoatKind kind, QPointF base, double length, bool facesRight)
{
    const QColor hull(pen.random.pick(kHulls));
    const QColor sail(pen.random.pick(kSails));
    const QColor roof(pen.random.pick(kPaints));
    const double tall = kind == BoatKind::Sail      ? 1.5
                        : kind == BoatKind::Fishing ? 0.8
                        : kind == BoatKind::Motor   ? 0.5
                                                    : 0.3;
    const double depth = length * 0.05;
    const QRectF bounds(base.x() - length * 0.62, base.y() - length * tall, length * 1.24, length * tall + depth + 1);
    paintShadow(pen.canvas.painter(), base + QPointF(0, depth), length * 1.15, length * 0.14, 0.42);
    pen.canvas.addReflected(QStringLiteral("boat"), bounds, base.y() + depth, [&](QPainter& painter) {
        painter.translate(base);
        painter.scale(facesRight ? 1 : -1, 1);
        switch (kind) {
        case BoatKind::Sail:
            drawSails(painter, pen, length, sail);
            drawHull(painter, pen, hullPath(length, depth, length * 0.1, length * 0.04), hull);
            break;
        case BoatKind::Motor:
            drawCabin(painter, pen, {-length * 0.22, -length * 0.3, length * 0.36, length * 0.19}, roof);
            drawHull(painter, pen, hullPath(length, depth, length * 0.14, length * 0.08), hull);
            break;
        case BoatKind::Fishing:
            drawFishingGear(painter, pen, length);
            drawCabin(painter, pen, {length * 0.02, -length * 0.42, length * 0.26, length * 0.3}, roof);
            drawHull(painter, pen, hullPath(length, depth, length * 0.15, length * 0.05), hull);
            break;
        case BoatKind::Rowing:
            drawHull(painter, pen, hullPath(length, depth, length * 0.13, length * 0.03), QColor(0xb0764a));
            painter.setPen(QPen(pen.light.lit(QColor(0xd9b07a)), length * 0.02, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(QPointF(-length * 0.02, -length * 0.1), QPointF(-length * 0.3, length * 0.03));
            break;
        }
    });
}

} // namespace lw::media
