// SPDX-License-Identifier: GPL-3.0-or-later
//! Between outlines and pixels, exactly.
#pragma once

#include "models/domain/Shape.h"
#include "models/domain/SpanRows.h"

namespace lw::domain {

/// A closed outline, not ended by its first point again.
using Ring = std::vector<ImagePoint>;

/// Outlines along the pixel edges, exact: spansOf(ringsOf(s)) has the pixels of s. Parts run clockwise on the screen,
/// holes the other way. Pixels that touch only by a corner get rings of their own, so no ring crosses itself.
[[nodiscard]] std::vector<Ring> ringsOf(const SpanRows& spans);
[[nodiscard]] std::vector<Ring> ringsOfMask(const Mask& mask);

/// Pixels inside of the rings together (even-odd), those within `limits` only. A pixel is inside when its centre is;
/// a centre exactly on an outline counts as inside on left and upper edges only, so that polygons that share an edge
/// share no pixel. Points that are not finite are left out.
[[nodiscard]] SpanRows spansOf(const std::vector<Ring>& rings, QRect limits);
/// The same as a mask; everywhere if `limits` is empty. An empty mask for rings beyond any picture's size.
[[nodiscard]] Mask maskOfRings(const std::vector<Ring>& rings, const QRect& limits = {});

} // namespace lw::domain
