// SPDX-License-Identifier: GPL-3.0-or-later
//! Training batches of the detector: mosaics, random scales, flips, colours, and the targets that belong to them.
#pragma once

#include "engine/learn/data/PictureCache.h"
#include "engine/learn/data/Random.h"
#include "engine/learn/evaluate/Boxes.h"
#include "engine/learn/train/DetectorTargets.h"

#include <ATen/core/Tensor.h>

#include <vector>

namespace lw::learn {

struct LabelledBox {
    Box box; ///< in pixels of the full picture
    int label = 0;
};

/// A picture of the source and its objects.
struct DetectionSample {
    std::size_t picture = 0;
    std::vector<LabelledBox> objects;
};

struct DetectionAugmentation {
    double mosaic = 0.5; ///< chance that four pictures share one input
    double leastScale = 0.6;
    double mostScale = 1.5;
    double aspect = 0.15; ///< sides change against each other by up to this share
    bool flipsAcross = true;
    bool flipsDown = false;    ///< for pictures without an up, such as those of microscopes
    double gain = 0.3;         ///< colours change by up to this share
    double leastVisible = 0.3; ///< objects of which less is left are dropped
};

/// One input with its objects.
struct DetectorInput {
    Picture picture;
    std::vector<TargetBox> boxes;
};

/// A batch, still without libtorch's device.
struct DetectorBatch {
    at::Tensor bytes;  ///< (N, H, W, 3)
    at::Tensor points; ///< as DetectorTargets has them
    at::Tensor boxes;
    at::Tensor labels;
};

/// A random scale, aspect, place and flip of a picture within `range` of an input of `width` x `height`; at the scale 1
/// the picture just fits the whole input.
Placement randomPlacement(int pictureWidth, int pictureHeight, int width, int height, const PixelRange& range,
                          const DetectionAugmentation& how, Random& random);

/// Changes the brightness by up to the share `strength`, and the tint a little.
void applyRandomGain(Picture& picture, double strength, Random& random);

/// Makes one augmented input of `width` x `height` from samples drawn at random; the first is `samples[first]`.
/// Pictures that cannot be read leave their place grey. `hasMosaic` allows mosaics. Any thread.
DetectorInput augmentedInput(PictureCache& pictures, const std::vector<DetectionSample>& samples, std::size_t first,
                             int width, int height, const DetectionAugmentation& how, bool hasMosaic, Random& random);

/// Puts a whole picture into the input, as large as it fits, in the upper left corner. `scale` becomes pixels of the
/// input per pixel of the picture.
Picture fittedInput(const Pyramid& source, int width, int height, double& scale);

/// Stacks inputs and assigns their points.
DetectorBatch batchOf(const std::vector<DetectorInput>& inputs, int width, int height);

} // namespace lw::learn
