// SPDX-License-Identifier: GPL-3.0-or-later
//! The list of places, and what they share.
#include "engine/media/scenes/SceneComposer.h"

#include "engine/media/scenes/PlaceParts.h"

#include <algorithm>

namespace lw::media {

namespace {

constexpr double kWidth = SceneCanvas::kWidth;
constexpr double kHeight = SceneCanvas::kHeight;

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

void addBirds(const ScenePen& pen, double top, double bottom, int count)
{
    const QPointF flock(pen.random.between(200, kWidth - 200), pen.random.between(top, bottom));
    for (int i = 0; i < count; ++i) {
        const QPointF at = flock + QPointF(pen.random.between(-230, 230), pen.random.between(-70, 70));
        addBird(pen, {at.x(), std::clamp(at.y(), top, bottom)}, pen.random.between(24, 46));
    }
}

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

QLatin1String placeName(int index)
{
    return kPlaces[size_t(index % kScenePlaces)].name;
}

void composePlace(int index, const ScenePen& pen)
{
    kPlaces[size_t(index % kScenePlaces)].compose(pen);
}

} // namespace lw::media
