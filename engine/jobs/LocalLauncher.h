// SPDX-License-Identifier: GPL-3.0-or-later
//! Jobs as processes of this computer.
#pragma once

#include "models/core/Result.h"
#include "models/domain/EngineJob.h"

namespace lw::worker {

/// Starts the job's process with low priority, in a session of its own: it goes on when this program ends. A job that
/// was stopped or has failed goes on from its checkpoint. What it prints goes to output.txt in its folder. Any thread.
/// Errors: NotFound or Internal (EngineFailure), Busy when it runs already, DiskFull, WriteFailed.
[[nodiscard]] core::Result<> startJob(const domain::EngineJob& job);

/// Asks the job to stop; it writes its checkpoint first, so its state changes some moments later.
/// Errors: InvalidArgument when it is over, DiskFull, WriteFailed.
[[nodiscard]] core::Result<> stopJob(const domain::EngineJob& job);

/// How many threads a running job may take from now on; 0 leaves it to the job. Errors: DiskFull, WriteFailed.
[[nodiscard]] core::Result<> setJobThreads(const domain::EngineJob& job, int threads);

} // namespace lw::worker
