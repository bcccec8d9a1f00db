// SPDX-License-Identifier: GPL-3.0-or-later
//! The points by which a shape is changed, and what dragging them does. Pure geometry.
#pragma once

#include "models/domain/Shape.h"
#include "widgets/canvas/ViewTransform.h"

#include <QCursor>

#include <optional>
#include <vector>

namespace lw::canvas {

/// A place to grab. `index` numbers a shape's handles: boxes 0-7 clockwise from the top left corner (even = corner,
/// odd = edge), polygons and lines their points, circles the four points of the compass from the top.
struct Handle {
    int index = 0;
    domain::ImagePoint at;
    Qt::CursorShape cursor = Qt::SizeAllCursor;
};

[[nodiscard]] std::vector<Handle> handlesOf(const domain::Shape& shape);

/// The handle within `tolerance` device-independent pixels of `at`, corners before edges, the nearest first. The
/// whole edge of a box counts as its edge handle.
[[nodiscard]] std::optional<Handle> handleAt(const domain::Shape& shape, const ViewTransform& transform, ViewPoint at,
                                             double tolerance);

/// `shape` with handle `index` moved to `to`. Boxes dragged across themselves turn over. `isSquare` keeps boxes square
/// (corner handles only). The result may be invalid when it has no area.
[[nodiscard]] domain::Shape withHandleAt(const domain::Shape& shape, int index, domain::ImagePoint to, bool isSquare);

/// The edge of a polygon within `tolerance` device-independent pixels of `at`: the index of the vertex it starts at.
[[nodiscard]] std::optional<int> edgeAt(const domain::Shape& shape, const ViewTransform& transform, ViewPoint at,
                                        double tolerance);
/// The polygon with a new vertex after vertex `edge`.
[[nodiscard]] domain::Shape withVertexInserted(const domain::Shape& shape, int edge, domain::ImagePoint at);
/// The polygon without vertex `index`; nullopt if fewer than three would be left.
[[nodiscard]] std::optional<domain::Shape> withVertexRemoved(const domain::Shape& shape, int index);

/// The circle with a radius that keeps it within a picture of `size`.
[[nodiscard]] domain::Shape circleWithin(const domain::Shape& circle, const QSizeF& size);

/// The corner of a square with `fixed` as its other corner, on the side of `to`.
[[nodiscard]] domain::ImagePoint squareCorner(domain::ImagePoint fixed, domain::ImagePoint to);

} // namespace lw::canvas
