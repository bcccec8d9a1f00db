// SPDX-License-Identifier: GPL-3.0-or-later
//! The semantic segmenter: a class, or the background, for every pixel.
#pragma once

#include "engine/learn/nets/MaskDecoder.h"

namespace lw::learn {

/// Input: (N, 3, H, W) floats, channels last.
class Segmenter final : public torch::nn::Module {
public:
    /// `backbone` must have features at all five strides.
    Segmenter(std::shared_ptr<Backbone> backbone, std::int64_t classes);

    /// (N, classes + 1, H, W) before the softmax; 0 is the background.
    at::Tensor forward(const at::Tensor& x);

    Backbone& backbone() { return *m_backbone; }
    std::int64_t classes() const { return m_classes; }

private:
    std::shared_ptr<Backbone> m_backbone;
    std::int64_t m_classes;
    std::shared_ptr<MaskDecoder> m_decoder;
    torch::nn::Conv2d m_out;
};

} // namespace lw::learn
