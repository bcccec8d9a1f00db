// SPDX-License-Identifier: GPL-3.0-or-later
//! Outlines of regions along pixel edges, and back from outlines to pixels.
#pragma once

#include "engine/vision/SpanRows.h"
#include "models/domain/Shape.h"

namespace lw::vision {

/// A closed outline, not ended by its first point again.
using Ring = std::vector<domain::ImagePoint>;

/// Outlines along the pixel edges, exact: spansOf(ringsOf(s)) has the pixels of s. Parts run clockwise on the screen,
/// holes the other way. Pixels that touch only by a corner get rings of their own, so no ring crosses itself.
[[nodiscard]] std::vector<Ring> ringsOf(const SpanRows& spans);

/// Pixels inside of the rings together (even-odd), those within `limits` only. A pixel is inside when its centre is;
/// a centre exactly on an outline counts as inside on left and upper edges only, so that polygons that share an edge
/// share no pixel. Points that are not finite are left out.
[[nodiscard]] SpanRows spansOf(const std::vector<Ring>& rings, QRect limits);

/// Fewer points: no point of the ring is farther than `tolerance` pixels from the result (Douglas-Peucker). Steps of
/// single pixels, as slanted edges have them, are cut through their middle first. Rings of less than 3 points or
/// without area become empty. `tolerance` 0 or less: unchanged.
[[nodiscard]] Ring simplified(const Ring& ring, double tolerance);

/// The same for an open line, without cutting steps; its ends stay.
[[nodiscard]] std::vector<domain::ImagePoint> thinnedOut(const std::vector<domain::ImagePoint>& line, double tolerance);

/// Square pixels, always positive.
[[nodiscard]] double ringArea(const Ring& ring);

} // namespace lw::vision
