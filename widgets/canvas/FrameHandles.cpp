// SPDX-License-Identifier: GPL-3.0-or-later
//! Handles in the frame's own coordinates.
#include "widgets/canvas/FrameHandles.h"

#include "models/domain/Frames.h"

#include <array>
#include <cmath>

namespace lw::canvas {

namespace {

using domain::Frame;
using domain::ImagePoint;
using domain::Shape;
using domain::ShapeKind;

/// The cursor for pulling in the direction from the middle to `at`.
Qt::CursorShape pullCursor(ImagePoint middle, ImagePoint at)
{
    constexpr std::array kCursors = {Qt::SizeHorCursor, Qt::SizeFDiagCursor, Qt::SizeVerCursor, Qt::SizeBDiagCursor};
    const double eighths = std::atan2(at.y - middle.y, at.x - middle.x) / (M_PI / 4);
    return kCursors.at(size_t((int(std::lround(eighths)) + 8) % 4));
}

ImagePoint middleOf(ImagePoint a, ImagePoint b)
{
    return {(a.x + b.x) / 2, (a.y + b.y) / 2};
}

Shape turned(const Shape& shape, const Frame& frame, ImagePoint to, bool isEven)
{
    const double angle = std::atan2(to.y - frame.centre.y, to.x - frame.centre.x) + M_PI / 2;
    const double kept = isEven ? std::round(angle / kAngleStep) * kAngleStep : angle;
    return turnedBy(shape, kept - frame.angle);
}

Shape stretchedBox(const Frame& frame, int index, ImagePoint to, bool isEven)
{
    const bool isCorner = index % 2 == 0;
    const int column = index == 0 || index >= 6 ? -1 : index >= 2 && index <= 4 ? 1 : 0;
    const int row = index <= 2 ? -1 : index >= 4 && index <= 6 ? 1 : 0;
    const ImagePoint fixed{-column * frame.width / 2, -row * frame.height / 2};
    ImagePoint moved = frame.toOwn(to);
    if (isCorner && isEven) {
        moved = squareCorner(fixed, moved);
    }
    Frame changed = frame;
    ImagePoint centre;
    if (column != 0) {
        changed.width = std::abs(moved.x - fixed.x);
        centre.x = (moved.x + fixed.x) / 2;
    }
    if (row != 0) {
        changed.height = std::abs(moved.y - fixed.y);
        centre.y = (moved.y + fixed.y) / 2;
    }
    changed.centre = frame.fromOwn(centre);
    return domain::shapeIn(changed, ShapeKind::RotatedBox);
}

Shape stretchedEllipse(const Frame& frame, int index, ImagePoint to, bool isEven)
{
    const ImagePoint moved = frame.toOwn(to);
    const double half = std::abs(index % 2 == 1 ? moved.x : moved.y);
    Frame changed = frame;
    (index % 2 == 1 ? changed.width : changed.height) = 2 * half;
    if (isEven) {
        changed.width = changed.height = 2 * half;
    }
    return domain::shapeIn(changed, ShapeKind::Ellipse);
}

} // namespace

std::vector<Handle> frameHandles(const Shape& shape, double reach)
{
    std::vector<Handle> handles;
    const auto frame = domain::frameOf(shape);
    if (!frame) {
        return handles;
    }
    const auto add = [&](ImagePoint at) {
        handles.push_back({int(handles.size()), at, pullCursor(frame->centre, at)});
    };
    ImagePoint top;
    if (shape.kind == ShapeKind::RotatedBox) {
        for (size_t i = 0; i < 4; ++i) {
            add(shape.points[i]);
            add(middleOf(shape.points[i], shape.points[(i + 1) % 4]));
        }
        top = handles[1].at;
    } else {
        const double a = frame->width / 2;
        const double b = frame->height / 2;
        for (ImagePoint own : {ImagePoint{0, -b}, ImagePoint{a, 0}, ImagePoint{0, b}, ImagePoint{-a, 0}}) {
            add(frame->fromOwn(own));
        }
        top = handles[0].at;
    }
    add({top.x + std::sin(frame->angle) * reach, top.y - std::cos(frame->angle) * reach});
    handles.back().cursor = Qt::PointingHandCursor;
    return handles;
}

Shape withFrameHandleAt(const Shape& shape, int index, ImagePoint to, bool isEven)
{
    const auto frame = domain::frameOf(shape);
    if (!frame) {
        return shape;
    }
    if (isTurning(shape, index)) {
        return turned(shape, *frame, to, isEven);
    }
    return shape.kind == ShapeKind::Ellipse ? stretchedEllipse(*frame, index, to, isEven)
                                            : stretchedBox(*frame, index, to, isEven);
}

} // namespace lw::canvas
