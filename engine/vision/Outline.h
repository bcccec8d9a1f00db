// SPDX-License-Identifier: GPL-3.0-or-later
//! Outlines of regions with few points.
#pragma once

#include "engine/vision/Grid.h"
#include "models/domain/Rings.h"

namespace lw::vision {

using domain::Combine;
using domain::Ring;
using domain::Span;
using domain::SpanRows;

[[nodiscard]] SpanRows spansOf(const Region& region);
using domain::maskOf;
using domain::ringsOf;
using domain::spansOf;

/// Fewer points: no point of the ring is farther than `tolerance` pixels from the result (Douglas-Peucker). Steps of
/// single pixels, as slanted edges have them, are cut through their middle first. Rings of less than 3 points or
/// without area become empty. `tolerance` 0 or less: unchanged.
[[nodiscard]] Ring simplified(const Ring& ring, double tolerance);

/// The same for an open line, without cutting steps; its ends stay.
[[nodiscard]] std::vector<domain::ImagePoint> thinnedOut(const std::vector<domain::ImagePoint>& line, double tolerance);

/// Square pixels, always positive.
[[nodiscard]] double ringArea(const Ring& ring);

} // namespace lw::vision
