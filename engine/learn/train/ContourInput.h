// SPDX-License-Identifier: GPL-3.0-or-later
//! What the contour assistant sees of an object: the cut-out around four clicks.
#pragma once

#include "engine/learn/data/PixelMap.h"
#include "engine/learn/data/Random.h"
#include "engine/learn/data/Warp.h"

#include <ATen/core/Tensor.h>

#include <array>
#include <vector>

namespace lw::learn {

/// The topmost, leftmost, bottommost and rightmost point of an object, in any order, in pixels of the picture.
using Clicks = std::array<Point, 4>;

/// Clicks on the extreme points of a mask, each moved by up to `noise` pixels in both directions.
Clicks clicksOf(const PixelMap& mask, double noise, Random& random);

/// The cut-out of the clicks' box and `margin` of its sides around it, squeezed into a square.
struct ContourWindow {
    double x = 0; ///< in pixels of the picture
    double y = 0;
    double width = 0;
    double height = 0;
};
ContourWindow windowOf(const Clicks& clicks, double margin);

struct ContourInput {
    Picture picture;             ///< side x side
    std::vector<float> channels; ///< (side, side, 2): the clicks as spots, the ellipse's quarters through them
};

/// Cuts the window out. `isMirrored` exchanges left and right. Any thread.
ContourInput contourInput(const Pyramid& source, const Clicks& clicks, const ContourWindow& window, int side,
                          bool isMirrored);

/// The mask in the window: side x side ones and zeros.
std::vector<float> contourTruth(const PixelMap& mask, const ContourWindow& window, int side, bool isMirrored);

/// Four quarters of ellipses through the clicks, as a line.
Ring ellipseThrough(const Clicks& clicks);

} // namespace lw::learn
