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
/// odd = edge), polygons, lines and skeletons their points, circles the four points of the compass from the top;
/// rotated boxes and ellipses see FrameHandles.h.
struct Handle {
    int index = 0;
    domain::ImagePoint at;
    Qt::CursorShape cursor = Qt::SizeAllCursor;
};

/// Angles that Shift holds to are multiples of this, radians.
inline constexpr double kAngleStep = 0.26179938779914943654; // 15 degrees

/// `pixel` is the length of a device-independent pixel in picture pixels: the turning handle keeps its distance in the
/// widget. Absent joints of a skeleton have no handle.
[[nodiscard]] std::vector<Handle> handlesOf(const domain::Shape& shape, double pixel = 1);
/// True if handle `index` turns the shape.
[[nodiscard]] bool isTurning(const domain::Shape& shape, int index);

/// The handle within `tolerance` device-independent pixels of `at`, corners before edges, the nearest first. The
/// whole edge of a box, rotated or not, counts as its edge handle.
[[nodiscard]] std::optional<Handle> handleAt(const domain::Shape& shape, const ViewTransform& transform, ViewPoint at,
                                             double tolerance);

/// `shape` with handle `index` moved to `to`. Boxes dragged across themselves turn over. `isEven` keeps boxes square
/// (corner handles only), makes circles of ellipses, and turns in steps of 15 degrees. The result may be invalid when
/// it has no area.
[[nodiscard]] domain::Shape withHandleAt(const domain::Shape& shape, int index, domain::ImagePoint to, bool isEven);
/// The rotated box or ellipse turned around its centre by `angle` radians, clockwise as seen; other kinds as they are.
[[nodiscard]] domain::Shape turnedBy(const domain::Shape& shape, double angle);

/// The edge of a polygon or polyline within `tolerance` device-independent pixels of `at`: the index of the vertex it
/// starts at.
[[nodiscard]] std::optional<int> edgeAt(const domain::Shape& shape, const ViewTransform& transform, ViewPoint at,
                                        double tolerance);
/// The polygon or polyline with a new vertex after vertex `edge`, in the same ring.
[[nodiscard]] domain::Shape withVertexInserted(const domain::Shape& shape, int edge, domain::ImagePoint at);
/// True for kinds that consist of vertices which may come and go.
[[nodiscard]] bool hasVertices(const domain::Shape& shape);
/// The shape without vertex `index`. A ring of a polygon that would keep two goes, with the rings inside it; nullopt
/// if nothing would be left, or of a polyline only a point.
[[nodiscard]] std::optional<domain::Shape> withVertexRemoved(const domain::Shape& shape, int index);

/// The circle with a radius that keeps it within a picture of `size`.
[[nodiscard]] domain::Shape circleWithin(const domain::Shape& circle, const QSizeF& size);

/// The corner of a square with `fixed` as its other corner, on the side of `to`.
[[nodiscard]] domain::ImagePoint squareCorner(domain::ImagePoint fixed, domain::ImagePoint to);

} // namespace lw::canvas
