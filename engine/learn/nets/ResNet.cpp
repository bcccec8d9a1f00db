// SPDX-License-Identifier: GPL-3.0-or-later
//! ResNet: basic blocks for the shallow ones, bottlenecks for ResNet-50.
#include "engine/learn/nets/ResNet.h"

namespace lw::learn {

namespace {

/// Convolutions conv1, conv2 …, each with its bn1, bn2 …, and a shortcut.
class Block final : public Layer {
public:
    Block(std::int64_t in, const std::vector<ConvShape>& shapes, std::int64_t stride)
    {
        for (const ConvShape& shape : shapes) {
            const std::string number = std::to_string(m_convs.size() + 1);
            m_convs.push_back(register_module("conv" + number, makeConv(shape)));
            m_norms.push_back(register_module("bn" + number, torch::nn::BatchNorm2d(shape.out)));
        }
        const std::int64_t out = shapes.back().out;
        if (stride > 1 || in != out) {
            m_shortcut = register_module(
                "downsample", std::make_shared<ConvNorm>(ConvShape{in, out, 1, stride, 1}, Activation::None));
        }
    }

    at::Tensor forward(at::Tensor x) override
    {
        at::Tensor y = x;
        for (std::size_t i = 0; i < m_convs.size(); ++i) {
            y = m_norms[i]->forward(m_convs[i]->forward(y));
            if (i + 1 < m_convs.size()) {
                y = at::relu_(y);
            }
        }
        y += m_shortcut ? m_shortcut->forward(x) : x;
        return at::relu_(y);
    }

private:
    std::vector<torch::nn::Conv2d> m_convs;
    std::vector<torch::nn::BatchNorm2d> m_norms;
    std::shared_ptr<ConvNorm> m_shortcut;
};

std::shared_ptr<Block> makeBlock(std::int64_t in, std::int64_t width, std::int64_t stride, std::int64_t expansion)
{
    if (expansion == 1) {
        return std::make_shared<Block>(in, std::vector<ConvShape>{{in, width, 3, stride, 1}, {width, width, 3, 1, 1}},
                                       stride);
    }
    return std::make_shared<Block>(
        in,
        std::vector<ConvShape>{{in, width, 1, 1, 1}, {width, width, 3, stride, 1}, {width, width * expansion, 1, 1, 1}},
        stride);
}

std::array<int, 4> blocksOf(int depth)
{
    return depth == 18 ? std::array{2, 2, 2, 2} : std::array{3, 4, 6, 3};
}

} // namespace

ResNet::ResNet(int depth, std::int64_t classes)
    : m_expansion(depth == 50 ? 4 : 1), m_conv(register_module("conv1", makeConv({3, 64, 7, 2, 1}))),
      m_norm(register_module("bn1", torch::nn::BatchNorm2d(64))), m_head(nullptr)
{
    std::int64_t in = 64;
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        const std::int64_t width = std::int64_t(64) << i;
        m_stages[i] = register_module("layer" + std::to_string(i + 1), std::make_shared<Chain>());
        for (int block = 0; block < blocksOf(depth)[i]; ++block) {
            m_stages[i]->add(makeBlock(in, width, block == 0 && i > 0 ? 2 : 1, m_expansion));
            in = width * m_expansion;
        }
    }
    if (classes > 0) {
        m_head = register_module("fc", torch::nn::Linear(in, classes));
    }
    initialise(*this);
}

std::vector<at::Tensor> ResNet::stages(at::Tensor x)
{
    std::vector<at::Tensor> all = allStages(std::move(x));
    return {all.begin() + 2, all.end()};
}

std::vector<at::Tensor> ResNet::allStages(at::Tensor x)
{
    std::vector<at::Tensor> outputs = {m_norm->forward(m_conv->forward(x)).relu_()};
    x = at::max_pool2d(outputs.back(), 3, 2, 1);
    for (const std::shared_ptr<Chain>& stage : m_stages) {
        x = stage->forward(x);
        outputs.push_back(x);
    }
    return outputs;
}

std::vector<std::int64_t> ResNet::stageChannels() const
{
    return {128 * m_expansion, 256 * m_expansion, 512 * m_expansion};
}

at::Tensor ResNet::embedding(at::Tensor x)
{
    return pooled(stages(x).back());
}

at::Tensor ResNet::scores(at::Tensor x)
{
    return m_head->forward(embedding(x));
}

} // namespace lw::learn
