// SPDX-License-Identifier: GPL-3.0-or-later
//! The sentences that people read about the learning engine's process and its jobs.
#pragma once

#include "engine/jobs/EngineFailure.h"
#include "models/domain/EngineJob.h"

#include <QString>

namespace lw::scenarios {

/// One sentence for a failure of the worker process, or for what it told. Any thread.
[[nodiscard]] QString engineText(const worker::EngineTrouble& trouble);
/// Why a job failed, and what can be done; empty for one that did not.
[[nodiscard]] QString jobErrorText(const domain::EngineJob& job);

} // namespace lw::scenarios
