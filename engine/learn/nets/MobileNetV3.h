// SPDX-License-Identifier: GPL-3.0-or-later
//! MobileNetV3 with torchvision's parameter names.
#pragma once

#include "engine/learn/nets/Backbone.h"
#include "engine/learn/nets/Layers.h"

#include <torch/nn/modules/linear.h>

namespace lw::learn {

/// Howard et al. 2019.
class MobileNetV3 final : public Backbone {
public:
    enum class Size { Small, Large };

    MobileNetV3(Size size, std::int64_t classes);

    std::vector<at::Tensor> stages(at::Tensor x) override;
    std::vector<std::int64_t> stageChannels() const override;
    std::vector<at::Tensor> allStages(at::Tensor x) override;
    std::vector<std::int64_t> allStageChannels() const override;
    at::Tensor embedding(at::Tensor x) override;
    at::Tensor scores(at::Tensor x) override;
    std::string headName() const override { return "classifier.3."; }

private:
    Size m_size;
    std::shared_ptr<Chain> m_features;
    torch::nn::Linear m_wide;
    torch::nn::Linear m_head;
};

} // namespace lw::learn
