// SPDX-License-Identifier: GPL-3.0-or-later
//! Matches names whatever prefix the file has, then copies.
#include "engine/learn/weights/WeightMapping.h"

#include "engine/learn/base/Guard.h"
#include "engine/learn/nets/NetList.h"

#include <ATen/ATen.h>

#include <map>
#include <set>
#include <unordered_map>

namespace lw::learn {

namespace {

/// Files of old PyTorch lack it, and nothing depends on it.
bool isCounter(const std::string& name)
{
    constexpr std::string_view kEnd = "num_batches_tracked";
    return name.size() >= kEnd.size() && name.compare(name.size() - kEnd.size(), kEnd.size(), kEnd) == 0;
}

std::map<std::string, at::Tensor> tensorsOfNet(const Backbone& net)
{
    std::map<std::string, at::Tensor> tensors;
    for (const auto& each : net.named_parameters()) {
        tensors.emplace(each.key(), each.value());
    }
    for (const auto& each : net.named_buffers()) {
        if (!isCounter(each.key())) {
            tensors.emplace(each.key(), each.value());
        }
    }
    return tensors;
}

/// The prefix with which most of the network's names are found in the file.
std::string bestPrefix(const WeightFile& file, const std::map<std::string, at::Tensor>& wanted)
{
    std::map<std::string, std::size_t> votes;
    for (const NamedTensor& each : file.tensors) {
        std::size_t at = 0;
        while (at != std::string::npos) { // every start after a dot may be the start of the network's name
            if (wanted.count(each.name.substr(at)) > 0) {
                ++votes[each.name.substr(0, at)];
            }
            at = each.name.find('.', at);
            at = at == std::string::npos ? at : at + 1;
        }
    }
    std::string best;
    std::size_t most = 0;
    for (const auto& vote : votes) {
        if (vote.second > most) {
            best = vote.first;
            most = vote.second;
        }
    }
    return best;
}

std::string shapeText(const at::Tensor& tensor)
{
    std::string text;
    for (const std::int64_t size : tensor.sizes()) {
        text += (text.empty() ? "" : "x") + std::to_string(size);
    }
    return text.empty() ? "single number" : text;
}

bool isHead(const std::string& name, const Backbone& net)
{
    return name.compare(0, net.headName().size(), net.headName()) == 0;
}

std::string someNames(const std::vector<std::string>& names)
{
    std::string text;
    for (std::size_t i = 0; i < names.size() && i < 3; ++i) {
        text += (i > 0 ? ", " : "") + names[i];
    }
    return names.size() > 3 ? text + " and " + std::to_string(names.size() - 3) + " more" : text;
}

/// What must not be: names other than the last layer's.
std::vector<std::string> withoutHead(const std::vector<std::string>& names, const Backbone& net)
{
    std::vector<std::string> left;
    for (const std::string& name : names) {
        if (!isHead(name, net)) {
            left.push_back(name);
        }
    }
    return left;
}

void copyMatched(const WeightFile& file, const MappingReport& report, std::map<std::string, at::Tensor> into)
{
    const torch::NoGradGuard noGrad;
    std::unordered_map<std::string, const at::Tensor*> source;
    for (const NamedTensor& each : file.tensors) {
        source[each.name] = &each.tensor;
    }
    for (const std::string& name : report.matched) {
        into.at(name).copy_(*source.at(report.prefix + name));
    }
}

} // namespace

MappingReport compare(const WeightFile& file, const Backbone& net)
{
    const std::map<std::string, at::Tensor> wanted = tensorsOfNet(net);
    MappingReport report;
    report.prefix = bestPrefix(file, wanted);
    std::int64_t total = 0;
    std::int64_t found = 0;
    std::set<std::string> seen;
    for (const NamedTensor& each : file.tensors) {
        const bool hasPrefix = each.name.compare(0, report.prefix.size(), report.prefix) == 0;
        const std::string name = hasPrefix ? each.name.substr(report.prefix.size()) : std::string();
        const auto target = wanted.find(name);
        if (target == wanted.end()) {
            if (!isCounter(each.name)) {
                report.unexpected.push_back(each.name);
            }
            continue;
        }
        seen.insert(name);
        if (target->second.sizes() == each.tensor.sizes()) {
            report.matched.push_back(name);
        } else {
            report.misshapen.push_back(name + ": " + shapeText(each.tensor) + ", not " + shapeText(target->second));
        }
    }
    const std::set<std::string> matched(report.matched.begin(), report.matched.end());
    for (const auto& each : wanted) {
        if (seen.count(each.first) == 0) {
            report.missing.push_back(each.first);
        }
        if (!isHead(each.first, net)) {
            total += each.second.numel();
            found += matched.count(each.first) > 0 ? each.second.numel() : 0;
        }
    }
    report.share = total > 0 ? double(found) / double(total) : 0;
    return report;
}

Result<MappingReport> loadWeights(const WeightFile& file, Backbone& net)
{
    return guarded([&]() -> Result<MappingReport> {
        MappingReport report = compare(file, net);
        if (const auto misshapen = withoutHead(report.misshapen, net); !misshapen.empty()) {
            return failure(ErrorCode::Mismatch, "The weights have other shapes: " + someNames(misshapen) + ".");
        }
        if (const auto missing = withoutHead(report.missing, net); !missing.empty()) {
            return failure(ErrorCode::Mismatch,
                           "The weights belong to another network; these are missing: " + someNames(missing) + ".");
        }
        if (Result<> finite = checkFinite(file.tensors); !finite) {
            return finite.error();
        }
        copyMatched(file, report, tensorsOfNet(net));
        return report;
    });
}

Result<NetGuess> guessNet(const WeightFile& file)
{
    NetGuess best;
    std::size_t fewest = file.tensors.size() + 1;
    for (const NetEntry& entry : netList()) {
        const Result<std::shared_ptr<Backbone>> net = makeNet(entry.id, 1);
        if (!net) {
            return net.error();
        }
        const MappingReport report = compare(file, **net);
        // A deep network's file holds all of a shallow one's names: what is left over tells them apart.
        if (report.share < 1 || report.unexpected.size() >= fewest) {
            continue;
        }
        fewest = report.unexpected.size();
        const at::Tensor* head = file.find(report.prefix + (*net)->headName() + "weight");
        best = {entry.id, head && head->dim() == 2 ? head->size(0) : 0};
    }
    if (best.id.empty()) {
        return failure(ErrorCode::Mismatch, "The weights fit none of the networks that are known here.");
    }
    return best;
}

} // namespace lw::learn
