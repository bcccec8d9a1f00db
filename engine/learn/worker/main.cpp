// SPDX-License-Identifier: GPL-3.0-or-later
//! The worker program: a session on its standard input and output, or the job of a folder.
#include "engine/learn/train/Device.h"
#include "engine/learn/worker/Job.h"
#include "engine/learn/worker/Operations.h"

#include <csignal>
#include <cstdio>
#include <cstring>
#include <ext/stdio_filebuf.h>
#include <iostream>

#include <unistd.h>

namespace {

int usage()
{
    std::fputs("labelwright-engine          serves requests, one JSON object a line\n"
               "labelwright-engine --job F  runs the job of the folder F\n"
               "labelwright-engine --version\n",
               stderr);
    return 64;
}

/// Libraries print where they like; what is not ours must not get between the answers.
int takeStandardOutput()
{
    const int own = ::dup(STDOUT_FILENO);
    ::dup2(STDERR_FILENO, STDOUT_FILENO);
    return own;
}

int serve()
{
    const int output = takeStandardOutput();
    if (output < 0) {
        return 1;
    }
    __gnu_cxx::stdio_filebuf<char> buffer(output, std::ios::out);
    std::ostream out(&buffer);
    std::ios::sync_with_stdio(false);
    lw::learn::setComputeThreads(lw::learn::defaultThreads(true));
    lw::learn::Session session(std::cin, out);
    lw::learn::addOperations(session);
    session.run();
    return 0;
}

} // namespace

int main(int count, char** arguments)
{
    if (count == 2 && std::strcmp(arguments[1], "--version") == 0) {
        std::puts("labelwright-engine " LW_VERSION);
        return 0;
    }
    lw::learn::restartWithPassiveThreads(arguments);
    // A window that closed must not kill a job that writes a line.
    std::signal(SIGPIPE, SIG_IGN);
    if (count == 3 && std::strcmp(arguments[1], "--job") == 0) {
        std::signal(SIGTERM, [](int) { lw::learn::JobFolder::requestStop(); });
        std::signal(SIGINT, [](int) { lw::learn::JobFolder::requestStop(); });
        return lw::learn::runJobFolder(arguments[2]);
    }
    return count == 1 ? serve() : usage();
}
