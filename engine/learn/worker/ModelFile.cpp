// SPDX-License-Identifier: GPL-3.0-or-later
//! Models as files.
#include "engine/learn/worker/ModelFile.h"

#include "engine/learn/base/Guard.h"
#include "engine/learn/nets/NetList.h"
#include "engine/learn/train/Ema.h"
#include "engine/learn/weights/Safetensors.h"
#include "engine/learn/weights/WeightMapping.h"
#include "engine/learn/worker/DescribedModel.h"
#include "engine/learn/worker/Json.h"

#include <torch/nn/module.h>

#include <cstdlib>

namespace lw::learn {

namespace {

constexpr const char* kClassifier = "labelwright-classifier";
constexpr const char* kDetector = "labelwright-detector";

std::string metadata(const WeightFile& file, const char* name)
{
    const auto found = file.metadata.find(name);
    return found == file.metadata.end() ? std::string() : found->second;
}

Result<std::vector<std::string>> classesOf(const WeightFile& file)
{
    const Result<Json> list = parseJson(metadata(file, "classes"));
    std::vector<std::string> names;
    if (list && list->is_array()) {
        for (const Json& each : *list) {
            if (each.is_string()) {
                names.push_back(each.get<std::string>());
            }
        }
    }
    if (names.empty() || names.size() != list->size()) {
        return failure(ErrorCode::Malformed, "The model does not tell its classes.");
    }
    return names;
}

bool isModel(const WeightFile& file)
{
    return metadata(file, "kind") == kClassifier || metadata(file, "kind") == kDetector;
}

/// Copies all tensors of the file that the network has; the first that is missing or misshapen is a Mismatch.
Result<> copyAll(const WeightFile& file, const NetState& state)
{
    const torch::NoGradGuard noGrad;
    for (std::size_t i = 0; i < state.names.size(); ++i) {
        const at::Tensor* found = file.find(state.names[i]);
        if (!found || found->sizes() != state.tensors[i].sizes()) {
            return failure(ErrorCode::Mismatch, "The model's tensor “" + state.names[i] + "” is missing or misshapen.");
        }
        state.tensors[i].copy_(*found);
    }
    return {};
}

/// Copies what fits: a model with other classes shares all but its last layers.
std::size_t copyFitting(const WeightFile& file, const NetState& state)
{
    const torch::NoGradGuard noGrad;
    std::size_t count = 0;
    for (std::size_t i = 0; i < state.names.size(); ++i) {
        const at::Tensor* found = file.find(state.names[i]);
        if (found && found->sizes() == state.tensors[i].sizes()) {
            state.tensors[i].copy_(*found);
            ++count;
        }
    }
    return count;
}

} // namespace

torch::nn::Module& Model::net() const
{
    return detector ? static_cast<torch::nn::Module&>(*detector) : *classifier;
}

Result<Model> makeModel(ModelKind kind, const std::string& netId, const std::vector<std::string>& classes)
{
    if (classes.empty()) {
        return failure(ErrorCode::InvalidArgument, "A model needs one class at least.");
    }
    Result<std::shared_ptr<Backbone>> backbone = makeNet(netId, std::int64_t(classes.size()));
    if (!backbone) {
        return backbone.error();
    }
    const int side = int(findNet(netId)->side);
    if (kind == ModelKind::Detector && side == 32) {
        return failure(ErrorCode::InvalidArgument, "The network “" + netId + "” is too fine for a detector.");
    }
    return guarded([&]() -> Result<Model> {
        Model model{kind, netId, classes, {}, side, side, nullptr, nullptr};
        if (kind == ModelKind::Classifier) {
            model.classifier = *backbone;
        } else {
            model.detector = std::make_shared<Detector>(*backbone, std::int64_t(classes.size()));
        }
        return model;
    });
}

Result<> saveModel(const std::string& path, const Model& model)
{
    const NetState state = stateOf(model.net());
    std::vector<NamedTensor> tensors;
    for (std::size_t i = 0; i < state.names.size(); ++i) {
        tensors.push_back({state.names[i], state.tensors[i]});
    }
    return writeSafetensors(path, tensors,
                            {{"kind", model.kind == ModelKind::Detector ? kDetector : kClassifier},
                             {"net", model.netId},
                             {"classes", jsonLine(Json(model.classes))},
                             {"convention", conventionName(model.convention)},
                             {"width", std::to_string(model.width)},
                             {"height", std::to_string(model.height)}});
}

Result<Model> openModel(const std::string& path)
{
    if (isDescription(path)) {
        return openDescribed(path);
    }
    const Result<WeightFile> file = readWeights(path);
    if (!file) {
        return file.error();
    }
    if (!isModel(*file)) {
        return failure(ErrorCode::Mismatch, path + " is no model that was trained here.");
    }
    const Result<std::vector<std::string>> classes = classesOf(*file);
    if (!classes) {
        return classes.error();
    }
    const ModelKind kind = metadata(*file, "kind") == kDetector ? ModelKind::Detector : ModelKind::Classifier;
    Result<Model> model = makeModel(kind, metadata(*file, "net"), *classes);
    if (!model) {
        return model;
    }
    model->convention = conventionOf(metadata(*file, "convention"));
    model->width = std::atoi(metadata(*file, "width").c_str());
    model->height = std::atoi(metadata(*file, "height").c_str());
    const int step = kind == ModelKind::Detector ? 32 : 1;
    if (model->width < 32 || model->height < 32 || model->width > 4096 || model->height > 4096 ||
        model->width % step != 0 || model->height % step != 0) {
        return failure(ErrorCode::Malformed, "The model's input has an impossible size.");
    }
    if (Result<> finite = checkFinite(file->tensors); !finite) {
        return finite.error();
    }
    if (Result<> copied = guarded([&] { return copyAll(*file, stateOf(model->net())); }); !copied) {
        return copied.error();
    }
    model->net().eval();
    return model;
}

Result<Start> startFrom(const std::string& path, Model& model)
{
    const Result<WeightFile> file = readWeights(path);
    if (!file) {
        return file.error();
    }
    const bool isSameKind = metadata(*file, "kind") == (model.kind == ModelKind::Detector ? kDetector : kClassifier);
    if (isModel(*file) && isSameKind && metadata(*file, "net") == model.netId) {
        if (Result<> finite = checkFinite(file->tensors); !finite) {
            return finite.error();
        }
        model.convention = conventionOf(metadata(*file, "convention"));
        return guarded([&]() -> Result<Start> {
            const NetState state = stateOf(model.net());
            return Start{true, "Started from a model: " + std::to_string(copyFitting(*file, state)) + " of " +
                                   std::to_string(state.names.size()) + " tensors."};
        });
    }
    Backbone& backbone = model.detector ? model.detector->backbone() : *model.classifier;
    const Result<MappingReport> report = loadWeights(*file, backbone);
    if (!report) {
        return report.error();
    }
    return Start{false, "Started from weights: " + std::to_string(report->matched.size()) +
                            " tensors of the backbone, " + std::to_string(report->unexpected.size()) + " not used."};
}

} // namespace lw::learn
