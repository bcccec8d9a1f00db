// SPDX-License-Identifier: GPL-3.0-or-later
//! The window's program: options, look and language, then the main window.
#include "app/studio/Program.h"

int main(int argc, char** argv)
{
    return lw::studio::runProgram(argc, argv);
}
