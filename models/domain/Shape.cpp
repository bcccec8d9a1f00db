// SPDX-License-Identifier: GPL-3.0-or-later
//! Elementary geometry of shapes.
#include "models/domain/Shape.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lw::domain {

namespace {

constexpr std::array kNames = {"bndbox",      "polygon", "circle",   "line",     "dashed", "point",
                               "rotated_box", "ellipse", "polyline", "skeleton", "mask",   "whole"};
static_assert(kNames.size() == kAllShapeKinds.size());

double distanceToSegment(ImagePoint a, ImagePoint b, ImagePoint p)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double lengthSquared = dx * dx + dy * dy;
    const double t = lengthSquared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / lengthSquared, 0.0, 1.0) : 0;
    return std::hypot(p.x - (a.x + t * dx), p.y - (a.y + t * dy));
}

double distanceToPath(std::span<const ImagePoint> path, bool isClosed, ImagePoint p)
{
    double best = std::numeric_limits<double>::infinity();
    for (size_t i = 0, n = path.size(); i + (isClosed ? 0 : 1) < n; ++i) {
        best = std::min(best, distanceToSegment(path[i], path[(i + 1) % n], p));
    }
    return best;
}

bool isOddlySurrounded(std::span<const ImagePoint> ring, ImagePoint at)
{
    bool inside = false;
    for (size_t i = 0, n = ring.size(), j = n - 1; i < n; j = i++) {
        const ImagePoint& a = ring[i];
        const ImagePoint& b = ring[j];
        if ((a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x) {
            inside = !inside;
        }
    }
    return inside;
}

double signedArea(std::span<const ImagePoint> ring)
{
    double twice = 0;
    for (size_t i = 0, n = ring.size(); i < n; ++i) {
        const ImagePoint& a = ring[i];
        const ImagePoint& b = ring[(i + 1) % n];
        twice += a.x * b.y - b.x * a.y;
    }
    return twice / 2;
}

/// The area that an odd number of rings surrounds, for rings that do not cross: each adds or takes away by depth.
double areaOfRings(const Shape& shape)
{
    double sum = 0;
    for (int i = 0; i < shape.ringCount(); ++i) {
        int depth = 0;
        for (int j = 0; j < shape.ringCount(); ++j) {
            depth += i != j && isOddlySurrounded(shape.ring(j), shape.ring(i).front());
        }
        sum += (depth % 2 == 0 ? 1 : -1) * std::abs(signedArea(shape.ring(i)));
    }
    return sum;
}

bool hasGoodRings(const Shape& shape)
{
    int before = 0;
    for (int start : shape.ringStarts) {
        if (start - before < 3) {
            return false;
        }
        before = start;
    }
    return int(shape.points.size()) - before >= 3;
}

/// Half axes of an ellipse: the vector of the first, and that of the second at a right angle to it.
std::pair<ImagePoint, ImagePoint> halfAxes(const Shape& ellipse)
{
    const ImagePoint a{ellipse.points[1].x - ellipse.points[0].x, ellipse.points[1].y - ellipse.points[0].y};
    const double length = std::hypot(a.x, a.y);
    return {a, {-a.y / length * ellipse.radius, a.x / length * ellipse.radius}};
}

constexpr std::array kDetectionKinds = {
    ShapeKind::BoundingBox, ShapeKind::Polygon,    ShapeKind::Circle,  ShapeKind::Line,     ShapeKind::DashedLine,
    ShapeKind::Point,       ShapeKind::RotatedBox, ShapeKind::Ellipse, ShapeKind::Polyline, ShapeKind::Skeleton,
};
constexpr std::array kSegmentationKinds = {
    ShapeKind::Polygon, ShapeKind::Mask,       ShapeKind::BoundingBox, ShapeKind::Circle,   ShapeKind::Line,
    ShapeKind::DashedLine, ShapeKind::Point,   ShapeKind::RotatedBox,  ShapeKind::Ellipse,  ShapeKind::Polyline,
    ShapeKind::Skeleton,
};
constexpr std::array kWholeKinds = {ShapeKind::WholeSample};

} // namespace

std::span<const ShapeKind> shapeKindsOf(DatasetType type)
{
    switch (type) {
    case DatasetType::ObjectDetection:
        return kDetectionKinds;
    case DatasetType::ImageSegmentation:
        return kSegmentationKinds;
    case DatasetType::ImageClassification:
    case DatasetType::AudioClassification:
    case DatasetType::TextClassification:
        return kWholeKinds;
    default:
        return {};
    }
}

bool isArea(ShapeKind kind)
{
    switch (kind) {
    case ShapeKind::BoundingBox:
    case ShapeKind::Polygon:
    case ShapeKind::Circle:
    case ShapeKind::RotatedBox:
    case ShapeKind::Ellipse:
    case ShapeKind::Mask:
        return true;
    default:
        return false;
    }
}

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

