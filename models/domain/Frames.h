// SPDX-License-Identifier: GPL-3.0-or-later
//! Rotated boxes and ellipses as centre, sides and angle.
#pragma once

#include "models/domain/Shape.h"

#include <optional>

namespace lw::domain {

/// The rectangle that a rotated box is, or that an ellipse touches from inside. Picture pixels.
struct Frame {
    ImagePoint centre;
    double width = 0;
    double height = 0;
    double angle = 0; ///< radians from the x axis to the width, clockwise as seen

    bool operator==(const Frame&) const = default;

    /// `at` as seen from the centre: x along the width, y along the height.
    [[nodiscard]] ImagePoint toOwn(ImagePoint at) const;
    /// The inverse of toOwn().
    [[nodiscard]] ImagePoint fromOwn(ImagePoint at) const;
};

/// True for rotated boxes and ellipses.
[[nodiscard]] bool hasFrame(const Shape& shape);
/// nullopt for other kinds and invalid shapes. Of four corners that are no rectangle, the sides are those at the first.
[[nodiscard]] std::optional<Frame> frameOf(const Shape& shape);
/// The rotated box or ellipse in `frame`.
[[nodiscard]] Shape shapeIn(const Frame& frame, ShapeKind kind);
/// `angle` in degrees, from above -180 to 180.
[[nodiscard]] double degreesOf(double angle);

} // namespace lw::domain
