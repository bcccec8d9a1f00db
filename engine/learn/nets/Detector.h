// SPDX-License-Identifier: GPL-3.0-or-later
//! The one-stage detector: a backbone, features of three strides mixed both ways, two small towers shared by all
//! strides.
#pragma once

#include "engine/learn/nets/Backbone.h"
#include "engine/learn/nets/Layers.h"

#include <array>
#include <memory>

namespace lw::learn {

constexpr std::array<int, 3> kDetectorStrides = {8, 16, 32};

/// What the detector says about every point of its three grids: stride 8 first, rows from the top.
struct DetectorOutput {
    at::Tensor scores; ///< (N, points, classes), before the sigmoid, which estimates the overlap of the box
    at::Tensor sides;  ///< (N, points, 4): distances to left, top, right, bottom, in pixels of the input
};

/// Input: (N, 3, H, W) floats, channels last; H and W are multiples of 32.
class Detector final : public torch::nn::Module {
public:
    Detector(std::shared_ptr<Backbone> backbone, std::int64_t classes);

    DetectorOutput forward(const at::Tensor& x);

    Backbone& backbone() { return *m_backbone; }
    std::int64_t classes() const { return m_classes; }

private:
    std::shared_ptr<Backbone> m_backbone;
    std::int64_t m_classes;
    std::array<std::shared_ptr<ConvNorm>, 3> m_lateral;
    std::array<std::shared_ptr<Chain>, 3> m_down; ///< from coarse to fine
    std::array<std::shared_ptr<Chain>, 2> m_up;   ///< from fine to coarse
    std::shared_ptr<Chain> m_classTower;
    std::shared_ptr<Chain> m_boxTower;
    std::array<torch::nn::Conv2d, 3> m_classOut;
    std::array<torch::nn::Conv2d, 3> m_boxOut;
};

/// Centres of all points, (points, 2) as x and y, and the strides, (points), for an input of this size.
struct DetectorPoints {
    at::Tensor centres;
    at::Tensor strides;
};
DetectorPoints detectorPoints(std::int64_t width, std::int64_t height, const at::TensorOptions& options);

} // namespace lw::learn
