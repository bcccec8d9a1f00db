// SPDX-License-Identifier: GPL-3.0-or-later
//! Batches of cut-outs, cross entropy and Dice; answers at the picture's own pixels.
#include "engine/learn/train/ContourTask.h"

#include "engine/learn/data/BatchQueue.h"
#include "engine/learn/data/ColourShift.h"
#include "engine/learn/train/Device.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>
#include <stdexcept>

namespace lw::learn {

namespace {

struct ContourBatch {
    at::Tensor bytes;    ///< (N, side, side, 3)
    at::Tensor channels; ///< (N, side, side, 2)
    at::Tensor truth;    ///< (N, side, side)
};

at::Tensor stacked(const std::vector<std::vector<float>>& rows, at::IntArrayRef sizes)
{
    const at::Tensor all = at::empty(sizes);
    auto* target = all.data_ptr<float>();
    for (const std::vector<float>& row : rows) {
        target = std::copy(row.begin(), row.end(), target);
    }
    return all;
}

at::Tensor contourTensor(const at::Tensor& bytes, const at::Tensor& channels, const InputConvention& convention,
                         const c10::Device& device)
{
    return at::cat({networkInput(bytes, convention, device), channels.to(device).permute({0, 3, 1, 2})}, 1);
}

/// Keeps the biggest piece and those that reach a click, and fills holes.
PixelMap cleaned(const PixelMap& mask, const Clicks& clicks)
{
    const std::vector<PixelMap> pieces = piecesOf(mask, 1, 1);
    if (pieces.empty()) {
        return {};
    }
    std::vector<std::int64_t> areas;
    for (const PixelMap& piece : pieces) {
        areas.push_back(piece.area());
    }
    const auto biggest = std::size_t(std::max_element(areas.begin(), areas.end()) - areas.begin());
    constexpr int kReach = 2;
    // A rim of nothing, so that what lies outside is one piece.
    PixelMap kept(mask.x - 1, mask.y - 1, mask.width + 2, mask.height + 2);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const PixelMap& piece = pieces[i];
        const bool isClicked = std::any_of(clicks.begin(), clicks.end(), [&](const Point& click) {
            for (int y = -kReach; y <= kReach; ++y) {
                for (int x = -kReach; x <= kReach; ++x) {
                    if (piece.at(int(std::floor(click.x)) + x, int(std::floor(click.y)) + y) != 0) {
                        return true;
                    }
                }
            }
            return false;
        });
        for (int y = piece.y; y < piece.y + piece.height && (i == biggest || isClicked); ++y) {
            for (int x = piece.x; x < piece.x + piece.width; ++x) {
                *kept.find(x, y) |= *piece.find(x, y);
            }
        }
    }
    const std::vector<PixelMap> empty = piecesOf(kept, 0, 1);
    for (const PixelMap& hole : empty) {
        for (int y = hole.y; y < hole.y + hole.height && hole.x > kept.x; ++y) {
            for (int x = hole.x; x < hole.x + hole.width; ++x) {
                *kept.find(x, y) |= *hole.find(x, y);
            }
        }
    }
    return tightened(kept);
}

/// Probabilities of the window's square at the picture's pixels.
ContourAnswer onPicture(const at::Tensor& probabilities, const ContourWindow& window, const Pyramid& picture,
                        const Clicks& clicks)
{
    const int left = std::max(int(std::floor(window.x)), 0);
    const int top = std::max(int(std::floor(window.y)), 0);
    const int right = std::min(int(std::ceil(window.x + window.width)), picture.width());
    const int bottom = std::min(int(std::ceil(window.y + window.height)), picture.height());
    PixelMap inside(left, top, std::max(right - left, 0), std::max(bottom - top, 0));
    const int side = int(probabilities.size(0));
    const auto* values = probabilities.data_ptr<float>();
    double sure = 0;
    double possible = 0;
    for (int y = top; y < bottom; ++y) {
        const double down = std::clamp((y + 0.5 - window.y) / window.height * side - 0.5, 0.0, side - 1.0);
        const int row = std::min(int(down), side - 2);
        for (int x = left; x < right; ++x) {
            const double across = std::clamp((x + 0.5 - window.x) / window.width * side - 0.5, 0.0, side - 1.0);
            const int column = std::min(int(across), side - 2);
            const float* at = values + row * side + column;
            const double upper = at[0] + (at[1] - at[0]) * (across - column);
            const double lower = at[side] + (at[side + 1] - at[side]) * (across - column);
            const double value = upper + (lower - upper) * (down - row);
            *inside.find(x, y) = value > 0.5 ? 1 : 0;
            sure += value > 0.5 ? value : 0;
            possible += value > 0.5 ? 1 : value;
        }
    }
    PixelMap mask = cleaned(inside, clicks);
    if (mask.values.empty()) {
        return {mapOfRings({ellipseThrough(clicks)}, picture.width(), picture.height()), 0};
    }
    return {std::move(mask), possible > 0 ? sure / possible : 0};
}

} // namespace