Shape Shape::polygon(const std::vector<std::vector<ImagePoint>>& rings)
{
    Shape shape{ShapeKind::Polygon, {}, 0};
    for (const std::vector<ImagePoint>& ring : rings) {
        if (ring.empty()) {
            continue;
        }
        if (!shape.points.empty()) {
            shape.ringStarts.push_back(int(shape.points.size()));
        }
        shape.points.insert(shape.points.end(), ring.begin(), ring.end());
    }
    return shape;
}

Shape Shape::rotatedBox(ImagePoint centre, double width, double height, double angle)
{
    const ImagePoint u{std::cos(angle) * width / 2, std::sin(angle) * width / 2};
    const ImagePoint v{-std::sin(angle) * height / 2, std::cos(angle) * height / 2};
    return {ShapeKind::RotatedBox,
            {{centre.x - u.x - v.x, centre.y - u.y - v.y},
             {centre.x + u.x - v.x, centre.y + u.y - v.y},
             {centre.x + u.x + v.x, centre.y + u.y + v.y},
             {centre.x - u.x + v.x, centre.y - u.y + v.y}},
            0};
}

Shape Shape::ellipse(ImagePoint centre, double a, double b, double angle)
{
    return {ShapeKind::Ellipse, {centre, {centre.x + a * std::cos(angle), centre.y + a * std::sin(angle)}}, b};
}

Shape Shape::polyline(std::vector<ImagePoint> points)
{
    return {ShapeKind::Polyline, std::move(points), 0};
}

Shape Shape::skeleton(std::vector<ImagePoint> joints, std::vector<JointVisibility> visibility)
{
    return {ShapeKind::Skeleton, std::move(joints), 0, {}, std::move(visibility)};
}

Shape Shape::fromMask(domain::Mask mask)
{
    return {ShapeKind::Mask, {}, 0, {}, {}, std::move(mask)};
}

Shape Shape::wholeSample()
{
    return {ShapeKind::WholeSample, {}, 0};
}

std::span<const ImagePoint> Shape::ring(int index) const
{
    const size_t from = index == 0 ? 0 : size_t(ringStarts[size_t(index) - 1]);
    const size_t end = size_t(index) < ringStarts.size() ? size_t(ringStarts[size_t(index)]) : points.size();
    return std::span(points).subspan(from, end - from);
}

QRectF Shape::boundingRect() const
{
    if (kind == ShapeKind::Mask) {
        return mask.boundingRect();
    }
    if (points.empty()) {
        return {};
    }
    if (kind == ShapeKind::Circle) {
        return {points[0].x - radius, points[0].y - radius, 2 * radius, 2 * radius};
    }
    if (kind == ShapeKind::Ellipse && points.size() == 2 && points[0] != points[1]) {
        const auto [a, b] = halfAxes(*this);
        const double w = std::hypot(a.x, b.x);
        const double h = std::hypot(a.y, b.y);
        return {points[0].x - w, points[0].y - h, 2 * w, 2 * h};
    }
    double left = std::numeric_limits<double>::infinity(), top = left, right = -left, bottom = -left;
    for (size_t i = 0; i < points.size(); ++i) {
        if (i < visibility.size() && visibility[i] == JointVisibility::Absent) {
            continue;
        }
        left = std::min(left, points[i].x);
        right = std::max(right, points[i].x);
        top = std::min(top, points[i].y);
        bottom = std::max(bottom, points[i].y);
    }
    return left <= right ? QRectF(left, top, right - left, bottom - top) : QRectF();
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
    case ShapeKind::Ellipse:
        return points.size() == 2 ? M_PI * radius * std::hypot(points[1].x - points[0].x, points[1].y - points[0].y)
                                  : 0;
    case ShapeKind::Mask:
        return double(mask.area());
    case ShapeKind::RotatedBox:
    case ShapeKind::Polygon:
        return ringStarts.empty() ? std::abs(signedArea(points)) : areaOfRings(*this);
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
        return hasGoodRings(*this) && r.width() > 0 && r.height() > 0;
    case ShapeKind::Circle:
        return points.size() == 1 && radius > 0;
    case ShapeKind::Line:
    case ShapeKind::DashedLine:
        return points.size() == 2 && points[0] != points[1];
    case ShapeKind::Point:
        return points.size() == 1;
    case ShapeKind::RotatedBox:
        return points.size() == 4 && area() > 0;
    case ShapeKind::Ellipse:
        return points.size() == 2 && points[0] != points[1] && radius > 0;
    case ShapeKind::Polyline:
        return points.size() >= 2 && (r.width() > 0 || r.height() > 0);
    case ShapeKind::Skeleton:
        return !points.empty() && visibility.size() == points.size() &&
               std::any_of(visibility.begin(), visibility.end(),
                           [](JointVisibility v) { return v != JointVisibility::Absent; });
    case ShapeKind::Mask:
        return points.empty() && mask.isValid();
    case ShapeKind::WholeSample:
        return points.empty();
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
    if (kind == ShapeKind::Mask) {
        moved.mask = mask.translated(int(std::floor(dx + 0.5)), int(std::floor(dy + 0.5)));
    }
    return moved;
}

