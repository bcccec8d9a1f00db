// SPDX-License-Identifier: GPL-3.0-or-later
//! Training inputs of the segmenter: pictures at random scales and places, and a class for each of their pixels.
#pragma once

#include "engine/learn/data/PictureCache.h"
#include "engine/learn/data/PixelMap.h"
#include "engine/learn/data/Random.h"
#include "engine/learn/train/DetectorBatch.h"

#include <ATen/core/Tensor.h>

#include <memory>
#include <vector>

namespace lw::learn {

/// What nobody knows or asks about.
constexpr std::uint8_t kIgnoredPixel = 255;

/// An object, by lines or by pixels of the full picture.
struct LabelledMask {
    int label = 0;
    Rings rings;
    std::shared_ptr<const PixelMap> pixels; ///< null: `rings` tell
};

/// A picture's pixels. Later objects lie on top.
struct SegmentationSample {
    std::size_t picture = 0;
    std::vector<LabelledMask> objects;
    /// Below the objects, of the whole picture in its own or a smaller size: 0 the background, 1 + label, or
    /// kIgnoredPixel. May be null.
    std::shared_ptr<const PixelMap> map;
};

/// Draws a sample into `target`, whose upper left pixel is the placement's origin: 0 the background, 1 + label;
/// kIgnoredPixel outside of the picture of that size.
void drawLabels(PixelMap& target, const SegmentationSample& sample, int pictureWidth, int pictureHeight,
                const Placement& placement);

/// One input with its labels.
struct SegmenterInput {
    Picture picture;
    PixelMap labels;
};

/// Makes one augmented input of `width` x `height`; mosaics are not made. Nothing when the picture cannot be read. Any
/// thread.
Result<SegmenterInput> augmentedInput(PictureCache& pictures, const SegmentationSample& sample, int width, int height,
                                      const DetectionAugmentation& how, Random& random);

} // namespace lw::learn