std::vector<ParameterGroup> backboneGroups(const torch::nn::Module& net, double weightDecay, double backboneRate)
{
    std::vector<ParameterGroup> groups = {
        {{}, 1, weightDecay}, {{}, 1, 0}, {{}, backboneRate, weightDecay}, {{}, backboneRate, 0}};
    for (const auto& each : net.named_parameters()) {
        const std::size_t isBackbone = each.key().compare(0, 9, "backbone.") == 0 ? 2 : 0;
        groups[isBackbone + (each.value().dim() > 1 ? 0 : 1)].parameters.push_back(each.value());
    }
    return groups;
}

at::Tensor diceLoss(const at::Tensor& probabilities, const at::Tensor& truth)
{
    const at::Tensor p = probabilities.flatten(1);
    const at::Tensor t = truth.flatten(1);
    return (1 - (2 * (p * t).sum(1) + 1) / (p.sum(1) + t.sum(1) + 1)).mean();
}

ContourAnswer answerContour(ContourNet& net, const Pyramid& picture, const Clicks& clicks,
                            const ContourSettings& settings, const c10::Device& device)
{
    const c10::AutoGradMode noGrad(false);
    const int side = settings.side;
    const ContourWindow window = windowOf(clicks, settings.margin);
    const ContourInput input = contourInput(picture, clicks, window, side, false);
    const at::Tensor channels = stacked({input.channels}, {1, side, side, 2});
    const at::Tensor x = contourTensor(bytesOf({input.picture}), channels, settings.convention, device);
    at::Tensor scores;
    {
        const MixedPrecision precision(device);
        scores = net.forward(x);
    }
    const at::Tensor probabilities = scores[0].to(at::kFloat).sigmoid().cpu().contiguous();
    return onPicture(probabilities, window, picture, clicks);
}

double contourOverlap(ContourNet& net, const Pyramid& picture, const PixelMap& mask, std::uint64_t number,
                      const ContourSettings& settings, const c10::Device& device)
{
    constexpr double kMiss = 2;
    Random random(17, number);
    return maskOverlap(answerContour(net, picture, clicksOf(mask, kMiss, random), settings, device).mask, mask);
}

struct ContourTask::Batches {
    Batches(const ContourTask& task, std::uint64_t first)
        : queue([&task](std::uint64_t number) { return make(task, number); }, first, task.m_settings.threads,
                std::size_t(task.m_settings.threads) + 2)
    {
    }

