// SPDX-License-Identifier: GPL-3.0-or-later
//! Turns shapes that a format cannot hold into those that it can, in one place for all formats.
#pragma once

#include "engine/formats/DatasetFormat.h"

#include <optional>

namespace lw::formats {

/// Chords of a circle or an ellipse that becomes a polygon.
inline constexpr int kCircleSegments = 72;

/// `shape` as the kind `to`: areas become boxes, rotated boxes (the smallest around), polygons or masks (pixels whose
/// centres are inside); circles ellipses; dashed lines lines; lines polylines; a skeleton the box of its joints.
/// Nullopt for every other pair, and when nothing would be left.
[[nodiscard]] std::optional<domain::Shape> convertedTo(domain::ShapeKind to, const domain::Shape& shape);

/// What an export does to one shape.
struct ShapeChange {
    enum class Kind { None, Converted, Joined, Dropped } kind = Kind::None;
    domain::ShapeKind from = domain::ShapeKind::BoundingBox;
    domain::ShapeKind to = domain::ShapeKind::BoundingBox; ///< Converted only
    bool isRounded = false;
};

/// Makes `shape` one that the format holds, if it can.
ShapeChange fitShape(domain::Shape& shape, const FormatAbilities& abilities);

/// One ring with the same inside (even-odd): further rings are joined to the first by bridges without width.
[[nodiscard]] domain::Shape joinedRings(const domain::Shape& polygon);
/// True if a ring of `polygon` lies within another.
[[nodiscard]] bool hasHoles(const domain::Shape& polygon);

} // namespace lw::formats
