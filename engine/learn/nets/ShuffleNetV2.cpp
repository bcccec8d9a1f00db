// SPDX-License-Identifier: GPL-3.0-or-later
//! ShuffleNetV2: half of the channels pass, the other half is worked on, then both are mixed.
#include "engine/learn/nets/ShuffleNetV2.h"

namespace lw::learn {

namespace {

/// Takes channels from both halves in turn. Done with the channels last in memory, so that the result stays so.
at::Tensor shuffled(const at::Tensor& x)
{
    const std::int64_t n = x.size(0);
    const std::int64_t c = x.size(1);
    const std::int64_t h = x.size(2);
    const std::int64_t w = x.size(3);
    const at::Tensor halves = x.permute({0, 2, 3, 1}).reshape({n, h, w, 2, c / 2});
    return halves.transpose(3, 4).reshape({n, h, w, c}).permute({0, 3, 1, 2});
}

/// Three convolutions, flat as torchvision numbers them: 0 1 (2) 3 4 5 6 (7), or without the first.
class Branch final : public Layer {
public:
    Branch(std::int64_t in, std::int64_t out, std::int64_t stride, bool isWide)
    {
        std::int64_t number = 0;
        if (isWide) {
            add(number, {in, out, 1, 1, 1}, Activation::Relu);
            ++number; // its ReLU takes a number
            in = out;
        }
        add(number, {in, in, 3, stride, in}, Activation::None);
        add(number, {in, out, 1, 1, 1}, Activation::Relu);
    }

    at::Tensor forward(at::Tensor x) override
    {
        for (Step& step : m_steps) {
            x = activated(step.norm->forward(step.conv->forward(x)), step.activation);
        }
        return x;
    }

private:
    struct Step {
        torch::nn::Conv2d conv;
        torch::nn::BatchNorm2d norm;
        Activation activation;
    };

    void add(std::int64_t& number, const ConvShape& shape, Activation activation)
    {
        Step step{makeConv(shape), torch::nn::BatchNorm2d(shape.out), activation};
        register_module(std::to_string(number++), step.conv);
        register_module(std::to_string(number++), step.norm);
        m_steps.push_back(std::move(step));
    }

    std::vector<Step> m_steps;
};

class Block final : public Layer {
public:
    Block(std::int64_t in, std::int64_t out, std::int64_t stride)
    {
        if (stride > 1) {
            m_passing = register_module("branch1", std::make_shared<Branch>(in, out / 2, stride, false));
        }
        m_working =
            register_module("branch2", std::make_shared<Branch>(stride > 1 ? in : out / 2, out / 2, stride, true));
    }

    at::Tensor forward(at::Tensor x) override
    {
        if (m_passing) {
            return shuffled(at::cat({m_passing->forward(x), m_working->forward(x)}, 1));
        }
        const std::vector<at::Tensor> halves = x.chunk(2, 1);
        return shuffled(at::cat({halves[0], m_working->forward(halves[1])}, 1));
    }

private:
    std::shared_ptr<Branch> m_passing;
    std::shared_ptr<Branch> m_working;
};

} // namespace

ShuffleNetV2::ShuffleNetV2(const Widths& widths, std::int64_t classes)
    : m_widths(widths),
      m_first(register_module("conv1", std::make_shared<ConvNorm>(ConvShape{3, widths[0], 3, 2, 1}, Activation::Relu))),
      m_head(nullptr)
{
    constexpr std::array kRepeats = {4, 8, 4};
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        m_stages[i] = register_module("stage" + std::to_string(i + 2), std::make_shared<Chain>());
        m_stages[i]->add(std::make_shared<Block>(widths[i], widths[i + 1], 2));
        for (int repeat = 1; repeat < kRepeats[i]; ++repeat) {
            m_stages[i]->add(std::make_shared<Block>(widths[i + 1], widths[i + 1], 1));
        }
    }
    m_last = register_module("conv5",
                             std::make_shared<ConvNorm>(ConvShape{widths[3], widths[4], 1, 1, 1}, Activation::Relu));
    m_head = register_module("fc", torch::nn::Linear(widths[4], classes));
}

std::vector<at::Tensor> ShuffleNetV2::stages(at::Tensor x)
{
    std::vector<at::Tensor> all = allStages(std::move(x));
    return {all.begin() + 2, all.end()};
}

std::vector<at::Tensor> ShuffleNetV2::allStages(at::Tensor x)
{
    std::vector<at::Tensor> outputs = {m_first->forward(x)};
    x = at::max_pool2d(outputs.back(), 3, 2, 1);
    outputs.push_back(x);
    for (const std::shared_ptr<Chain>& stage : m_stages) {
        x = stage->forward(x);
        outputs.push_back(x);
    }
    return outputs;
}

std::vector<std::int64_t> ShuffleNetV2::stageChannels() const
{
    return {m_widths[1], m_widths[2], m_widths[3]};
}

at::Tensor ShuffleNetV2::embedding(at::Tensor x)
{
    return pooled(m_last->forward(stages(x).back()));
}

at::Tensor ShuffleNetV2::scores(at::Tensor x)
{
    return m_head->forward(embedding(x));
}

} // namespace lw::learn
