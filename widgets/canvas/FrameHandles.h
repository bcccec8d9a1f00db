// SPDX-License-Identifier: GPL-3.0-or-later
//! Handles of rotated boxes and ellipses, which turn with them. Pure geometry; Handles.h is what tools use.
#pragma once

#include "widgets/canvas/Handles.h"

namespace lw::canvas {

/// Rotated boxes: 0-7 as boxes have them, 8 turns. Ellipses: 0-3 the ends of the axes clockwise from the top, 4 turns.
/// The turning handle stands above the top, `reach` picture pixels away.
[[nodiscard]] std::vector<Handle> frameHandles(const domain::Shape& shape, double reach);
/// See withHandleAt(). Rotated boxes keep the opposite corner or edge, ellipses their centre, both their angle.
/// `isEven` makes both sides equal, and turns in steps of 15 degrees.
[[nodiscard]] domain::Shape withFrameHandleAt(const domain::Shape& shape, int index, domain::ImagePoint to,
                                              bool isEven);

} // namespace lw::canvas
