// SPDX-License-Identifier: GPL-3.0-or-later
//! Geometry of an annotation in image coordinates.
#pragma once

#include <QRectF>
#include <QString>

#include <array>
#include <optional>
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
    Polygon,      ///< points: the outline, not closed by a repeated first point; at least 3
    Circle,       ///< points: the centre; radius in pixels
    Line,         ///< points: start, end
    DashedLine,   ///< points: start, end
    Point,        ///< points: the one point
};

inline constexpr std::array kAllShapeKinds = {
    ShapeKind::BoundingBox, ShapeKind::Polygon,    ShapeKind::Circle,
    ShapeKind::Line,        ShapeKind::DashedLine, ShapeKind::Point,
};

/// Name of a kind in files: "bndbox", "polygon", "circle", "line", "dashed", "point" (the reference's words).
[[nodiscard]] QString shapeName(ShapeKind kind);
[[nodiscard]] std::optional<ShapeKind> shapeFromName(const QString& name);

/// One figure on a picture.
struct Shape {
    ShapeKind kind = ShapeKind::BoundingBox;
    std::vector<ImagePoint> points;
    double radius = 0; ///< circles only, pixels

    bool operator==(const Shape&) const = default;

    /// A box from any two opposite corners, ordered.
    [[nodiscard]] static Shape box(ImagePoint a, ImagePoint b);
    [[nodiscard]] static Shape polygon(std::vector<ImagePoint> outline);
    [[nodiscard]] static Shape circle(ImagePoint centre, double radius);
    [[nodiscard]] static Shape line(ImagePoint start, ImagePoint end, bool dashed = false);
    [[nodiscard]] static Shape point(ImagePoint at);

    /// Smallest upright rectangle around it; empty size for points and for axis-parallel lines.
    [[nodiscard]] QRectF boundingRect() const;
    /// Square pixels covered; 0 for lines and points.
    [[nodiscard]] double area() const;
    /// True if the number of points fits the kind, all numbers are finite, and boxes, polygons and circles have
    /// width and height.
    [[nodiscard]] bool isValid() const;
    /// The same figure moved by (dx, dy) pixels.
    [[nodiscard]] Shape translated(double dx, double dy) const;
};

/// `shape` moved as little as needed to lie within `width` x `height` pixels, its points clamped where it is larger.
[[nodiscard]] Shape clampedToImage(const Shape& shape, double width, double height);

/// Distance in pixels from `at` to the outline of `shape` (to the point or line itself for those kinds).
[[nodiscard]] double distanceToOutline(const Shape& shape, ImagePoint at);
/// True if `at` lies inside a box, polygon (even-odd rule) or circle; always false for lines and points.
[[nodiscard]] bool containsPoint(const Shape& shape, ImagePoint at);

} // namespace lw::domain
