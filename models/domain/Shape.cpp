// SPDX-License-Identifier: GPL-3.0-or-later
//! Elementary geometry of shapes.
#include "models/domain/Shape.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lw::domain {

namespace {

constexpr std::array kNames = {"bndbox", "polygon", "circle", "line", "dashed", "point"};
static_assert(kNames.size() == kAllShapeKinds.size());

double distanceToSegment(ImagePoint a, ImagePoint b, ImagePoint p)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double lengthSquared = dx * dx + dy * dy;
    const double t = lengthSquared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / lengthSquared, 0.0, 1.0) : 0;
    return std::hypot(p.x - (a.x + t * dx), p.y - (a.y + t * dy));
}

std::vector<ImagePoint> outlineOf(const Shape& shape)
{
    if (shape.kind == ShapeKind::BoundingBox && shape.points.size() == 2) {
        const auto [a, b] = std::pair(shape.points[0], shape.points[1]);
        return {a, {b.x, a.y}, b, {a.x, b.y}};
    }
    return shape.points;
}

} // namespace

QString shapeName(ShapeKind kind)
{
    return QString::fromLatin1(kNames.at(static_cast<size_t>(kind)));
}

std::optional<ShapeKind> shapeFromName(const QString& name)
{
    for (ShapeKind kind : kAllShapeKinds) {
        if (name == shapeName(kind)) {
            return kind;
        }
    }
    return std::nullopt;
}

Shape Shape::box(ImagePoint a, ImagePoint b)
{
    return {ShapeKind::BoundingBox,
            {{std::min(a.x, b.x), std::min(a.y, b.y)}, {std::max(a.x, b.x), std::max(a.y, b.y)}},
            0};
}

Shape Shape::polygon(std::vector<ImagePoint> outline)
{
    return {ShapeKind::Polygon, std::move(outline), 0};
}

Shape Shape::circle(ImagePoint centre, double radius)
{
    return {ShapeKind::Circle, {centre}, radius};
}

Shape Shape::line(ImagePoint start, ImagePoint end, bool dashed)
{
    return {dashed ? ShapeKind::DashedLine : ShapeKind::Line, {start, end}, 0};
}

Shape Shape::point(ImagePoint at)
{
    return {ShapeKind::Point, {at}, 0};
}

QRectF Shape::boundingRect() const
{
    if (points.empty()) {
        return {};
    }
    if (kind == ShapeKind::Circle) {
        return {points[0].x - radius, points[0].y - radius, 2 * radius, 2 * radius};
    }
    double left = points[0].x, right = left, top = points[0].y, bottom = top;
    for (const ImagePoint& p : points) {
        left = std::min(left, p.x);
        right = std::max(right, p.x);
        top = std::min(top, p.y);
        bottom = std::max(bottom, p.y);
    }
    return {left, top, right - left, bottom - top};
}

double Shape::area() const
{
    switch (kind) {
    case ShapeKind::BoundingBox: {
        const QRectF r = boundingRect();
        return r.width() * r.height();
    }
    case ShapeKind::Circle:
        return M_PI * radius * radius;
    case ShapeKind::Polygon: {
        double twice = 0;
        for (size_t i = 0, n = points.size(); i < n; ++i) {
            const ImagePoint& a = points[i];
            const ImagePoint& b = points[(i + 1) % n];
            twice += a.x * b.y - b.x * a.y;
        }
        return std::abs(twice) / 2;
    }
    default:
        return 0;
    }
}

bool Shape::isValid() const
{
    const bool finite = std::isfinite(radius) && std::all_of(points.begin(), points.end(), [](const ImagePoint& p) {
                            return std::isfinite(p.x) && std::isfinite(p.y);
                        });
    if (!finite) {
        return false;
    }
    const QRectF r = boundingRect();
    switch (kind) {
    case ShapeKind::BoundingBox:
        return points.size() == 2 && points[0].x < points[1].x && points[0].y < points[1].y;
    case ShapeKind::Polygon:
        return points.size() >= 3 && r.width() > 0 && r.height() > 0;
    case ShapeKind::Circle:
        return points.size() == 1 && radius > 0;
    case ShapeKind::Line:
    case ShapeKind::DashedLine:
        return points.size() == 2 && points[0] != points[1];
    case ShapeKind::Point:
        return points.size() == 1;
    }
    return false;
}

Shape Shape::translated(double dx, double dy) const
{
    Shape moved = *this;
    for (ImagePoint& p : moved.points) {
        p.x += dx;
        p.y += dy;
    }
    return moved;
}

Shape clampedToImage(const Shape& shape, double width, double height)
{
    const QRectF r = shape.boundingRect();
    const double dx = std::max(0.0, -r.left()) - std::max(0.0, std::min(r.right() - width, r.left()));
    const double dy = std::max(0.0, -r.top()) - std::max(0.0, std::min(r.bottom() - height, r.top()));
    Shape moved = shape.translated(dx, dy);
    for (ImagePoint& p : moved.points) {
        p.x = std::clamp(p.x, 0.0, width);
        p.y = std::clamp(p.y, 0.0, height);
    }
    return moved;
}

double distanceToOutline(const Shape& shape, ImagePoint at)
{
    if (shape.points.empty()) {
        return std::numeric_limits<double>::infinity();
    }
    const ImagePoint first = shape.points[0];
    if (shape.kind == ShapeKind::Point) {
        return std::hypot(at.x - first.x, at.y - first.y);
    }
    if (shape.kind == ShapeKind::Circle) {
        return std::abs(std::hypot(at.x - first.x, at.y - first.y) - shape.radius);
    }
    const std::vector<ImagePoint> outline = outlineOf(shape);
    const bool closed = shape.kind == ShapeKind::BoundingBox || shape.kind == ShapeKind::Polygon;
    double best = std::numeric_limits<double>::infinity();
    for (size_t i = 0, n = outline.size(); i + (closed ? 0 : 1) < n; ++i) {
        best = std::min(best, distanceToSegment(outline[i], outline[(i + 1) % n], at));
    }
    return best;
}

bool containsPoint(const Shape& shape, ImagePoint at)
{
    switch (shape.kind) {
    case ShapeKind::BoundingBox:
        return shape.points.size() == 2 && at.x >= shape.points[0].x && at.x <= shape.points[1].x &&
               at.y >= shape.points[0].y && at.y <= shape.points[1].y;
    case ShapeKind::Circle:
        return shape.points.size() == 1 &&
               std::hypot(at.x - shape.points[0].x, at.y - shape.points[0].y) <= shape.radius;
    case ShapeKind::Polygon: {
        bool inside = false;
        for (size_t i = 0, n = shape.points.size(), j = n - 1; i < n; j = i++) {
            const ImagePoint& a = shape.points[i];
            const ImagePoint& b = shape.points[j];
            if ((a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x) {
                inside = !inside;
            }
        }
        return inside;
    }
    default:
        return false;
    }
}

} // namespace lw::domain
