// SPDX-License-Identifier: GPL-3.0-or-later
//! Scores at half the size, enlarged: outlines stay smooth and the large layers cheap.
#include "engine/learn/nets/Segmenter.h"

#include <torch/nn/init.h>
#include <torch/utils.h>

namespace lw::learn {

Segmenter::Segmenter(std::shared_ptr<Backbone> backbone, std::int64_t classes)
    : m_backbone(register_module("backbone", std::move(backbone))), m_classes(classes),
      m_decoder(register_module("decoder", std::make_shared<MaskDecoder>(m_backbone->allStageChannels()))),
      m_out(register_module("out", torch::nn::Conv2d(torch::nn::Conv2dOptions(MaskDecoder::kWidth, classes + 1, 1))))
{
    const torch::NoGradGuard noGrad;
    torch::nn::init::normal_(m_out->weight, 0, 0.01);
    torch::nn::init::zeros_(m_out->bias);
}

at::Tensor Segmenter::forward(const at::Tensor& x)
{
    const at::Tensor half = m_out->forward(m_decoder->forward(m_backbone->allStages(x)));
    return enlarged(half, x.size(2), x.size(3)).to(at::kFloat);
}

} // namespace lw::learn
