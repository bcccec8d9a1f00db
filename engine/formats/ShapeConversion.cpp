// SPDX-License-Identifier: GPL-3.0-or-later
//! Conversions between kinds of shapes.
#include "engine/formats/ShapeConversion.h"

#include "models/domain/Rings.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lw::formats {

namespace {

using domain::ImagePoint;
using domain::Ring;
using domain::Shape;
using domain::ShapeKind;

double cross(ImagePoint o, ImagePoint a, ImagePoint b)
{
    return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

/// Convex outline, by Andrew's monotone chain.
Ring hullOf(Ring points)
{
    std::sort(points.begin(), points.end(),
              [](ImagePoint a, ImagePoint b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 3) {
        return points;
    }
    Ring hull;
    const auto add = [&hull](ImagePoint p, size_t base) {
        while (hull.size() >= base + 2 && cross(hull[hull.size() - 2], hull.back(), p) <= 0) {
            hull.pop_back();
        }
        hull.push_back(p);
    };
    for (ImagePoint p : points) {
        add(p, 0);
    }
    const size_t base = hull.size() - 1;
    for (auto p = points.rbegin() + 1; p != points.rend(); ++p) {
        add(*p, base);
    }
    hull.pop_back();
    return hull;
}

/// The rectangle of least area around the points; one of its sides lies on a side of their convex outline.
std::optional<Shape> smallestBox(const Ring& points)
{
    const Ring hull = hullOf(points);
    std::optional<Shape> best;
    double bestArea = std::numeric_limits<double>::infinity();
    for (size_t i = 0; hull.size() >= 3 && i < hull.size(); ++i) {
        const ImagePoint a = hull[i];
        const ImagePoint b = hull[(i + 1) % hull.size()];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        const double ux = (b.x - a.x) / length, uy = (b.y - a.y) / length;
        double left = 0, right = 0, top = 0, bottom = 0;
        for (ImagePoint p : hull) {
            const double along = (p.x - a.x) * ux + (p.y - a.y) * uy;
            const double across = (p.y - a.y) * ux - (p.x - a.x) * uy;
            left = std::min(left, along);
            right = std::max(right, along);
            top = std::min(top, across);
            bottom = std::max(bottom, across);
        }
        const double area = (right - left) * (bottom - top);
        if (area > 0 && area < bestArea) {
            bestArea = area;
            const double x = (left + right) / 2, y = (top + bottom) / 2;
            best = Shape::rotatedBox({a.x + x * ux - y * uy, a.y + x * uy + y * ux}, right - left, bottom - top,
                                     std::atan2(uy, ux));
        }
    }
    return best;
}

std::vector<Ring> ringsOf(const Shape& shape)
{
    return shape.kind == ShapeKind::Mask ? ringsOfMask(shape.mask) : domain::outlineRings(shape, kCircleSegments);
}

std::optional<Shape> checked(Shape shape)
{
    return shape.isValid() ? std::optional(std::move(shape)) : std::nullopt;
}

Ring allPoints(const std::vector<Ring>& rings)
{
    Ring points;
    for (const Ring& ring : rings) {
        points.insert(points.end(), ring.begin(), ring.end());
    }
    return points;
}

std::optional<Shape> areaAs(ShapeKind to, const Shape& shape)
{
    if (to == ShapeKind::BoundingBox) {
        const QRectF r = shape.boundingRect();
        return checked(Shape::box({r.left(), r.top()}, {r.right(), r.bottom()}));
    }
    if (to == ShapeKind::Ellipse && shape.kind == ShapeKind::Circle) {
        return checked(Shape::ellipse(shape.points[0], shape.radius, shape.radius, 0));
    }
    if (to == ShapeKind::RotatedBox && shape.kind == ShapeKind::BoundingBox) {
        const ImagePoint a = shape.points[0], b = shape.points[1];
        Shape box = shape;
        box.kind = ShapeKind::RotatedBox;
        box.points = {a, {b.x, a.y}, b, {a.x, b.y}};
        return checked(std::move(box));
    }
    if (to == ShapeKind::RotatedBox && shape.kind == ShapeKind::Ellipse) {
        const ImagePoint c = shape.points[0], e = shape.points[1];
        return checked(Shape::rotatedBox(c, 2 * std::hypot(e.x - c.x, e.y - c.y), 2 * shape.radius,
                                         std::atan2(e.y - c.y, e.x - c.x)));
    }
    if (to == ShapeKind::RotatedBox && shape.kind == ShapeKind::Circle) {
        return checked(Shape::rotatedBox(shape.points[0], 2 * shape.radius, 2 * shape.radius, 0));
    }
    const std::vector<Ring> rings = ringsOf(shape);
    if (to == ShapeKind::RotatedBox) {
        return smallestBox(allPoints(rings));
    }
    if (to == ShapeKind::Polygon) {
        return checked(Shape::polygon(rings));
    }
    if (to == ShapeKind::Mask) {
        return checked(Shape::fromMask(maskOfRings(rings)));
    }
    return std::nullopt;
}

bool isInside(std::span<const ImagePoint> ring, ImagePoint at)
{
    bool inside = false;
    for (size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
        const ImagePoint a = ring[before], b = ring[i];
        if ((a.y <= at.y) != (b.y <= at.y) && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x)) {
            inside = !inside;
        }
    }
    return inside;
}

void roundTo(double step, Shape& shape)
{
    const auto round = [step](double& value) { value = std::round(value / step) * step; };
    for (ImagePoint& p : shape.points) {
        round(p.x);
        round(p.y);
    }
    round(shape.radius);
}

/// The rule for this kind, or for what a rule cannot reach directly.
std::optional<ShapeKind> targetOf(ShapeKind from, const FormatAbilities& abilities)
{
    const auto rule = std::find_if(abilities.conversions.begin(), abilities.conversions.end(),
                                   [from](const ShapeRule& candidate) { return candidate.from == from; });
    return rule == abilities.conversions.end() ? std::nullopt : std::optional(rule->to);
}

bool holds(const FormatAbilities& abilities, ShapeKind kind)
{
    return std::find(abilities.shapes.begin(), abilities.shapes.end(), kind) != abilities.shapes.end();
}

/// Replaces `shape` by its conversion; dropped when there is none.
void convert(Shape& shape, ShapeKind to, ShapeChange& change)
{
    std::optional<Shape> converted = convertedTo(to, shape);
    change.kind = converted ? ShapeChange::Kind::Converted : ShapeChange::Kind::Dropped;
    change.to = to;
    if (converted) {
        shape = *std::move(converted);
    }
}

/// Every outer ring with the holes directly within it joined to it.
Shape partsOf(const Shape& polygon)
{
    std::vector<std::vector<int>> around(size_t(polygon.ringCount())); // which rings surround each
    for (int i = 0; i < polygon.ringCount(); ++i) {
        for (int j = 0; j < polygon.ringCount(); ++j) {
            if (i != j && isInside(polygon.ring(j), polygon.ring(i).front())) {
                around[size_t(i)].push_back(j);
            }
        }
    }
    std::vector<Ring> parts;
    for (int i = 0; i < polygon.ringCount(); ++i) {
        const size_t depth = around[size_t(i)].size();
        if (depth % 2 != 0) {
            continue;
        }
        std::vector<Ring> rings{Ring(polygon.ring(i).begin(), polygon.ring(i).end())};
        for (int j = 0; j < polygon.ringCount(); ++j) {
            const std::vector<int>& outer = around[size_t(j)];
            if (outer.size() == depth + 1 && std::find(outer.begin(), outer.end(), i) != outer.end()) {
                rings.emplace_back(polygon.ring(j).begin(), polygon.ring(j).end());
            }
        }
        parts.push_back(joinedRings(Shape::polygon(rings)).points);
    }
    return Shape::polygon(parts);
}

void fitRings(Shape& shape, const FormatAbilities& abilities, ShapeChange& change)
{
    if (shape.kind != ShapeKind::Polygon || shape.ringStarts.empty() || abilities.rings == RingSupport::All) {
        return;
    }
    if (abilities.rings == RingSupport::Parts) {
        if (!hasHoles(shape)) {
            return;
        }
        shape = partsOf(shape);
    } else {
        shape = joinedRings(shape);
    }
    if (change.kind == ShapeChange::Kind::None) {
        change.kind = ShapeChange::Kind::Joined;
    }
}

} // namespace

std::optional<Shape> convertedTo(ShapeKind to, const Shape& shape)
{
    if (shape.kind == to) {
        return shape;
    }
    if (domain::isArea(shape.kind)) {
        return areaAs(to, shape);
    }
    if (shape.kind == ShapeKind::Skeleton && to == ShapeKind::BoundingBox) {
        const QRectF r = shape.boundingRect();
        return checked(Shape::box({r.left(), r.top()}, {r.right(), r.bottom()}));
    }
    if (shape.kind == ShapeKind::DashedLine && to == ShapeKind::Line) {
        return Shape::line(shape.points[0], shape.points[1]);
    }
    if ((shape.kind == ShapeKind::Line || shape.kind == ShapeKind::DashedLine) && to == ShapeKind::Polyline) {
        return Shape::polyline(shape.points);
    }
    return std::nullopt;
}

ShapeChange fitShape(Shape& shape, const FormatAbilities& abilities)
{
    ShapeChange change;
    change.from = shape.kind;
    if (!holds(abilities, shape.kind)) {
        const std::optional<ShapeKind> to = targetOf(shape.kind, abilities);
        if (!to) {
            change.kind = ShapeChange::Kind::Dropped;
            return change;
        }
        convert(shape, *to, change);
    }
    if (change.kind != ShapeChange::Kind::Dropped) {
        fitRings(shape, abilities, change);
    }
    if (change.kind != ShapeChange::Kind::Dropped && abilities.coordinateStep > 0) {
        Shape before = shape;
        roundTo(abilities.coordinateStep, shape);
        change.isRounded = shape != before;
        if (!shape.isValid()) {
            change.kind = ShapeChange::Kind::Dropped;
        }
    }
    return change;
}

bool hasHoles(const Shape& polygon)
{
    for (int i = 0; i < polygon.ringCount(); ++i) {
        for (int j = 0; j < polygon.ringCount(); ++j) {
            if (i != j && isInside(polygon.ring(j), polygon.ring(i).front())) {
                return true;
            }
        }
    }
    return false;
}

Shape joinedRings(const Shape& polygon)
{
    const std::span<const ImagePoint> first = polygon.ring(0);
    Ring joined(first.begin(), first.end());
    for (int i = 1; i < polygon.ringCount(); ++i) {
        const std::span<const ImagePoint> ring = polygon.ring(i);
        // The shortest bridge between what there is and the next ring, from corner to corner.
        size_t here = 0, there = 0;
        double best = std::numeric_limits<double>::infinity();
        for (size_t a = 0; a < joined.size(); ++a) {
            for (size_t b = 0; b < ring.size(); ++b) {
                const double distance = std::hypot(joined[a].x - ring[b].x, joined[a].y - ring[b].y);
                if (distance < best) {
                    best = distance;
                    here = a;
                    there = b;
                }
            }
        }
        Ring detour;
        for (size_t k = 0; k <= ring.size(); ++k) {
            detour.push_back(ring[(there + k) % ring.size()]);
        }
        detour.push_back(joined[here]);
        joined.insert(joined.begin() + std::ptrdiff_t(here) + 1, detour.begin(), detour.end());
    }
    return Shape::polygon(std::move(joined));
}

} // namespace lw::formats
