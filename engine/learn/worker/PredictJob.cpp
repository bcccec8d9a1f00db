// SPDX-License-Identifier: GPL-3.0-or-later
//! Predictions as JSON lines, evaluation as one object.
#include "engine/learn/worker/PredictJob.h"

#include "engine/learn/base/Files.h"
#include "engine/learn/base/Guard.h"
#include "engine/learn/train/DetectorTask.h"
#include "engine/learn/train/Device.h"
#include "engine/learn/train/TwoStageTask.h"
#include "engine/learn/worker/DescribedModel.h"
#include "engine/learn/worker/Evaluation.h"
#include "engine/learn/worker/MaskTasks.h"
#include "engine/learn/worker/ThreadShare.h"
#include "engine/learn/worker/TrainJob.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <chrono>
#include <map>

namespace lw::learn {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kBatch = 16;

Result<> writePredictions(JobFolder& folder, const JobDataset& data, const Predictions& predictions)
{
    return replaceFile(folder.output("predictions.jsonl"), [&](FileSink& sink) -> Result<> {
        for (const auto& each : predictions) {
            Json line = each.second;
            line["path"] = data.pictures->path(each.first);
            const std::string text = jsonLine(line) + '\n';
            if (Result<> written = sink.write(text.data(), text.size()); !written) {
                return written;
            }
        }
        return {};
    });
}

} // namespace

Predictor::Predictor(Model model, std::shared_ptr<const PictureSource> pictures, const c10::Device& device,
                     double leastScore)
    : m_model(std::move(model)), m_pictures(std::move(pictures)), m_device(device), m_leastScore(leastScore)
{
    if (!m_model.script) {
        placeNet(m_model.net(), device);
        m_model.net().eval();
    }
}

std::vector<Json> Predictor::predict(const std::vector<std::size_t>& indices)
{
    switch (m_model.kind) {
    case ModelKind::Detector:
        return boxesOf(indices);
    case ModelKind::Segmenter:
        return masksOf(indices);
    default:
        return classesOf(indices);
    }
}

std::vector<Json> Predictor::masksOf(const std::vector<std::size_t>& indices)
{
    // Masks are wanted at the picture's own pixels, but a network's input and a screen are smaller than some pictures.
    constexpr int kLongSide = 1280;
    std::vector<Json> list;
    for (const std::size_t index : indices) {
        Result<LoadedPicture> loaded = m_pictures->load(index, kLongSide);
        list.push_back(loaded ? learn::masksOf(m_model, Pyramid(std::move(*loaded)), m_device, m_leastScore)
                              : Json{{"error", loaded.error().text}});
    }
    return list;
}

std::vector<Json> Predictor::classesOf(const std::vector<std::size_t>& indices)
{
    // Each picture is seen once: room for this batch is enough.
    PictureCache cache(m_pictures, m_model.width * 2, std::size_t(256) << 20);
    ClassifierSettings settings;
    settings.side = m_model.width;
    settings.convention = m_model.convention;
    // An imported network gives the figures that it is known for: without the mirror image.
    const at::Tensor scores =
        m_model.script ? classifyByScript(*m_model.script, cache, indices, settings)
                       : classify(*m_model.classifier, cache, indices, settings, m_device, !m_model.isImported);
    std::vector<Json> list;
    for (std::size_t i = 0; i < indices.size(); ++i) {
        const auto picture = cache.get(indices[i]);
        if (!picture) {
            list.push_back({{"error", picture.error().text}});
            continue;
        }
        const at::Tensor row = scores[std::int64_t(i)].contiguous();
        const auto* values = row.data_ptr<float>();
        list.push_back({{"scores", std::vector<float>(values, values + row.numel())}});
    }
    return list;
}

