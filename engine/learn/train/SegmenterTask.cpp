// SPDX-License-Identifier: GPL-3.0-or-later
//! Cross entropy over pixels, rare classes weighted; pieces of classes as objects.
#include "engine/learn/train/SegmenterTask.h"

#include "engine/learn/data/BatchQueue.h"
#include "engine/learn/train/ContourTask.h"
#include "engine/learn/train/Device.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <stdexcept>

namespace lw::learn {

namespace {

constexpr int kLongestSide = 1280;
constexpr double kCrumb = 0.0005; ///< of a picture's pixels: a smaller piece is noise

struct SegmenterBatch {
    at::Tensor bytes;
    at::Tensor labels; ///< (N, H, W) whole numbers
};

at::Tensor tensorOf(const std::vector<PixelMap>& maps, int width, int height)
{
    const at::Tensor all = at::empty({std::int64_t(maps.size()), height, width}, at::kByte);
    auto* target = all.data_ptr<std::uint8_t>();
    for (const PixelMap& map : maps) {
        std::memcpy(target, map.values.data(), map.values.size());
        target += map.values.size();
    }
    return all.to(at::kLong);
}

/// 1 / sqrt(share of the pixels), between a third and 4, with a mean of 1 over the pixels.
at::Tensor pixelWeights(PictureCache& pictures, const std::vector<SegmentationSample>& samples, std::int64_t classes)
{
    constexpr std::size_t kMostSamples = 200;
    constexpr int kSide = 64;
    std::vector<double> counts(std::size_t(classes) + 1, 0);
    const std::size_t step = std::max<std::size_t>(1, samples.size() / kMostSamples);
    for (std::size_t i = 0; i < samples.size(); i += step) {
        if (const auto source = pictures.get(samples[i].picture)) {
            PixelMap small(0, 0, kSide, kSide);
            const int width = (*source)->width();
            const int height = (*source)->height();
            drawLabels(small, samples[i], width, height, {double(width) / kSide, 0, double(height) / kSide, 0});
            for (const std::uint8_t value : small.values) {
                if (value < counts.size()) {
                    counts[value] += 1;
                }
            }
        }
    }
    double pixels = 0;
    double sum = 0;
    for (const double count : counts) {
        pixels += count;
        sum += std::sqrt(count);
    }
    std::vector<float> weights;
    for (const double count : counts) {
        weights.push_back(count > 0 ? float(std::clamp(pixels / sum / std::sqrt(count), 0.33, 4.0)) : 1.0F);
    }
    return at::tensor(weights);
}

/// A piece of a reduced picture, in pixels of the full one.
PixelMap enlargedPiece(const PixelMap& piece, const SegmentedPicture& picture)
{
    const double scaleX = double(picture.fullWidth) / picture.labels.width;
    const double scaleY = double(picture.fullHeight) / picture.labels.height;
    if (scaleX == 1 && scaleY == 1) {
        return piece;
    }
    const int left = int(piece.x * scaleX);
    const int top = int(piece.y * scaleY);
    const int right = std::min(int(std::ceil((piece.x + piece.width) * scaleX)), picture.fullWidth);
    const int bottom = std::min(int(std::ceil((piece.y + piece.height) * scaleY)), picture.fullHeight);
    PixelMap full(left, top, right - left, bottom - top);
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) {
            *full.find(x, y) = piece.at(int((x + 0.5) / scaleX), int((y + 0.5) / scaleY));
        }
    }
    return tightened(full);
}

} // namespace

