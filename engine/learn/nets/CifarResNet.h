// SPDX-License-Identifier: GPL-3.0-or-later
//! The ResNet of 32-pixel pictures (20, 32, 44, 56 layers), as its usual weight files name it.
#pragma once

#include "engine/learn/nets/Backbone.h"
#include "engine/learn/nets/Layers.h"

#include <torch/nn/modules/linear.h>

#include <array>

namespace lw::learn {

/// He et al. 2015, section 4.2, with shortcuts that have no parameters.
class CifarResNet final : public Backbone {
public:
    /// `depth` is 6n + 2.
    CifarResNet(int depth, std::int64_t classes);

    std::vector<at::Tensor> stages(at::Tensor x) override;
    std::vector<std::int64_t> stageChannels() const override { return {16, 32, 64}; }
    at::Tensor embedding(at::Tensor x) override;
    at::Tensor scores(at::Tensor x) override;
    std::string headName() const override { return "linear."; }

private:
    torch::nn::Conv2d m_conv;
    torch::nn::BatchNorm2d m_norm;
    std::array<std::shared_ptr<Chain>, 3> m_stages;
    torch::nn::Linear m_head;
};

} // namespace lw::learn
