// SPDX-License-Identifier: GPL-3.0-or-later
//! sample pictures, sample create: data to try the program with.
#include "app/cli/Commands.h"

namespace lw::cli {

void addSampleCommands(CLI::App&, Action&)
{
}

} // namespace lw::cli
