// SPDX-License-Identifier: GPL-3.0-or-later
//! Turning of coordinates.
#include "models/domain/Frames.h"

#include <cmath>

namespace lw::domain {

ImagePoint Frame::toOwn(ImagePoint at) const
{
    const double dx = at.x - centre.x;
    const double dy = at.y - centre.y;
    return {dx * std::cos(angle) + dy * std::sin(angle), dy * std::cos(angle) - dx * std::sin(angle)};
}

ImagePoint Frame::fromOwn(ImagePoint at) const
{
    return {centre.x + at.x * std::cos(angle) - at.y * std::sin(angle),
            centre.y + at.x * std::sin(angle) + at.y * std::cos(angle)};
}

bool hasFrame(const Shape& shape)
{
    return shape.kind == ShapeKind::RotatedBox || shape.kind == ShapeKind::Ellipse;
}

std::optional<Frame> frameOf(const Shape& shape)
{
    if (!hasFrame(shape) || !shape.isValid()) {
        return std::nullopt;
    }
    const std::vector<ImagePoint>& p = shape.points;
    const double dx = p[1].x - p[0].x;
    const double dy = p[1].y - p[0].y;
    const double length = std::hypot(dx, dy);
    if (shape.kind == ShapeKind::Ellipse) {
        return Frame{p[0], 2 * length, 2 * shape.radius, std::atan2(dy, dx)};
    }
    const ImagePoint centre{(p[0].x + p[1].x + p[2].x + p[3].x) / 4, (p[0].y + p[1].y + p[2].y + p[3].y) / 4};
    return Frame{centre, length, std::hypot(p[3].x - p[0].x, p[3].y - p[0].y), std::atan2(dy, dx)};
}

Shape shapeIn(const Frame& frame, ShapeKind kind)
{
    return kind == ShapeKind::Ellipse
               ? Shape::ellipse(frame.centre, frame.width / 2, frame.height / 2, frame.angle)
               : Shape::rotatedBox(frame.centre, frame.width, frame.height, frame.angle);
}

double degreesOf(double angle)
{
    const double degrees = std::remainder(angle * 180 / M_PI, 360.0);
    return degrees <= -180 ? degrees + 360 : degrees;
}

} // namespace lw::domain
