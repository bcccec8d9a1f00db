// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. Trains what a job folder asks for.
#pragma once

#include "engine/learn/worker/Job.h"

namespace lw::learn {

Result<JobEnd> runTrainJob(JobFolder& folder);

/// Threads and device from a job's options.
struct ComputeOptions {
    std::string device;
    int threads = 1;      ///< for the network
    int batchThreads = 1; ///< that prepare pictures
};
Result<ComputeOptions> computeOptions(const Json& options);

} // namespace lw::learn
