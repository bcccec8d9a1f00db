// SPDX-License-Identifier: GPL-3.0-or-later
//! Trees, birds and balloons.
#include "engine/media/scenes/SceneObjects.h"
#include "engine/media/scenes/Scenery.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace lw::media {

namespace {

constexpr std::array<QRgb, 7> kLeaves = {0x5f9e4a, 0x4c8a4f, 0x7fb04f, 0x3f7d58, 0x8fae45, 0xd99a3a, 0xc9663b};
constexpr std::array<QRgb, 4> kNeedles = {0x2f6b55, 0x37785a, 0x2a5f5c, 0x44805a};

struct Puff {
    QPointF centre;
    double radius;
};

void drawTrunk(QPainter& painter, const ScenePen& pen, QPointF base, double height, double width, const QColor& bark,
               double distance)
{
    QPainterPath trunk(base + QPointF(-width * 0.75, 0));
    trunk.quadTo(base + QPointF(-width * 0.4, -height * 0.3), base + QPointF(-width * 0.32, -height));
    trunk.lineTo(base + QPointF(width * 0.32, -height));
    trunk.quadTo(base + QPointF(width * 0.4, -height * 0.3), base + QPointF(width * 0.75, 0));
    trunk.closeSubpath();
    QLinearGradient fill(base - QPointF(width, 0), base + QPointF(width, 0));
    fill.setColorAt(pen.light.comesFromLeft ? 0 : 1, pen.light.lit(bark, distance));
    fill.setColorAt(pen.light.comesFromLeft ? 1 : 0, pen.light.shaded(bark, distance));
    painter.fillPath(trunk, fill);
}

/// Crown of overlapping puffs: all dark first, then each lit towards the light.
void drawCrown(QPainter& painter, const ScenePen& pen, const std::vector<Puff>& puffs, const QColor& leaf,
               double distance)
{
    const double towards = pen.light.comesFromLeft ? -1 : 1;
    painter.setPen(Qt::NoPen);
    painter.setBrush(pen.light.shaded(scaledLight(leaf, 0.86), distance));
    for (const Puff& puff : puffs) {
        painter.drawEllipse(puff.centre, puff.radius, puff.radius * 0.94);
    }
    for (const Puff& puff : puffs) {
        QRadialGradient fill(puff.centre + QPointF(towards * puff.radius * 0.45, -puff.radius * 0.5),
                             puff.radius * 1.35);
        fill.setColorAt(0, pen.light.lit(scaledLight(leaf, 1.28), distance));
        fill.setColorAt(0.55, withAlpha(pen.light.lit(leaf, distance), 0.95));
        fill.setColorAt(1, withAlpha(pen.light.shaded(leaf, distance), 0));
        painter.setBrush(fill);
        painter.drawEllipse(puff.centre, puff.radius * 0.99, puff.radius * 0.93);
    }
}

std::vector<Puff> roundCrown(SceneRandom& random, QPointF base, double height)
{
    std::vector<Puff> puffs;
    const QPointF middle = base - QPointF(0, height * 0.63);
    const int count = 7 + random.below(3);
    for (int i = 0; i < count; ++i) {
        const double angle = 2 * std::numbers::pi * i / count + random.between(-0.3, 0.3);
        const double reach = height * random.between(0.15, 0.2);
        puffs.push_back({middle + QPointF(std::cos(angle) * reach * 1.12, std::sin(angle) * reach),
                         height * random.between(0.12, 0.165)});
    }
    puffs.push_back({middle - QPointF(0, height * 0.06), height * 0.2});
    return puffs;
}

void drawConifer(QPainter& painter, const ScenePen& pen, QPointF base, double height, const QColor& needle,
                 double distance)
{
    constexpr int kTiers = 5;
    const double light = pen.light.comesFromLeft ? -1 : 1;
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < kTiers; ++i) {
        const double low = height * (0.1 + 0.16 * i);
        const double top = std::min(height, low + height * 0.36);
        const double half = height * 0.24 * (1 - 0.17 * i);
        const QPointF peak = base - QPointF(0, top);
        const QPointF foot = base - QPointF(0, low);
        for (const double side : {-1.0, 1.0}) {
            QPainterPath branch(peak);
            branch.quadTo(foot + QPointF(side * half * 0.5, -height * 0.06),
                          foot + QPointF(side * half, height * 0.02));
            branch.quadTo(foot + QPointF(side * half * 0.4, height * 0.035), foot + QPointF(0, height * 0.02));
            branch.closeSubpath();
            const QColor tier = scaledLight(needle, 0.88 + 0.07 * i);
            painter.setBrush(side == light ? pen.light.lit(scaledLight(tier, 1.15), distance)
                                           : pen.light.shaded(tier, distance));
            painter.drawPath(branch);
        }
    }
}

