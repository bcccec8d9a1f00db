// SPDX-License-Identifier: GPL-3.0-or-later
//! Checkpoints are safetensors files with counters as metadata.
#include "engine/learn/train/Checkpoint.h"

#include "engine/learn/base/Guard.h"
#include "engine/learn/weights/Safetensors.h"

#include <ATen/ATen.h>
#include <torch/nn/module.h>

#include <cstdio>
#include <cstdlib>

namespace lw::learn {

namespace {

constexpr const char* kKind = "labelwright-checkpoint";
constexpr const char* kBest = "best.";

std::string exactText(double value)
{
    char text[40];
    std::snprintf(text, sizeof text, "%.17g", value);
    return text;
}

void append(std::vector<NamedTensor>& list, const std::string& prefix, const std::vector<at::Tensor>& tensors)
{
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        list.push_back({prefix + std::to_string(i), tensors[i]});
    }
}

/// The tensors stored under `prefix`, checked against the shapes of `like`.
Result<std::vector<at::Tensor>> taken(const WeightFile& file, const std::string& prefix,
                                      const std::vector<at::Tensor>& like)
{
    std::map<std::string, const at::Tensor*> byName;
    for (const NamedTensor& each : file.tensors) {
        byName[each.name] = &each.tensor;
    }
    std::vector<at::Tensor> list;
    for (std::size_t i = 0; i < like.size(); ++i) {
        const auto found = byName.find(prefix + std::to_string(i));
        if (found == byName.end() || found->second->sizes() != like[i].sizes()) {
            return failure(ErrorCode::Mismatch, "The checkpoint belongs to another network.");
        }
        list.push_back(*found->second);
    }
    return list;
}

std::map<std::string, std::string> describe(const TrainState& state, std::uint64_t seed)
{
    const TrainCounters& counters = state.counters;
    std::map<std::string, std::string> metadata = {{"kind", kKind},
                                                   {"seed", std::to_string(seed)},
                                                   {"step", std::to_string(counters.step)},
                                                   {"seconds", exactText(counters.seconds)},
                                                   {"cpuSeconds", exactText(counters.cpuSeconds)},
                                                   {"validations", std::to_string(counters.validations)},
                                                   {"sinceBest", std::to_string(counters.sinceBest)},
                                                   {"bestStep", std::to_string(counters.bestStep)},
                                                   {"optimiserSteps", std::to_string(state.optimiser.steps())},
                                                   {"emaSteps", std::to_string(state.ema.steps())},
                                                   {"hasBest", state.bestState.empty() ? "0" : "1"}};
    for (const auto& each : counters.best) {
        metadata[kBest + each.first] = exactText(each.second);
    }
    return metadata;
}

double number(const WeightFile& file, const std::string& name)
{
    const auto found = file.metadata.find(name);
    return found == file.metadata.end() ? 0 : std::strtod(found->second.c_str(), nullptr);
}

TrainCounters countersOf(const WeightFile& file)
{
    TrainCounters counters;
    counters.step = std::int64_t(number(file, "step"));
    counters.seconds = number(file, "seconds");
    counters.cpuSeconds = number(file, "cpuSeconds");
    counters.validations = int(number(file, "validations"));
    counters.sinceBest = int(number(file, "sinceBest"));
    counters.bestStep = std::int64_t(number(file, "bestStep"));
    const std::string prefix = kBest;
    for (const auto& each : file.metadata) {
        if (each.first.compare(0, prefix.size(), prefix) == 0) {
            counters.best[each.first.substr(prefix.size())] = std::strtod(each.second.c_str(), nullptr);
        }
    }
    return counters;
}

} // namespace

Result<> saveCheckpoint(const std::string& path, const TrainState& state, std::uint64_t seed)
{
    std::vector<NamedTensor> tensors;
    append(tensors, "net.", stateOf(state.net).tensors);
    append(tensors, "ema.", state.ema.averages());
    append(tensors, "moment.", state.optimiser.moments());
    append(tensors, "best.", state.bestState);
    return writeSafetensors(path, tensors, describe(state, seed));
}

Result<> loadCheckpoint(const std::string& path, TrainState& state, std::uint64_t seed)
{
    const Result<WeightFile> file = readWeights(path);
    if (!file) {
        return file.error();
    }
    const auto kind = file->metadata.find("kind");
    const auto stored = file->metadata.find("seed");
    if (kind == file->metadata.end() || kind->second != kKind || stored == file->metadata.end() ||
        stored->second != std::to_string(seed)) {
        return failure(ErrorCode::Mismatch, "The checkpoint belongs to another training.");
    }
    return guarded([&]() -> Result<> {
        const torch::NoGradGuard noGrad;
        const std::vector<at::Tensor> own = stateOf(state.net).tensors;
        const Result<std::vector<at::Tensor>> net = taken(*file, "net.", own);
        const Result<std::vector<at::Tensor>> averages = taken(*file, "ema.", own);
        const Result<std::vector<at::Tensor>> moments = taken(*file, "moment.", state.optimiser.moments());
        const bool hasBest = number(*file, "hasBest") > 0;
        const Result<std::vector<at::Tensor>> best = taken(*file, "best.", hasBest ? own : std::vector<at::Tensor>());
        for (const Result<std::vector<at::Tensor>>* each : {&net, &averages, &moments, &best}) {
            if (!*each) {
                return each->error();
            }
        }
        for (std::size_t i = 0; i < own.size(); ++i) {
            own[i].copy_((*net)[i]);
        }
        state.ema.restore(*averages, std::int64_t(number(*file, "emaSteps")));
        state.optimiser.restore(*moments, std::int64_t(number(*file, "optimiserSteps")));
        state.counters = countersOf(*file);
        state.bestState.clear();
        for (const at::Tensor& each : *best) {
            state.bestState.push_back(each.to(own.front().device()));
        }
        return {};
    });
}

} // namespace lw::learn
