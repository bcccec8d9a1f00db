// SPDX-License-Identifier: GPL-3.0-or-later
//! Small operations on regions of a working window.
#pragma once

#include "engine/vision/Grid.h"

namespace lw::vision {

/// Number of cells inside.
[[nodiscard]] int areaOf(const Region& region);
/// Shared cells over cells of either, 0 to 1; 0 when both are empty. Both of one size.
[[nodiscard]] double overlapOf(const Region& a, const Region& b);
/// Cells that lie in at least half of the regions.
[[nodiscard]] Region halfOf(const std::vector<const Region*>& regions);
/// The biggest connected part and all parts that come within 2 cells of one of `anchors`, with their holes filled.
[[nodiscard]] Region mainParts(const Region& region, const std::vector<QPoint>& anchors);
/// Cells outside that cannot be reached from the border become inside.
[[nodiscard]] Region holesFilled(const Region& region);
/// Inside of a closed chain of neighbouring cells, the chain included.
[[nodiscard]] Region insideOf(const std::vector<QPoint>& chain, QSize size);
/// Distance of every inside cell to the nearest outside cell; cells beyond the border count as outside.
[[nodiscard]] Grid<float> depthOf(const Region& region);
/// One cell wide centre lines of the region (Zhang and Suen 1984).
[[nodiscard]] Region skeletonOf(const Region& region);

} // namespace lw::vision