SegmentedPicture segment(Segmenter& net, const Pyramid& picture, const SegmenterSettings& settings,
                         const c10::Device& device)
{
    const c10::AutoGradMode noGrad(false);
    double scale = 1;
    const Picture input = fittedInput(picture, settings.width, settings.height, scale);
    const at::Tensor x = networkInput(bytesOf({input}), settings.convention, device);
    at::Tensor scores;
    {
        const MixedPrecision precision(device);
        scores = net.forward(x);
    }
    const auto side = [](double full, double by, int most) {
        return std::clamp<std::int64_t>(std::llround(full * by), 1, most);
    };
    const double reduction = std::min(1.0, double(kLongestSide) / std::max(picture.width(), picture.height()));
    const std::int64_t width = side(picture.width(), reduction, kLongestSide);
    const std::int64_t height = side(picture.height(), reduction, kLongestSide);
    const at::Tensor own = scores.slice(2, 0, side(picture.height(), scale, settings.height))
                               .slice(3, 0, side(picture.width(), scale, settings.width));
    const at::Tensor probabilities = enlarged(own, height, width)[0].softmax(0);
    const auto best = probabilities.max(0);
    const at::Tensor values = std::get<0>(best).cpu().contiguous();
    const at::Tensor labels = std::get<1>(best).to(at::kByte).cpu().contiguous();
    SegmentedPicture result{PixelMap(0, 0, int(width), int(height)), {}, picture.width(), picture.height()};
    std::copy_n(labels.data_ptr<std::uint8_t>(), result.labels.values.size(), result.labels.values.begin());
    absorbCrumbs(result.labels, std::llround(kCrumb * double(labels.numel())), kIgnoredPixel);
    result.confidences.assign(values.data_ptr<float>(), values.data_ptr<float>() + values.numel());
    return result;
}

std::vector<FoundMask> piecesOf(const SegmentedPicture& picture, double leastShare, double leastConfidence)
{
    std::vector<char> isThere(256, 0);
    for (const std::uint8_t value : picture.labels.values) {
        isThere[value] = 1;
    }
    const auto least = std::max<std::int64_t>(1, std::llround(leastShare * double(picture.labels.values.size())));
    std::vector<FoundMask> found;
    for (std::size_t value = 1; value < kIgnoredPixel; ++value) {
        if (!isThere[value]) {
            continue;
        }
        for (const PixelMap& piece : piecesOf(picture.labels, std::uint8_t(value), least)) {
            double sum = 0;
            for (int y = piece.y; y < piece.y + piece.height; ++y) {
                for (int x = piece.x; x < piece.x + piece.width; ++x) {
                    const auto place = std::size_t(y) * std::size_t(picture.labels.width) + std::size_t(x);
                    sum += *piece.find(x, y) != 0 ? double(picture.confidences[place]) : 0;
                }
            }
            const double confidence = sum / double(piece.area());
            if (confidence >= leastConfidence) {
                found.push_back({int(value) - 1, enlargedPiece(piece, picture), confidence});
            }
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const FoundMask& one, const FoundMask& other) { return one.confidence > other.confidence; });
    return found;
}

std::vector<double> classOverlaps(const ConfusionMatrix& matrix)
{
    std::vector<double> overlaps;
    for (const ClassRow& row : matrix.rows()) {
        const std::int64_t all = row.isTrue + row.isSaid - row.isRight;
        overlaps.push_back(all > 0 ? double(row.isRight) / double(all) : -1);
    }
    return overlaps;
}

double meanOverlap(const std::vector<double>& overlaps)
{
    double sum = 0;
    double count = 0;
    for (const double each : overlaps) {
        sum += each < 0 ? 0 : each;
        count += each < 0 ? 0 : 1;
    }
    return count > 0 ? sum / count : 0;
}

struct SegmenterTask::Batches {
    Batches(const SegmenterTask& task, std::uint64_t first)
        : queue([&task](std::uint64_t number) { return make(task, number); }, first, task.m_settings.threads,
                std::size_t(task.m_settings.threads) + 2)
    {
    }

    static SegmenterBatch make(const SegmenterTask& task, std::uint64_t number)
    {
        const SegmenterSettings& settings = task.m_settings;
        Random random(settings.seed, number);
        Rounds rounds(task.m_training.size(), settings.seed);
        std::vector<Picture> pictures;
        std::vector<PixelMap> labels;
        for (int i = 0; i < settings.batch; ++i) {
            const std::size_t sample = rounds.at(number * std::uint64_t(settings.batch) + std::uint64_t(i));
            Result<SegmenterInput> input = augmentedInput(*task.m_pictures, task.m_training[sample], settings.width,
                                                          settings.height, settings.augmentation, random);
            if (input) {
                pictures.push_back(std::move(input->picture));
                labels.push_back(std::move(input->labels));
            }
        }
        return {bytesOf(pictures), tensorOf(labels, settings.width, settings.height)};
    }

