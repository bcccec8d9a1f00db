// SPDX-License-Identifier: GPL-3.0-or-later
//! MobileNetV3: inverted residuals, squeeze and excitation, hard swish.
#include "engine/learn/nets/MobileNetV3.h"

#include <algorithm>

namespace lw::learn {

namespace {

constexpr double kEpsilon = 0.001;
constexpr double kMomentum = 0.01;

/// One row of the paper's tables.
struct Row {
    std::int64_t in;
    std::int64_t kernel;
    std::int64_t expanded;
    std::int64_t out;
    bool squeezes;
    Activation activation;
    std::int64_t stride;
};

std::vector<Row> rowsOf(MobileNetV3::Size size)
{
    constexpr Activation re = Activation::Relu;
    constexpr Activation hs = Activation::Hardswish;
    if (size == MobileNetV3::Size::Small) {
        return {{16, 3, 16, 16, true, re, 2},  {16, 3, 72, 24, false, re, 2}, {24, 3, 88, 24, false, re, 1},
                {24, 5, 96, 40, true, hs, 2},  {40, 5, 240, 40, true, hs, 1}, {40, 5, 240, 40, true, hs, 1},
                {40, 5, 120, 48, true, hs, 1}, {48, 5, 144, 48, true, hs, 1}, {48, 5, 288, 96, true, hs, 2},
                {96, 5, 576, 96, true, hs, 1}, {96, 5, 576, 96, true, hs, 1}};
    }
    return {{16, 3, 16, 16, false, re, 1},   {16, 3, 64, 24, false, re, 2},   {24, 3, 72, 24, false, re, 1},
            {24, 5, 72, 40, true, re, 2},    {40, 5, 120, 40, true, re, 1},   {40, 5, 120, 40, true, re, 1},
            {40, 3, 240, 80, false, hs, 2},  {80, 3, 200, 80, false, hs, 1},  {80, 3, 184, 80, false, hs, 1},
            {80, 3, 184, 80, false, hs, 1},  {80, 3, 480, 112, true, hs, 1},  {112, 3, 672, 112, true, hs, 1},
            {112, 5, 672, 160, true, hs, 2}, {160, 5, 960, 160, true, hs, 1}, {160, 5, 960, 160, true, hs, 1}};
}

/// Numbers of the layers before each halving, the last block included.
std::vector<std::size_t> tapsOf(MobileNetV3::Size size)
{
    return size == MobileNetV3::Size::Small ? std::vector<std::size_t>{0, 1, 3, 8, 11}
                                            : std::vector<std::size_t>{1, 3, 6, 12, 15};
}

/// `value` rounded to a multiple of eight, never by more than a tenth downwards.
std::int64_t roundedToEight(std::int64_t value)
{
    const std::int64_t rounded = std::max<std::int64_t>(8, (value + 4) / 8 * 8);
    return rounded * 10 < value * 9 ? rounded + 8 : rounded;
}

class Squeeze final : public Layer {
public:
    explicit Squeeze(std::int64_t channels)
    {
        const std::int64_t narrow = roundedToEight(channels / 4);
        m_down = register_module("fc1", torch::nn::Conv2d(torch::nn::Conv2dOptions(channels, narrow, 1)));
        m_up = register_module("fc2", torch::nn::Conv2d(torch::nn::Conv2dOptions(narrow, channels, 1)));
    }

    at::Tensor forward(at::Tensor x) override
    {
        const at::Tensor means = at::adaptive_avg_pool2d(x, {1, 1});
        return x * at::hardsigmoid(m_up->forward(at::relu(m_down->forward(means))));
    }

private:
    torch::nn::Conv2d m_down = nullptr;
    torch::nn::Conv2d m_up = nullptr;
};

class InvertedResidual final : public Layer {
public:
    explicit InvertedResidual(const Row& row) : m_isResidual(row.stride == 1 && row.in == row.out)
    {
        m_block = register_module("block", std::make_shared<Chain>());
        if (row.expanded != row.in) {
            addConv({row.in, row.expanded, 1, 1, 1}, row.activation);
        }
        addConv({row.expanded, row.expanded, row.kernel, row.stride, row.expanded}, row.activation);
        if (row.squeezes) {
            m_block->add(std::make_shared<Squeeze>(row.expanded));
        }
        addConv({row.expanded, row.out, 1, 1, 1}, Activation::None);
    }

    at::Tensor forward(at::Tensor x) override
    {
        const at::Tensor y = m_block->forward(x);
        return m_isResidual ? y + x : y;
    }

private:
    void addConv(const ConvShape& shape, Activation activation)
    {
        m_block->add(std::make_shared<ConvNorm>(shape, activation, kEpsilon, kMomentum));
    }

    std::shared_ptr<Chain> m_block;
    bool m_isResidual;
};

} // namespace

MobileNetV3::MobileNetV3(Size size, std::int64_t classes)
    : m_size(size), m_features(register_module("features", std::make_shared<Chain>())), m_wide(nullptr), m_head(nullptr)
{
    const std::vector<Row> rows = rowsOf(size);
    const std::int64_t last = rows.back().out;
    const std::int64_t wide = size == Size::Small ? 1024 : 1280;
    const auto addConv = [&](const ConvShape& shape) {
        m_features->add(std::make_shared<ConvNorm>(shape, Activation::Hardswish, kEpsilon, kMomentum));
    };
    addConv({3, 16, 3, 2, 1});
    for (const Row& row : rows) {
        m_features->add(std::make_shared<InvertedResidual>(row));
    }
    addConv({last, 6 * last, 1, 1, 1});
    // torchvision's classifier: 0 linear, 1 hard swish, 2 dropout, 3 linear.
    const auto classifier = register_module("classifier", std::make_shared<torch::nn::Module>());
    m_wide = classifier->register_module("0", torch::nn::Linear(6 * last, wide));
    m_head = classifier->register_module("3", torch::nn::Linear(wide, classes));
    initialise(*this);
}

std::vector<at::Tensor> MobileNetV3::stages(at::Tensor x)
{
    std::vector<at::Tensor> all = allStages(std::move(x));
    return {all.begin() + 2, all.end()};
}

std::vector<at::Tensor> MobileNetV3::allStages(at::Tensor x)
{
    return m_features->tapped(std::move(x), tapsOf(m_size));
}

std::vector<std::int64_t> MobileNetV3::stageChannels() const
{
    const std::vector<std::int64_t> all = allStageChannels();
    return {all.begin() + 2, all.end()};
}

std::vector<std::int64_t> MobileNetV3::allStageChannels() const
{
    const std::vector<Row> rows = rowsOf(m_size);
    std::vector<std::int64_t> channels;
    for (const std::size_t tap : tapsOf(m_size)) {
        channels.push_back(tap == 0 ? rows.front().in : rows[tap - 1].out);
    }
    return channels;
}

at::Tensor MobileNetV3::embedding(at::Tensor x)
{
    return at::hardswish(m_wide->forward(pooled(m_features->forward(x))));
}

at::Tensor MobileNetV3::scores(at::Tensor x)
{
    return m_head->forward(at::dropout(embedding(x), 0.2, is_training()));
}

} // namespace lw::learn
