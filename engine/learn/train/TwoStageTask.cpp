// SPDX-License-Identifier: GPL-3.0-or-later
//! Regions from anchors, samples of both, four losses; answers class by class.
#include "engine/learn/train/TwoStageTask.h"

#include "engine/learn/data/BatchQueue.h"
#include "engine/learn/train/ContourTask.h"
#include "engine/learn/train/Device.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <atomic>
#include <numeric>

namespace lw::learn {

namespace {

constexpr double kLeastSide = 1e-3; ///< regions that are narrower are none
constexpr double kBeta = 1.0 / 9;   ///< where the loss of boxes turns from a parabola to a line

struct TwoStageBatch {
    at::Tensor bytes;
    std::vector<std::vector<TargetBox>> boxes;
};

at::Tensor clipped(const at::Tensor& boxes, double width, double height)
{
    return at::stack({boxes.select(-1, 0).clamp(0, width), boxes.select(-1, 1).clamp(0, height),
                      boxes.select(-1, 2).clamp(0, width), boxes.select(-1, 3).clamp(0, height)},
                     -1);
}

/// The regions of one picture: the best of each level without doubles, then the best of all.
at::Tensor regionsOf(const at::Tensor& scores, const at::Tensor& deltas, const at::Tensor& anchors,
                     const DetectorSettings& settings, const TwoStageSettings& stages)
{
    std::vector<at::Tensor> boxes;
    std::vector<at::Tensor> values;
    std::int64_t start = 0;
    std::int64_t across = settings.width / 4;
    std::int64_t down = settings.height / 4;
    for (std::size_t level = 0; level < TwoStageDetector::kLevels; ++level) {
        const std::int64_t count = across * down * 3;
        const auto best = scores.slice(0, start, start + count).topk(std::min(count, stages.mostBefore));
        const at::Tensor rows = std::get<1>(best) + start;
        const at::Tensor own =
            clipped(decodedBoxes(deltas.index_select(0, rows), anchors.index_select(0, rows), kRegionWeights),
                    settings.width, settings.height);
        const at::Tensor isThere =
            (own.select(1, 2) - own.select(1, 0)).ge(kLeastSide) & (own.select(1, 3) - own.select(1, 1)).ge(kLeastSide);
        const at::Tensor there = isThere.nonzero().view({-1});
        const at::Tensor places = own.index_select(0, there);
        const at::Tensor worth = std::get<0>(best).index_select(0, there);
        const at::Tensor kept =
            at::tensor(keptBoxes(places, worth, stages.mostOverlap, stages.mostRegions), at::kLong).to(scores.device());
        boxes.push_back(places.index_select(0, kept));
        values.push_back(worth.index_select(0, kept));
        start += count;
        across = (across + 1) / 2;
        down = (down + 1) / 2;
    }
    const at::Tensor all = at::cat(values);
    const at::Tensor best = std::get<1>(all.topk(std::min(all.size(0), stages.mostRegions)));
    return at::cat(boxes).index_select(0, best);
}

/// Rows of the samples: those on objects (matches >= 0), at most `most * share`, then background (-1).
struct Samples {
    at::Tensor objects;
    at::Tensor all; ///< objects first
};

Samples samplesOf(const at::Tensor& matches, std::int64_t most, double share)
{
    const auto some = [](const at::Tensor& rows, std::int64_t count) {
        const at::Tensor order = at::randperm(rows.size(0), at::TensorOptions().dtype(at::kLong)).to(rows.device());
        return rows.index_select(0, order.slice(0, 0, count));
    };
    const at::Tensor objects = some(matches.ge(0).nonzero().view({-1}), std::int64_t(double(most) * share));
    const at::Tensor others = some(matches.eq(-1).nonzero().view({-1}), most - objects.size(0));
    return {objects, at::cat({objects, others})};
}

at::Tensor boxLoss(const at::Tensor& said, const at::Tensor& wanted)
{
    const at::Tensor off = (said - wanted).abs();
    return at::where(off.lt(kBeta), 0.5 * off * off / kBeta, off - 0.5 * kBeta).sum();
}

at::Tensor tensorOf(const std::vector<TargetBox>& boxes, const c10::Device& device)
{
    std::vector<float> numbers;
    for (const TargetBox& box : boxes) {
        numbers.insert(numbers.end(), {box.left, box.top, box.right, box.bottom});
    }
    return (numbers.empty() ? at::zeros({0, 4}) : at::tensor(numbers).view({-1, 4})).to(device);
}

at::Tensor labelsOf(const std::vector<TargetBox>& boxes, const c10::Device& device)
{
    std::vector<std::int64_t> labels;
    for (const TargetBox& box : boxes) {
        labels.push_back(box.label + 1);
    }
    return (labels.empty() ? at::zeros({0}, at::kLong) : at::tensor(labels)).to(device);
}

/// What both stages have to say about one picture.
std::vector<DetectedBox> objectsOf(const RegionClasses& said, const at::Tensor& regions,
                                   const DetectorSettings& settings, const DetectionLimits& limits)
{
    const at::Tensor scores = said.scores.softmax(1);
    const at::Tensor boxes =
        clipped(decodedBoxes(said.deltas, regions.unsqueeze(1), kClassWeights), settings.width, settings.height);
    const at::Tensor found = scores.slice(1, 1).gt(limits.leastScore).nonzero().cpu();
    const at::Tensor values = scores.cpu().contiguous();
    const at::Tensor places = boxes.cpu().contiguous();
    const auto row = found.accessor<std::int64_t, 2>();
    const auto score = values.accessor<float, 2>();
    const auto place = places.accessor<float, 3>();
    std::vector<DetectedBox> list;
    for (std::int64_t i = 0; i < found.size(0); ++i) {
        const auto box = place[row[i][0]][row[i][1] + 1];
        const Box own{box[0], box[1], double(box[2]) - box[0], double(box[3]) - box[1]};
        if (own.width >= kLeastSide && own.height >= kLeastSide) {
            list.push_back({0, int(row[i][1]), own, score[row[i][0]][row[i][1] + 1]});
        }
    }
    return suppressed(std::move(list), limits);
}

} // namespace

at::Tensor pairOverlaps(const at::Tensor& one, const at::Tensor& other)
{
    const auto area = [](const at::Tensor& boxes) {
        return (boxes.select(1, 2) - boxes.select(1, 0)) * (boxes.select(1, 3) - boxes.select(1, 1));
    };
    const at::Tensor first = at::maximum(one.slice(1, 0, 2).unsqueeze(1), other.slice(1, 0, 2).unsqueeze(0));
    const at::Tensor last = at::minimum(one.slice(1, 2, 4).unsqueeze(1), other.slice(1, 2, 4).unsqueeze(0));
    const at::Tensor size = (last - first).clamp_min(0);
    const at::Tensor common = size.select(2, 0) * size.select(2, 1);
    return common / (area(one).unsqueeze(1) + area(other).unsqueeze(0) - common).clamp_min(1e-9);
}

at::Tensor matchedBoxes(const at::Tensor& overlaps, double background, double foreground, bool keepsBest)
{
    if (overlaps.size(1) == 0) {
        return at::full({overlaps.size(0)}, -1, overlaps.options().dtype(at::kLong));
    }
    const auto best = overlaps.max(1);
    const at::Tensor& value = std::get<0>(best);
    at::Tensor matches = std::get<1>(best).clone();
    const at::Tensor plain = matches.clone();
    matches.masked_fill_(value.lt(foreground), -2);
    matches.masked_fill_(value.lt(background), -1);
    if (keepsBest) {
        const at::Tensor most = std::get<0>(overlaps.max(0)).clamp_min(1e-6);
        const at::Tensor isBest = overlaps.ge(most.unsqueeze(0)).any(1);
        matches = at::where(isBest, plain, matches);
    }
    return matches;
}

std::vector<std::int64_t> keptBoxes(const at::Tensor& boxes, const at::Tensor& scores, double overlap,
                                    std::int64_t most)
{
    const at::Tensor plain = boxes.detach().to(at::kCPU).contiguous();
    const at::Tensor values = scores.detach().to(at::kCPU).contiguous();
    const auto* box = plain.data_ptr<float>();
    const auto* value = values.data_ptr<float>();
    std::vector<std::int64_t> order(std::size_t(plain.size(0)));
    std::iota(order.begin(), order.end(), std::int64_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::int64_t one, std::int64_t other) { return value[one] > value[other]; });
    const auto area = [](const float* each) { return (each[2] - each[0]) * (each[3] - each[1]); };
    std::vector<std::int64_t> kept;
    for (const std::int64_t candidate : order) {
        const float* own = box + 4 * candidate;
        const bool isDouble = std::any_of(kept.begin(), kept.end(), [&](std::int64_t better) {
            const float* other = box + 4 * better;
            const float width = std::min(own[2], other[2]) - std::max(own[0], other[0]);
            const float height = std::min(own[3], other[3]) - std::max(own[1], other[1]);
            const float common = width > 0 && height > 0 ? width * height : 0;
            return double(common) > overlap * double(area(own) + area(other) - common);
        });
        if (!isDouble) {
            kept.push_back(candidate);
        }
        if (std::int64_t(kept.size()) >= most) {
            break;
        }
    }
    return kept;
}

