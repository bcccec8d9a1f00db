// SPDX-License-Identifier: GPL-3.0-or-later
//! One vector for each picture, from a backbone's features.
#pragma once

#include "engine/learn/data/PictureCache.h"
#include "engine/learn/data/PicturePrep.h"
#include "engine/learn/nets/Backbone.h"

#include <c10/core/Device.h>

#include <vector>

namespace lw::learn {

struct EmbeddingSettings {
    int side = 160; ///< pixels of the network's input
    InputConvention convention;
    int batch = 32;
};

/// How a picture is looked at: whole, mirrored, or a corner of it.
enum class View { Whole, Mirrored, UpperLeft, LowerRight };

/// Length of the vectors of this network.
std::int64_t embeddingSize(const Backbone& net);

/// Vectors (pictures, embeddingSize) on the CPU: the means over each of the last three stages, and the deviations over
/// the first two. Rows of pictures that cannot be read are zero. The network must be on `device` and in evaluation
/// mode.
at::Tensor embed(Backbone& net, const std::vector<Picture>& inputs, const EmbeddingSettings& settings,
                 const c10::Device& device);

/// The network's input for a view of a picture; the whole picture is squeezed into the square.
Picture viewOf(const Pyramid& source, View view, int side);

} // namespace lw::learn
