// SPDX-License-Identifier: GPL-3.0-or-later
//! Trains the contour assistant on masks that people have confirmed, and asks it.
#pragma once

#include "engine/learn/data/PictureCache.h"
#include "engine/learn/data/PicturePrep.h"
#include "engine/learn/nets/ContourNet.h"
#include "engine/learn/train/ContourInput.h"
#include "engine/learn/train/TrainLoop.h"

#include <c10/core/Device.h>

#include <memory>
#include <vector>

namespace lw::learn {

/// An object of a picture.
struct ContourSample {
    std::size_t picture = 0;
    std::shared_ptr<const PixelMap> mask; ///< tight, in pixels of the full picture
};

struct ContourSettings {
    int side = 112;
    int batch = 16;
    double leastMargin = 0.08; ///< around the clicks' box, share of its sides
    double mostMargin = 0.25;
    double margin = 0.15; ///< when it is asked
    double noise = 3;     ///< pixels that people miss a point by
    double colour = 0.4;
    double weightDecay = 1e-3;
    double backboneRate = 0.5; ///< share of the rate for what was loaded; 1 when nothing was
    InputConvention convention{true, false};
    std::uint64_t seed = 1;
    int threads = 1;
    int longSide = 1600; ///< greater pictures are reduced
    std::size_t cacheBytes = std::size_t(1) << 30;
};

/// What the assistant says.
struct ContourAnswer {
    PixelMap mask;         ///< tight, in pixels of the full picture
    double confidence = 0; ///< 0 … 1: the overlap with the object that it expects
};

/// The object between the clicks; the network must be on `device` and in evaluation mode. The biggest piece and those
/// that reach a click are kept, holes are filled; without any pixels the ellipse through the clicks is answered, with a
/// confidence of 0.
ContourAnswer answerContour(ContourNet& net, const Pyramid& picture, const Clicks& clicks,
                            const ContourSettings& settings, const c10::Device& device);

/// Overlap of the answer with a mask, for clicks that miss by up to two pixels; always the same ones for a `number`.
double contourOverlap(ContourNet& net, const Pyramid& picture, const PixelMap& mask, std::uint64_t number,
                      const ContourSettings& settings, const c10::Device& device);

class ContourTask final : public TrainTask {
public:
    /// The network is moved to `device`. `validation` may be empty.
    ContourTask(std::shared_ptr<ContourNet> net, std::shared_ptr<const PictureSource> source,
                std::vector<ContourSample> training, std::vector<ContourSample> validation,
                const ContourSettings& settings, const c10::Device& device);
    ~ContourTask() override;

    torch::nn::Module& net() override { return *m_net; }
    std::vector<ParameterGroup> groups() override;
    Result<> begin(std::int64_t step) override;
    Loss loss(double progress) override;
    /// "iou", the mean overlap, and "good", the share of objects with .8 and more.
    Result<Metrics> validate() override;
    std::string goal() const override { return "iou"; }

private:
    struct Batches;

    std::shared_ptr<ContourNet> m_net;
    std::shared_ptr<PictureCache> m_pictures;
    std::vector<ContourSample> m_training;
    std::vector<ContourSample> m_validation;
    ContourSettings m_settings;
    c10::Device m_device;
    std::unique_ptr<Batches> m_batches;
};

/// Groups of a network whose backbone's parameters begin with "backbone.": vectors do not decay, the backbone learns
/// with a share of the rate.
std::vector<ParameterGroup> backboneGroups(const torch::nn::Module& net, double weightDecay, double backboneRate);

/// 1 - Dice's coefficient of probabilities and truth, the mean over the batch: (N, …) both.
at::Tensor diceLoss(const at::Tensor& probabilities, const at::Tensor& truth);

} // namespace lw::learn