std::vector<DetectedBox> detect(TwoStageDetector& net, PictureCache& pictures, const std::vector<std::size_t>& indices,
                                const DetectorSettings& settings, const TwoStageSettings& stages,
                                const c10::Device& device, const DetectionLimits& limits)
{
    const at::Tensor anchors =
        TwoStageDetector::anchors(settings.width, settings.height, at::TensorOptions(device).dtype(at::kFloat));
    const auto boxesOfBatch = [&](const at::Tensor& x) {
        const std::vector<at::Tensor> levels = net.features(x);
        const RegionOutput first = net.regions(levels);
        std::vector<at::Tensor> regions;
        std::vector<std::int64_t> counts;
        for (std::int64_t i = 0; i < x.size(0); ++i) {
            regions.push_back(regionsOf(first.scores[i], first.deltas[i], anchors, settings, stages));
            counts.push_back(regions.back().size(0));
        }
        const RegionClasses all = net.classify(levels, regions);
        std::vector<std::vector<DetectedBox>> boxes;
        std::int64_t start = 0;
        for (std::size_t i = 0; i < regions.size(); ++i) {
            const RegionClasses own{all.scores.slice(0, start, start + counts[i]),
                                    all.deltas.slice(0, start, start + counts[i])};
            boxes.push_back(objectsOf(own, regions[i], settings, limits));
            for (DetectedBox& each : boxes.back()) {
                each.image = std::int64_t(i);
            }
            start += counts[i];
        }
        return boxes;
    };
    return detectWith(boxesOfBatch, pictures, indices, settings, device);
}

