// SPDX-License-Identifier: GPL-3.0-or-later
//! Small building blocks that the networks share.
#pragma once

#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/container/sequential.h>
#include <torch/nn/modules/conv.h>

#include <memory>

namespace lw::learn {

/// A module with one tensor in and one out, to be chained.
class Layer : public torch::nn::Module {
public:
    virtual at::Tensor forward(at::Tensor x) = 0;
};

/// Layers one after the other, named by their numbers: what torch::nn::Sequential is, but it nests.
class Chain final : public Layer {
public:
    void add(std::shared_ptr<Layer> layer);
    at::Tensor forward(at::Tensor x) override;
    /// The outputs of the layers with these numbers, in order.
    std::vector<at::Tensor> tapped(at::Tensor x, const std::vector<std::size_t>& layers);

private:
    std::vector<std::shared_ptr<Layer>> m_layers;
};

/// What comes after a convolution.
enum class Activation { None, Relu, Hardswish };

at::Tensor activated(at::Tensor x, Activation activation);

struct ConvShape {
    std::int64_t in = 0;
    std::int64_t out = 0;
    std::int64_t kernel = 1;
    std::int64_t stride = 1;
    std::int64_t groups = 1;
};

/// A convolution without bias that keeps the size (apart from its stride).
torch::nn::Conv2d makeConv(const ConvShape& shape);

/// Convolution ("0"), batch normalisation ("1"), activation.
class ConvNorm final : public Layer {
public:
    ConvNorm(const ConvShape& shape, Activation activation, double epsilon = 1e-5, double momentum = 0.1);
    at::Tensor forward(at::Tensor x) override;

private:
    torch::nn::Conv2d m_conv;
    torch::nn::BatchNorm2d m_norm;
    Activation m_activation;
};

/// Kaiming's normal distribution (fan out) for all convolutions, one and zero for normalisations, small numbers for
/// linear layers: what training from scratch wants. For the modules inside of `module`; its constructor may call.
void initialise(torch::nn::Module& module);

/// Mean over height and width: (N, C, H, W) to (N, C).
at::Tensor pooled(const at::Tensor& x);

} // namespace lw::learn
