// SPDX-License-Identifier: GPL-3.0-or-later
//! Narrow ResNets without a pooling start; where the width doubles, the shortcut is filled up with zeros.
#include "engine/learn/nets/CifarResNet.h"

namespace lw::learn {

namespace {

class Block final : public Layer {
public:
    Block(std::int64_t in, std::int64_t out)
        : m_conv1(register_module("conv1", makeConv({in, out, 3, in == out ? 1 : 2, 1}))),
          m_norm1(register_module("bn1", torch::nn::BatchNorm2d(out))),
          m_conv2(register_module("conv2", makeConv({out, out, 3, 1, 1}))),
          m_norm2(register_module("bn2", torch::nn::BatchNorm2d(out))), m_added(out - in)
    {
    }

    at::Tensor forward(at::Tensor x) override
    {
        at::Tensor y = m_norm1->forward(m_conv1->forward(x)).relu_();
        y = m_norm2->forward(m_conv2->forward(y));
        if (m_added > 0) {
            x = at::constant_pad_nd(x.slice(2, 0, x.size(2), 2).slice(3, 0, x.size(3), 2),
                                    {0, 0, 0, 0, m_added / 2, m_added / 2});
        }
        return (y + x).relu_();
    }

private:
    torch::nn::Conv2d m_conv1;
    torch::nn::BatchNorm2d m_norm1;
    torch::nn::Conv2d m_conv2;
    torch::nn::BatchNorm2d m_norm2;
    std::int64_t m_added;
};

} // namespace

CifarResNet::CifarResNet(int depth, std::int64_t classes)
    : m_conv(register_module("conv1", makeConv({3, 16, 3, 1, 1}))),
      m_norm(register_module("bn1", torch::nn::BatchNorm2d(16))), m_head(nullptr)
{
    std::int64_t in = 16;
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        m_stages[i] = register_module("layer" + std::to_string(i + 1), std::make_shared<Chain>());
        for (int block = 0; block < (depth - 2) / 6; ++block) {
            m_stages[i]->add(std::make_shared<Block>(in, stageChannels()[i]));
            in = stageChannels()[i];
        }
    }
    m_head = register_module("linear", torch::nn::Linear(in, classes));
    initialise(*this);
}

std::vector<at::Tensor> CifarResNet::stages(at::Tensor x)
{
    x = m_norm->forward(m_conv->forward(x)).relu_();
    std::vector<at::Tensor> outputs;
    for (const std::shared_ptr<Chain>& stage : m_stages) {
        x = stage->forward(x);
        outputs.push_back(x);
    }
    return outputs;
}

at::Tensor CifarResNet::embedding(at::Tensor x)
{
    return pooled(stages(x).back());
}

at::Tensor CifarResNet::scores(at::Tensor x)
{
    return m_head->forward(embedding(x));
}

} // namespace lw::learn
