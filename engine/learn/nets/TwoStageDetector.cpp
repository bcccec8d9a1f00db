// SPDX-License-Identifier: GPL-3.0-or-later
//! The pyramid, both heads, anchors, and the sampling of regions, in plain tensors.
#include "engine/learn/nets/TwoStageDetector.h"

#include <torch/nn/init.h>
#include <torch/utils.h>

#include <algorithm>
#include <cmath>

namespace lw::learn {

namespace {

constexpr std::int64_t kWidth = 256;
constexpr std::int64_t kRegionSide = 7;
constexpr std::int64_t kWide = 1024;
constexpr std::array<double, TwoStageDetector::kLevels> kAnchorSizes = {32, 64, 128, 256, 512};
constexpr std::array<double, 3> kAnchorRatios = {0.5, 1, 2};

torch::nn::Conv2d conv(std::int64_t in, std::int64_t out, std::int64_t kernel)
{
    return torch::nn::Conv2d(torch::nn::Conv2dOptions(in, out, kernel).padding(kernel / 2));
}

std::shared_ptr<torch::nn::Module> folder(torch::nn::Module& above, const std::string& name)
{
    return above.register_module(name, std::make_shared<torch::nn::Module>());
}

void initialiseNormal(torch::nn::Conv2d& layer, double deviation)
{
    torch::nn::init::normal_(layer->weight, 0, deviation);
    torch::nn::init::zeros_(layer->bias);
}

void initialiseNormal(torch::nn::Linear& layer, double deviation)
{
    torch::nn::init::normal_(layer->weight, 0, deviation);
    torch::nn::init::zeros_(layer->bias);
}

/// (N, A * K, H, W) to (N, H * W * A, K).
at::Tensor byAnchor(const at::Tensor& x, std::int64_t numbers)
{
    const std::int64_t anchors = x.size(1) / numbers;
    return x.view({x.size(0), anchors, numbers, x.size(2), x.size(3)})
        .permute({0, 3, 4, 1, 2})
        .reshape({x.size(0), -1, numbers});
}

/// Which of the first four levels looks at a box: the one where it is about as large as 224 pixels at stride 16.
at::Tensor levelsOf(const at::Tensor& boxes)
{
    const at::Tensor areas = (boxes.select(1, 2) - boxes.select(1, 0)) * (boxes.select(1, 3) - boxes.select(1, 1));
    return (4 + (areas.clamp_min(0).sqrt() / 224).log2() + 1e-6).floor().clamp(2, 5).to(at::kLong) - 2;
}

} // namespace

std::string currentTorchvisionName(const std::string& name)
{
    // Before version 0.13 these convolutions were no sequences of their own.
    const auto moved = [&](const std::string& start, const std::string& middle) -> std::string {
        const std::size_t end = name.rfind('.');
        const bool isOld = name.compare(0, start.size(), start) == 0 && end != std::string::npos &&
                           name.find('.', start.size()) == end;
        return isOld ? name.substr(0, end) + middle + name.substr(end) : std::string();
    };
    for (const char* start : {"backbone.fpn.inner_blocks.", "backbone.fpn.layer_blocks."}) {
        if (const std::string found = moved(start, ".0"); !found.empty()) {
            return found;
        }
    }
    if (name.compare(0, 16, "rpn.head.conv.we") == 0 || name.compare(0, 16, "rpn.head.conv.bi") == 0) {
        return "rpn.head.conv.0.0." + name.substr(14);
    }
    return name;
}

at::Tensor decodedBoxes(const at::Tensor& deltas, const at::Tensor& boxes, const std::array<double, 4>& weights)
{
    const double most = std::log(1000.0 / 16); // keeps exp() from running away
    const at::Tensor width = boxes.select(-1, 2) - boxes.select(-1, 0);
    const at::Tensor height = boxes.select(-1, 3) - boxes.select(-1, 1);
    const at::Tensor x = boxes.select(-1, 0) + 0.5 * width + deltas.select(-1, 0) / weights[0] * width;
    const at::Tensor y = boxes.select(-1, 1) + 0.5 * height + deltas.select(-1, 1) / weights[1] * height;
    const at::Tensor across = 0.5 * (deltas.select(-1, 2) / weights[2]).clamp_max(most).exp() * width;
    const at::Tensor down = 0.5 * (deltas.select(-1, 3) / weights[3]).clamp_max(most).exp() * height;
    return at::stack({x - across, y - down, x + across, y + down}, -1);
}

at::Tensor encodedBoxes(const at::Tensor& targets, const at::Tensor& boxes, const std::array<double, 4>& weights)
{
    const auto sizes = [](const at::Tensor& all, std::int64_t first) {
        return (all.select(-1, first + 2) - all.select(-1, first)).clamp_min(1e-3);
    };
    const auto middles = [](const at::Tensor& all, std::int64_t first) {
        return 0.5 * (all.select(-1, first + 2) + all.select(-1, first));
    };
    std::vector<at::Tensor> numbers;
    for (const std::int64_t side : {0, 1}) {
        numbers.push_back(weights[std::size_t(side)] * (middles(targets, side) - middles(boxes, side)) /
                          sizes(boxes, side));
    }
    for (const std::int64_t side : {0, 1}) {
        numbers.push_back(weights[std::size_t(side) + 2] * (sizes(targets, side) / sizes(boxes, side)).log());
    }
    return at::stack(numbers, -1);
}

at::Tensor alignedRegions(const at::Tensor& feature, const at::Tensor& boxes, double scale, std::int64_t side)
{
    const std::int64_t samples = 2 * side;
    const std::int64_t count = boxes.size(0);
    const at::Tensor steps = (at::arange(samples, boxes.options()) + 0.5) / double(samples);
    // In pixels of the feature, whose middles have whole numbers here, as torchvision has it.
    const auto along = [&](std::int64_t first, std::int64_t size) {
        const at::Tensor start = boxes.select(1, first) * scale;
        const at::Tensor length = (boxes.select(1, first + 2) * scale - start).clamp_min(1);
        const at::Tensor places = start.unsqueeze(1) + length.unsqueeze(1) * steps.unsqueeze(0);
        return places * (2.0 / double(std::max<std::int64_t>(size - 1, 1))) - 1; // (count, samples)
    };
    const at::Tensor x = along(0, feature.size(2)).unsqueeze(1).expand({count, samples, samples});
    const at::Tensor y = along(1, feature.size(1)).unsqueeze(2).expand({count, samples, samples});
    const at::Tensor grid = at::stack({x, y}, 3).view({1, count * samples, samples, 2});
    const at::Tensor sampled = at::grid_sampler(feature.unsqueeze(0), grid, 0, 1, true); // bilinear, to the border
    return at::avg_pool2d(sampled, 2).view({feature.size(0), count, side, side}).permute({1, 0, 2, 3});
}

TwoStageDetector::TwoStageDetector(int depth, std::int64_t classes)
    : m_classes(classes), m_inner{nullptr, nullptr, nullptr, nullptr}, m_layer{nullptr, nullptr, nullptr, nullptr},
      m_regionConv(nullptr), m_regionScores(nullptr), m_regionBoxes(nullptr), m_first(nullptr), m_second(nullptr),
      m_classScores(nullptr), m_classBoxes(nullptr)
{
    const torch::NoGradGuard noGrad;
    const auto backbone = folder(*this, "backbone");
    m_body = backbone->register_module("body", std::make_shared<ResNet>(depth, 0));
    const auto pyramid = folder(*backbone, "fpn");
    const auto inner = folder(*pyramid, "inner_blocks");
    const auto layer = folder(*pyramid, "layer_blocks");
    const std::vector<std::int64_t> channels = m_body->allStageChannels();
    for (std::size_t i = 0; i < m_inner.size(); ++i) {
        const std::string number = std::to_string(i);
        m_inner[i] = folder(*inner, number)->register_module("0", conv(channels[i + 1], kWidth, 1));
        m_layer[i] = folder(*layer, number)->register_module("0", conv(kWidth, kWidth, 3));
        for (torch::nn::Conv2d* each : {&m_inner[i], &m_layer[i]}) {
            torch::nn::init::kaiming_uniform_((*each)->weight, 1);
            torch::nn::init::zeros_((*each)->bias);
        }
    }
    const auto head = folder(*folder(*this, "rpn"), "head");
    const auto anchors = std::int64_t(kAnchorRatios.size());
    m_regionConv = folder(*folder(*head, "conv"), "0")->register_module("0", conv(kWidth, kWidth, 3));
    m_regionScores = head->register_module("cls_logits", conv(kWidth, anchors, 1));
    m_regionBoxes = head->register_module("bbox_pred", conv(kWidth, anchors * 4, 1));
    for (torch::nn::Conv2d* each : {&m_regionConv, &m_regionScores, &m_regionBoxes}) {
        initialiseNormal(*each, 0.01);
    }
    const auto second = folder(*this, "roi_heads");
    const auto boxHead = folder(*second, "box_head");
    const auto predictor = folder(*second, "box_predictor");
    m_first = boxHead->register_module("fc6", torch::nn::Linear(kWidth * kRegionSide * kRegionSide, kWide));
    m_second = boxHead->register_module("fc7", torch::nn::Linear(kWide, kWide));
    m_classScores = predictor->register_module("cls_score", torch::nn::Linear(kWide, classes + 1));
    m_classBoxes = predictor->register_module("bbox_pred", torch::nn::Linear(kWide, 4 * (classes + 1)));
    initialiseNormal(m_classScores, 0.01);
    initialiseNormal(m_classBoxes, 0.001);
}

std::vector<at::Tensor> TwoStageDetector::features(const at::Tensor& x)
{
    const std::vector<at::Tensor> stages = m_body->allStages(x);
    std::vector<at::Tensor> levels(kLevels);
    at::Tensor above;
    for (std::size_t i = m_inner.size(); i-- > 0;) {
        at::Tensor own = m_inner[i]->forward(stages[i + 1]);
        if (above.defined()) {
            own = own + at::upsample_nearest2d(above, {own.size(2), own.size(3)});
        }
        above = own;
        levels[i] = m_layer[i]->forward(own);
    }
    levels[kLevels - 1] = at::max_pool2d(levels[kLevels - 2], 1, 2);
    return levels;
}

RegionOutput TwoStageDetector::regions(const std::vector<at::Tensor>& levels)
{
    std::vector<at::Tensor> scores;
    std::vector<at::Tensor> deltas;
    for (const at::Tensor& level : levels) {
        const at::Tensor x = at::relu(m_regionConv->forward(level));
        scores.push_back(byAnchor(m_regionScores->forward(x).contiguous(), 1).squeeze(2));
        deltas.push_back(byAnchor(m_regionBoxes->forward(x).contiguous(), 4));
    }
    return {at::cat(scores, 1).to(at::kFloat), at::cat(deltas, 1).to(at::kFloat)};
}

RegionClasses TwoStageDetector::classify(const std::vector<at::Tensor>& levels, const std::vector<at::Tensor>& boxes)
{
    std::vector<at::Tensor> regions;
    for (std::size_t picture = 0; picture < boxes.size(); ++picture) {
        const at::Tensor level = levelsOf(boxes[picture]);
        at::Tensor own = at::zeros({boxes[picture].size(0), kWidth, kRegionSide, kRegionSide},
                                   boxes[picture].options().dtype(at::kFloat));
        for (std::int64_t i = 0; i < 4; ++i) {
            const at::Tensor rows = level.eq(i).nonzero().view({-1});
            if (rows.numel() > 0) {
                const at::Tensor feature = levels[std::size_t(i)][std::int64_t(picture)].to(at::kFloat);
                own = own.index_copy(0, rows,
                                     alignedRegions(feature, boxes[picture].index_select(0, rows),
                                                    1.0 / double(std::int64_t(4) << i), kRegionSide));
            }
        }
        regions.push_back(own);
    }
    const at::Tensor x = at::relu(m_second->forward(at::relu(m_first->forward(at::cat(regions).flatten(1)))));
    return {m_classScores->forward(x).to(at::kFloat),
            m_classBoxes->forward(x).to(at::kFloat).view({-1, m_classes + 1, 4})};
}

at::Tensor TwoStageDetector::anchors(std::int64_t width, std::int64_t height, const at::TensorOptions& options)
{
    std::vector<at::Tensor> all;
    std::int64_t across = width / 4;
    std::int64_t down = height / 4;
    for (const double size : kAnchorSizes) {
        std::vector<float> base;
        for (const double ratio : kAnchorRatios) {
            const double halfWidth = std::nearbyint(size / std::sqrt(ratio) / 2);
            const double halfHeight = std::nearbyint(size * std::sqrt(ratio) / 2);
            base.insert(base.end(), {float(-halfWidth), float(-halfHeight), float(halfWidth), float(halfHeight)});
        }
        const at::Tensor x = at::arange(across, options) * double(width / across);
        const at::Tensor y = at::arange(down, options) * double(height / down);
        const at::Tensor columns = x.repeat({down});
        const at::Tensor rows = y.repeat_interleave(across);
        const at::Tensor places = at::stack({columns, rows, columns, rows}, 1).view({-1, 1, 4});
        all.push_back((places + at::tensor(base).to(options).view({1, -1, 4})).view({-1, 4}));
        across = (across + 1) / 2;
        down = (down + 1) / 2;
    }
    return at::cat(all);
}

void TwoStageDetector::freezeNormalisation()
{
    m_isFrozen = true;
    for (const auto& each : m_body->named_parameters()) {
        const std::string& name = each.key();
        const bool isEarly = name.compare(0, 5, "conv1") == 0 || name.compare(0, 6, "layer1") == 0;
        if (isEarly || each.value().dim() == 1) { // only normalisations have vectors
            each.value().set_requires_grad(false);
        }
    }
    train(is_training());
}

void TwoStageDetector::train(bool isOn)
{
    Module::train(isOn);
    if (m_isFrozen) {
        m_body->eval();
    }
}

} // namespace lw::learn
