// SPDX-License-Identifier: GPL-3.0-or-later
//! Where handles lie and what they move.
#include "widgets/canvas/Handles.h"

#include "models/domain/Frames.h"
#include "widgets/canvas/FrameHandles.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lw::canvas {

namespace {

using domain::ImagePoint;
using domain::Shape;
using domain::ShapeKind;

constexpr std::array kBoxCursors = {Qt::SizeFDiagCursor, Qt::SizeVerCursor, Qt::SizeBDiagCursor, Qt::SizeHorCursor,
                                    Qt::SizeFDiagCursor, Qt::SizeVerCursor, Qt::SizeBDiagCursor, Qt::SizeHorCursor};
constexpr std::array kCircleCursors = {Qt::SizeVerCursor, Qt::SizeHorCursor, Qt::SizeVerCursor, Qt::SizeHorCursor};
constexpr double kTurningReach = 26;       ///< of the handle that turns, device-independent pixels
constexpr double kRoomForEdgeHandles = 30; ///< device-independent pixels; smaller boxes show corners only

std::vector<Handle> boxHandles(const Shape& shape)
{
    const QRectF r = shape.boundingRect();
    const double cx = r.center().x();
    const double cy = r.center().y();
    const std::array<ImagePoint, 8> at = {{{r.left(), r.top()},
                                           {cx, r.top()},
                                           {r.right(), r.top()},
                                           {r.right(), cy},
                                           {r.right(), r.bottom()},
                                           {cx, r.bottom()},
                                           {r.left(), r.bottom()},
                                           {r.left(), cy}}};
    std::vector<Handle> handles;
    for (size_t i = 0; i < at.size(); ++i) {
        handles.push_back({int(i), at[i], kBoxCursors[i]});
    }
    return handles;
}

std::vector<Handle> circleHandles(const Shape& shape)
{
    const ImagePoint c = shape.points[0];
    const double r = shape.radius;
    const std::array<ImagePoint, 4> at = {{{c.x, c.y - r}, {c.x + r, c.y}, {c.x, c.y + r}, {c.x - r, c.y}}};
    std::vector<Handle> handles;
    for (size_t i = 0; i < at.size(); ++i) {
        handles.push_back({int(i), at[i], kCircleCursors[i]});
    }
    return handles;
}

Shape boxWithHandle(const Shape& shape, int index, ImagePoint to, bool isSquare)
{
    const QRectF r = shape.boundingRect();
    ImagePoint a{r.left(), r.top()};
    ImagePoint b{r.right(), r.bottom()};
    const bool movesLeft = index == 0 || index == 6 || index == 7;
    const bool movesRight = index >= 2 && index <= 4;
    const bool movesTop = index <= 2;
    const bool movesBottom = index >= 4 && index <= 6;
    if (isSquare && index % 2 == 0) {
        to = squareCorner({movesLeft ? b.x : a.x, movesTop ? b.y : a.y}, to);
    }
    a.x = movesLeft ? to.x : a.x;
    b.x = movesRight ? to.x : b.x;
    a.y = movesTop ? to.y : a.y;
    b.y = movesBottom ? to.y : b.y;
    return Shape::box(a, b);
}

} // namespace

std::vector<Handle> handlesOf(const Shape& shape, double pixel)
{
    if (shape.kind == ShapeKind::BoundingBox) {
        return boxHandles(shape);
    }
    if (shape.kind == ShapeKind::Circle && !shape.points.empty()) {
        return circleHandles(shape);
    }
    if (domain::hasFrame(shape)) {
        return frameHandles(shape, kTurningReach * pixel);
    }
    std::vector<Handle> handles;
    for (size_t i = 0; i < shape.points.size(); ++i) {
        if (i >= shape.visibility.size() || shape.visibility[i] != domain::JointVisibility::Absent) {
            handles.push_back({int(i), shape.points[i], Qt::SizeAllCursor});
        }
    }
    return handles;
}

bool isTurning(const Shape& shape, int index)
{
    return (shape.kind == ShapeKind::RotatedBox && index == 8) || (shape.kind == ShapeKind::Ellipse && index == 4);
}

std::optional<Handle> handleAt(const Shape& shape, const ViewTransform& transform, ViewPoint at, double tolerance)
{
    std::optional<Handle> best;
    double least = tolerance;
    const bool hasEdges = shape.kind == ShapeKind::BoundingBox || shape.kind == ShapeKind::RotatedBox;
    const std::vector<Handle> handles = handlesOf(shape, transform.toImageLength(1));
    for (const Handle& handle : handles) {
        if (hasEdges && handle.index % 2 == 1) {
            continue;
        }
        const double d = distance(transform.toView(handle.at), at);
        if (d <= least) {
            least = d;
            best = handle;
        }
    }
    if (best || !hasEdges || handles.empty()) {
        return best;
    }
    for (int edge = 1; edge < 8; edge += 2) {
        const ViewPoint from = transform.toView(handles[size_t(edge - 1)].at);
        const ViewPoint to = transform.toView(handles[size_t((edge + 1) % 8)].at);
        const double d = distanceToSegment(from, to, at);
        // On a small box the edges would leave nothing to grab the box itself by.
        const double reach = distance(from, to) < kRoomForEdgeHandles ? least / 2 : least;
        if (d <= reach) {
            least = d;
            best = handles[size_t(edge)];
        }
    }
    return best;
}

Shape withHandleAt(const Shape& shape, int index, ImagePoint to, bool isEven)
{
    if (shape.kind == ShapeKind::BoundingBox) {
        return boxWithHandle(shape, index, to, isEven);
    }
    if (domain::hasFrame(shape)) {
        return withFrameHandleAt(shape, index, to, isEven);
    }
    Shape changed = shape;
    if (shape.kind == ShapeKind::Circle) {
        changed.radius = std::hypot(to.x - shape.points[0].x, to.y - shape.points[0].y);
    } else if (index >= 0 && size_t(index) < shape.points.size()) {
        changed.points[size_t(index)] = to;
    }
    return changed;
}

Shape turnedBy(const Shape& shape, double angle)
{
    auto frame = domain::frameOf(shape);
    if (!frame) {
        return shape;
    }
    Shape turned = shape;
    domain::Frame after = *frame;
    after.angle += angle;
    for (ImagePoint& p : turned.points) {
        p = after.fromOwn(frame->toOwn(p));
    }
    return turned;
}

Shape circleWithin(const Shape& circle, const QSizeF& size)
{
    Shape within = circle;
    if (!circle.points.empty()) {
        const ImagePoint c = circle.points[0];
        within.radius = std::min({circle.radius, c.x, c.y, size.width() - c.x, size.height() - c.y});
    }
    return within;
}

ImagePoint squareCorner(ImagePoint fixed, ImagePoint to)
{
    const double side = std::max(std::abs(to.x - fixed.x), std::abs(to.y - fixed.y));
    return {fixed.x + std::copysign(side, to.x - fixed.x), fixed.y + std::copysign(side, to.y - fixed.y)};
}

} // namespace lw::canvas
