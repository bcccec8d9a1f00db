// SPDX-License-Identifier: GPL-3.0-or-later
//! What scenes consist of behind and below their objects: sky, clouds, mountains, hills, water.
#pragma once

#include "engine/media/scenes/SceneCanvas.h"
#include "engine/media/scenes/SceneLight.h"
#include "engine/media/scenes/SceneRandom.h"

#include <QPainterPath>

#include <array>

namespace lw::media {

/// The line of a landscape: a sum of waves over the picture's width.
class Ridge final {
public:
    /// Waves of up to `amplitude` pixels around `base`; `waves` is how many the longest one has across the picture.
    Ridge(SceneRandom& random, double base, double amplitude, double waves = 1.2);

    [[nodiscard]] double at(double x) const;
    /// The area from the line down to `bottom`.
    [[nodiscard]] QPainterPath area(double bottom = SceneCanvas::kHeight) const;

private:
    double m_base;
    std::array<double, 3> m_height;
    std::array<double, 3> m_length;
    std::array<double, 3> m_phase;
};

/// Sky with sun or moon, stars and clouds, down to `horizon`. Returns where the sun (or its glow) is.
QPointF paintSky(QPainter& painter, const SceneLight& light, SceneRandom& random, double horizon, double cloudiness);
/// Facetted mountains with snow, standing on `base`; `distance` 0 to 1.
void paintMountains(QPainter& painter, const SceneLight& light, SceneRandom& random, double base, double height,
                    double distance);
/// A hill from `ridge` down to `bottom`, fading into haze towards its foot.
void paintHill(QPainter& painter, const SceneLight& light, const Ridge& ridge, const QColor& colour, double distance,
               double bottom = SceneCanvas::kHeight);
/// Rows of crops or mown grass on an area.
void paintFurrows(QPainter& painter, const QPainterPath& area, const QColor& colour, QPointF vanishing, double spread);
/// Water from `top` to `bottom` that mirrors what was painted above it, with the sun's glitter below `sun`.
void paintWater(SceneCanvas& canvas, const SceneLight& light, SceneRandom& random, double top, double bottom,
                QPointF sun);
/// A soft dark ellipse below something that stands on the ground.
void paintShadow(QPainter& painter, QPointF centre, double width, double height, double strength = 0.35);
/// A round glow of light.
void paintGlow(QPainter& painter, QPointF centre, double radius, const QColor& colour, double strength);
/// Darker corners and a little grain, over the finished picture.
void finishPicture(QImage& picture, SceneRandom& random);

} // namespace lw::media
