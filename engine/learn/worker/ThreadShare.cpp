// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads the wish and sets it.
#include "engine/learn/worker/ThreadShare.h"

#include "engine/learn/train/Device.h"

#include <chrono>
#include <fstream>

namespace lw::learn {

void ThreadShare::follow()
{
    const double now = std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
    if (m_isFixed || now - m_lastLook < 1) {
        return;
    }
    m_lastLook = now;
    std::ifstream file(m_folder.file("threads"));
    int wanted = 0;
    if (file >> wanted && wanted > 0 && wanted != m_threads) {
        m_threads = wanted;
        setComputeThreads(wanted);
    }
}

bool hasFixedThreads(const Json& options)
{
    return options.is_object() && options.contains("threads") && options["threads"].is_number() &&
           options["threads"].get<double>() > 0;
}

} // namespace lw::learn