    BatchQueue<SegmenterBatch> queue;
};

SegmenterTask::SegmenterTask(std::shared_ptr<Segmenter> net, std::shared_ptr<const PictureSource> source,
                             std::vector<SegmentationSample> training, std::vector<SegmentationSample> validation,
                             const SegmenterSettings& settings, const c10::Device& device)
    : m_net(std::move(net)),
      m_pictures(std::make_shared<PictureCache>(std::move(source), std::max(settings.width, settings.height) * 3 / 2,
                                                settings.cacheBytes)),
      m_training(std::move(training)), m_validation(std::move(validation)), m_settings(settings), m_device(device)
{
    placeNet(*m_net, device);
}

SegmenterTask::~SegmenterTask() = default;

std::vector<ParameterGroup> SegmenterTask::groups()
{
    return backboneGroups(*m_net, m_settings.weightDecay, m_settings.backboneRate);
}

Result<> SegmenterTask::begin(std::int64_t step)
{
    const auto isReadable = [this](const SegmentationSample& sample) { return bool(m_pictures->get(sample.picture)); };
    if (std::none_of(m_training.begin(), m_training.end(), isReadable)) {
        return failure(ErrorCode::InvalidArgument, "None of the training pictures can be read.");
    }
    m_classWeights = pixelWeights(*m_pictures, m_training, m_net->classes()).to(m_device);
    m_batches = std::make_unique<Batches>(*this, std::uint64_t(step));
    return {};
}

TrainTask::Loss SegmenterTask::loss(double)
{
    SegmenterBatch batch = m_batches->queue.next();
    for (int tries = 0; batch.labels.size(0) < 1; ++tries) {
        if (tries > 1000) {
            throw std::runtime_error("Too few of the training pictures can be read.");
        }
        batch = m_batches->queue.next();
    }
    const at::Tensor labels = batch.labels.to(m_device);
    const at::Tensor x = networkInput(batch.bytes, m_settings.convention, m_device);
    at::Tensor scores;
    {
        const MixedPrecision precision(m_device);
        scores = m_net->forward(x);
    }
    // Pixels without a label weigh nothing; a batch of nothing else must not divide by zero.
    const at::Tensor isKnown = labels.ne(std::int64_t(kIgnoredPixel));
    const at::Tensor known = labels.masked_fill(isKnown.logical_not(), 0);
    const at::Tensor weights = m_classWeights.index_select(0, known.flatten()).view_as(known) * isKnown;
    const at::Tensor entropy = -scores.log_softmax(1).gather(1, known.unsqueeze(1)).squeeze(1);
    const at::Tensor total = (entropy * weights).sum() / weights.sum().clamp_min(1);
    const at::Tensor right = scores.detach().argmax(1).eq(labels).sum() / isKnown.sum().clamp_min(1);
    return {total, {{"accuracy", right.item<double>()}}};
}

Result<Metrics> SegmenterTask::validate()
{
    if (m_validation.empty()) {
        return Metrics{};
    }
    const int classes = int(m_net->classes());
    ConfusionMatrix matrix(classes, true);
    const auto classOf = [&](std::uint8_t value) { return value == 0 ? matrix.background() : int(value) - 1; };
    for (const SegmentationSample& sample : m_validation) {
        const auto source = m_pictures->get(sample.picture);
        if (!source) {
            continue;
        }
        const SegmentedPicture said = segment(*m_net, **source, m_settings, m_device);
        PixelMap truth(0, 0, said.labels.width, said.labels.height);
        drawLabels(truth, sample, said.fullWidth, said.fullHeight,
                   {double(said.fullWidth) / truth.width, 0, double(said.fullHeight) / truth.height, 0});
        for (std::size_t i = 0; i < truth.values.size(); ++i) {
            if (truth.values[i] != kIgnoredPixel) {
                matrix.add(classOf(truth.values[i]), classOf(said.labels.values[i]));
            }
        }
    }
    return Metrics{{"miou", meanOverlap(classOverlaps(matrix))}, {"accuracy", matrix.accuracy()}};
}

} // namespace lw::learn
