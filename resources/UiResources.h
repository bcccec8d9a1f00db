// SPDX-License-Identifier: GPL-3.0-or-later
//! Makes the embedded files under :/icons, :/styles and :/help available.
#pragma once

namespace lw::resources {

/// Registers the embedded files; calling it again does nothing. Any thread.
void initUi();

} // namespace lw::resources
