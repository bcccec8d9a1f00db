// SPDX-License-Identifier: GPL-3.0-or-later
//! A U-Net with two convolutions at full size, which see the input once more.
#include "engine/learn/nets/ContourNet.h"

#include <torch/nn/init.h>
#include <torch/utils.h>

#include <stdexcept>

namespace lw::learn {

namespace {

constexpr std::int64_t kFineWidth = 16;

/// The weight that sees the picture: the first with three inputs.
at::Tensor firstWeight(const torch::nn::Module& net)
{
    for (const auto& each : net.named_parameters()) {
        if (each.value().dim() == 4) {
            return each.value();
        }
    }
    throw std::invalid_argument("The network has no convolution.");
}

void widen(Backbone& backbone)
{
    const torch::NoGradGuard noGrad;
    at::Tensor weight = firstWeight(backbone);
    at::Tensor extra = at::empty({weight.size(0), ContourNet::kExtraChannels, weight.size(2), weight.size(3)});
    torch::nn::init::kaiming_normal_(extra, 0, torch::kFanOut, torch::kReLU);
    weight.set_data(at::cat({weight.detach(), extra * 0.1}, 1).contiguous(at::MemoryFormat::ChannelsLast));
}

} // namespace

ContourNet::ContourNet(std::shared_ptr<Backbone> backbone)
    : m_backbone(register_module("backbone", std::move(backbone))),
      m_decoder(register_module("decoder", std::make_shared<MaskDecoder>(m_backbone->allStageChannels()))),
      m_fine(register_module(
          "fine", std::make_shared<ConvNorm>(ConvShape{MaskDecoder::kWidth + 3 + kExtraChannels, kFineWidth, 3, 1, 1},
                                             Activation::Relu))),
      m_out(register_module("out", torch::nn::Conv2d(torch::nn::Conv2dOptions(kFineWidth, 1, 3).padding(1))))
{
    widen(*m_backbone);
    const torch::NoGradGuard noGrad;
    torch::nn::init::normal_(m_out->weight, 0, 0.01);
    torch::nn::init::zeros_(m_out->bias);
}

at::Tensor ContourNet::forward(const at::Tensor& x)
{
    const at::Tensor features = enlarged(m_decoder->forward(m_backbone->allStages(x)), x.size(2), x.size(3));
    return m_out->forward(m_fine->forward(at::cat({features, x.to(features.scalar_type())}, 1))).squeeze(1);
}

void ContourNet::takeWeights(const Backbone& plain)
{
    const torch::NoGradGuard noGrad;
    const at::Tensor first = firstWeight(*m_backbone);
    const auto copy = [&](const auto& from, const auto& to) {
        for (const auto& each : from) {
            const at::Tensor* target = to.find(each.key());
            if (!target) {
                throw std::invalid_argument("The network is another one.");
            }
            at::Tensor place = target->is_same(first) ? target->slice(1, 0, 3) : *target;
            place.copy_(each.value());
        }
    };
    copy(plain.named_parameters(), m_backbone->named_parameters());
    copy(plain.named_buffers(), m_backbone->named_buffers());
}

} // namespace lw::learn
