// SPDX-License-Identifier: GPL-3.0-or-later
//! Search for the nearest vertex, edge or border.
#include "widgets/canvas/Snapper.h"

#include "widgets/canvas/Handles.h"

#include <algorithm>
#include <cmath>

namespace lw::canvas {

namespace {

using domain::ImagePoint;
using domain::ShapeKind;

/// The nearest so far.
struct Nearest {
    double distance;
    std::optional<ImagePoint> point;

    void offer(ImagePoint candidate, ImagePoint at)
    {
        const double d = std::hypot(candidate.x - at.x, candidate.y - at.y);
        if (d <= distance) {
            distance = d;
            point = candidate;
        }
    }
};

ImagePoint onSegment(ImagePoint a, ImagePoint b, ImagePoint p)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    const double t = squared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0) : 0;
    return {a.x + t * dx, a.y + t * dy};
}

void offerPath(const std::vector<ImagePoint>& path, bool isClosed, ImagePoint at, Nearest& edge)
{
    for (size_t i = 0; i + (isClosed ? 0 : 1) < path.size(); ++i) {
        edge.offer(onSegment(path[i], path[(i + 1) % path.size()], at), at);
    }
}

void offerShape(const domain::Shape& shape, ImagePoint at, Nearest& vertex, Nearest& edge)
{
    switch (shape.kind) {
    case ShapeKind::BoundingBox:
    case ShapeKind::RotatedBox:
    case ShapeKind::Polygon:
        for (const std::vector<ImagePoint>& ring : domain::outlineRings(shape)) {
            for (ImagePoint p : ring) {
                vertex.offer(p, at);
            }
            offerPath(ring, true, at, edge);
        }
        break;
    case ShapeKind::Skeleton:
        for (size_t i = 0; i < std::min(shape.points.size(), shape.visibility.size()); ++i) {
            if (shape.visibility[i] != domain::JointVisibility::Absent) {
                vertex.offer(shape.points[i], at);
            }
        }
        break;
    case ShapeKind::Ellipse:
        vertex.offer(shape.points.front(), at);
        break;
    default:
        for (ImagePoint p : shape.points) {
            vertex.offer(p, at);
        }
        offerPath(shape.points, false, at, edge);
        break;
    }
}

} // namespace

std::optional<ImagePoint> snapTarget(const CanvasScene& scene, ImagePoint at, double tolerance, const Ids& ignored)
{
    Nearest vertex{tolerance, {}};
    Nearest edge{tolerance, {}};
    const QRectF around(at.x - tolerance, at.y - tolerance, 2 * tolerance, 2 * tolerance);
    for (qint64 position : scene.index().positionsIn(around)) {
        const domain::Annotation& annotation = scene.annotations()[size_t(position)];
        if (scene.isShown(annotation) && std::find(ignored.begin(), ignored.end(), annotation.id) == ignored.end()) {
            offerShape(annotation.shape, at, vertex, edge);
        }
    }
    if (vertex.point) {
        return vertex.point;
    }
    if (edge.point) {
        return edge.point;
    }
    const QSizeF size = scene.pictureSize();
    const auto pulled = [tolerance](double v, double limit) {
        return std::abs(v) <= tolerance ? 0.0 : std::abs(v - limit) <= tolerance ? limit : v;
    };
    const ImagePoint border{pulled(at.x, size.width()), pulled(at.y, size.height())};
    return border == at ? std::nullopt : std::optional(border);
}

} // namespace lw::canvas
