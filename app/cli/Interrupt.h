// SPDX-License-Identifier: GPL-3.0-or-later
//! Ctrl+C and SIGTERM as a stop request.
#pragma once

#include <stop_token>

namespace lw::cli {

/// From now on the first SIGINT or SIGTERM requests a stop, so that the work is taken back; a second one ends the
/// program at once (the next start takes the work back then).
[[nodiscard]] std::stop_token stopOnInterrupt();

} // namespace lw::cli
