// SPDX-License-Identifier: GPL-3.0-or-later
//! Makes the embedded translations under :/i18n available.
#pragma once

namespace lw::translations {

/// Registers the embedded files; calling it again does nothing. Any thread.
void init();

} // namespace lw::translations
