// SPDX-License-Identifier: GPL-3.0-or-later
//! Batches for the detector, its loss, mAP on the validation pictures.
#include "engine/learn/train/DetectorTask.h"

#include "engine/learn/data/BatchQueue.h"
#include "engine/learn/evaluate/CocoEvaluator.h"
#include "engine/learn/train/DetectorLoss.h"
#include "engine/learn/train/Device.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <atomic>
#include <cmath>

namespace lw::learn {

struct DetectorTask::Batches {
    Batches(const DetectorTask& task, std::uint64_t first)
        : queue([this, &task](std::uint64_t number) { return make(task, number); }, first, task.m_settings.threads,
                std::size_t(task.m_settings.threads) + 2)
    {
    }

    DetectorBatch make(const DetectorTask& task, std::uint64_t number) const
    {
        const DetectorSettings& settings = task.m_settings;
        Random random(settings.seed, number);
        Rounds rounds(task.m_training.size(), settings.seed);
        std::vector<DetectorInput> inputs;
        for (int i = 0; i < settings.batch; ++i) {
            const std::size_t first = rounds.at(number * std::uint64_t(settings.batch) + std::uint64_t(i));
            inputs.push_back(augmentedInput(*task.m_pictures, task.m_training, first, settings.width, settings.height,
                                            settings.augmentation, hasMosaic, random));
        }
        return batchOf(inputs, settings.width, settings.height);
    }

