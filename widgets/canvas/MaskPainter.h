// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws masks.
#pragma once

#include "widgets/canvas/ShapePainter.h"

namespace lw::canvas {

/// Draws the part of `mask` that lies in the painter's clip, tinted, with a line around it, in widget coordinates.
/// Costs about as much as the mask has runs and the part has pixels.
void paintMask(QPainter& painter, const domain::Mask& mask, const ViewTransform& transform, const ShapeLook& look);

} // namespace lw::canvas
