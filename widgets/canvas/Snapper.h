// SPDX-License-Identifier: GPL-3.0-or-later
//! Pulls points to corners and edges of other shapes and to the picture's border.
#pragma once

#include "widgets/canvas/CanvasScene.h"

#include <optional>

namespace lw::canvas {

/// The place to snap to within `tolerance` picture pixels of `at`: corners and vertices first, then edges, then the
/// border of the picture. nullopt if there is none. `ignored` are not snapped to.
[[nodiscard]] std::optional<domain::ImagePoint> snapTarget(const CanvasScene& scene, domain::ImagePoint at,
                                                           double tolerance, const Ids& ignored);

} // namespace lw::canvas
