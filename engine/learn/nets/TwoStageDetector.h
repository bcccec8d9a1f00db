// SPDX-License-Identifier: GPL-3.0-or-later
//! Faster R-CNN with a ResNet and a feature pyramid, with torchvision's parameter names.
#pragma once

#include "engine/learn/nets/ResNet.h"

#include <array>
#include <memory>
#include <vector>

namespace lw::learn {

/// What the first stage says about every anchor: stride 4 first, rows from the top, three anchors for each point.
struct RegionOutput {
    at::Tensor scores; ///< (N, anchors), before the sigmoid: is there anything?
    at::Tensor deltas; ///< (N, anchors, 4): from the anchor to the box, see decodedBoxes()
};

/// What the second stage says about regions.
struct RegionClasses {
    at::Tensor scores; ///< (regions, classes + 1), before the softmax; 0 is the background
    at::Tensor deltas; ///< (regions, classes + 1, 4)
};

/// Ren et al. 2015, Lin et al. 2017. Input: (N, 3, H, W) floats, channels last; H and W are multiples of 32.
class TwoStageDetector final : public torch::nn::Module {
public:
    static constexpr std::size_t kLevels = 5; ///< strides 4, 8, 16, 32, 64

    /// `depth` is 18, 34 or 50, of the ResNet.
    TwoStageDetector(int depth, std::int64_t classes);

    /// Features of the five levels.
    std::vector<at::Tensor> features(const at::Tensor& x);
    RegionOutput regions(const std::vector<at::Tensor>& levels);
    /// `boxes` (regions, 4) of the picture number `picture` of the batch, for each picture of the batch in order.
    RegionClasses classify(const std::vector<at::Tensor>& levels, const std::vector<at::Tensor>& boxes);

    /// All anchors (anchors, 4) as left, top, right, bottom, for an input of this size; as torchvision makes them.
    static at::Tensor anchors(std::int64_t width, std::int64_t height, const at::TensorOptions& options);

    /// With imported weights the normalisations and the first layers stay as they are.
    void freezeNormalisation();
    void train(bool isOn = true) override;

    ResNet& body() { return *m_body; }
    std::int64_t classes() const { return m_classes; }

private:
    std::int64_t m_classes;
    bool m_isFrozen = false;
    std::shared_ptr<ResNet> m_body;
    std::array<torch::nn::Conv2d, 4> m_inner;
    std::array<torch::nn::Conv2d, 4> m_layer;
    torch::nn::Conv2d m_regionConv;
    torch::nn::Conv2d m_regionScores;
    torch::nn::Conv2d m_regionBoxes;
    torch::nn::Linear m_first;
    torch::nn::Linear m_second;
    torch::nn::Linear m_classScores;
    torch::nn::Linear m_classBoxes;
};

/// The name that current torchvision has for a name of its older weight files, the published ones among them.
std::string currentTorchvisionName(const std::string& name);

/// Boxes (…, 4) that `deltas` make of `boxes`; `weights` are the divisors of the four numbers. And back.
at::Tensor decodedBoxes(const at::Tensor& deltas, const at::Tensor& boxes, const std::array<double, 4>& weights);
at::Tensor encodedBoxes(const at::Tensor& targets, const at::Tensor& boxes, const std::array<double, 4>& weights);
constexpr std::array<double, 4> kRegionWeights = {1, 1, 1, 1};
constexpr std::array<double, 4> kClassWeights = {10, 10, 5, 5};

/// Means of `feature` (C, H, W) over `side` x `side` parts of each box, (boxes, C, side, side); `scale` is pixels of
/// the feature per pixel of the input (He et al. 2017, two samples a side in each part).
at::Tensor alignedRegions(const at::Tensor& feature, const at::Tensor& boxes, double scale, std::int64_t side);

} // namespace lw::learn
