// SPDX-License-Identifier: GPL-3.0-or-later
//! Brings a backbone's coarse features back to fine ones: the light half of a U-Net.
#pragma once

#include "engine/learn/nets/Backbone.h"
#include "engine/learn/nets/Layers.h"

#include <array>
#include <memory>

namespace lw::learn {

/// Ronneberger et al. 2015, with 5x5 depthwise-separable convolutions.
class MaskDecoder final : public torch::nn::Module {
public:
    /// Channels that come out.
    static constexpr std::int64_t kWidth = 24;

    /// `channels` are those of Backbone::allStages().
    explicit MaskDecoder(const std::vector<std::int64_t>& channels);

    /// From the features at the strides 2, 4, 8, 16, 32 to (N, kWidth, H / 2, W / 2).
    at::Tensor forward(const std::vector<at::Tensor>& stages);

private:
    std::array<std::shared_ptr<Chain>, 5> m_blocks; ///< from coarse to fine
};

/// Bilinear, to the given height and width.
at::Tensor enlarged(const at::Tensor& x, std::int64_t height, std::int64_t width);

} // namespace lw::learn
