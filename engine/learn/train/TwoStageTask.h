// SPDX-License-Identifier: GPL-3.0-or-later
//! Trains the two-stage detector on pictures with boxes, and asks it.
#pragma once

#include "engine/learn/nets/TwoStageDetector.h"
#include "engine/learn/train/DetectorTask.h"

#include <memory>
#include <vector>

namespace lw::learn {

/// How many regions pass from the first stage to the second, and how many of them are learned from.
struct TwoStageSettings {
    std::int64_t mostBefore = 1000; ///< of each level, before doubles are removed
    std::int64_t mostRegions = 1000;
    double mostOverlap = 0.7;         ///< of two regions
    std::int64_t anchorSamples = 256; ///< a picture, half of them on objects at most
    std::int64_t regionSamples = 128; ///< a picture, a quarter of them on objects at most
};

/// Finds the objects of pictures, as detect() does.
std::vector<DetectedBox> detect(TwoStageDetector& net, PictureCache& pictures, const std::vector<std::size_t>& indices,
                                const DetectorSettings& settings, const TwoStageSettings& stages,
                                const c10::Device& device, const DetectionLimits& limits);

/// Overlaps (n, m) of boxes (n, 4) and (m, 4), as left, top, right, bottom.
at::Tensor pairOverlaps(const at::Tensor& one, const at::Tensor& other);

/// What is to be said about each box: the number of the true box that it overlaps most, -1 where that is less than
/// `background`, -2 in between `background` and `foreground`. With `keepsBest` each true box has the boxes that overlap
/// it most, however little.
at::Tensor matchedBoxes(const at::Tensor& overlaps, double background, double foreground, bool keepsBest);

/// Rows of boxes (n, 4) that remain, best first, `most` at most: none overlaps a better one by more than `overlap`.
std::vector<std::int64_t> keptBoxes(const at::Tensor& boxes, const at::Tensor& scores, double overlap,
                                    std::int64_t most);

/// Small batches: one picture takes the memory of many of the one-stage detector's.
class TwoStageTask final : public TrainTask {
public:
    /// The network is moved to `device`. `validation` may be empty.
    TwoStageTask(std::shared_ptr<TwoStageDetector> net, std::shared_ptr<const PictureSource> source,
                 std::vector<DetectionSample> training, std::vector<DetectionSample> validation,
                 const DetectorSettings& settings, const TwoStageSettings& stages, const c10::Device& device);
    ~TwoStageTask() override;

    torch::nn::Module& net() override { return *m_net; }
    std::vector<ParameterGroup> groups() override;
    Result<> begin(std::int64_t step) override;
    Loss loss(double progress) override;
    /// "map50" and "map".
    Result<Metrics> validate() override;
    std::string goal() const override { return "map50"; }

private:
    struct Batches;

    std::shared_ptr<TwoStageDetector> m_net;
    std::shared_ptr<PictureCache> m_pictures;
    std::vector<DetectionSample> m_training;
    std::vector<DetectionSample> m_validation;
    DetectorSettings m_settings;
    TwoStageSettings m_stages;
    c10::Device m_device;
    at::Tensor m_anchors;
    std::unique_ptr<Batches> m_batches;
};

} // namespace lw::learn
