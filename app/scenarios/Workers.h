// SPDX-License-Identifier: GPL-3.0-or-later
//! Threads that a piece of work may use besides its own.
#pragma once

#include "models/core/Progress.h"

#include <QThreadPool>

#include <functional>

namespace lw::scenarios {

/// Calls `body(i)` for i from 0 to `count` - 1, on this thread and on those threads of `pool` that are free (null: none
/// but this). Returns when all calls have returned; after a stop request no new ones begin. `body` must not throw.
void forEachOnThreads(QThreadPool* pool, qsizetype count, const std::stop_token& stop,
                      const std::function<void(qsizetype)>& body);

} // namespace lw::scenarios