std::vector<Json> Predictor::boxesOf(const std::vector<std::size_t>& indices)
{
    PictureCache cache(m_pictures, std::max(m_model.width, m_model.height), std::size_t(256) << 20);
    DetectorSettings settings;
    settings.width = m_model.width;
    settings.height = m_model.height;
    settings.convention = m_model.convention;
    std::map<std::size_t, Json> byPicture;
    const DetectionLimits limits{m_leastScore, 0.5, 300};
    settings.batch = m_model.twoStage ? 2 : settings.batch;
    const std::vector<DetectedBox> all = m_model.twoStage
                                             ? detect(*m_model.twoStage, cache, indices, settings, {}, m_device, limits)
                                             : detect(*m_model.detector, cache, indices, settings, m_device, limits);
    for (const DetectedBox& found : all) {
        byPicture[std::size_t(found.image)].push_back({{"x", found.box.x},
                                                       {"y", found.box.y},
                                                       {"width", found.box.width},
                                                       {"height", found.box.height},
                                                       {"label", found.label},
                                                       {"score", found.score}});
    }
    std::vector<Json> list;
    for (const std::size_t index : indices) {
        const auto picture = cache.get(index);
        const auto found = byPicture.find(index);
        if (!picture) {
            list.push_back({{"error", picture.error().text}});
        } else {
            list.push_back({{"objects", found == byPicture.end() ? Json::array() : found->second}});
        }
    }
    return list;
}

Result<JobEnd> runPredictJob(JobFolder& folder)
{
    Result<JobDataset> data = readDataset(folder.job());
    if (!data) {
        return data.error();
    }
    Fields job(folder.job());
    const std::string path = job.text("model");
    const bool isEvaluation = job.text("kind") == "evaluate";
    Fields options(job.object("options"));
    const double leastScore = options.number("leastScore", 0.01);
    if (job.failed() || options.failed()) {
        return job.failed() ? job.error() : options.error();
    }
    const Result<ComputeOptions> compute = computeOptions(folder.job().value("options", Json::object()));
    if (!compute) {
        return compute.error();
    }
    const Result<c10::Device> device = chooseDevice(compute->device);
    if (!device) {
        return device.error();
    }
    Result<Model> model = openModel(path);
    if (!model) {
        return model.error();
    }
    if (model->kind == ModelKind::Contour) {
        return failure(ErrorCode::Unsupported, "A contour assistant answers clicks; it finds nothing on its own.");
    }
    if (isEvaluation && !hasLabels(*data)) {
        return failure(ErrorCode::InvalidArgument, "No picture of the job has labels to compare with.");
    }
    if (model->kind != data->kind || model->classes != data->classes) {
        return failure(ErrorCode::Mismatch, "The model has another task or other classes than the job.");
    }
    setComputeThreads(compute->threads);
    ThreadShare share(folder, hasFixedThreads(folder.job().value("options", Json::object())));
    folder.setStatus({{"phase", "predicting"}});
    return guarded([&]() -> Result<JobEnd> {
        const Clock::time_point begun = Clock::now();
        Predictor predictor(std::move(*model), data->pictures, *device, leastScore);
        Predictions predictions;
        for (std::size_t start = 0; start < data->all.size(); start += kBatch) {
            if (folder.shouldStop()) {
                return JobEnd::Stopped;
            }
            const std::size_t end = std::min(start + kBatch, data->all.size());
            const std::vector<std::size_t> batch(data->all.begin() + std::ptrdiff_t(start),
                                                 data->all.begin() + std::ptrdiff_t(end));
            const std::vector<Json> said = predictor.predict(batch);
            for (std::size_t i = 0; i < batch.size(); ++i) {
                predictions[batch[i]] = said[i];
            }
            share.follow();
            const double done = double(end) / double(data->all.size());
            const double seconds = std::chrono::duration<double>(Clock::now() - begun).count();
            folder.setStatus({{"progress", done}, {"step", end}, {"remaining", seconds * (1 - done) / done}});
        }
        if (Result<> written = writePredictions(folder, *data, predictions); !written) {
            return written.error();
        }
        if (hasLabels(*data)) {
            folder.setStatus({{"phase", "evaluating"}});
            const Json result = evaluate(folder.job(), *data, predictions);
            if (Result<> written = replaceFile(folder.output("result.json"), jsonLine(result) + '\n'); !written) {
                return written.error();
            }
        }
        return JobEnd::Done;
    });
}

} // namespace lw::learn
