// SPDX-License-Identifier: GPL-3.0-or-later
//! Trains the segmenter on pictures with masks, and finds masks with it.
#pragma once

#include "engine/learn/data/PicturePrep.h"
#include "engine/learn/evaluate/ConfusionMatrix.h"
#include "engine/learn/nets/Segmenter.h"
#include "engine/learn/train/SegmenterBatch.h"
#include "engine/learn/train/TrainLoop.h"

#include <c10/core/Device.h>

#include <memory>
#include <vector>

namespace lw::learn {

struct SegmenterSettings {
    int width = 320; ///< of the network's input; multiples of 32
    int height = 320;
    int batch = 8;
    DetectionAugmentation augmentation;
    double weightDecay = 1e-3;
    double backboneRate = 0.5; ///< share of the rate for what was loaded; 1 when nothing was
    InputConvention convention{false, false};
    std::uint64_t seed = 1;
    int threads = 1;
    std::size_t cacheBytes = std::size_t(1) << 30;
};

/// A class for each pixel of a picture, which may have come reduced.
struct SegmentedPicture {
    PixelMap labels;                ///< of the whole picture: 0 the background, 1 + label
    std::vector<float> confidences; ///< of each pixel's class, 0 … 1
    int fullWidth = 0;
    int fullHeight = 0;
};

/// Classes of a picture's pixels at its own size, but at most 1280 pixels along its long side. What is too small to be
/// anything becomes what is around it. The network must be on
/// `device` and in evaluation mode.
SegmentedPicture segment(Segmenter& net, const Pyramid& picture, const SegmenterSettings& settings,
                         const c10::Device& device);

/// A piece of one class.
struct FoundMask {
    int label = 0;
    PixelMap mask; ///< tight, in pixels of the full picture
    double confidence = 0;
};

/// The pieces of all classes, those of fewer than the share `leastShare` of the picture's pixels or with a mean
/// confidence below `leastConfidence` left out; most confident first.
std::vector<FoundMask> piecesOf(const SegmentedPicture& picture, double leastShare, double leastConfidence);

/// Common pixels of truth and answer by all of either, for each class; -1 for one that is in neither.
std::vector<double> classOverlaps(const ConfusionMatrix& matrix);
/// Mean over the classes that occur; 0 when none does.
double meanOverlap(const std::vector<double>& overlaps);

class SegmenterTask final : public TrainTask {
public:
    /// The network is moved to `device`. `validation` may be empty.
    SegmenterTask(std::shared_ptr<Segmenter> net, std::shared_ptr<const PictureSource> source,
                  std::vector<SegmentationSample> training, std::vector<SegmentationSample> validation,
                  const SegmenterSettings& settings, const c10::Device& device);
    ~SegmenterTask() override;

    torch::nn::Module& net() override { return *m_net; }
    std::vector<ParameterGroup> groups() override;
    Result<> begin(std::int64_t step) override;
    Loss loss(double progress) override;
    /// "miou" over the classes (the background is none) and "accuracy" of the pixels.
    Result<Metrics> validate() override;
    std::string goal() const override { return "miou"; }

private:
    struct Batches;

    std::shared_ptr<Segmenter> m_net;
    std::shared_ptr<PictureCache> m_pictures;
    std::vector<SegmentationSample> m_training;
    std::vector<SegmentationSample> m_validation;
    SegmenterSettings m_settings;
    c10::Device m_device;
    at::Tensor m_classWeights; ///< the background first
    std::unique_ptr<Batches> m_batches;
};

} // namespace lw::learn
