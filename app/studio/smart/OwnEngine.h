// SPDX-License-Identifier: GPL-3.0-or-later
//! A worker process for one job, so that what people wait for elsewhere is not kept waiting.
#pragma once

#include "app/scenarios/PictureLens.h"

namespace lw::studio {

/// Starts a worker with the first question; it ends with the last copy. Copies share it: one thread at a time.
[[nodiscard]] scenarios::AskEngine ownEngine();

/// Whether the worker program is there. Any thread.
[[nodiscard]] bool hasEngine();

} // namespace lw::studio
