// SPDX-License-Identifier: GPL-3.0-or-later
//! ShuffleNetV2 with torchvision's parameter names.
#pragma once

#include "engine/learn/nets/Backbone.h"
#include "engine/learn/nets/Layers.h"

#include <torch/nn/modules/linear.h>

#include <array>

namespace lw::learn {

/// Ma et al. 2018. Widths as torchvision has them.
class ShuffleNetV2 final : public Backbone {
public:
    /// Channels of the first convolution, of the three stages and of the last convolution.
    using Widths = std::array<std::int64_t, 5>;
    static constexpr Widths kHalf = {24, 48, 96, 192, 1024};
    static constexpr Widths kOne = {24, 116, 232, 464, 1024};
    static constexpr Widths kOneAndHalf = {24, 176, 352, 704, 1024};
    static constexpr Widths kTwo = {24, 244, 488, 976, 2048};

    ShuffleNetV2(const Widths& widths, std::int64_t classes);

    std::vector<at::Tensor> stages(at::Tensor x) override;
    std::vector<std::int64_t> stageChannels() const override;
    std::vector<at::Tensor> allStages(at::Tensor x) override;
    std::vector<std::int64_t> allStageChannels() const override
    {
        return {m_widths[0], m_widths[0], m_widths[1], m_widths[2], m_widths[3]};
    }
    at::Tensor embedding(at::Tensor x) override;
    at::Tensor scores(at::Tensor x) override;
    std::string headName() const override { return "fc."; }

private:
    Widths m_widths;
    std::shared_ptr<ConvNorm> m_first;
    std::array<std::shared_ptr<Chain>, 3> m_stages;
    std::shared_ptr<ConvNorm> m_last;
    torch::nn::Linear m_head;
};

} // namespace lw::learn
