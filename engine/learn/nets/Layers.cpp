// SPDX-License-Identifier: GPL-3.0-or-later
//! Blocks that the networks share.
#include "engine/learn/nets/Layers.h"

#include <torch/nn/init.h>
#include <torch/nn/modules/linear.h>

#include <algorithm>

namespace lw::learn {

void Chain::add(std::shared_ptr<Layer> layer)
{
    register_module(std::to_string(m_layers.size()), layer);
    m_layers.push_back(std::move(layer));
}

at::Tensor Chain::forward(at::Tensor x)
{
    for (const std::shared_ptr<Layer>& layer : m_layers) {
        x = layer->forward(x);
    }
    return x;
}

std::vector<at::Tensor> Chain::tapped(at::Tensor x, const std::vector<std::size_t>& layers)
{
    std::vector<at::Tensor> outputs;
    const std::size_t last = layers.empty() ? 0 : layers.back() + 1;
    for (std::size_t i = 0; i < last; ++i) {
        x = m_layers[i]->forward(x);
        if (std::find(layers.begin(), layers.end(), i) != layers.end()) {
            outputs.push_back(x);
        }
    }
    return outputs;
}

at::Tensor activated(at::Tensor x, Activation activation)
{
    switch (activation) {
    case Activation::Relu:
        return at::relu_(x);
    case Activation::Hardswish:
        return at::hardswish(x);
    case Activation::None:
        break;
    }
    return x;
}

torch::nn::Conv2d makeConv(const ConvShape& shape)
{
    return torch::nn::Conv2d(torch::nn::Conv2dOptions(shape.in, shape.out, shape.kernel)
                                 .stride(shape.stride)
                                 .padding(shape.kernel / 2)
                                 .groups(shape.groups)
                                 .bias(false));
}

ConvNorm::ConvNorm(const ConvShape& shape, Activation activation, double epsilon, double momentum)
    : m_conv(register_module("0", makeConv(shape))),
      m_norm(register_module(
          "1", torch::nn::BatchNorm2d(torch::nn::BatchNorm2dOptions(shape.out).eps(epsilon).momentum(momentum)))),
      m_activation(activation)
{
}

at::Tensor ConvNorm::forward(at::Tensor x)
{
    return activated(m_norm->forward(m_conv->forward(x)), m_activation);
}

void initialise(torch::nn::Module& module)
{
    const torch::NoGradGuard noGrad;
    for (const std::shared_ptr<torch::nn::Module>& each : module.modules(false)) {
        if (auto* conv = each->as<torch::nn::Conv2dImpl>()) {
            torch::nn::init::kaiming_normal_(conv->weight, 0, torch::kFanOut, torch::kReLU);
            if (conv->bias.defined()) {
                torch::nn::init::zeros_(conv->bias);
            }
        } else if (auto* linear = each->as<torch::nn::LinearImpl>()) {
            torch::nn::init::normal_(linear->weight, 0, 0.01);
            if (linear->bias.defined()) {
                torch::nn::init::zeros_(linear->bias);
            }
        }
    }
}

at::Tensor pooled(const at::Tensor& x)
{
    return x.mean({2, 3});
}

} // namespace lw::learn
