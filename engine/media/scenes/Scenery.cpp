// SPDX-License-Identifier: GPL-3.0-or-later
//! Sky, land and water.
#include "engine/media/scenes/Scenery.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lw::media {

namespace {

constexpr double kWidth = SceneCanvas::kWidth;
constexpr double kHeight = SceneCanvas::kHeight;

void paintStars(QPainter& painter, SceneRandom& random, double horizon)
{
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 170; ++i) {
        const double height = random.unit();
        painter.setBrush(withAlpha(Qt::white, (0.25 + 0.65 * random.unit()) * (1 - height)));
        const double size = random.between(0.5, 1.5);
        painter.drawEllipse(QPointF(random.between(0, kWidth), height * horizon), size, size);
    }
}

void paintSun(QPainter& painter, const SceneLight& light, QPointF centre)
{
    paintGlow(painter, centre, 620, light.sun, light.hasStars ? 0.22 : 0.55);
    if (light.sunHeight < 0) {
        return;
    }
    paintGlow(painter, centre, 190, light.sun, 0.6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(light.sun, Qt::white, 0.4));
    painter.drawEllipse(centre, 33, 33);
    if (light.hasStars) {
        painter.setBrush(withAlpha(light.skyMiddle, 0.25));
        painter.drawEllipse(centre + QPointF(9, -7), 9, 8);
        painter.drawEllipse(centre + QPointF(-10, 9), 6, 5);
        painter.drawEllipse(centre + QPointF(-13, -10), 4, 4);
    }
}

void paintCloud(QPainter& painter, const SceneLight& light, SceneRandom& random, QPointF base, double width)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const int puffs = 5 + random.below(4);
    const double rise = width * random.between(0.16, 0.26);
    for (int i = 0; i < puffs; ++i) {
        const double along = (i + 0.5) / puffs;
        const double radius = rise * (0.35 + 0.75 * std::sin(along * std::numbers::pi)) * random.between(0.75, 1.1);
        path.addEllipse(base + QPointF((along - 0.5) * width * 0.86, -radius * 0.35), radius * 1.25, radius);
    }
    path.addRoundedRect(QRectF(base.x() - width / 2, base.y() - rise * 0.34, width, rise * 0.4), rise * 0.2,
                        rise * 0.2);
    QLinearGradient fill(base - QPointF(0, rise * 1.3), base + QPointF(0, rise * 0.1));
    fill.setColorAt(0, withAlpha(light.cloudTop, 0.95));
    fill.setColorAt(1, withAlpha(light.cloudBase, 0.75));
    painter.save();
    painter.setClipRect(QRectF(base.x() - width, base.y() - rise * 3, width * 2, rise * 3.06));
    painter.fillPath(path, fill);
    painter.restore();
}

/// One mountain: a lit and a shaded face, each with snow that ends in a zigzag.
void paintPeak(QPainter& painter, const SceneLight& light, SceneRandom& random, QPointF top, double halfWidth,
               double base, double distance)
{
    const QColor rock(0x6f7f92);
    const QColor snow(0xf7fbff);
    const QPointF left(top.x() - halfWidth, base);
    const QPointF right(top.x() + halfWidth * random.between(0.85, 1.15), base);
    QPolygonF spine{top};
    for (int i = 1; i <= 5; ++i) {
        const double t = i / 5.0;
        spine << QPointF(top.x() + halfWidth * random.between(-0.16, 0.16) * t, top.y() + (base - top.y()) * t);
    }
    const QPolygonF leftFace = QPolygonF(spine) << left;
    const QPolygonF rightFace = QPolygonF(spine) << right;
    const QPolygonF& litFace = light.comesFromLeft ? leftFace : rightFace;
    const QPolygonF& darkFace = light.comesFromLeft ? rightFace : leftFace;
    painter.setPen(Qt::NoPen);
    painter.setBrush(light.lit(rock, distance));
    painter.drawPolygon(litFace);
    painter.setBrush(light.shaded(rock, distance));
    painter.drawPolygon(darkFace);

    QPainterPath cap;
    cap.moveTo(top);
    const double depth = random.between(0.28, 0.42);
    constexpr int kTeeth = 9;
    for (int i = 0; i <= kTeeth; ++i) {
        const double across = double(i) / kTeeth;
        const QPointF from = top + (left - top) * depth;
        const QPointF to = top + (right - top) * depth;
        const double drop = (i % 2 == 0 ? -0.16 : 0.2) * depth * (base - top.y()) * random.between(0.5, 1.2);
        cap.lineTo(from + (to - from) * across + QPointF(0, i == 0 || i == kTeeth ? 0 : drop));
    }
    cap.closeSubpath();
    QPainterPath litCap;
    litCap.addPolygon(litFace);
    litCap.closeSubpath();
    painter.setBrush(light.shaded(snow, distance * 0.8));
    painter.drawPath(cap);
    painter.setBrush(light.lit(snow, distance * 0.6));
    painter.drawPath(cap.intersected(litCap));
}

} // namespace