    static ContourBatch make(const ContourTask& task, std::uint64_t number)
    {
        const ContourSettings& settings = task.m_settings;
        Random random(settings.seed, number);
        Rounds rounds(task.m_training.size(), settings.seed);
        std::vector<Picture> pictures;
        std::vector<std::vector<float>> channels;
        std::vector<std::vector<float>> truths;
        for (int i = 0; i < settings.batch; ++i) {
            const ContourSample& sample =
                task.m_training[rounds.at(number * std::uint64_t(settings.batch) + std::uint64_t(i))];
            const auto source = task.m_pictures->get(sample.picture);
            if (!source) {
                continue;
            }
            const Clicks clicks = clicksOf(*sample.mask, settings.noise, random);
            const ContourWindow window = windowOf(clicks, random.between(settings.leastMargin, settings.mostMargin));
            const bool isMirrored = random.chance(0.5);
            ContourInput input = contourInput(**source, clicks, window, settings.side, isMirrored);
            shiftColours(input.picture, settings.colour, random);
            pictures.push_back(std::move(input.picture));
            channels.push_back(std::move(input.channels));
            truths.push_back(contourTruth(*sample.mask, window, settings.side, isMirrored));
        }
        const auto count = std::int64_t(pictures.size());
        return {bytesOf(pictures), stacked(channels, {count, settings.side, settings.side, 2}),
                stacked(truths, {count, settings.side, settings.side})};
    }

    BatchQueue<ContourBatch> queue;
};

ContourTask::ContourTask(std::shared_ptr<ContourNet> net, std::shared_ptr<const PictureSource> source,
                         std::vector<ContourSample> training, std::vector<ContourSample> validation,
                         const ContourSettings& settings, const c10::Device& device)
    : m_net(std::move(net)),
      m_pictures(std::make_shared<PictureCache>(std::move(source), settings.longSide, settings.cacheBytes)),
      m_training(std::move(training)), m_validation(std::move(validation)), m_settings(settings), m_device(device)
{
    placeNet(*m_net, device);
}

ContourTask::~ContourTask() = default;

std::vector<ParameterGroup> ContourTask::groups()
{
    return backboneGroups(*m_net, m_settings.weightDecay, m_settings.backboneRate);
}

Result<> ContourTask::begin(std::int64_t step)
{
    const auto isReadable = [this](const ContourSample& sample) { return bool(m_pictures->get(sample.picture)); };
    if (std::none_of(m_training.begin(), m_training.end(), isReadable)) {
        return failure(ErrorCode::InvalidArgument, "None of the training pictures can be read.");
    }
    m_batches = std::make_unique<Batches>(*this, std::uint64_t(step));
    return {};
}

TrainTask::Loss ContourTask::loss(double)
{
    ContourBatch batch = m_batches->queue.next();
    for (int tries = 0; batch.truth.size(0) < 2; ++tries) { // batch normalisation needs two
        if (tries > 1000) {
            throw std::runtime_error("Too few of the training pictures can be read.");
        }
        batch = m_batches->queue.next();
    }
    const at::Tensor truth = batch.truth.to(m_device);
    const at::Tensor x = contourTensor(batch.bytes, batch.channels, m_settings.convention, m_device);
    at::Tensor scores;
    {
        const MixedPrecision precision(m_device);
        scores = m_net->forward(x).to(at::kFloat);
    }
    const at::Tensor entropy = at::binary_cross_entropy_with_logits(scores, truth);
    const at::Tensor dice = diceLoss(scores.sigmoid(), truth);
    return {entropy + dice, {{"entropyLoss", entropy.item<double>()}, {"diceLoss", dice.item<double>()}}};
}

Result<Metrics> ContourTask::validate()
{
    std::vector<double> overlaps;
    for (std::size_t i = 0; i < m_validation.size(); ++i) {
        if (const auto source = m_pictures->get(m_validation[i].picture)) {
            overlaps.push_back(contourOverlap(*m_net, **source, *m_validation[i].mask, i, m_settings, m_device));
        }
    }
    if (overlaps.empty()) {
        return Metrics{};
    }
    const auto good = std::count_if(overlaps.begin(), overlaps.end(), [](double each) { return each >= 0.8; });
    const auto count = double(overlaps.size());
    return Metrics{{"iou", std::accumulate(overlaps.begin(), overlaps.end(), 0.0) / count},
                   {"good", double(good) / count}};
}

} // namespace lw::learn
