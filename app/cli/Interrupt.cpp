// SPDX-License-Identifier: GPL-3.0-or-later
//! Signal handling.
#include "app/cli/Interrupt.h"

#include <csignal>

namespace lw::cli {

namespace {

std::stop_source& source()
{
    static std::stop_source stop;
    return stop;
}

/// No callbacks hang on this source, so the request is one atomic exchange: safe in a handler.
void requestStop(int)
{
    source().request_stop();
}

} // namespace

std::stop_token stopOnInterrupt()
{
    const std::stop_token token = source().get_token(); // made before a signal can come
    struct sigaction action = {};
    action.sa_handler = requestStop;
    action.sa_flags = int(SA_RESETHAND | SA_RESTART);
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    return token;
}

} // namespace lw::cli
