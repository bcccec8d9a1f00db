// SPDX-License-Identifier: GPL-3.0-or-later
//! From a description to a network that answers.
#include "engine/learn/worker/DescribedModel.h"

#include "engine/learn/base/Guard.h"
#include "engine/learn/nets/NetList.h"
#include "engine/learn/weights/WeightMapping.h"
#include "engine/learn/worker/Json.h"

#include <ATen/ATen.h>
#include <torch/nn/module.h>

#include <filesystem>
#include <stdexcept>

namespace lw::learn {

namespace {

struct Description {
    std::string file;
    std::string net;
    std::vector<std::string> classes;
    std::string convention;
    std::int64_t width = 0;
    std::int64_t height = 0;
};

Result<Description> readDescription(const std::string& path)
{
    const Result<Json> json = readJson(path);
    if (!json) {
        return json.error();
    }
    Fields fields(*json);
    Description description;
    const std::string name = fields.text("file");
    // Beside the description and nowhere else.
    description.file = (std::filesystem::path(path).parent_path() / std::filesystem::path(name).filename()).string();
    description.net = fields.text("net", "");
    for (const Json& each : fields.list("classes", false)) {
        description.classes.push_back(each.is_string() ? each.get<std::string>() : std::string());
    }
    description.convention = fields.text("convention", "rgb-imagenet");
    description.width = fields.whole("width", 224);
    description.height = fields.whole("height", description.width);
    if (fields.failed()) {
        return failure(ErrorCode::Malformed, path + ": " + fields.error().text);
    }
    if (description.width < 16 || description.height < 16 || description.width > 4096 || description.height > 4096) {
        return failure(ErrorCode::Malformed, path + ": The model's input has an impossible size.");
    }
    return description;
}

Result<Model> openScript(const Description& description)
{
    Result<ScriptNet> script = ScriptNet::open(description.file);
    if (!script) {
        return script.error();
    }
    if (Result<> finite = checkFinite(script->tensors()); !finite) {
        return finite.error();
    }
    const Result<std::int64_t> outputs = countOutputs(*script, int(description.width));
    if (!outputs) {
        return outputs.error();
    }
    if (*outputs != std::int64_t(description.classes.size())) {
        return failure(ErrorCode::Mismatch, "The network has " + std::to_string(*outputs) + " outputs, but " +
                                                std::to_string(description.classes.size()) + " labels are declared.");
    }
    Model model;
    model.script = std::make_shared<ScriptNet>(std::move(*script));
    return model;
}

Result<Model> openWeights(const Description& description, const WeightFile& file)
{
    Result<Model> model = makeModel(ModelKind::Classifier, description.net, description.classes);
    if (!model) {
        return model;
    }
    const Result<MappingReport> report = loadWeights(file, *model->classifier);
    if (!report) {
        return report.error();
    }
    if (!report->missing.empty() || !report->misshapen.empty()) {
        return failure(ErrorCode::Mismatch, "The weights do not fit the declared labels: " +
                                                (report->misshapen.empty() ? report->missing : report->misshapen)
                                                    .front() +
                                                '.');
    }
    model->classifier->eval();
    return model;
}

} // namespace

bool isDescription(const std::string& path)
{
    return std::filesystem::path(path).extension() == ".json";
}

Result<Model> openDescribed(const std::string& path)
{
    const Result<Description> description = readDescription(path);
    if (!description) {
        return description.error();
    }
    Result<Model> model = failure(ErrorCode::Internal, {});
    if (description->net == "torchscript") {
        model = openScript(*description);
    } else {
        const Result<WeightFile> file = readWeights(description->file);
        if (!file) {
            return file.error();
        }
        if (file->metadata.count("kind") > 0) {
            model = openModel(description->file);
            if (model && description->classes.size() == model->classes.size()) {
                model->classes = description->classes;
            }
            return model;
        }
        model = openWeights(*description, *file);
    }
    if (!model) {
        return model;
    }
    model->kind = ModelKind::Classifier;
    model->netId = description->net;
    model->classes = description->classes;
    model->convention = conventionOf(description->convention);
    model->width = int(description->width);
    model->height = int(description->height);
    model->isImported = true;
    return model;
}

at::Tensor classifyByScript(ScriptNet& net, PictureCache& pictures, const std::vector<std::size_t>& indices,
                            const ClassifierSettings& settings)
{
    std::vector<Picture> batch;
    for (const std::size_t index : indices) {
        const auto source = pictures.get(index);
        batch.push_back(source ? centreCrop(**source, settings.side) : Picture(settings.side, settings.side));
    }
    // contiguous(): programs that were traced may look at the memory.
    const at::Tensor x = networkInput(bytesOf(batch), settings.convention, at::kCPU).contiguous();
    const Result<std::vector<at::Tensor>> outputs = net.forward({x});
    if (!outputs) {
        throw std::runtime_error(outputs.error().text);
    }
    const at::Tensor scores = outputs->front().to(at::kFloat).flatten(1);
    const bool isProbability =
        scores.ge(0).all().item<bool>() && at::allclose(scores.sum(1), at::ones(scores.size(0)), 1e-3, 1e-3);
    return isProbability ? scores : scores.softmax(1);
}

Result<std::int64_t> countOutputs(ScriptNet& net, int side)
{
    const Result<std::vector<at::Tensor>> outputs = net.forward({at::zeros({1, 3, side, side})});
    if (!outputs) {
        // libtorch tells the whole way through the program; its first line is the reason.
        const std::string& words = outputs.error().text;
        return failure(ErrorCode::Mismatch, "The network takes no picture of " + std::to_string(side) +
                                                " pixels a side: " + words.substr(0, words.find('\n')) + '.');
    }
    const at::Tensor& first = outputs->front();
    if (first.dim() < 2 || first.size(0) != 1 || first.numel() != first.size(1)) {
        return failure(ErrorCode::Mismatch, "The network gives no row of numbers, one for each label.");
    }
    return first.size(1);
}

} // namespace lw::learn
