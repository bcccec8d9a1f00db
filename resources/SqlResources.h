// SPDX-License-Identifier: GPL-3.0-or-later
//! Makes the embedded files under :/sql available.
#pragma once

namespace lw::resources {

/// Registers the embedded files; calling it again does nothing. Any thread.
void initSql();

} // namespace lw::resources
