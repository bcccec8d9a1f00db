// SPDX-License-Identifier: GPL-3.0-or-later
//! Geometry of an annotation in image coordinates.
#pragma once

#include "models/domain/DatasetType.h"
#include "models/domain/Mask.h"

#include <QRectF>
#include <QString>

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace lw::domain {

/// A point in image space: pixels of the picture turned by its EXIF orientation, origin at the top left corner of
/// the top left pixel, x to the right, y down. View and tile coordinates are other types.
struct ImagePoint {
    double x = 0;
    double y = 0;

    bool operator==(const ImagePoint&) const = default;
};

/// Stored as its number: append only.
enum class ShapeKind {
    BoundingBox,  ///< points: top left, bottom right
    Polygon,      ///< points: rings, none closed by a repeated first point; each at least 3. See Shape::ringStarts
    Circle,       ///< points: the centre; radius in pixels
    Line,         ///< points: start, end
    DashedLine,   ///< points: start, end
    Point,        ///< points: the one point
    RotatedBox,   ///< points: the 4 corners in order around, from the box's own top left clockwise
    Ellipse,      ///< points: the centre, the end of one half axis; radius: the length of the other half axis
    Polyline,     ///< points: at least 2, open
    Skeleton,     ///< points: the joints in the order of the label's skeleton; visibility: one per joint
    Mask,         ///< mask: the pixels; no points
    WholeSample,  ///< no points: the label belongs to the whole sample (classification)
};

inline constexpr std::array kAllShapeKinds = {
    ShapeKind::BoundingBox, ShapeKind::Polygon,    ShapeKind::Circle,
    ShapeKind::Line,        ShapeKind::DashedLine, ShapeKind::Point,
    ShapeKind::RotatedBox,  ShapeKind::Ellipse,    ShapeKind::Polyline,
    ShapeKind::Skeleton,    ShapeKind::Mask,       ShapeKind::WholeSample,
};

/// The kinds that datasets of a type can hold; empty for types whose annotations are no figures.
[[nodiscard]] std::span<const ShapeKind> shapeKindsOf(DatasetType type);
/// True for kinds that cover pixels: boxes, polygons, circles, ellipses, masks.
[[nodiscard]] bool isArea(ShapeKind kind);

/// Name of a kind in files: "bndbox", "polygon", "circle", "line", "dashed", "point" (the reference's words), and our
/// "rotated_box", "ellipse", "polyline", "skeleton", "mask", "whole".
[[nodiscard]] QString shapeName(ShapeKind kind);
[[nodiscard]] std::optional<ShapeKind> shapeFromName(const QString& name);

/// How a joint of a skeleton is seen; the numbers are COCO's.
enum class JointVisibility : quint8 {
    Absent,  ///< not labelled; its coordinates mean nothing
    Hidden,  ///< labelled, but covered by something
    Visible,
};

/// One figure on a picture.
struct Shape {
    ShapeKind kind = ShapeKind::BoundingBox;
    std::vector<ImagePoint> points;
    double radius = 0; ///< circles and ellipses only, pixels
    /// Polygons of several rings only: where the second and each later ring begins in `points`, ascending. Inside is
    /// what an odd number of rings surrounds, so a ring within another is a hole and one beside it a further part.
    std::vector<int> ringStarts{};
    std::vector<JointVisibility> visibility{}; ///< skeletons only, as many as points
    domain::Mask mask{};                       ///< masks only

    bool operator==(const Shape&) const = default;

    /// A box from any two opposite corners, ordered.
    [[nodiscard]] static Shape box(ImagePoint a, ImagePoint b);
    [[nodiscard]] static Shape polygon(std::vector<ImagePoint> outline);
    [[nodiscard]] static Shape circle(ImagePoint centre, double radius);
    [[nodiscard]] static Shape line(ImagePoint start, ImagePoint end, bool dashed = false);
    [[nodiscard]] static Shape point(ImagePoint at);
    /// A polygon of several rings; empty ones are left out.
    [[nodiscard]] static Shape polygon(const std::vector<std::vector<ImagePoint>>& rings);
    /// `angle` in radians, clockwise as seen (y runs down), from the x axis to the box's width.
    [[nodiscard]] static Shape rotatedBox(ImagePoint centre, double width, double height, double angle);
    /// Half axes `a` and `b`; `angle` in radians from the x axis to `a`, clockwise as seen.
    [[nodiscard]] static Shape ellipse(ImagePoint centre, double a, double b, double angle);
    [[nodiscard]] static Shape polyline(std::vector<ImagePoint> points);
    [[nodiscard]] static Shape skeleton(std::vector<ImagePoint> joints, std::vector<JointVisibility> visibility);
    [[nodiscard]] static Shape fromMask(domain::Mask mask);
    [[nodiscard]] static Shape wholeSample();

    [[nodiscard]] int ringCount() const { return points.empty() ? 0 : int(ringStarts.size()) + 1; }
    /// The points of ring `index`, 0 to ringCount() - 1.
    [[nodiscard]] std::span<const ImagePoint> ring(int index) const;

    /// Smallest upright rectangle around it; empty size for points and for axis-parallel lines. Absent joints do not
    /// count.
    [[nodiscard]] QRectF boundingRect() const;
    /// Square pixels covered; 0 for lines and points.
    [[nodiscard]] double area() const;
    /// True if the number of points fits the kind, all numbers are finite, and areas have width and height.
    [[nodiscard]] bool isValid() const;
    /// The same figure moved by (dx, dy) pixels; a mask moves by whole pixels, halves up.
    [[nodiscard]] Shape translated(double dx, double dy) const;
};

/// `shape` moved as little as needed to lie within `width` x `height` pixels, its points clamped where it is larger.
[[nodiscard]] Shape clampedToImage(const Shape& shape, double width, double height);

/// The outline as closed rings (even-odd rule), curves as `segments` chords; empty for lines, points, skeletons and
/// whole samples, and for masks, whose outline engine/vision traces.
[[nodiscard]] std::vector<std::vector<ImagePoint>> outlineRings(const Shape& shape, int segments = 72);
/// Distance in pixels from `at` to the outline of `shape` (to the points or lines themselves for those kinds);
/// infinite for masks and whole samples.
[[nodiscard]] double distanceToOutline(const Shape& shape, ImagePoint at);
/// True if `at` lies inside an area; always false for the other kinds.
[[nodiscard]] bool containsPoint(const Shape& shape, ImagePoint at);

} // namespace lw::domain
