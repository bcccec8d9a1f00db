// SPDX-License-Identifier: GPL-3.0-or-later
//! ResNet-18, -34 and -50 with torchvision's parameter names.
#pragma once

#include "engine/learn/nets/Backbone.h"
#include "engine/learn/nets/Layers.h"

#include <torch/nn/modules/linear.h>

#include <array>

namespace lw::learn {

/// He et al. 2015; in the deep one the 3x3 convolution has the stride, as torchvision has it.
class ResNet final : public Backbone {
public:
    /// `depth` is 18, 34 or 50. Without classes there is no last layer, and no scores.
    ResNet(int depth, std::int64_t classes);

    std::vector<at::Tensor> stages(at::Tensor x) override;
    std::vector<std::int64_t> stageChannels() const override;
    std::vector<at::Tensor> allStages(at::Tensor x) override;
    std::vector<std::int64_t> allStageChannels() const override
    {
        return {64, 64 * m_expansion, 128 * m_expansion, 256 * m_expansion, 512 * m_expansion};
    }
    at::Tensor embedding(at::Tensor x) override;
    at::Tensor scores(at::Tensor x) override;
    std::string headName() const override { return "fc."; }

private:
    std::int64_t m_expansion;
    torch::nn::Conv2d m_conv;
    torch::nn::BatchNorm2d m_norm;
    std::array<std::shared_ptr<Chain>, 4> m_stages;
    torch::nn::Linear m_head;
};

} // namespace lw::learn
