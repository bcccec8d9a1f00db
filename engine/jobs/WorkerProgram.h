// SPDX-License-Identifier: GPL-3.0-or-later
//! Where the worker program is.
#pragma once

#include "models/core/Result.h"

namespace lw::worker {

/// Absolute path of labelwright-engine: $LABELWRIGHT_ENGINE, else beside this program, else in ../libexec/labelwright/.
/// Any thread. Errors: NotFound (EngineFailure::Missing) with the place that was named or looked at first.
[[nodiscard]] core::Result<QString> findWorker();

} // namespace lw::worker