    std::atomic<bool> hasMosaic{true};
    BatchQueue<DetectorBatch> queue; ///< last: its threads read the above
};

std::vector<DetectedBox> detect(Detector& net, PictureCache& pictures, const std::vector<std::size_t>& indices,
                                const DetectorSettings& settings, const c10::Device& device,
                                const DetectionLimits& limits)
{
    const auto boxesOfBatch = [&](const at::Tensor& x) {
        return boxesOf(net.forward(x), settings.width, settings.height, limits);
    };
    return detectWith(boxesOfBatch, pictures, indices, settings, device);
}

std::vector<DetectedBox> detectWith(const BatchBoxes& boxesOfBatch, PictureCache& pictures,
                                    const std::vector<std::size_t>& indices, const DetectorSettings& settings,
                                    const c10::Device& device)
{
    const c10::AutoGradMode noGrad(false);
    const MixedPrecision precision(device);
    std::vector<DetectedBox> all;
    for (std::size_t start = 0; start < indices.size(); start += std::size_t(settings.batch)) {
        std::vector<Picture> batch;
        std::vector<double> scales;
        std::vector<std::size_t> owners;
        for (std::size_t i = start; i < std::min(indices.size(), start + std::size_t(settings.batch)); ++i) {
            if (const Result<std::shared_ptr<const Pyramid>> source = pictures.get(indices[i])) {
                scales.push_back(1);
                batch.push_back(fittedInput(**source, settings.width, settings.height, scales.back()));
                owners.push_back(indices[i]);
            }
        }
        if (batch.empty()) {
            continue;
        }
        const at::Tensor x = networkInput(bytesOf(batch), settings.convention, device);
        for (std::vector<DetectedBox>& found : boxesOfBatch(x)) {
            for (DetectedBox& each : found) {
                const auto number = std::size_t(each.image);
                const double scale = scales[number];
                each.box = {each.box.x / scale, each.box.y / scale, each.box.width / scale, each.box.height / scale};
                each.image = std::int64_t(owners[number]);
                all.push_back(each);
            }
        }
    }
    return all;
}

std::vector<float> classWeights(const std::vector<DetectionSample>& samples, int classes)
{
    std::vector<double> counts(std::size_t(classes), 0);
    double objects = 0;
    for (const DetectionSample& sample : samples) {
        for (const LabelledBox& object : sample.objects) {
            counts[std::size_t(object.label)] += 1;
            objects += 1;
        }
    }
    double sum = 0; // over the objects, of 1 / sqrt(count)
    for (const double count : counts) {
        sum += std::sqrt(count);
    }
    std::vector<float> weights;
    for (const double count : counts) {
        weights.push_back(count > 0 ? float(objects / sum / std::sqrt(count)) : 1.0F);
    }
    return weights;
}

DetectorTask::DetectorTask(std::shared_ptr<Detector> net, std::shared_ptr<const PictureSource> source,
                           std::vector<DetectionSample> training, std::vector<DetectionSample> validation,
                           const DetectorSettings& settings, const c10::Device& device)
    : m_net(std::move(net)),
      m_pictures(std::make_shared<PictureCache>(std::move(source), std::max(settings.width, settings.height) * 3 / 2,
                                                settings.cacheBytes)),
      m_training(std::move(training)), m_validation(std::move(validation)), m_settings(settings), m_device(device)
{
    placeNet(*m_net, device);
    m_classWeights = at::tensor(classWeights(m_training, int(m_net->classes()))).to(device);
    m_points = detectorPoints(settings.width, settings.height, at::TensorOptions(device).dtype(at::kFloat));
}

DetectorTask::~DetectorTask() = default;

std::vector<ParameterGroup> DetectorTask::groups()
{
    std::vector<ParameterGroup> groups = {{{}, 1, m_settings.weightDecay},
                                          {{}, 1, 0},
                                          {{}, m_settings.backboneRate, m_settings.weightDecay},
                                          {{}, m_settings.backboneRate, 0}};
    for (const auto& each : m_net->named_parameters()) {
        const std::size_t isBackbone = each.key().compare(0, 9, "backbone.") == 0 ? 2 : 0;
        groups[isBackbone + (each.value().dim() > 1 ? 0 : 1)].parameters.push_back(each.value());
    }
    return groups;
}

Result<> DetectorTask::begin(std::int64_t step)
{
    const auto isReadable = [this](const DetectionSample& sample) { return bool(m_pictures->get(sample.picture)); };
    if (std::none_of(m_training.begin(), m_training.end(), isReadable)) {
        return failure(ErrorCode::InvalidArgument, "None of the training pictures can be read.");
    }
    m_batches = std::make_unique<Batches>(*this, std::uint64_t(step));
    return {};
}

TrainTask::Loss DetectorTask::loss(double progress)
{
    m_batches->hasMosaic = progress < m_settings.mosaicUntil;
    const DetectorBatch batch = m_batches->queue.next();
    const at::Tensor x = networkInput(batch.bytes, m_settings.convention, m_device);
    const DetectorOutput output = [&] {
        const MixedPrecision precision(m_device);
        return m_net->forward(x);
    }();
    const DetectorTargets targets{batch.points.to(m_device), batch.boxes.to(m_device), batch.labels.to(m_device)};
    const DetectorLosses losses = detectorLoss(output, targets, m_points, m_classWeights);
    return {losses.classes + losses.boxes,
            {{"classLoss", losses.classes.item<double>()}, {"boxLoss", losses.boxes.item<double>()}}};
}

Result<Metrics> DetectorTask::validate()
{
    if (m_validation.empty()) {
        return Metrics{};
    }
    const std::vector<DetectedBox> found =
        detect(*m_net, *m_pictures, picturesOf(m_validation), m_settings, m_device, {0.01, 0.5, 300});
    return boxMetrics(m_validation, found, int(m_net->classes()));
}

std::vector<std::size_t> picturesOf(const std::vector<DetectionSample>& samples)
{
    std::vector<std::size_t> indices;
    for (const DetectionSample& sample : samples) {
        indices.push_back(sample.picture);
    }
    return indices;
}

Metrics boxMetrics(const std::vector<DetectionSample>& samples, const std::vector<DetectedBox>& found, int classes)
{
    std::vector<TrueBox> truth;
    for (const DetectionSample& sample : samples) {
        for (const LabelledBox& object : sample.objects) {
            truth.push_back({std::int64_t(sample.picture), object.label, object.box, object.box.area(), false});
        }
    }
    const CocoNumbers numbers = evaluateCoco(truth, found, classes);
    return Metrics{{"map50", numbers.ap50()}, {"map", numbers.ap()}};
}

} // namespace lw::learn