Ridge::Ridge(SceneRandom& random, double base, double amplitude, double waves) : m_base(base)
{
    for (size_t i = 0; i < m_height.size(); ++i) {
        const double octave = double(1 << i);
        m_height[i] = amplitude / (octave * 1.3) * random.between(0.6, 1.0);
        m_length[i] = waves * octave * random.between(0.8, 1.25);
        m_phase[i] = random.between(0, 2 * std::numbers::pi);
    }
}

double Ridge::at(double x) const
{
    double y = m_base;
    for (size_t i = 0; i < m_height.size(); ++i) {
        y += m_height[i] * std::sin(x / kWidth * 2 * std::numbers::pi * m_length[i] + m_phase[i]);
    }
    return y;
}

QPainterPath Ridge::area(double bottom) const
{
    QPainterPath path(QPointF(-10, bottom));
    for (double x = -10; x <= kWidth + 10; x += 6) {
        path.lineTo(x, std::min(at(x), bottom));
    }
    path.lineTo(kWidth + 10, bottom);
    path.closeSubpath();
    return path;
}

QPointF paintSky(QPainter& painter, const SceneLight& light, SceneRandom& random, double horizon, double cloudiness)
{
    QLinearGradient sky(0, 0, 0, horizon);
    sky.setColorAt(0, light.skyTop);
    sky.setColorAt(0.58, light.skyMiddle);
    sky.setColorAt(1, light.skyLow);
    painter.fillRect(QRectF(0, 0, kWidth, kHeight), sky);
    if (light.hasStars) {
        paintStars(painter, random, horizon);
    }
    const double side = random.between(0.12, 0.34) * kWidth;
    const QPointF sun(light.comesFromLeft ? side : kWidth - side,
                      light.sunHeight < 0 ? horizon * 0.9 : horizon * (1 - light.sunHeight));
    paintSun(painter, light, sun);
    for (int i = 0; i < 5; ++i) { // thin high streaks
        const double y = horizon * random.between(0.08, 0.7);
        QRadialGradient streak(QPointF(0, 0), 1);
        streak.setColorAt(0, withAlpha(light.cloudTop, 0.32));
        streak.setColorAt(1, withAlpha(light.cloudTop, 0));
        painter.save();
        painter.translate(random.between(0, kWidth), y);
        painter.scale(random.between(160, 380), random.between(5, 13));
        painter.fillRect(QRectF(-1, -1, 2, 2), streak);
        painter.restore();
    }
    const int clouds = int(std::lround(cloudiness * 9));
    for (int i = 0; i < clouds; ++i) {
        const double height = (i + random.unit()) / clouds; // far, small clouds lie lower and come first
        const double y = horizon * (0.82 - 0.66 * height);
        paintCloud(painter, light, random, {random.between(-40, kWidth + 40), y},
                   90 + 260 * height * random.between(0.7, 1.2));
    }
    return sun;
}

void paintMountains(QPainter& painter, const SceneLight& light, SceneRandom& random, double base, double height,
                    double distance)
{
    const int peaks = 5 + random.below(3);
    std::vector<std::pair<double, double>> order; // height share and place: low ones stand before high ones
    for (int i = 0; i < peaks; ++i) {
        order.emplace_back(random.between(0.45, 1.0), (i + random.between(0.2, 0.8)) / peaks);
    }
    std::sort(order.rbegin(), order.rend());
    for (const auto& [share, place] : order) {
        const double tall = height * share;
        paintPeak(painter, light, random, {place * kWidth, base - tall}, tall * random.between(1.0, 1.35), base,
                  distance + (share - 0.7) * 0.25);
    }
    QLinearGradient mist(0, base - height * 0.55, 0, base);
    mist.setColorAt(0, withAlpha(light.haze, 0));
    mist.setColorAt(1, withAlpha(light.haze, 0.85));
    painter.fillRect(QRectF(0, base - height * 0.55, kWidth, height * 0.55), mist);
}

void paintHill(QPainter& painter, const SceneLight& light, const Ridge& ridge, const QColor& colour, double distance,
               double bottom)
{
    const QPainterPath area = ridge.area(bottom);
    const QRectF extent = area.boundingRect();
    QLinearGradient fill(0, extent.top(), 0, std::min(extent.bottom(), extent.top() + 260));
    const QColor crest = light.lit(colour, distance);
    fill.setColorAt(0, scaledLight(crest, 1.06));
    fill.setColorAt(0.35, crest);
    fill.setColorAt(1, mixed(light.shaded(colour, distance), light.haze, 0.1 + 0.5 * distance));
    painter.fillPath(area, fill);
}

