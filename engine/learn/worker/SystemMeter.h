// SPDX-License-Identifier: GPL-3.0-or-later
//! What a job takes of the machine, for the charts.
#pragma once

#include "engine/learn/worker/JobFolder.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace lw::learn {

/// While it lives, adds a line of the group "system" to the job's metrics every two seconds: "cpu" in percent of one
/// core, "memory" in MiB, and "gpuMemory" in MiB when libtorch computes on a GPU. The step is the job's age in seconds,
/// so that the lines of a job that was stopped and goes on follow each other.
class SystemMeter {
public:
    explicit SystemMeter(JobFolder& folder);
    ~SystemMeter();
    SystemMeter(const SystemMeter&) = delete;
    SystemMeter& operator=(const SystemMeter&) = delete;

private:
    void run();

    JobFolder& m_folder;
    std::mutex m_mutex; ///< guards m_isEnding
    std::condition_variable m_ending;
    bool m_isEnding = false;
    std::thread m_thread;
};

} // namespace lw::learn
