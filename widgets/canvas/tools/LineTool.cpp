// SPDX-License-Identifier: GPL-3.0-or-later
//! Lines from start to end.
#include "widgets/canvas/tools/LineTool.h"

#include <algorithm>
#include <cmath>

namespace lw::canvas {

namespace {

/// `to` turned around `from` to the nearest multiple of 45 degrees, no longer than before on either axis.
domain::ImagePoint straightened(domain::ImagePoint from, domain::ImagePoint to)
{
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double step = std::round(std::atan2(dy, dx) / (M_PI / 4));
    const int octant = (int(step) + 8) % 8;
    if (octant % 4 == 0) {
        return {to.x, from.y};
    }
    if (octant % 4 == 2) {
        return {from.x, to.y};
    }
    const double length = std::min(std::abs(dx), std::abs(dy));
    return {from.x + std::copysign(length, dx), from.y + std::copysign(length, dy)};
}

} // namespace

domain::Shape LineTool::shapeBetween(domain::ImagePoint first, domain::ImagePoint second,
                                     Qt::KeyboardModifiers modifiers) const
{
    const bool isStraight = modifiers.testFlag(Qt::ShiftModifier);
    return domain::Shape::line(first, isStraight ? straightened(first, second) : second, isDashed());
}

QString LineTool::measure() const
{
    const auto shape = draft();
    if (!shape || shape->points.size() != 2) {
        return {};
    }
    const double length = std::hypot(shape->points[1].x - shape->points[0].x, shape->points[1].y - shape->points[0].y);
    return QString::number(std::lround(length));
}

} // namespace lw::canvas
