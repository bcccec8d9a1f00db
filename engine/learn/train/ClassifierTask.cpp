// SPDX-License-Identifier: GPL-3.0-or-later
//! Batches of random crops, cross entropy with smoothed labels, accuracy on the validation pictures.
#include "engine/learn/train/ClassifierTask.h"

#include "engine/learn/data/BatchQueue.h"
#include "engine/learn/data/ColourShift.h"
#include "engine/learn/train/Device.h"

#include <ATen/ATen.h>
#include <torch/nn/functional/loss.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace lw::learn {

namespace {

struct ClassBatch {
    at::Tensor bytes;
    at::Tensor labels;
};

} // namespace

Picture randomCrop(const Pyramid& source, const ClassifierSettings& settings, Random& random)
{
    const double width = source.width();
    const double height = source.height();
    const double area = random.between(settings.leastCrop, 1) * width * height;
    const double ratio = std::exp(random.between(std::log(3.0 / 4), std::log(4.0 / 3)));
    const double across = std::min(std::sqrt(area * ratio), width);
    const double down = std::min(std::sqrt(area / ratio), height);
    Placement placement{across / settings.side, random.between(0, width - across), down / settings.side,
                        random.between(0, height - down)};
    if (random.chance(0.5)) {
        placement.shiftX += across;
        placement.scaleX = -placement.scaleX;
    }
    Picture picture(settings.side, settings.side);
    source.place(picture, {0, 0, settings.side, settings.side}, placement);
    shiftColours(picture, settings.colour, random);
    return picture;
}

struct ClassifierTask::Batches {
    Batches(const ClassifierTask& task, std::uint64_t first)
        : queue([&task](std::uint64_t number) { return make(task, number); }, first, task.m_settings.threads,
                std::size_t(task.m_settings.threads) + 2)
    {
    }

    static ClassBatch make(const ClassifierTask& task, std::uint64_t number)
    {
        const ClassifierSettings& settings = task.m_settings;
        Random random(settings.seed, number);
        Rounds rounds(task.m_training.size(), settings.seed);
        std::vector<Picture> pictures;
        std::vector<std::int64_t> labels;
        for (int i = 0; i < settings.batch; ++i) {
            const ClassSample& sample =
                task.m_training[rounds.at(number * std::uint64_t(settings.batch) + std::uint64_t(i))];
            const Result<std::shared_ptr<const Pyramid>> source = task.m_pictures->get(sample.picture);
            if (source) {
                pictures.push_back(randomCrop(**source, settings, random));
                labels.push_back(sample.label);
            }
        }
        return {bytesOf(pictures), at::tensor(labels)};
    }

    BatchQueue<ClassBatch> queue;
};

Picture centreCrop(const Pyramid& source, int side)
{
    const double edge = std::min(source.width(), source.height());
    Picture picture(side, side);
    source.place(picture, {0, 0, side, side},
                 {edge / side, (source.width() - edge) / 2, edge / side, (source.height() - edge) / 2});
    return picture;
}

at::Tensor classify(Backbone& net, PictureCache& pictures, const std::vector<std::size_t>& indices,
                    const ClassifierSettings& settings, const c10::Device& device, bool withFlip)
{
    const c10::AutoGradMode noGrad(false);
    const MixedPrecision precision(device);
    std::vector<at::Tensor> rows;
    for (std::size_t start = 0; start < indices.size(); start += std::size_t(settings.batch)) {
        const std::size_t count = std::min(indices.size() - start, std::size_t(settings.batch));
        std::vector<Picture> batch;
        at::Tensor isGood = at::ones({std::int64_t(count), 1});
        for (std::size_t i = 0; i < count; ++i) {
            const Result<std::shared_ptr<const Pyramid>> source = pictures.get(indices[start + i]);
            batch.push_back(source ? centreCrop(**source, settings.side) : Picture(settings.side, settings.side));
            if (!source) {
                isGood[std::int64_t(i)] = 0;
            }
        }
        const at::Tensor x = networkInput(bytesOf(batch), settings.convention, device);
        at::Tensor scores = net.scores(x).to(at::kFloat).softmax(1);
        if (withFlip) {
            scores = (scores + net.scores(x.flip({3})).to(at::kFloat).softmax(1)) / 2;
        }
        rows.push_back(scores.cpu() * isGood);
    }
    return rows.empty() ? at::Tensor() : at::cat(rows);
}