void drawPoplar(QPainter& painter, const ScenePen& pen, QPointF base, double height, const QColor& leaf,
                double distance)
{
    QPainterPath crown(base - QPointF(0, height));
    const double half = height * 0.13;
    crown.cubicTo(base + QPointF(half * 1.2, -height * 0.8), base + QPointF(half * 1.5, -height * 0.3),
                  base - QPointF(0, height * 0.1));
    crown.cubicTo(base + QPointF(-half * 1.5, -height * 0.3), base + QPointF(-half * 1.2, -height * 0.8),
                  base - QPointF(0, height));
    QLinearGradient fill(base - QPointF(half, 0), base + QPointF(half, 0));
    fill.setColorAt(pen.light.comesFromLeft ? 0 : 1, pen.light.lit(scaledLight(leaf, 1.2), distance));
    fill.setColorAt(0.5, pen.light.lit(scaledLight(leaf, 0.95), distance));
    fill.setColorAt(pen.light.comesFromLeft ? 1 : 0, pen.light.shaded(scaledLight(leaf, 0.85), distance));
    painter.fillPath(crown, fill);
}

QPainterPath envelopeOf(QPointF centre, double radius)
{
    QPainterPath path(centre + QPointF(-radius * 0.24, radius * 1.32));
    path.cubicTo(centre + QPointF(-radius * 0.6, radius * 0.85), centre + QPointF(-radius, radius * 0.5),
                 centre + QPointF(-radius, 0));
    path.arcTo(QRectF(centre.x() - radius, centre.y() - radius, radius * 2, radius * 2), 180, -180);
    path.cubicTo(centre + QPointF(radius, radius * 0.5), centre + QPointF(radius * 0.6, radius * 0.85),
                 centre + QPointF(radius * 0.24, radius * 1.32));
    path.closeSubpath();
    return path;
}

void drawEnvelope(QPainter& painter, const ScenePen& pen, QPointF centre, double radius, double distance,
                  const std::array<QColor, 3>& cloth)
{
    const QPainterPath envelope = envelopeOf(centre, radius);
    painter.save();
    painter.setClipPath(envelope);
    painter.fillPath(envelope, pen.light.lit(cloth[0], distance));
    painter.setPen(Qt::NoPen);
    // Gores: meridians of a ball, drawn from the outside inwards.
    for (int i = 5; i >= 0; --i) {
        const double half = radius * std::sin((i + 0.5) / 6.0 * std::numbers::pi / 2);
        painter.setBrush(pen.light.lit(cloth[i % 2 == 0 ? 1 : 0], distance));
        QPainterPath gore(centre + QPointF(0, -radius));
        gore.cubicTo(centre + QPointF(half * 1.33, -radius), centre + QPointF(half * 1.33, radius * 0.55),
                     centre + QPointF(half * 0.24, radius * 1.34));
        gore.lineTo(centre + QPointF(-half * 0.24, radius * 1.34));
        gore.cubicTo(centre + QPointF(-half * 1.33, radius * 0.55), centre + QPointF(-half * 1.33, -radius),
                     centre + QPointF(0, -radius));
        painter.drawPath(gore);
    }
    QPainterPath belt;
    belt.moveTo(centre + QPointF(-radius * 1.1, radius * 0.06));
    belt.quadTo(centre + QPointF(0, radius * 0.42), centre + QPointF(radius * 1.1, radius * 0.06));
    belt.lineTo(centre + QPointF(radius * 1.1, radius * 0.26));
    belt.quadTo(centre + QPointF(0, radius * 0.66), centre + QPointF(-radius * 1.1, radius * 0.26));
    painter.setBrush(pen.light.lit(cloth[2], distance));
    painter.drawPath(belt);
    const double towards = pen.light.comesFromLeft ? -1 : 1;
    QRadialGradient round(centre + QPointF(towards * radius * 0.4, -radius * 0.4), radius * 1.9);
    round.setColorAt(0, QColor(255, 255, 255, 95));
    round.setColorAt(0.3, QColor(255, 255, 255, 0));
    round.setColorAt(1, withAlpha(scaledLight(pen.light.skyTop, 0.25), 0.62 * (1 - distance)));
    painter.fillPath(envelope, round);
    painter.restore();
}

} // namespace

