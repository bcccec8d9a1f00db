// SPDX-License-Identifier: GPL-3.0-or-later
//! Start of the window's program, callable from tests.
#pragma once

namespace lw::studio {

/// Reads the options, opens what they name and runs until the window is closed. Returns the exit code: 0 done,
/// 2 wrong usage, 3 failed.
int runProgram(int argc, char** argv);

} // namespace lw::studio