Shape clampedToImage(const Shape& shape, double width, double height)
{
    const QRectF r = shape.boundingRect();
    const double dx = std::max(0.0, -r.left()) - std::max(0.0, std::min(r.right() - width, r.left()));
    const double dy = std::max(0.0, -r.top()) - std::max(0.0, std::min(r.bottom() - height, r.top()));
    Shape moved = shape.translated(dx, dy);
    if (shape.kind == ShapeKind::Mask) {
        moved.mask = moved.mask.cropped(QRect(0, 0, int(width), int(height)));
        return moved;
    }
    if (shape.kind == ShapeKind::RotatedBox || shape.kind == ShapeKind::Ellipse) {
        return moved; // clamped corners would make it another figure; it may stick out where it is larger
    }
    for (ImagePoint& p : moved.points) {
        p.x = std::clamp(p.x, 0.0, width);
        p.y = std::clamp(p.y, 0.0, height);
    }
    return moved;
}

std::vector<std::vector<ImagePoint>> outlineRings(const Shape& shape, int segments)
{
    std::vector<std::vector<ImagePoint>> rings;
    if (!shape.isValid()) {
        return rings;
    }
    const auto curve = [&](ImagePoint centre, ImagePoint a, ImagePoint b) {
        std::vector<ImagePoint> ring;
        ring.reserve(size_t(segments));
        for (int i = 0; i < segments; ++i) {
            const double c = std::cos(2 * M_PI * i / segments);
            const double s = std::sin(2 * M_PI * i / segments);
            ring.push_back({centre.x + a.x * c + b.x * s, centre.y + a.y * c + b.y * s});
        }
        rings.push_back(std::move(ring));
    };
    switch (shape.kind) {
    case ShapeKind::BoundingBox: {
        const auto [a, b] = std::pair(shape.points[0], shape.points[1]);
        rings.push_back({a, {b.x, a.y}, b, {a.x, b.y}});
        break;
    }
    case ShapeKind::RotatedBox:
    case ShapeKind::Polygon:
        for (int i = 0; i < shape.ringCount(); ++i) {
            const std::span<const ImagePoint> ring = shape.ring(i);
            rings.emplace_back(ring.begin(), ring.end());
        }
        break;
    case ShapeKind::Circle:
        curve(shape.points[0], {shape.radius, 0}, {0, shape.radius});
        break;
    case ShapeKind::Ellipse: {
        const auto [a, b] = halfAxes(shape);
        curve(shape.points[0], a, b);
        break;
    }
    default:
        break;
    }
    return rings;
}

double distanceToOutline(const Shape& shape, ImagePoint at)
{
    double best = std::numeric_limits<double>::infinity();
    if (shape.points.empty()) {
        return best;
    }
    const ImagePoint first = shape.points[0];
    switch (shape.kind) {
    case ShapeKind::Circle:
        return std::abs(std::hypot(at.x - first.x, at.y - first.y) - shape.radius);
    case ShapeKind::Point:
    case ShapeKind::Skeleton:
        for (size_t i = 0; i < shape.points.size(); ++i) {
            if (i >= shape.visibility.size() || shape.visibility[i] != JointVisibility::Absent) {
                best = std::min(best, std::hypot(at.x - shape.points[i].x, at.y - shape.points[i].y));
            }
        }
        return best;
    case ShapeKind::Line:
    case ShapeKind::DashedLine:
    case ShapeKind::Polyline:
        return distanceToPath(shape.points, false, at);
    case ShapeKind::Polygon:
    case ShapeKind::RotatedBox:
        for (int i = 0; i < shape.ringCount(); ++i) {
            best = std::min(best, distanceToPath(shape.ring(i), true, at));
        }
        return best;
    default:
        for (const std::vector<ImagePoint>& ring : outlineRings(shape)) {
            best = std::min(best, distanceToPath(ring, true, at));
        }
        return best;
    }
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
    case ShapeKind::Ellipse: {
        if (!shape.isValid()) {
            return false;
        }
        const auto [a, b] = halfAxes(shape);
        const ImagePoint d{at.x - shape.points[0].x, at.y - shape.points[0].y};
        const double u = (d.x * a.x + d.y * a.y) / (a.x * a.x + a.y * a.y);
        const double v = (d.x * b.x + d.y * b.y) / (b.x * b.x + b.y * b.y);
        return u * u + v * v <= 1;
    }
    case ShapeKind::RotatedBox:
    case ShapeKind::Polygon: {
        bool inside = false;
        for (int i = 0; i < shape.ringCount(); ++i) {
            inside ^= isOddlySurrounded(shape.ring(i), at);
        }
        return inside;
    }
    case ShapeKind::Mask:
        return shape.mask.contains(int(std::floor(at.x)), int(std::floor(at.y)));
    default:
        return false;
    }
}

} // namespace lw::domain
