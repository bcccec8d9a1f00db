// SPDX-License-Identifier: GPL-3.0-or-later
//! The sentences that people read for errors and problems, in the language of the program.
#pragma once

#include "models/core/Error.h"
#include "models/core/Problem.h"

#include <QString>

namespace lw::scenarios {

/// One sentence that names what failed, where, and why. Any thread.
[[nodiscard]] QString errorText(const core::Error& error);
/// Why this piece of input was left out or noted, without its place.
[[nodiscard]] QString problemReason(const core::Problem& problem);
/// File, line and reason in one line.
[[nodiscard]] QString problemText(const core::Problem& problem);

} // namespace lw::scenarios
