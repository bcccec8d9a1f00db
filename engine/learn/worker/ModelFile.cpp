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

#include <algorithm>
#include <array>
#include <cstdlib>

namespace lw::learn {

namespace {

struct KindNames {
    ModelKind kind;
    const char* task;
    const char* inFiles;
};

constexpr std::array kKinds = {KindNames{ModelKind::Classifier, "classification", "labelwright-classifier"},
                               KindNames{ModelKind::Detector, "detection", "labelwright-detector"},
                               KindNames{ModelKind::Segmenter, "segmentation", "labelwright-segmenter"},
                               KindNames{ModelKind::Contour, "contour", "labelwright-contour"}};

/// Two-stage detectors by the depth of their ResNet, with the names that torchvision has for them.
struct TwoStageNames {
    const char* id;
    const char* backbone;
    int depth;
};

constexpr std::array kTwoStages = {TwoStageNames{"fasterrcnn_resnet50_fpn", "resnet50", 50},
                                   TwoStageNames{"fasterrcnn_resnet18_fpn", "resnet18", 18}};

const TwoStageNames* twoStageOf(const std::string& netId)
{
    const auto found =
        std::find_if(kTwoStages.begin(), kTwoStages.end(), [&](const TwoStageNames& each) { return each.id == netId; });
    return found == kTwoStages.end() ? nullptr : &*found;
}

const KindNames& namesOf(ModelKind kind)
{
    return *std::find_if(kKinds.begin(), kKinds.end(), [&](const KindNames& each) { return each.kind == kind; });
}

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

/// Nothing when the file is no model of this program.
std::optional<ModelKind> kindOf(const WeightFile& file)
{
    const std::string name = metadata(file, "kind");
    const auto found =
        std::find_if(kKinds.begin(), kKinds.end(), [&](const KindNames& each) { return each.inFiles == name; });
    return found == kKinds.end() ? std::nullopt : std::optional<ModelKind>(found->kind);
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

/// The backbones of makeNet() are so already.
void keepChannelsLast(torch::nn::Module& net)
{
    for (at::Tensor& each : net.parameters()) {
        if (each.dim() == 4) {
            each.set_data(each.contiguous(at::MemoryFormat::ChannelsLast));
        }
    }
}

Result<Model> makeTwoStage(const TwoStageNames& names, const std::vector<std::string>& classes)
{
    return guarded([&]() -> Result<Model> {
        Model model;
        model.kind = ModelKind::Detector;
        model.netId = names.id;
        model.classes = classes;
        model.width = model.height = 640;
        model.twoStage = std::make_shared<TwoStageDetector>(names.depth, std::int64_t(classes.size()));
        keepChannelsLast(*model.twoStage);
        return model;
    });
}

/// A published file of the whole detector: everything but the last layers, which depend on the classes.
Result<Start> startTwoStage(WeightFile file, Model& model)
{
    if (Result<> finite = checkFinite(file.tensors); !finite) {
        return finite.error();
    }
    for (NamedTensor& each : file.tensors) {
        each.name = currentTorchvisionName(each.name);
    }
    const NetState state = stateOf(*model.twoStage);
    for (std::size_t i = 0; i < state.names.size(); ++i) {
        const std::string& name = state.names[i];
        const bool mayDiffer = name.compare(0, 23, "roi_heads.box_predictor") == 0 ||
                               name.find("num_batches_tracked") != std::string::npos;
        const at::Tensor* found = file.find(name);
        if (!mayDiffer && (!found || found->sizes() != state.tensors[i].sizes())) {
            return failure(ErrorCode::Mismatch,
                           "The weights belong to another detector: “" + name + "” is missing or misshapen.");
        }
    }
    model.convention = {false, true}; // as torchvision trains all its detectors
    return guarded([&]() -> Result<Start> {
        const std::size_t count = copyFitting(file, state);
        model.twoStage->freezeNormalisation();
        return Start{true,
                     "Started from a detector: " + std::to_string(count) + " of " + std::to_string(state.names.size()) +
                         " tensors.",
                     nullptr};
    });
}

} // namespace

std::string taskOfKind(ModelKind kind)
{
    return namesOf(kind).task;
}

std::optional<ModelKind> kindOfTask(const std::string& task)
{
    const auto found =
        std::find_if(kKinds.begin(), kKinds.end(), [&](const KindNames& each) { return each.task == task; });
    return found == kKinds.end() ? std::nullopt : std::optional<ModelKind>(found->kind);
}

torch::nn::Module& Model::net() const
{
    switch (kind) {
    case ModelKind::Detector:
        return twoStage ? static_cast<torch::nn::Module&>(*twoStage) : *detector;
    case ModelKind::Segmenter:
        return *segmenter;
    case ModelKind::Contour:
        return *contour;
    case ModelKind::Classifier:
        break;
    }
    return *classifier;
}

Result<Model> makeModel(ModelKind kind, const std::string& netId, const std::vector<std::string>& classes)
{
    if (classes.empty()) {
        return failure(ErrorCode::InvalidArgument, "A model needs one class at least.");
    }
    if (const TwoStageNames* names = kind == ModelKind::Detector ? twoStageOf(netId) : nullptr) {
        return makeTwoStage(*names, classes);
    }
    Result<std::shared_ptr<Backbone>> backbone = makeNet(netId, std::int64_t(classes.size()));
    if (!backbone) {
        return backbone.error();
    }
    const int side = int(findNet(netId)->side);
    if (kind != ModelKind::Classifier && side == 32) {
        return failure(ErrorCode::InvalidArgument,
                       "The network “" + netId + "” is made for tiny pictures: it can only classify.");
    }
    if (kind == ModelKind::Segmenter && classes.size() > 250) {
        return failure(ErrorCode::InvalidArgument, "Segmentation knows 250 classes at most.");
    }
    return guarded([&]() -> Result<Model> {
        Model model;
        model.kind = kind;
        model.netId = netId;
        model.classes = classes;
        model.width = model.height = side;
        const auto count = std::int64_t(classes.size());
        switch (kind) {
        case ModelKind::Classifier:
            model.classifier = *backbone;
            break;
        case ModelKind::Detector:
            model.detector = std::make_shared<Detector>(*backbone, count);
            break;
        case ModelKind::Segmenter:
            model.segmenter = std::make_shared<Segmenter>(*backbone, count);
            break;
        case ModelKind::Contour:
            model.contour = std::make_shared<ContourNet>(*backbone);
            break;
        }
        keepChannelsLast(model.net());
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
                            {{"kind", namesOf(model.kind).inFiles},
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
    const std::optional<ModelKind> kind = kindOf(*file);
    if (!kind) {
        return failure(ErrorCode::Mismatch, path + " is no model that was trained here.");
    }
    const Result<std::vector<std::string>> classes = classesOf(*file);
    if (!classes) {
        return classes.error();
    }
    Result<Model> model = makeModel(*kind, metadata(*file, "net"), *classes);
    if (!model) {
        return model;
    }
    model->convention = conventionOf(metadata(*file, "convention"));
    model->width = std::atoi(metadata(*file, "width").c_str());
    model->height = std::atoi(metadata(*file, "height").c_str());
    const int step = *kind == ModelKind::Detector || *kind == ModelKind::Segmenter ? 32 : 1;
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
    if (kindOf(*file) == model.kind && metadata(*file, "net") == model.netId) {
        if (Result<> finite = checkFinite(file->tensors); !finite) {
            return finite.error();
        }
        model.convention = conventionOf(metadata(*file, "convention"));
        return guarded([&]() -> Result<Start> {
            if (model.twoStage) {
                model.twoStage->freezeNormalisation();
            }
            const NetState state = stateOf(model.net());
            return Start{true,
                         "Started from a model: " + std::to_string(copyFitting(*file, state)) + " of " +
                             std::to_string(state.names.size()) + " tensors.",
                         nullptr};
        });
    }
    const TwoStageNames* twoStage = model.twoStage ? twoStageOf(model.netId) : nullptr;
    const auto isOfDetector = [](const NamedTensor& each) { return each.name.compare(0, 9, "rpn.head.") == 0; };
    if (twoStage && std::any_of(file->tensors.begin(), file->tensors.end(), isOfDetector)) {
        return startTwoStage(*file, model);
    }
    // Read aside: the contour assistant's own backbone is wider than the file's, and a search for the file's input
    // convention wants one that sees pictures only.
    Result<std::shared_ptr<Backbone>> backbone =
        makeNet(twoStage ? twoStage->backbone : model.netId, std::int64_t(model.classes.size()));
    if (!backbone) {
        return backbone.error();
    }
    const Result<MappingReport> report = loadWeights(*file, **backbone);
    if (!report) {
        return report.error();
    }
    return guarded([&]() -> Result<Start> {
        if (model.contour) {
            model.contour->takeWeights(**backbone);
        } else {
            Backbone& own = model.twoStage    ? static_cast<Backbone&>(model.twoStage->body())
                            : model.detector  ? model.detector->backbone()
                            : model.segmenter ? model.segmenter->backbone()
                                              : *model.classifier;
            const torch::NoGradGuard noGrad;
            const NetState from = stateOf(**backbone);
            const NetState to = stateOf(own);
            for (std::size_t i = 0; i < to.names.size(); ++i) { // the two-stage detector's body has no last layer
                const auto found = std::find(from.names.begin(), from.names.end(), to.names[i]);
                if (found != from.names.end()) {
                    to.tensors[i].copy_(from.tensors[std::size_t(found - from.names.begin())]);
                }
            }
            if (model.twoStage) {
                model.twoStage->freezeNormalisation();
            }
        }
        return Start{false,
                     "Started from weights: " + std::to_string(report->matched.size()) + " tensors of the backbone, " +
                         std::to_string(report->unexpected.size()) + " not used.",
                     *backbone};
    });
}

} // namespace lw::learn
