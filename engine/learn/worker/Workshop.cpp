// SPDX-License-Identifier: GPL-3.0-or-later
//! Prediction by an open model; vectors of pictures and what labels suggest from them.
#include "engine/learn/worker/Workshop.h"

#include "engine/learn/embed/Clusters.h"
#include "engine/learn/embed/LogisticHead.h"
#include "engine/learn/embed/SelfTraining.h"
#include "engine/learn/train/Device.h"
#include "engine/learn/worker/OpenCvPictures.h"
#include "engine/learn/worker/PredictJob.h"

#include <ATen/ATen.h>

#include <algorithm>

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

/// Probabilities from the labels, their worth, and the rows to label next.
struct Wanted {
    std::int64_t classes = 0;
    bool isPrecise = false;
    bool validates = true; ///< five more fits
    std::int64_t query = 0;
};

Result<Json> suggestions(const at::Tensor& vectors, const std::vector<std::int64_t>& ids, const at::Tensor& labels,
                         const Wanted& wanted)
{
    const at::Tensor labelled = labels.ge(0).nonzero().view({-1});
    std::vector<std::int64_t> free;
    for (std::int64_t i = 0; i < labels.size(0); ++i) {
        if (labels[i].item<std::int64_t>() < 0) {
            free.push_back(i);
        }
    }
    Json result = {{"ids", ids}, {"labelled", labelled.numel()}};
    std::vector<std::int64_t> next;
    if (labelled.numel() == 0) {
        if (wanted.query > 0 && !free.empty()) {
            next = firstQuery(vectors, wanted.query, 1);
        }
    } else {
        const at::Tensor own = vectors.index_select(0, labelled);
        const at::Tensor ownLabels = labels.index_select(0, labelled);
        const at::Tensor probabilities = wanted.isPrecise
                                             ? selfTrain(vectors, labels, wanted.classes).probabilities
                                             : fitLogistic(own, ownLabels, wanted.classes).probabilities(vectors);
        const auto best = probabilities.max(1);
        const auto asList = [](const at::Tensor& tensor) {
            const at::Tensor plain = tensor.to(at::kDouble).contiguous();
            return Json(std::vector<double>(plain.data_ptr<double>(), plain.data_ptr<double>() + plain.numel()));
        };
        result["labels"] = asList(std::get<1>(best));
        result["confidence"] = asList(std::get<0>(best));
        result["margin"] = asList(margins(probabilities));
        if (wanted.validates) {
            result["accuracy"] = crossValidated(own, ownLabels, wanted.classes, 5);
        }
        if (wanted.query > 0 && !free.empty()) {
            next = nextQuery(vectors, probabilities, free, wanted.query, 1);
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
                {"task", taskOfKind(m_model->kind)},
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
    if (m_model->kind == ModelKind::Contour) {
        return failure(ErrorCode::Unsupported, "A contour assistant answers clicks; it finds nothing on its own.");
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

Result<Json> Workshop::suggest(const Json& request, RequestContext&)
{
    Fields fields(request);
    const Wanted wanted{fields.whole("classes", 0), fields.truth("isPrecise", false), fields.truth("validates", true),
                        fields.whole("query", 0)};
    const Result<std::vector<std::int64_t>> ids = wholeNumbers(fields.list("ids"));
    const Result<std::vector<std::int64_t>> labels = wholeNumbers(fields.list("labels"));
    if (fields.failed() || !ids || !labels) {
        return fields.failed() ? fields.error() : !ids ? ids.error() : labels.error();
    }
    if (ids->size() != labels->size() || wanted.classes < 1 || wanted.classes > 10000 || wanted.query < 0 ||
        std::any_of(labels->begin(), labels->end(),
                    [&](std::int64_t label) { return label < -1 || label >= wanted.classes; })) {
        return failure(ErrorCode::InvalidArgument, "The labels do not fit the ids or the classes.");
    }
    const Result<std::shared_ptr<VectorStore>> store = m_room->store(request);
    if (!store) {
        return store.error();
    }
    std::vector<std::int64_t> known;
    std::vector<std::int64_t> knownLabels;
    for (std::size_t i = 0; i < ids->size(); ++i) {
        if ((*store)->contains((*ids)[i])) {
            known.push_back((*ids)[i]);
            knownLabels.push_back((*labels)[i]);
        }
    }
    if (known.empty()) {
        return failure(ErrorCode::NotFound, "None of the pictures has a vector.");
    }
    return suggestions(standardised((*store)->get(known)), known, at::tensor(knownLabels, at::kLong), wanted);
}

} // namespace lw::learn
