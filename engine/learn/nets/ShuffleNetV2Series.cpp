// SPDX-License-Identifier: GPL-3.0-or-later
//! The same network as torchvision's, but the channels are mixed when a block begins, not when it ends.
#include "engine/learn/nets/ShuffleNetV2Series.h"

namespace lw::learn {

namespace {

struct NumberedConv {
    int number; ///< of the convolution; its normalisation has the next one
    ConvShape shape;
    Activation activation;
};

class Branch final : public Layer {
public:
    explicit Branch(const std::vector<NumberedConv>& parts)
    {
        for (const NumberedConv& part : parts) {
            Step step{makeConv(part.shape), torch::nn::BatchNorm2d(part.shape.out), part.activation};
            register_module(std::to_string(part.number), step.conv);
            register_module(std::to_string(part.number + 1), step.norm);
            m_steps.push_back(std::move(step));
        }
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
    std::vector<Step> m_steps;
};

class Block final : public Layer {
public:
    Block(std::int64_t in, std::int64_t out, std::int64_t stride)
    {
        const std::int64_t half = out / 2;
        const std::int64_t input = stride > 1 ? in : half;
        const std::int64_t fresh = stride > 1 ? out - in : half;
        m_main = register_module("branch_main", std::make_shared<Branch>(std::vector<NumberedConv>{
                                                    {0, {input, half, 1, 1, 1}, Activation::Relu},
                                                    {3, {half, half, 3, stride, half}, Activation::None},
                                                    {5, {half, fresh, 1, 1, 1}, Activation::Relu}}));
        if (stride > 1) {
            m_projection = register_module("branch_proj", std::make_shared<Branch>(std::vector<NumberedConv>{
                                                              {0, {in, in, 3, stride, in}, Activation::None},
                                                              {2, {in, in, 1, 1, 1}, Activation::Relu}}));
        }
    }

    at::Tensor forward(at::Tensor x) override
    {
        if (m_projection) {
            return at::cat({m_projection->forward(x), m_main->forward(x)}, 1);
        }
        const at::Tensor pairs = x.view({x.size(0), x.size(1) / 2, 2, x.size(2), x.size(3)});
        return at::cat({pairs.select(2, 0), m_main->forward(pairs.select(2, 1))}, 1);
    }

private:
    std::shared_ptr<Branch> m_main;
    std::shared_ptr<Branch> m_projection;
};

} // namespace

ShuffleNetV2Series::ShuffleNetV2Series(std::int64_t classes)
    : m_first(register_module("first_conv", std::make_shared<ConvNorm>(ConvShape{3, 24, 3, 2, 1}, Activation::Relu))),
      m_head(nullptr)
{
    constexpr std::array kRepeats = {4, 8, 4};
    std::int64_t in = 24;
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        const std::int64_t out = stageChannels()[i];
        m_stages[i] = register_module("stage" + std::to_string(i + 2), std::make_shared<Chain>());
        m_stages[i]->add(std::make_shared<Block>(in, out, 2));
        for (int repeat = 1; repeat < kRepeats[i]; ++repeat) {
            m_stages[i]->add(std::make_shared<Block>(out, out, 1));
        }
        in = out;
    }
    m_head = register_module("classifier", torch::nn::Linear(in, classes));
}

std::vector<at::Tensor> ShuffleNetV2Series::stages(at::Tensor x)
{
    std::vector<at::Tensor> all = allStages(std::move(x));
    return {all.begin() + 2, all.end()};
}

std::vector<at::Tensor> ShuffleNetV2Series::allStages(at::Tensor x)
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

at::Tensor ShuffleNetV2Series::embedding(at::Tensor x)
{
    return pooled(stages(x).back());
}

at::Tensor ShuffleNetV2Series::scores(at::Tensor x)
{
    return m_head->forward(embedding(x));
}

} // namespace lw::learn
