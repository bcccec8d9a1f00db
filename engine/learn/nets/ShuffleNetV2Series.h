// SPDX-License-Identifier: GPL-3.0-or-later
//! ShuffleNetV2 as its authors' own code and FastestDet name and wire it: backbones without a last convolution.
#pragma once

#include "engine/learn/nets/Backbone.h"
#include "engine/learn/nets/Layers.h"

#include <torch/nn/modules/linear.h>

#include <array>

namespace lw::learn {

/// The half-width network of the FastestDet files. It has no last convolution; scores come from the last stage.
class ShuffleNetV2Series final : public Backbone {
public:
    explicit ShuffleNetV2Series(std::int64_t classes);

    std::vector<at::Tensor> stages(at::Tensor x) override;
    std::vector<std::int64_t> stageChannels() const override { return {48, 96, 192}; }
    std::vector<at::Tensor> allStages(at::Tensor x) override;
    std::vector<std::int64_t> allStageChannels() const override { return {24, 24, 48, 96, 192}; }
    at::Tensor embedding(at::Tensor x) override;
    at::Tensor scores(at::Tensor x) override;
    std::string headName() const override { return "classifier."; }

private:
    std::shared_ptr<ConvNorm> m_first;
    std::array<std::shared_ptr<Chain>, 3> m_stages;
    torch::nn::Linear m_head;
};

} // namespace lw::learn
