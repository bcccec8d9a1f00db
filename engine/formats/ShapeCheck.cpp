// SPDX-License-Identifier: GPL-3.0-or-later
//! Checks of imported shapes.
#include "engine/formats/ShapeCheck.h"

#include <algorithm>
#include <array>
#include <utility>

namespace lw::formats {

namespace {

using core::ProblemCode;
using domain::Shape;
using domain::ShapeKind;

constexpr std::pair<std::string_view, ShapeKind> kWords[] = {
    {"bndbox", ShapeKind::BoundingBox},
    {"polygon", ShapeKind::Polygon},
    {"circle", ShapeKind::Circle},
    {"line", ShapeKind::Line},
    {"point", ShapeKind::Point},
    {"dashed", ShapeKind::DashedLine},
    {"dashed_line", ShapeKind::DashedLine},
    {"dashed-line", ShapeKind::DashedLine},
    {"dashedline", ShapeKind::DashedLine},
    {"dashed line", ShapeKind::DashedLine},
    {"rotated_box", ShapeKind::RotatedBox},
    {"robndbox", ShapeKind::RotatedBox},
    {"ellipse", ShapeKind::Ellipse},
    {"polyline", ShapeKind::Polyline},
    {"skeleton", ShapeKind::Skeleton},
    {"mask", ShapeKind::Mask},
    {"whole", ShapeKind::WholeSample},
};

bool matches(std::string_view word, std::string_view lowerCase)
{
    return word.size() == lowerCase.size() &&
           std::equal(word.begin(), word.end(), lowerCase.begin(),
                      [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b; });
}

ShapeVerdict refuse(ProblemCode code, const QString& detail = {})
{
    return {false, ShapeIssue{code, detail}};
}

/// Opposite corners in any order make the same box; files that have them swapped are repaired and noted.
bool orderCorners(Shape& shape)
{
    if (shape.points[0].x <= shape.points[1].x && shape.points[0].y <= shape.points[1].y) {
        return false;
    }
    Shape ordered = Shape::box(shape.points[0], shape.points[1]);
    const bool wasSwapped = ordered.points != shape.points;
    shape.points = std::move(ordered.points);
    return wasSwapped;
}

/// Takes away closing points that repeat a ring's first, and rings that are no area.
void closeRings(Shape& shape)
{
    std::vector<std::vector<domain::ImagePoint>> rings;
    for (int i = 0; i < shape.ringCount(); ++i) {
        std::vector<domain::ImagePoint> ring(shape.ring(i).begin(), shape.ring(i).end());
        if (ring.size() > 3 && ring.front() == ring.back()) {
            ring.pop_back();
        }
        if (ring.size() >= 3 || shape.ringCount() == 1) {
            rings.push_back(std::move(ring));
        }
    }
    shape = Shape::polygon(rings);
}

bool isOutside(const Shape& shape, const QRectF& r, PictureSize picture)
{
    const bool isThin = !domain::isArea(shape.kind);
    // A line along the very edge is still on the picture, a box beyond it covers no pixel.
    return isThin ? r.right() < 0 || r.bottom() < 0 || r.left() > picture.width || r.top() > picture.height
                  : r.right() <= 0 || r.bottom() <= 0 || r.left() >= picture.width || r.top() >= picture.height;
}

} // namespace

ShapeVerdict checkShape(Shape& shape, PictureSize picture)
{
    bool wasSwapped = false;
    if (shape.kind == ShapeKind::BoundingBox && shape.points.size() == 2) {
        wasSwapped = orderCorners(shape);
    } else if (shape.kind == ShapeKind::Polygon) {
        closeRings(shape);
        if (shape.points.size() < 3) {
            return refuse(ProblemCode::ShapeTooFewPoints, QString::number(shape.points.size()));
        }
    }
    if (!shape.isValid()) {
        return refuse(ProblemCode::ShapeZeroSize);
    }
    if (shape.kind == ShapeKind::WholeSample) {
        return {};
    }
    const QRectF r = shape.boundingRect();
    if (picture.isKnown() && isOutside(shape, r, picture)) {
        return refuse(ProblemCode::ShapeOutside);
    }
    if (wasSwapped) {
        return {true, ShapeIssue{ProblemCode::FieldInvalid, QStringLiteral("bndbox: swapped corners")}};
    }
    if (picture.isKnown() &&
        (r.left() < 0 || r.top() < 0 || r.right() > picture.width || r.bottom() > picture.height)) {
        return {true, ShapeIssue{ProblemCode::ShapeClipped, {}}};
    }
    return {};
}

bool fitsType(ShapeKind kind, domain::DatasetType type)
{
    const std::span<const ShapeKind> kinds = domain::shapeKindsOf(type);
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

std::optional<ShapeKind> shapeKindFromWord(std::string_view word)
{
    for (const auto& [name, kind] : kWords) {
        if (matches(word, name)) {
            return kind;
        }
    }
    return std::nullopt;
}

} // namespace lw::formats
