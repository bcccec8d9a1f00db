// SPDX-License-Identifier: GPL-3.0-or-later
//! Prediction by an open model; vectors of pictures and what labels suggest from them.
#include "engine/learn/worker/Workshop.h"

#include "engine/learn/embed/Clusters.h"
#include "engine/learn/embed/LogisticHead.h"
#include "engine/learn/embed/SelfTraining.h"
#include "engine/learn/nets/NetList.h"
#include "engine/learn/train/Device.h"
#include "engine/learn/weights/WeightMapping.h"
#include "engine/learn/worker/OpenCvPictures.h"
#include "engine/learn/worker/PredictJob.h"

#include <ATen/ATen.h>
#include <torch/nn/module.h>

#include <algorithm>
#include <filesystem>

namespace lw::learn {

namespace {

Result<std::vector<std::string>> pathsOf(const Json& list)
{
    std::vector<std::string> paths;
    for (const Json& each : list) {
        if (!each.is_string()) {
            return failure(ErrorCode::InvalidArgument, "A picture's path must be a text.");
        }
        paths.push_back(each.get<std::string>());
    }
    return paths;
}

Result<std::vector<std::int64_t>> wholes(const Json& list)
{
    std::vector<std::int64_t> numbers;
    for (const Json& each : list) {
        if (!each.is_number_integer()) {
            return failure(ErrorCode::InvalidArgument, "A whole number is expected.");
        }
        numbers.push_back(each.get<std::int64_t>());
    }
    return numbers;
}

/// Probabilities from the labels, their worth, and the rows to label next.
Result<Json> suggestions(const at::Tensor& vectors, const std::vector<std::int64_t>& ids, const at::Tensor& labels,
                         std::int64_t classes, bool isPrecise, std::int64_t query)
{
    const at::Tensor labelled = labels.ge(0).nonzero().view({-1});
    std::vector<std::int64_t> free;
    for (std::int64_t i = 0; i < labels.size(0); ++i) {
        if (labels[i].item<std::int64_t>() < 0) {
            free.push_back(i);
        }
    }
    Json result = Json::object();
    std::vector<std::int64_t> next;
    if (labelled.numel() == 0) {
        if (query > 0 && !free.empty()) {
            next = firstQuery(vectors, query, 1);
        }
    } else {
        const at::Tensor own = vectors.index_select(0, labelled);
        const at::Tensor ownLabels = labels.index_select(0, labelled);
        const at::Tensor probabilities = isPrecise ? selfTrain(vectors, labels, classes).probabilities
                                                   : fitLogistic(own, ownLabels, classes).probabilities(vectors);
        const auto best = probabilities.max(1);
        const auto asList = [](const at::Tensor& tensor) {
            const at::Tensor plain = tensor.to(at::kDouble).contiguous();
            return Json(std::vector<double>(plain.data_ptr<double>(), plain.data_ptr<double>() + plain.numel()));
        };
        result["labels"] = asList(std::get<1>(best));
        result["confidence"] = asList(std::get<0>(best));
        result["margin"] = asList(margins(probabilities));
        result["accuracy"] = crossValidated(own, ownLabels, classes, 5);
        if (query > 0 && !free.empty()) {
            next = nextQuery(vectors, probabilities, free, query, 1);
        }
    }
    Json order = Json::array();
    for (const std::int64_t row : next) {
        order.push_back(ids[std::size_t(row)]);
    }
    result["next"] = std::move(order);
    return result;
}

} // namespace

Result<Json> Workshop::open(const Json& request, RequestContext&)
{
    Fields fields(request);
    const std::string path = fields.text("model");
    const Result<c10::Device> device = chooseDevice(fields.text("device", "auto"));
    if (fields.failed() || !device) {
        return fields.failed() ? fields.error() : device.error();
    }
    Result<Model> model = openModel(path);
    if (!model) {
        return model.error();
    }
    m_model = std::move(*model);
    m_modelDevice = *device;
    return Json{{"net", m_model->netId},
                {"task", m_model->kind == ModelKind::Detector ? "detection" : "classification"},
                {"classes", m_model->classes},
                {"width", m_model->width},
                {"height", m_model->height}};
}

Result<Json> Workshop::predict(const Json& request, RequestContext& context)
{
    Fields fields(request);
    Result<std::vector<std::string>> paths = pathsOf(fields.list("pictures"));
    const double leastScore = fields.number("leastScore", 0.3);
    if (fields.failed() || !paths) {
        return fields.failed() ? fields.error() : paths.error();
    }
    if (!m_model) {
        return failure(ErrorCode::InvalidArgument, "No model is open.");
    }
    const std::size_t count = paths->size();
    Predictor predictor(*m_model, std::make_shared<OpenCvPictures>(std::move(*paths)), m_modelDevice, leastScore);
    Json answers = Json::array();
    for (std::size_t start = 0; start < count; start += 8) {
        if (context.isCancelled()) {
            return failure(ErrorCode::Cancelled, "The request was cancelled.");
        }
        std::vector<std::size_t> batch;
        for (std::size_t i = start; i < std::min(count, start + 8); ++i) {
            batch.push_back(i);
        }
        for (Json& each : predictor.predict(batch)) {
            answers.push_back(std::move(each));
        }
        context.progress({{"done", answers.size()}, {"of", count}});
    }
    return Json{{"answers", std::move(answers)}};
}

Result<Json> Workshop::embedPictures(const Json& request, RequestContext& context)
{
    Fields fields(request);
    const Json& pictures = fields.list("pictures");
    const std::string path = fields.text("store");
    if (fields.failed()) {
        return fields.error();
    }
    const Result<std::shared_ptr<Lens>> lens = lensOf(request);
    if (!lens) {
        return lens.error();
    }
    Result<VectorStore> store = VectorStore::open(path, (*lens)->origin(), (*lens)->size());
    if (!store) {
        return store.error();
    }
    return fill(*store, pictures, **lens, path, context);
}

Result<Json> Workshop::suggest(const Json& request, RequestContext&)
{
    Fields fields(request);
    const std::string path = fields.text("store");
    const auto classes = fields.whole("classes", 0);
    const bool isPrecise = fields.truth("isPrecise", false);
    const auto query = fields.whole("query", 0);
    const Result<std::vector<std::int64_t>> ids = wholes(fields.list("ids"));
    const Result<std::vector<std::int64_t>> labels = wholes(fields.list("labels"));
    if (fields.failed() || !ids || !labels) {
        return fields.failed() ? fields.error() : !ids ? ids.error() : labels.error();
    }
    if (ids->size() != labels->size() || classes < 1 || classes > 10000 || query < 0 ||
        std::any_of(labels->begin(), labels->end(),
                    [&](std::int64_t label) { return label < -1 || label >= classes; })) {
        return failure(ErrorCode::InvalidArgument, "The labels do not fit the ids or the classes.");
    }
    const Result<std::shared_ptr<Lens>> lens = lensOf(request);
    if (!lens) {
        return lens.error();
    }
    const Result<VectorStore> store = VectorStore::open(path, (*lens)->origin(), (*lens)->size());
    if (!store) {
        return store.error();
    }
    return suggestions(standardised(store->get(*ids)), *ids, at::tensor(*labels, at::kLong), classes, isPrecise, query);
}

Result<std::shared_ptr<Lens>> Workshop::lensOf(const Json& request)
{
    Fields fields(request);
    const std::string id = fields.text("net");
    const std::string weights = id == kHandLens ? std::string() : fields.text("weights");
    const std::string convention = fields.text("convention", "rgb");
    const std::int64_t side = fields.whole("side", 160);
    if (fields.failed()) {
        return fields.error();
    }
    if (side < 32 || side > 1024) {
        return failure(ErrorCode::InvalidArgument, "The side must be between 32 and 1024 pixels.");
    }
    if (id == kHandLens) {
        return std::shared_ptr<Lens>(handLens(int(side)));
    }
    std::error_code problem;
    const auto bytes = std::filesystem::file_size(weights, problem);
    const auto time = std::filesystem::last_write_time(weights, problem).time_since_epoch().count();
    const std::string state =
        weights + '|' + std::to_string(problem ? 0 : bytes) + '|' + std::to_string(problem ? 0 : time);
    const std::string name = id + '|' + state + '|' + convention + '|' + std::to_string(side);
    if (!m_lens || m_lensName != name) {
        const Result<WeightFile> file = readWeights(weights);
        Result<std::shared_ptr<Backbone>> net = makeNet(id, 1);
        if (!file || !net) {
            return !file ? file.error() : net.error();
        }
        if (const Result<MappingReport> report = loadWeights(*file, **net); !report) {
            return report.error();
        }
        m_lens = backboneLens(id, state, *net, {int(side), conventionOf(convention), 16}, at::kCPU);
        m_lensName = name;
    }
    return m_lens;
}

Result<Json> Workshop::fill(VectorStore& store, const Json& pictures, Lens& lens, const std::string& path,
                            RequestContext& context)
{
    std::vector<std::int64_t> ids;
    std::vector<std::string> paths;
    for (const Json& each : pictures) {
        Fields fields(each);
        const std::int64_t id = fields.whole("id", -1);
        const std::string file = fields.text("path");
        if (fields.failed()) {
            return fields.error();
        }
        if (!store.contains(id)) {
            ids.push_back(id);
            paths.push_back(file);
        }
    }
    const OpenCvPictures source(std::move(paths));
    Json broken = Json::array();
    constexpr std::size_t kBatch = 16;
    for (std::size_t start = 0; start < ids.size() && !context.isCancelled(); start += kBatch) {
        std::vector<Picture> inputs;
        std::vector<std::int64_t> owners;
        for (std::size_t i = start; i < std::min(ids.size(), start + kBatch); ++i) {
            Result<LoadedPicture> loaded = source.load(i, lens.side());
            if (loaded) {
                inputs.push_back(viewOf(Pyramid(std::move(*loaded)), View::Whole, lens.side()));
                owners.push_back(ids[i]);
            } else {
                broken.push_back({{"id", ids[i]}, {"text", loaded.error().text}});
            }
        }
        store.put(owners, lens.embed(inputs));
        context.progress({{"done", start + kBatch}, {"of", ids.size()}});
    }
    if (Result<> saved = store.save(path); !saved) {
        return saved.error();
    }
    if (context.isCancelled()) {
        return failure(ErrorCode::Cancelled, "The request was cancelled; what was done is kept.");
    }
    return Json{{"count", store.count()}, {"new", ids.size() - broken.size()}, {"broken", std::move(broken)}};
}

} // namespace lw::learn
