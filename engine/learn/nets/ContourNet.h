// SPDX-License-Identifier: GPL-3.0-or-later
//! The contour assistant: from a cut-out of the picture and four clicks to the object's mask.
#pragma once

#include "engine/learn/nets/MaskDecoder.h"

namespace lw::learn {

/// Input: (N, 5, H, W): three channels of the picture, the clicks as spots, the ellipse through them.
class ContourNet final : public torch::nn::Module {
public:
    static constexpr std::int64_t kExtraChannels = 2;

    /// Widens the backbone's first convolution for the two channels more; they start with a tenth of its strength.
    explicit ContourNet(std::shared_ptr<Backbone> backbone);

    /// (N, H, W), before the sigmoid.
    at::Tensor forward(const at::Tensor& x);

    Backbone& backbone() { return *m_backbone; }
    /// Takes the numbers of a backbone of the same kind that sees pictures only.
    void takeWeights(const Backbone& plain);

private:
    std::shared_ptr<Backbone> m_backbone;
    std::shared_ptr<MaskDecoder> m_decoder;
    std::shared_ptr<ConvNorm> m_fine;
    torch::nn::Conv2d m_out;
};

} // namespace lw::learn
