// SPDX-License-Identifier: GPL-3.0-or-later
//! What needs no model, and the list of all operations.
#include "engine/learn/worker/Operations.h"

#include "engine/learn/nets/NetList.h"
#include "engine/learn/train/Device.h"
#include "engine/learn/weights/WeightMapping.h"
#include "engine/learn/worker/ContourDesk.h"
#include "engine/learn/worker/DescribedModel.h"
#include "engine/learn/worker/PromptDesk.h"
#include "engine/learn/worker/VectorOperations.h"
#include "engine/learn/worker/Workshop.h"

#include <ATen/Parallel.h>
#include <torch/cuda.h>
#include <torch/nn/module.h>
#include <torch/version.h>

#include <algorithm>
#include <memory>

namespace lw::learn {

namespace {

const char* formatName(WeightFormat format)
{
    switch (format) {
    case WeightFormat::Safetensors:
        return "safetensors";
    case WeightFormat::PickleZip:
        return "pth";
    case WeightFormat::PickleLegacy:
        return "pth-legacy";
    case WeightFormat::TorchScript:
        break;
    }
    return "torchscript";
}

Result<Json> describe(const Json&, RequestContext&)
{
    Json nets = Json::array();
    for (const NetEntry& entry : netList()) {
        nets.push_back({{"id", entry.id}, {"title", entry.title}, {"side", entry.side}});
    }
    const int devices = torch::cuda::is_available() ? int(torch::cuda::device_count()) : 0;
    return Json{{"torch", TORCH_VERSION}, {"cuda", devices}, {"cores", availableCores()}, {"nets", std::move(nets)}};
}

Result<Json> setThreads(const Json& request, RequestContext&)
{
    Fields fields(request);
    const double threads = fields.number("threads");
    if (fields.failed()) {
        return fields.error();
    }
    setComputeThreads(int(std::clamp(threads, 1.0, 1024.0)));
    return Json{{"threads", at::get_num_threads()}};
}

/// A network with a program of its own is tried.
Result<Json> inspectScript(const std::string& path, Json answer)
{
    Result<ScriptNet> net = ScriptNet::open(path);
    if (!net) {
        return net.error();
    }
    const Result<std::int64_t> outputs = countOutputs(*net, answer["side"].get<int>());
    if (!outputs) {
        return outputs.error();
    }
    answer["net"] = "torchscript";
    answer["outputs"] = *outputs;
    answer["classes"] = *outputs;
    return answer;
}

Result<Json> inspect(const Json& request, RequestContext&)
{
    Fields fields(request);
    const std::string path = fields.text("path");
    const std::int64_t side = fields.whole("side", 0);
    const std::string convention = fields.text("convention", "");
    if (side < 0 || side > 4096) {
        fields.refuse("The input's side must be between 1 and 4096 pixels.");
    }
    if (fields.failed()) {
        return fields.error();
    }
    const Result<WeightFile> file = readWeights(path);
    if (!file) {
        return file.error();
    }
    if (Result<> finite = checkFinite(file->tensors); !finite) {
        return finite.error();
    }
    Json answer = {
        {"format", formatName(file->format)}, {"tensors", file->tensors.size()}, {"metadata", file->metadata}};
    answer["convention"] = convention.empty() ? "rgb-imagenet" : convention;
    answer["side"] = side > 0 ? side : 224;
    if (file->format == WeightFormat::TorchScript) {
        return inspectScript(path, std::move(answer));
    }
    const Result<NetGuess> guess = guessNet(*file);
    if (!guess && file->metadata.count("kind") == 0) {
        return guess.error();
    }
    if (guess) {
        const Result<std::shared_ptr<Backbone>> net = makeNet(guess->id, std::max<std::int64_t>(guess->classes, 1));
        if (!net) {
            return net.error();
        }
        const MappingReport report = compare(*file, **net);
        answer.update({{"net", guess->id},
                       {"classes", guess->classes},
                       {"outputs", guess->classes},
                       {"side", side > 0 ? side : findNet(guess->id)->side},
                       {"matched", report.matched.size()},
                       {"missing", report.missing},
                       {"unexpected", report.unexpected}});
    }
    return answer;
}

} // namespace

void addOperations(Session& session)
{
    const auto room = std::make_shared<VectorRoom>();
    const auto workshop = std::make_shared<Workshop>(room);
    session.add("describe", describe);
    session.add("threads", setThreads);
    session.add("inspect", inspect);
    session.add("open", [=](const Json& request, RequestContext& context) { return workshop->open(request, context); });
    session.add("predict",
                [=](const Json& request, RequestContext& context) { return workshop->predict(request, context); });
    session.add("suggest",
                [=](const Json& request, RequestContext& context) { return workshop->suggest(request, context); });
    addVectorOperations(session, room);
    const auto desk = std::make_shared<ContourDesk>();
    session.add("contour",
                [=](const Json& request, RequestContext& context) { return desk->answer(request, context); });
    session.add("contour-score",
                [=](const Json& request, RequestContext& context) { return desk->score(request, context); });
    const auto prompts = std::make_shared<PromptDesk>();
    session.add("assistant-open",
                [=](const Json& request, RequestContext& context) { return prompts->open(request, context); });
    session.add("assistant-embed",
                [=](const Json& request, RequestContext& context) { return prompts->embed(request, context); });
    session.add("assistant-mask",
                [=](const Json& request, RequestContext& context) { return prompts->mask(request, context); });
}

} // namespace lw::learn
