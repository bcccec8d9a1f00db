// SPDX-License-Identifier: GPL-3.0-or-later
//! Takes the systematic error out of a trained detector's boxes.
#pragma once

#include "engine/learn/train/DetectorTask.h"

#include <cstddef>
#include <vector>

namespace lw::learn {

/// Shifts the biases of the box outputs so that half of the sides are too long and half too short on these pictures,
/// which may be those of the training; returns how many boxes told. A loss of overlaps forgives boxes that are too
/// large more than boxes that are too small, so a network that is unsure makes all of them a few per cent too large.
/// The network is in evaluation mode on `device`.
std::size_t centreSides(Detector& net, PictureCache& pictures, const std::vector<DetectionSample>& samples,
                        const DetectorSettings& settings, const c10::Device& device);

} // namespace lw::learn
