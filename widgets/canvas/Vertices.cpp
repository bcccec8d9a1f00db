// SPDX-License-Identifier: GPL-3.0-or-later
//! Vertices of polygons and polylines that come and go.
#include "widgets/canvas/Handles.h"

#include <algorithm>

namespace lw::canvas {

namespace {

using domain::ImagePoint;
using domain::Shape;
using domain::ShapeKind;
using Ring = std::vector<ImagePoint>;

/// The number of the ring that holds vertex `index`.
int ringOf(const Shape& shape, int index)
{
    return int(std::upper_bound(shape.ringStarts.begin(), shape.ringStarts.end(), index) - shape.ringStarts.begin());
}

std::optional<Shape> withoutRing(const Shape& shape, int index)
{
    const std::span<const ImagePoint> gone = shape.ring(index);
    const Shape around = Shape::polygon(Ring(gone.begin(), gone.end()));
    std::vector<Ring> kept;
    for (int i = 0; i < shape.ringCount(); ++i) {
        const std::span<const ImagePoint> ring = shape.ring(i);
        // A hole of nothing is nothing.
        if (i != index && !domain::containsPoint(around, ring.front())) {
            kept.emplace_back(ring.begin(), ring.end());
        }
    }
    return kept.empty() ? std::nullopt : std::optional(Shape::polygon(kept));
}

} // namespace

bool hasVertices(const Shape& shape)
{
    return shape.kind == ShapeKind::Polygon || shape.kind == ShapeKind::Polyline;
}

std::optional<int> edgeAt(const Shape& shape, const ViewTransform& transform, ViewPoint at, double tolerance)
{
    if (!hasVertices(shape)) {
        return std::nullopt;
    }
    std::optional<int> best;
    double least = tolerance;
    const bool isClosed = shape.kind == ShapeKind::Polygon;
    int before = 0;
    for (int r = 0; r < shape.ringCount(); ++r) {
        const std::span<const ImagePoint> ring = shape.ring(r);
        for (size_t i = 0, n = ring.size(); i + (isClosed ? 0 : 1) < n; ++i) {
            const double d =
                distanceToSegment(transform.toView(ring[i]), transform.toView(ring[(i + 1) % n]), at);
            if (d <= least) {
                least = d;
                best = before + int(i);
            }
        }
        before += int(ring.size());
    }
    return best;
}

Shape withVertexInserted(const Shape& shape, int edge, ImagePoint at)
{
    Shape changed = shape;
    changed.points.insert(changed.points.begin() + edge + 1, at);
    for (int& start : changed.ringStarts) {
        start += start > edge ? 1 : 0;
    }
    return changed;
}

std::optional<Shape> withVertexRemoved(const Shape& shape, int index)
{
    if (!hasVertices(shape) || index < 0 || size_t(index) >= shape.points.size()) {
        return std::nullopt;
    }
    const int ring = ringOf(shape, index);
    const size_t least = shape.kind == ShapeKind::Polygon ? 3 : 2;
    if (shape.ring(ring).size() <= least) {
        return shape.ringCount() > 1 ? withoutRing(shape, ring) : std::nullopt;
    }
    Shape changed = shape;
    changed.points.erase(changed.points.begin() + index);
    for (int& start : changed.ringStarts) {
        start -= start > index ? 1 : 0;
    }
    return changed;
}

} // namespace lw::canvas