void addTree(const ScenePen& pen, TreeKind kind, QPointF base, double height, double distance)
{
    const QRectF bounds(base.x() - height * 0.42, base.y() - height * 1.04, height * 0.84, height * 1.09);
    const double away = pen.light.comesFromLeft ? 1 : -1;
    paintShadow(pen.canvas.painter(), base + QPointF(away * height * 0.12, height * 0.005), height * 0.72, height * 0.1,
                0.34 * (1 - distance));
    const bool isConifer = kind == TreeKind::Conifer;
    const QColor leaf(isConifer ? pen.random.pick(kNeedles) : pen.random.pick(kLeaves));
    const QColor bark(kind == TreeKind::Birch ? 0xe8e2d6 : 0x6b4a38);
    std::vector<Puff> puffs = roundCrown(pen.random, base, height);
    if (kind == TreeKind::Birch) {
        for (Puff& puff : puffs) { // slender
            puff.centre.setX(base.x() + (puff.centre.x() - base.x()) * 0.62);
            puff.centre.setY(base.y() + (puff.centre.y() - base.y()) * 1.06);
            puff.radius *= 0.8;
        }
    }
    pen.canvas.add(QStringLiteral("tree"), bounds, [&](QPainter& painter) {
        const double trunk = isConifer ? height * 0.16 : kind == TreeKind::Poplar ? height * 0.2 : height * 0.52;
        drawTrunk(painter, pen, base, trunk, height * (kind == TreeKind::Birch ? 0.022 : 0.036), bark, distance);
        if (isConifer) {
            drawConifer(painter, pen, base, height, leaf, distance);
        } else if (kind == TreeKind::Poplar) {
            drawPoplar(painter, pen, base, height, leaf, distance);
        } else {
            drawCrown(painter, pen, puffs, leaf, distance);
        }
    });
}

