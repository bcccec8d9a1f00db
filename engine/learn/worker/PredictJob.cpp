// SPDX-License-Identifier: GPL-3.0-or-later
//! Predictions as JSON lines, evaluation as one object.
#include "engine/learn/worker/PredictJob.h"

#include "engine/learn/base/Files.h"
#include "engine/learn/base/Guard.h"
#include "engine/learn/evaluate/CocoEvaluator.h"
#include "engine/learn/evaluate/ConfusionMatrix.h"
#include "engine/learn/evaluate/ScoreCurve.h"
#include "engine/learn/train/DetectorTask.h"
#include "engine/learn/train/Device.h"
#include "engine/learn/worker/JobDataset.h"
#include "engine/learn/worker/TrainJob.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <map>

namespace lw::learn {

namespace {

constexpr std::size_t kBatch = 16;

Json matrixJson(const ConfusionMatrix& matrix)
{
    Json counts = Json::array();
    for (int i = 0; i < matrix.size(); ++i) {
        Json row = Json::array();
        for (int j = 0; j < matrix.size(); ++j) {
            row.push_back(matrix.at(i, j));
        }
        counts.push_back(std::move(row));
    }
    Json rows = Json::array();
    for (const ClassRow& row : matrix.rows()) {
        rows.push_back({{"true", row.isTrue},
                        {"said", row.isSaid},
                        {"right", row.isRight},
                        {"precision", row.precision},
                        {"recall", row.recall},
                        {"f1", row.f1}});
    }
    return {{"counts", std::move(counts)},
            {"classes", std::move(rows)},
            {"accuracy", matrix.accuracy()},
            {"macroF1", matrix.macroF1()}};
}

/// Thousands of points make no better picture than two hundred.
Json curveJson(const ScoreCurve& curve)
{
    Json points = Json::array();
    const std::size_t step = std::max<std::size_t>(1, curve.points.size() / 200);
    for (std::size_t i = 0; i < curve.points.size(); i += step) {
        const ScorePoint& point = curve.points[i];
        points.push_back({point.threshold, point.precision, point.recall});
    }
    return {{"ap", curve.averagePrecision}, {"auroc", curve.auroc}, {"points", std::move(points)}};
}

/// Predictions by picture, as the job made them.
using Predictions = std::map<std::size_t, Json>;

Json evaluateClasses(const JobDataset& data, const Predictions& predictions)
{
    std::vector<ClassSample> samples = data.classTraining;
    samples.insert(samples.end(), data.classValidation.begin(), data.classValidation.end());
    const std::size_t classes = data.classes.size();
    ConfusionMatrix matrix(static_cast<int>(classes));
    std::vector<std::vector<ScoredAnswer>> answers(classes);
    std::vector<long> wanted(classes, 0);
    for (const ClassSample& sample : samples) {
        const auto found = predictions.find(sample.picture);
        if (found == predictions.end() || !found->second.contains("scores")) {
            continue;
        }
        const auto scores = found->second.at("scores").get<std::vector<double>>();
        matrix.add(sample.label, int(std::max_element(scores.begin(), scores.end()) - scores.begin()));
        ++wanted[std::size_t(sample.label)];
        for (std::size_t c = 0; c < classes; ++c) {
            answers[c].push_back({scores[c], std::size_t(sample.label) == c});
        }
    }
    Json curves = Json::array();
    for (std::size_t c = 0; c < classes; ++c) {
        curves.push_back(curveJson(scoreCurve(std::move(answers[c]), wanted[c])));
    }
    return {{"matrix", matrixJson(matrix)}, {"curves", std::move(curves)}};
}

Json cocoJson(const CocoNumbers& numbers)
{
    Json classes = Json::array();
    for (const ClassPrecision& each : numbers.classes) {
        classes.push_back({{"ap", each.ap}, {"ap50", each.ap50}, {"objects", each.objects}, {"curve", each.curve}});
    }
    return {{"numbers", numbers.values}, {"classes", std::move(classes)}};
}

Json evaluateBoxes(const JobDataset& data, const Predictions& predictions)
{
    std::vector<DetectionSample> samples = data.boxTraining;
    samples.insert(samples.end(), data.boxValidation.begin(), data.boxValidation.end());
    std::vector<TrueBox> truth;
    std::vector<DetectedBox> found;
    for (const DetectionSample& sample : samples) {
        const auto image = std::int64_t(sample.picture);
        const auto said = predictions.find(sample.picture);
        if (said == predictions.end() || !said->second.contains("objects")) {
            continue;
        }
        for (const LabelledBox& object : sample.objects) {
            truth.push_back({image, object.label, object.box, object.box.area(), false});
        }
        for (const Json& each : said->second.at("objects")) {
            found.push_back({image,
                             each.at("label").get<int>(),
                             {each.at("x"), each.at("y"), each.at("width"), each.at("height")},
                             each.at("score")});
        }
    }
    const int classes = int(data.classes.size());
    return {{"coco", cocoJson(evaluateCoco(truth, found, classes))},
            {"matrix", matrixJson(detectionMatrix(truth, found, classes, 0.3))}};
}

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

bool hasLabels(const JobDataset& data)
{
    return !data.classTraining.empty() || !data.classValidation.empty() || !data.boxTraining.empty() ||
           !data.boxValidation.empty();
}

} // namespace

Predictor::Predictor(Model model, std::shared_ptr<const PictureSource> pictures, const c10::Device& device,
                     double leastScore)
    : m_model(std::move(model)), m_pictures(std::move(pictures)), m_device(device), m_leastScore(leastScore)
{
    m_model.net().to(device);
    m_model.net().eval();
}

std::vector<Json> Predictor::predict(const std::vector<std::size_t>& indices)
{
    return m_model.kind == ModelKind::Classifier ? classesOf(indices) : boxesOf(indices);
}

std::vector<Json> Predictor::classesOf(const std::vector<std::size_t>& indices)
{
    // Each picture is seen once: room for this batch is enough.
    PictureCache cache(m_pictures, m_model.width * 2, std::size_t(256) << 20);
    ClassifierSettings settings;
    settings.side = m_model.width;
    settings.convention = m_model.convention;
    const at::Tensor scores = classify(*m_model.classifier, cache, indices, settings, m_device, true);
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
    for (const DetectedBox& found :
         detect(*m_model.detector, cache, indices, settings, m_device, {m_leastScore, 0.5, 300})) {
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
    if (model->kind != data->kind || model->classes != data->classes) {
        return failure(ErrorCode::Mismatch, "The model has another task or other classes than the job.");
    }
    setComputeThreads(compute->threads);
    return guarded([&]() -> Result<JobEnd> {
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
            folder.setStatus({{"progress", double(end) / double(data->all.size())}, {"step", end}});
        }
        if (Result<> written = writePredictions(folder, *data, predictions); !written) {
            return written.error();
        }
        if (hasLabels(*data)) {
            const Json result = data->kind == ModelKind::Detector ? evaluateBoxes(*data, predictions)
                                                                  : evaluateClasses(*data, predictions);
            if (Result<> written = replaceFile(folder.output("result.json"), jsonLine(result) + '\n'); !written) {
                return written.error();
            }
        }
        return JobEnd::Done;
    });
}

} // namespace lw::learn