ClassifierTask::ClassifierTask(std::shared_ptr<Backbone> net, std::shared_ptr<const PictureSource> source,
                               std::vector<ClassSample> training, std::vector<ClassSample> validation, int classes,
                               const ClassifierSettings& settings, const c10::Device& device)
    : m_net(std::move(net)),
      // A crop of a third of the area must still have as many pixels as the input.
      m_pictures(std::make_shared<PictureCache>(std::move(source), settings.side * 2, settings.cacheBytes)),
      m_training(std::move(training)), m_validation(std::move(validation)), m_classes(classes), m_settings(settings),
      m_device(device)
{
    placeNet(*m_net, device);
}

ClassifierTask::~ClassifierTask() = default;

std::vector<ParameterGroup> ClassifierTask::groups()
{
    std::vector<ParameterGroup> groups = {{{}, 1, m_settings.weightDecay},
                                          {{}, m_settings.backboneRate, m_settings.weightDecay},
                                          {{}, m_settings.backboneRate, 0}};
    const std::string head = m_net->headName();
    for (const auto& each : m_net->named_parameters()) {
        const bool isHead = each.key().compare(0, head.size(), head) == 0;
        groups[isHead ? 0 : each.value().dim() > 1 ? 1 : 2].parameters.push_back(each.value());
    }
    return groups;
}

Result<> ClassifierTask::begin(std::int64_t step)
{
    const auto isReadable = [this](const ClassSample& sample) { return bool(m_pictures->get(sample.picture)); };
    if (std::none_of(m_training.begin(), m_training.end(), isReadable)) {
        return failure(ErrorCode::InvalidArgument, "None of the training pictures can be read.");
    }
    m_batches = std::make_unique<Batches>(*this, std::uint64_t(step));
    return {};
}

TrainTask::Loss ClassifierTask::loss(double)
{
    ClassBatch batch = m_batches->queue.next();
    for (int tries = 0; batch.labels.numel() < 2; ++tries) { // batch normalisation needs two
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
        scores = m_net->scores(x).to(at::kFloat);
    }
    const at::Tensor total = torch::nn::functional::cross_entropy(
        scores, labels, torch::nn::functional::CrossEntropyFuncOptions().label_smoothing(m_settings.labelSmoothing));
    const double right = scores.detach().argmax(1).eq(labels).to(at::kFloat).mean().item<double>();
    return {total, {{"accuracy", right}}};
}

Result<Metrics> ClassifierTask::validate()
{
    if (m_validation.empty()) {
        return Metrics{};
    }
    std::vector<std::size_t> indices;
    for (const ClassSample& sample : m_validation) {
        indices.push_back(sample.picture);
    }
    const at::Tensor scores = classify(*m_net, *m_pictures, indices, m_settings, m_device, true);
    const at::Tensor answers = scores.argmax(1);
    ConfusionMatrix matrix(m_classes);
    double sum = 0;
    for (std::size_t i = 0; i < m_validation.size(); ++i) {
        const auto row = std::int64_t(i);
        matrix.add(m_validation[i].label, int(answers[row].item<std::int64_t>()));
        sum -= std::log(std::max(scores[row][m_validation[i].label].item<double>(), 1e-9));
    }
    return Metrics{
        {"accuracy", matrix.accuracy()}, {"macroF1", matrix.macroF1()}, {"loss", sum / double(m_validation.size())}};
}

} // namespace lw::learn