struct TwoStageTask::Batches {
    Batches(const TwoStageTask& task, std::uint64_t first)
        : queue([this, &task](std::uint64_t number) { return make(task, number); }, first, task.m_settings.threads,
                std::size_t(task.m_settings.threads) + 2)
    {
    }

    TwoStageBatch make(const TwoStageTask& task, std::uint64_t number) const
    {
        const DetectorSettings& settings = task.m_settings;
        Random random(settings.seed, number);
        Rounds rounds(task.m_training.size(), settings.seed);
        std::vector<Picture> pictures;
        TwoStageBatch batch;
        for (int i = 0; i < settings.batch; ++i) {
            const std::size_t first = rounds.at(number * std::uint64_t(settings.batch) + std::uint64_t(i));
            DetectorInput input = augmentedInput(*task.m_pictures, task.m_training, first, settings.width,
                                                 settings.height, settings.augmentation, hasMosaic, random);
            pictures.push_back(std::move(input.picture));
            batch.boxes.push_back(std::move(input.boxes));
        }
        batch.bytes = bytesOf(pictures);
        return batch;
    }

    std::atomic<bool> hasMosaic{true};
    BatchQueue<TwoStageBatch> queue; ///< last: its threads read the above
};

TwoStageTask::TwoStageTask(std::shared_ptr<TwoStageDetector> net, std::shared_ptr<const PictureSource> source,
                           std::vector<DetectionSample> training, std::vector<DetectionSample> validation,
                           const DetectorSettings& settings, const TwoStageSettings& stages, const c10::Device& device)
    : m_net(std::move(net)),
      m_pictures(std::make_shared<PictureCache>(std::move(source), std::max(settings.width, settings.height) * 3 / 2,
                                                settings.cacheBytes)),
      m_training(std::move(training)), m_validation(std::move(validation)), m_settings(settings), m_stages(stages),
      m_device(device)
{
    placeNet(*m_net, device);
    m_anchors = TwoStageDetector::anchors(settings.width, settings.height, at::TensorOptions(device).dtype(at::kFloat));
}

TwoStageTask::~TwoStageTask() = default;

std::vector<ParameterGroup> TwoStageTask::groups()
{
    return backboneGroups(*m_net, m_settings.weightDecay, m_settings.backboneRate);
}

Result<> TwoStageTask::begin(std::int64_t step)
{
    const auto isReadable = [this](const DetectionSample& sample) { return bool(m_pictures->get(sample.picture)); };
    if (std::none_of(m_training.begin(), m_training.end(), isReadable)) {
        return failure(ErrorCode::InvalidArgument, "None of the training pictures can be read.");
    }
    m_batches = std::make_unique<Batches>(*this, std::uint64_t(step));
    return {};
}