void addBalloon(const ScenePen& pen, QPointF centre, double diameter, double distance)
{
    static const std::array<std::array<QColor, 3>, 7> kCloths = {{
        {QColor(0xd8433b), QColor(0xf6e3b4), QColor(0x2f5d8a)},
        {QColor(0xf0a030), QColor(0xd9542f), QColor(0xfff1d0)},
        {QColor(0x2f6fb0), QColor(0x8ecbe8), QColor(0xffffff)},
        {QColor(0x6a4c9c), QColor(0xe58fb1), QColor(0xfbe3a6)},
        {QColor(0x2f8f7c), QColor(0xf4d35e), QColor(0xee964b)},
        {QColor(0xf2f0e6), QColor(0xd8433b), QColor(0xd8433b)},
        {QColor(0xf4d35e), QColor(0x3d7dca), QColor(0xd8433b)},
    }};
    const std::array<QColor, 3> cloth = pen.random.pick(kCloths);
    const double radius = diameter / 2;
    const QRectF bounds(centre.x() - radius * 1.06, centre.y() - radius * 1.06, radius * 2.12, radius * 3.1);
    pen.canvas.add(QStringLiteral("balloon"), bounds, [&](QPainter& painter) {
        const double basketTop = radius * 1.62;
        const QColor rope = pen.light.shaded(QColor(0x5a4632), distance);
        painter.setPen(QPen(rope, std::max(0.8, radius * 0.02)));
        for (const double side : {-1.0, -0.4, 0.4, 1.0}) {
            painter.drawLine(centre + QPointF(side * radius * 0.22, radius * 1.3),
                             centre + QPointF(side * radius * 0.14, basketTop));
        }
        if (pen.light.isDark) {
            paintGlow(painter, centre + QPointF(0, radius * 1.25), radius * 0.5, QColor(0xffd27a), 0.9);
        }
        drawEnvelope(painter, pen, centre, radius, distance, cloth);
        if (pen.light.isDark) {
            painter.save();
            painter.setClipPath(envelopeOf(centre, radius));
            paintGlow(painter, centre + QPointF(0, radius * 0.7), radius * 1.5, QColor(0xffc56a), 0.62);
            painter.restore();
        }
        const QRectF basket(centre.x() - radius * 0.17, centre.y() + basketTop, radius * 0.34, radius * 0.3);
        QLinearGradient wicker(basket.topLeft(), basket.topRight());
        wicker.setColorAt(pen.light.comesFromLeft ? 0 : 1, pen.light.lit(QColor(0xb07d4a), distance));
        wicker.setColorAt(pen.light.comesFromLeft ? 1 : 0, pen.light.shaded(QColor(0x8a5c34), distance));
        QPainterPath shape;
        shape.addRoundedRect(basket, radius * 0.05, radius * 0.05);
        painter.fillPath(shape, wicker);
        painter.fillRect(QRectF(basket.left(), basket.top(), basket.width(), radius * 0.05),
                         pen.light.shaded(QColor(0x5f3d22), distance));
    });
}

void addBird(const ScenePen& pen, QPointF centre, double span)
{
    const double lift = pen.random.between(0.12, 0.34) * span;
    const double tilt = pen.random.between(-18, 18);
    const bool isDarkBird = !pen.light.hasStars && pen.random.chance(0.35);
    const QColor body = pen.light.lit(isDarkBird ? QColor(0x3a3f4c) : QColor(0xf7f7f4), 0.08);
    const QColor tip = pen.light.shaded(isDarkBird ? QColor(0x1f232c) : QColor(0x8b93a0), 0.08);
    const double reach = span * 0.56;
    pen.canvas.add(QStringLiteral("bird"), QRectF(centre.x() - reach, centre.y() - reach, reach * 2, reach * 2),
                   [&](QPainter& painter) {
                       painter.translate(centre);
                       painter.rotate(tilt);
                       for (const double side : {-1.0, 1.0}) {
                           const QPointF end(side * span * 0.5, -lift * 0.55);
                           QPainterPath wing(QPointF(0, -span * 0.03));
                           wing.quadTo(QPointF(side * span * 0.2, -lift - span * 0.07), end);
                           wing.quadTo(QPointF(side * span * 0.22, -lift + span * 0.06), QPointF(0, span * 0.06));
                           wing.closeSubpath();
                           QLinearGradient fill(QPointF(0, 0), end);
                           fill.setColorAt(0, body);
                           fill.setColorAt(0.72, body);
                           fill.setColorAt(1, tip);
                           painter.fillPath(wing, fill);
                       }
                       painter.setPen(Qt::NoPen);
                       painter.setBrush(body);
                       painter.drawEllipse(QPointF(0, span * 0.02), span * 0.06, span * 0.12);
                       painter.setBrush(QColor(0xe8a33d));
                       painter.drawEllipse(QPointF(0, -span * 0.1), span * 0.018, span * 0.035);
                   });
}

} // namespace lw::media
