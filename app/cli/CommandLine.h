// SPDX-License-Identifier: GPL-3.0-or-later
//! The command line program, apart from main().
#pragma once

namespace lw::cli {

/// What the program ends with. A contract with scripts.
enum ExitCode {
    kDone = 0,
    kDoneWithProblems = 1, ///< the good rest is done, the problems are listed
    kWrongUsage = 2,
    kFailed = 3, ///< nothing was changed
};

/// Parses and runs one command line. A QCoreApplication must exist. Returns an ExitCode.
int runCommandLine(int argc, char** argv);

} // namespace lw::cli
