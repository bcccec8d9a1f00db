// SPDX-License-Identifier: GPL-3.0-or-later
//! Chooses the kind of a job and writes down how it ended.
#include "engine/learn/worker/Job.h"

#include "engine/learn/base/Guard.h"
#include "engine/learn/worker/PredictJob.h"
#include "engine/learn/worker/SmartLabelJob.h"
#include "engine/learn/worker/SystemMeter.h"
#include "engine/learn/worker/TrainJob.h"

#include <cstdio>

namespace lw::learn {

Result<JobEnd> runJob(JobFolder& folder)
{
    Fields job(folder.job());
    const std::string kind = job.text("kind");
    const std::int64_t format = job.whole("format", 1);
    if (job.failed()) {
        return job.error();
    }
    if (format != 1) {
        return failure(ErrorCode::Unsupported, "The job was written by a newer program.");
    }
    return guarded([&]() -> Result<JobEnd> {
        if (kind == "train") {
            return runTrainJob(folder);
        }
        if (kind == "predict" || kind == "evaluate") {
            return runPredictJob(folder);
        }
        if (kind == "smart-label") {
            return runSmartLabelJob(folder);
        }
        return failure(ErrorCode::Unsupported, "There is no job of the kind “" + kind + "”.");
    });
}

int runJobFolder(const std::string& path)
{
    Result<std::unique_ptr<JobFolder>> folder = JobFolder::open(path);
    if (!folder) {
        std::fprintf(stderr, "%s\n", folder.error().text.c_str());
        return 2;
    }
    const Result<JobEnd> end = [&] {
        const SystemMeter meter(**folder);
        return runJob(**folder);
    }();
    if (!end) {
        (*folder)->setError(end.error());
        std::fprintf(stderr, "%s\n", end.error().text.c_str());
        return 1;
    }
    (*folder)->setState(*end == JobEnd::Done ? "done" : "stopped");
    return *end == JobEnd::Done ? 0 : 3;
}

} // namespace lw::learn
