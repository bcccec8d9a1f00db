// SPDX-License-Identifier: GPL-3.0-or-later
//! Between outlines and pixels, exactly.
#pragma once

#include "models/domain/Shape.h"

namespace lw::formats {

using Ring = std::vector<domain::ImagePoint>;

/// The outline of a mask along the edges of its pixels: even-odd rings that have exactly its pixels inside.
[[nodiscard]] std::vector<Ring> ringsOfMask(const domain::Mask& mask);

/// The pixels whose centres lie within `rings` (even-odd); only those within `limits` if it is not empty. An empty mask
/// if there are none, or for rings beyond any picture's size.
[[nodiscard]] domain::Mask maskOfRings(const std::vector<Ring>& rings, const QRect& limits = {});

} // namespace lw::formats