TrainTask::Loss TwoStageTask::loss(double progress)
{
    m_batches->hasMosaic = progress < m_settings.mosaicUntil;
    const TwoStageBatch batch = m_batches->queue.next();
    const at::Tensor x = networkInput(batch.bytes, m_settings.convention, m_device);
    std::vector<at::Tensor> levels;
    RegionOutput first;
    {
        const MixedPrecision precision(m_device);
        levels = m_net->features(x);
        first = m_net->regions(levels);
    }
    at::Tensor anchorScores = at::zeros({}, x.options().dtype(at::kFloat));
    at::Tensor anchorBoxes = anchorScores.clone();
    std::int64_t anchorCount = 0;
    std::vector<at::Tensor> regions;
    std::vector<at::Tensor> wantedLabels;
    std::vector<at::Tensor> wantedBoxes;
    for (std::size_t i = 0; i < batch.boxes.size(); ++i) {
        const auto number = std::int64_t(i);
        const at::Tensor truth = tensorOf(batch.boxes[i], m_device);
        const at::Tensor labels = labelsOf(batch.boxes[i], m_device);
        {
            const at::Tensor matches = matchedBoxes(pairOverlaps(m_anchors, truth), 0.3, 0.7, true);
            const Samples samples = samplesOf(matches, m_stages.anchorSamples, 0.5);
            const at::Tensor wanted = matches.index_select(0, samples.all).ge(0).to(at::kFloat);
            anchorScores =
                anchorScores + at::binary_cross_entropy_with_logits(first.scores[number].index_select(0, samples.all),
                                                                    wanted, {}, {}, at::Reduction::Sum);
            const at::Tensor target = truth.index_select(0, matches.index_select(0, samples.objects));
            anchorBoxes =
                anchorBoxes + boxLoss(first.deltas[number].index_select(0, samples.objects),
                                      encodedBoxes(target, m_anchors.index_select(0, samples.objects), kRegionWeights));
            anchorCount += samples.all.size(0);
        }
        const c10::AutoGradMode noGrad(false);
        // The true boxes are regions, too: the second stage has something to learn from the first step on.
        const at::Tensor proposed =
            regionsOf(first.scores[number].detach(), first.deltas[number].detach(), m_anchors, m_settings, m_stages);
        const at::Tensor all = at::cat({proposed, truth});
        const at::Tensor matches = matchedBoxes(pairOverlaps(all, truth), 0.5, 0.5, false);
        const Samples samples = samplesOf(matches, m_stages.regionSamples, 0.25);
        const at::Tensor own = matches.index_select(0, samples.all);
        regions.push_back(all.index_select(0, samples.all));
        wantedLabels.push_back(at::cat({labels.index_select(0, own.slice(0, 0, samples.objects.size(0))),
                                        at::zeros({own.size(0) - samples.objects.size(0)}, labels.options())}));
        wantedBoxes.push_back(encodedBoxes(truth.index_select(0, own.slice(0, 0, samples.objects.size(0))),
                                           all.index_select(0, samples.objects), kClassWeights));
    }
    RegionClasses second;
    {
        const MixedPrecision precision(m_device);
        second = m_net->classify(levels, regions);
    }
    const at::Tensor labels = at::cat(wantedLabels);
    const at::Tensor objects = labels.gt(0).nonzero().view({-1});
    const at::Tensor said = second.deltas.index_select(0, objects)
                                .gather(1, labels.index_select(0, objects).view({-1, 1, 1}).expand({-1, 1, 4}))
                                .squeeze(1);
    const auto regionCount = double(std::max<std::int64_t>(labels.size(0), 1));
    const auto anchorTotal = double(std::max<std::int64_t>(anchorCount, 1));
    const at::Tensor classLoss = -second.scores.log_softmax(1).gather(1, labels.unsqueeze(1)).sum() / regionCount;
    const at::Tensor places = boxLoss(said, at::cat(wantedBoxes)) / regionCount;
    const at::Tensor anchorLoss = anchorScores / anchorTotal;
    const at::Tensor anchorPlaces = anchorBoxes / anchorTotal;
    return {classLoss + places + anchorLoss + anchorPlaces,
            {{"classLoss", classLoss.item<double>()},
             {"boxLoss", places.item<double>()},
             {"regionLoss", anchorLoss.item<double>()},
             {"regionBoxLoss", anchorPlaces.item<double>()}}};
}

Result<Metrics> TwoStageTask::validate()
{
    if (m_validation.empty()) {
        return Metrics{};
    }
    const std::vector<DetectedBox> found =
        detect(*m_net, *m_pictures, picturesOf(m_validation), m_settings, m_stages, m_device, {0.05, 0.5, 100});
    return boxMetrics(m_validation, found, int(m_net->classes()));
}

} // namespace lw::learn
