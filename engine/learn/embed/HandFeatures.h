// SPDX-License-Identifier: GPL-3.0-or-later
//! Vectors of pictures without any network: colours, textures and edges counted. What there is before anybody imports
//! weights.
#pragma once

#include "engine/learn/data/Picture.h"

#include <vector>

namespace lw::learn {

/// Length of the vectors: colours of the whole picture (192) and of its quarters (288), textures of its quarters (236),
/// directions of edges (324).
constexpr int kHandFeatureSize = 1040;

/// Counts a picture of any size from 8 pixels a side on: histograms of hue, saturation and value, of local binary
/// patterns, and of oriented gradients in overlapping blocks. All numbers are shares, their roots taken, so that a
/// linear head can weigh them. Pictures to be compared should be of one size. Any thread; a millisecond for 160 x 160
/// pixels.
std::vector<float> handFeatures(const Picture& picture);

/// What people mean by a good photo, in numbers: to find where a model is weak.
struct PictureMeasures {
    double sharpness = 0;     ///< deviation of the Laplacian of the brightness (0 … 255); blurred below about 8
    double brightness = 0;    ///< mean, 0 … 1
    double colourfulness = 0; ///< Hasler and Süsstrunk 2003; 0 for grey, above 80 for lively
};

/// Measures a picture as it is; sharpness depends on its size, so reduce all to one. Any thread.
PictureMeasures measuresOf(const Picture& picture);

} // namespace lw::learn
