// SPDX-License-Identifier: GPL-3.0-or-later
//! Circles that stay within the picture.
#include "widgets/canvas/tools/CircleTool.h"

#include "widgets/canvas/Handles.h"

#include <cmath>

namespace lw::canvas {

domain::Shape CircleTool::shapeBetween(domain::ImagePoint first, domain::ImagePoint second, Qt::KeyboardModifiers) const
{
    const double radius = std::hypot(second.x - first.x, second.y - first.y);
    const bool isWhole = context().options().usesWholePixels;
    const domain::Shape circle = domain::Shape::circle(first, isWhole ? std::round(radius) : radius);
    return circleWithin(circle, scene().pictureSize());
}

QString CircleTool::measure() const
{
    const auto shape = draft();
    return QStringLiteral("r %1").arg(std::lround(shape ? shape->radius : 0));
}

} // namespace lw::canvas
