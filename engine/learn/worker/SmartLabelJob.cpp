// SPDX-License-Identifier: GPL-3.0-or-later
//! Learns, if the mode asks for it, then proposes.
#include "engine/learn/worker/SmartLabelJob.h"

#include "engine/learn/base/Files.h"
#include "engine/learn/base/Guard.h"
#include "engine/learn/worker/SmartPlan.h"
#include "engine/learn/worker/TrainJob.h"

#include <algorithm>

namespace lw::learn {

namespace {

/// The better half of the metrics that trainings tell, in the order in which one is wanted.
constexpr const char* kMetrics[] = {"map50", "miou", "accuracy"};

/// Share of the progress that learning takes where a network is trained.
constexpr double kTrainingShare = 0.85;

/// What the training measured: written down when it was through, so that a job that was killed while proposing does not
/// train again.
struct Learned {
    std::string metric;
    double quality = 0;
};

Learned learnedFrom(const Json& result)
{
    const Json best = result.value("best", Json::object());
    for (const char* name : kMetrics) {
        if (best.contains(name)) {
            return {name, best.value(name, 0.0)};
        }
    }
    return {};
}

Result<JobEnd> trainOnce(JobFolder& folder, Learned& learned)
{
    const std::string note = folder.file("learned.json");
    if (const Result<Json> known = readJson(note)) {
        learned = learnedFrom(*known);
        return JobEnd::Done;
    }
    folder.setPhase("training", 0, kTrainingShare);
    const Result<JobEnd> end = runTrainJob(folder);
    if (!end || *end == JobEnd::Stopped) {
        return end;
    }
    const Result<Json> result = readJson(folder.output("result.json"));
    if (!result) {
        return result.error();
    }
    if (Result<> written = replaceFile(note, jsonLine(*result) + '\n'); !written) {
        return written.error();
    }
    learned = learnedFrom(*result);
    return JobEnd::Done;
}

} // namespace

Result<JobEnd> runSmartLabelJob(JobFolder& folder)
{
    const Result<SmartPlan> plan = readSmartPlan(folder.job());
    if (!plan) {
        return plan.error();
    }
    return guarded([&]() -> Result<JobEnd> {
        if (plan->mode == SmartMode::Model) {
            Fields job(folder.job());
            const std::string path = job.text("model");
            folder.setPhase("predicting", 0, 1);
            return job.failed() ? Result<JobEnd>(job.error()) : proposeByModel(folder, *plan, path, {}, 0);
        }
        if (plan->data.kind == ModelKind::Classifier) {
            return proposeClasses(folder, *plan);
        }
        Learned learned;
        const Result<JobEnd> trained = trainOnce(folder, learned);
        if (!trained || *trained == JobEnd::Stopped) {
            return trained;
        }
        folder.setPhase("predicting", kTrainingShare, 1);
        return proposeByModel(folder, *plan, folder.output("model.safetensors"), learned.metric, learned.quality);
    });
}

} // namespace lw::learn