void paintFurrows(QPainter& painter, const QPainterPath& area, const QColor& colour, QPointF vanishing, double spread)
{
    painter.save();
    painter.setClipPath(area);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (int i = -30; i < 30; ++i) {
        const double x = vanishing.x() + i * spread;
        QPainterPath row(vanishing);
        row.quadTo(vanishing.x() + i * spread * 0.25, (vanishing.y() + kHeight) / 2, x, kHeight + 60);
        row.lineTo(x + spread * 0.45, kHeight + 60);
        row.quadTo(vanishing.x() + i * spread * 0.25 + 4, (vanishing.y() + kHeight) / 2, vanishing.x() + 0.5,
                   vanishing.y());
        painter.drawPath(row);
    }
    painter.restore();
}

void paintWater(SceneCanvas& canvas, const SceneLight& light, SceneRandom& random, double top, double bottom,
                QPointF sun)
{
    QPainter& painter = canvas.painter();
    QLinearGradient fill(0, top, 0, bottom);
    fill.setColorAt(0, light.waterFar);
    fill.setColorAt(0.35, mixed(light.waterFar, light.waterNear, 0.55));
    fill.setColorAt(1, light.waterNear);
    const QImage above =
        canvas.picture().copy(0, int(top - (bottom - top) * 0.9), int(kWidth), int((bottom - top) * 0.9));
    painter.fillRect(QRectF(0, top, kWidth, bottom - top), fill);
    const QImage mirror = above.scaled(int(kWidth) / 8, 60, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    painter.setOpacity(0.34);
    painter.drawImage(QRectF(0, top, kWidth, (bottom - top) * 0.9), mirror.mirrored(false, true));
    painter.setOpacity(1);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 240; ++i) {
        const double depth = std::pow(random.unit(), 1.5);
        const double length = random.between(14, 60) * (0.3 + 1.9 * depth);
        const bool isLight = random.chance(0.6);
        painter.setBrush(withAlpha(isLight ? mixed(light.skyLow, Qt::white, 0.25) : scaledLight(light.waterNear, 0.7),
                                   random.between(0.05, 0.2)));
        painter.drawEllipse(QPointF(random.between(0, kWidth), top + depth * (bottom - top)), length,
                            0.6 + 1.9 * depth);
    }
    const double glitter = light.sunHeight < 0 ? 0 : light.hasStars ? 0.45 : 0.75;
    for (int i = 0; i < 150 && glitter > 0; ++i) {
        const double depth = std::pow(random.unit(), 1.25);
        const double spread = 16 + 110 * depth;
        const double offset = (random.unit() + random.unit() + random.unit() - 1.5) * spread;
        painter.setBrush(
            withAlpha(mixed(light.sun, Qt::white, 0.35), glitter * random.between(0.2, 0.8) * (1 - 0.5 * depth)));
        painter.drawEllipse(QPointF(sun.x() + offset, top + 2 + depth * (bottom - top)), 4 + 20 * depth * random.unit(),
                            0.7 + 1.8 * depth);
    }
}

void paintShadow(QPainter& painter, QPointF centre, double width, double height, double strength)
{
    painter.save();
    painter.translate(centre);
    painter.scale(width / 2, height / 2);
    QRadialGradient fill(QPointF(0, 0), 1);
    fill.setColorAt(0, withAlpha(QColor(0x10, 0x14, 0x28), strength));
    fill.setColorAt(0.6, withAlpha(QColor(0x10, 0x14, 0x28), strength * 0.6));
    fill.setColorAt(1, withAlpha(QColor(0x10, 0x14, 0x28), 0));
    painter.fillRect(QRectF(-1, -1, 2, 2), fill);
    painter.restore();
}

void paintGlow(QPainter& painter, QPointF centre, double radius, const QColor& colour, double strength)
{
    QRadialGradient fill(centre, radius);
    fill.setColorAt(0, withAlpha(colour, strength));
    fill.setColorAt(0.25, withAlpha(colour, strength * 0.45));
    fill.setColorAt(1, withAlpha(colour, 0));
    painter.fillRect(QRectF(centre.x() - radius, centre.y() - radius, radius * 2, radius * 2), fill);
}

void finishPicture(QImage& picture, SceneRandom& random)
{
    {
        QPainter painter(&picture);
        QRadialGradient corners(QPointF(kWidth / 2, kHeight * 0.48), kWidth * 0.72);
        corners.setColorAt(0.55, QColor(0, 0, 0, 0));
        corners.setColorAt(1, QColor(8, 6, 26, 58));
        painter.fillRect(picture.rect(), corners);
    }
    quint64 bits = 0;
    for (int y = 0; y < picture.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            if (x % 16 == 0) {
                bits = random.next();
            }
            const int grain = int(bits & 7) - int((bits >> 3) & 1) * 7; // -7 to 7, mostly small, dithers gradients
            bits >>= 4;
            const auto channel = [grain](int value) { return std::clamp(value + grain / 3, 0, 255); };
            row[x] = qRgb(channel(qRed(row[x])), channel(qGreen(row[x])), channel(qBlue(row[x])));
        }
    }
}

} // namespace lw::media
