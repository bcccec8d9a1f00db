// SPDX-License-Identifier: GPL-3.0-or-later
//! Where a picture has edges.
#pragma once

#include "engine/vision/Grid.h"

#include <QImage>

namespace lw::vision {

/// Strength of the edge at every pixel, 0 (flat) to 1 (among the strongest 1 % of the picture): the gradient in Lab
/// colours at three scales. All 0 for a picture of one colour. Any 24- or 32-bit format.
[[nodiscard]] Grid<float> edgeStrength(const QImage& picture);

} // namespace lw::vision
