// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads the job, writes the proposals.
#include "engine/learn/worker/SmartPlan.h"

#include "engine/learn/base/Files.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lw::learn {

namespace {

/// A picture with any of these was labelled by a person.
bool isLabelled(const Json& picture)
{
    for (const char* name : {"label", "objects", "masks", "map"}) {
        if (picture.contains(name)) {
            return true;
        }
    }
    return false;
}

/// Ids, and what must not be proposed.
Result<> readIdentities(const Json& pictures, SmartPlan& plan)
{
    for (const Json& each : pictures) {
        Fields fields(each);
        const std::int64_t id = fields.whole("id", -1);
        const Json& refused = fields.list("refused", false);
        if (fields.failed()) {
            return fields.error();
        }
        if (id < 0) {
            return failure(ErrorCode::InvalidArgument, "A picture has no id.");
        }
        const std::size_t number = plan.ids.size();
        plan.ids.push_back(id);
        for (const Json& label : refused) {
            if (label.is_number_integer()) {
                plan.refused[number].push_back(label.get<std::int64_t>());
            }
        }
        if (!isLabelled(each)) {
            plan.open.push_back(number);
        }
    }
    return {};
}

/// The hardest `share` of the answers, and none that are no harder than the easiest.
std::vector<bool> hardOnes(const std::vector<SmartAnswer>& answers, double share)
{
    std::vector<std::size_t> order(answers.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return answers[a].hardness > answers[b].hardness; });
    const auto count = std::size_t(std::floor(double(answers.size()) * share + 0.5));
    std::vector<bool> isHard(answers.size(), false);
    for (std::size_t i = 0; i < std::min(count, order.size()); ++i) {
        isHard[order[i]] = answers[order[i]].hardness > 0;
    }
    return isHard;
}

double rounded(double value)
{
    return std::round(value * 1e4) / 1e4;
}

} // namespace

Result<SmartPlan> readSmartPlan(const Json& job)
{
    Result<JobDataset> data = readDataset(job);
    if (!data) {
        return data.error();
    }
    SmartPlan plan;
    plan.data = std::move(*data);
    Fields fields(job);
    const std::string mode = fields.text("mode");
    Fields options(fields.object("options"));
    plan.mode = mode == "model" ? SmartMode::Model : mode == "precise" ? SmartMode::Precise : SmartMode::Fast;
    if (mode != "fast" && mode != "precise" && mode != "model") {
        fields.refuse("There is no mode called “" + mode + "”.");
    }
    plan.hardShare = std::clamp(options.number("hardShare", plan.hardShare), 0.0, 1.0);
    plan.leastConfidence = options.number("leastConfidence", plan.leastConfidence);
    plan.query = std::clamp<std::int64_t>(options.whole("query", plan.query), 0, 10000);
    plan.seed = std::uint64_t(options.whole("seed", 1));
    plan.comparesViews = options.truth("views", plan.mode == SmartMode::Precise);
    if (fields.failed() || options.failed()) {
        return fields.failed() ? fields.error() : options.error();
    }
    if (Result<> read = readIdentities(fields.list("pictures"), plan); !read) {
        return read.error();
    }
    if (plan.open.empty()) {
        return failure(ErrorCode::InvalidArgument, "Every picture is labelled.");
    }
    return plan;
}

Result<> writeSmartOutcome(JobFolder& folder, const SmartPlan& plan, SmartOutcome outcome)
{
    const std::vector<bool> isHard = hardOnes(outcome.answers, plan.hardShare);
    const auto write = [&](FileSink& sink) -> Result<> {
        for (std::size_t i = 0; i < outcome.answers.size(); ++i) {
            SmartAnswer& answer = outcome.answers[i];
            Json line = std::move(answer.said);
            line["id"] = plan.ids[answer.picture];
            line["confidence"] = rounded(answer.confidence);
            line["hardness"] = rounded(answer.hardness);
            line["isHard"] = bool(isHard[i]);
            line["reasons"] = Json::array({int(answer.reason)});
            const std::string text = jsonLine(line) + '\n';
            if (Result<> written = sink.write(text.data(), text.size()); !written) {
                return written;
            }
        }
        return {};
    };
    if (Result<> written = replaceFile(folder.output("proposals.jsonl"), write); !written) {
        return written;
    }
    Json unreadable = Json::array();
    for (const UnreadablePicture& each : outcome.unreadable) {
        unreadable.push_back({{"id", plan.ids[each.picture]},
                              {"path", plan.data.pictures->path(each.picture)},
                              {"text", each.text}});
        folder.log("Left out: " + each.text);
    }
    Json next = Json::array();
    for (const std::size_t picture : outcome.next) {
        next.push_back(plan.ids[picture]);
    }
    Json result = {{"labelled", outcome.labelled},
                   {"proposed", outcome.answers.size()},
                   {"unreadable", std::move(unreadable)},
                   {"next", std::move(next)}};
    if (!outcome.metric.empty()) {
        result["metric"] = outcome.metric;
        result["quality"] = rounded(outcome.quality);
    }
    if (!outcome.thresholds.empty()) {
        result["thresholds"] = outcome.thresholds;
    }
    return replaceFile(folder.output("result.json"), jsonLine(result) + '\n');
}

} // namespace lw::learn
