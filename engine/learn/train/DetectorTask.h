// SPDX-License-Identifier: GPL-3.0-or-later
//! Trains the detector on pictures with boxes.
#pragma once

#include "engine/learn/data/PicturePrep.h"
#include "engine/learn/nets/Detector.h"
#include "engine/learn/train/DetectorBatch.h"
#include "engine/learn/train/DetectorBoxes.h"
#include "engine/learn/train/TrainLoop.h"

#include <c10/core/Device.h>

#include <functional>
#include <memory>
#include <vector>

namespace lw::learn {

struct DetectorSettings {
    int width = 320; ///< of the network's input; multiples of 32
    int height = 320;
    int batch = 8;
    DetectionAugmentation augmentation;
    double mosaicUntil = 0.8; ///< share of the budget after which pictures stay whole
    double weightDecay = 5e-4;
    double backboneRate = 0.5; ///< share of the rate for what was loaded; 1 when nothing was
    InputConvention convention{false, false};
    std::uint64_t seed = 1;
    int threads = 1; ///< that prepare batches
    std::size_t cacheBytes = std::size_t(1) << 30;
};

/// The boxes of each picture of a batch (N, 3, H, W), in pixels of the input.
using BatchBoxes = std::function<std::vector<std::vector<DetectedBox>>(const at::Tensor& x)>;

/// Runs any detector over pictures: as the following function.
std::vector<DetectedBox> detectWith(const BatchBoxes& boxesOfBatch, PictureCache& pictures,
                                    const std::vector<std::size_t>& indices, const DetectorSettings& settings,
                                    const c10::Device& device);

/// "map50" and "map" of detections in the samples' pictures.
Metrics boxMetrics(const std::vector<DetectionSample>& samples, const std::vector<DetectedBox>& found, int classes);

/// Numbers of the samples' pictures.
std::vector<std::size_t> picturesOf(const std::vector<DetectionSample>& samples);

/// Finds the objects of pictures: boxes in pixels of the full pictures, best first; `image` is the sample's picture.
/// Pictures that cannot be read have none.
std::vector<DetectedBox> detect(Detector& net, PictureCache& pictures, const std::vector<std::size_t>& indices,
                                const DetectorSettings& settings, const c10::Device& device,
                                const DetectionLimits& limits);

/// Weights of the classes: 1 / sqrt(number of objects), with a mean of 1 over the objects.
std::vector<float> classWeights(const std::vector<DetectionSample>& samples, int classes);

class DetectorTask final : public TrainTask {
public:
    /// The network is moved to `device`. `validation` may be empty.
    DetectorTask(std::shared_ptr<Detector> net, std::shared_ptr<const PictureSource> source,
                 std::vector<DetectionSample> training, std::vector<DetectionSample> validation,
                 const DetectorSettings& settings, const c10::Device& device);
    ~DetectorTask() override;

    torch::nn::Module& net() override { return *m_net; }
    std::vector<ParameterGroup> groups() override;
    Result<> begin(std::int64_t step) override;
    Loss loss(double progress) override;
    /// "map50" and "map".
    Result<Metrics> validate() override;
    std::string goal() const override { return "map50"; }

private:
    struct Batches;

    std::shared_ptr<Detector> m_net;
    std::shared_ptr<PictureCache> m_pictures;
    std::vector<DetectionSample> m_training;
    std::vector<DetectionSample> m_validation;
    DetectorSettings m_settings;
    c10::Device m_device;
    at::Tensor m_classWeights;
    DetectorPoints m_points;
    std::unique_ptr<Batches> m_batches;
};

} // namespace lw::learn
