// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads the kernel's counters.
#include "engine/learn/worker/SystemMeter.h"

#include <chrono>
#include <filesystem>
#include <fstream>

#include <dlfcn.h>
#include <sys/resource.h>
#include <unistd.h>

namespace lw::learn {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double kMebi = 1024.0 * 1024.0;
constexpr std::chrono::milliseconds kFirst{500};
constexpr std::chrono::milliseconds kEvery{2000};

double cpuSeconds()
{
    rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) * 1e-6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double residentMebibytes()
{
    std::ifstream file("/proc/self/statm");
    double all = 0;
    double resident = 0;
    file >> all >> resident;
    return resident * double(::sysconf(_SC_PAGESIZE)) / kMebi;
}

/// Memory in use on the GPU; the CUDA runtime is asked by name, because most builds have none.
double gpuMebibytes()
{
    using MemoryInfo = int (*)(std::size_t*, std::size_t*);
    static const auto ask = reinterpret_cast<MemoryInfo>(::dlsym(RTLD_DEFAULT, "cudaMemGetInfo"));
    std::size_t isFree = 0;
    std::size_t all = 0;
    return ask && ask(&isFree, &all) == 0 ? double(all - isFree) / kMebi : -1;
}

/// Seconds since the job was made.
std::int64_t ageOf(const JobFolder& folder)
{
    std::error_code problem;
    const auto made = std::filesystem::last_write_time(folder.file("job.json"), problem);
    const auto age = std::filesystem::file_time_type::clock::now() - made;
    return problem ? 0 : std::chrono::duration_cast<std::chrono::seconds>(age).count();
}

} // namespace

SystemMeter::SystemMeter(JobFolder& folder) : m_folder(folder), m_thread([this] { run(); }) {}

SystemMeter::~SystemMeter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_ending.notify_one();
    m_thread.join();
}

void SystemMeter::run()
{
    Clock::time_point before = Clock::now();
    double cpuBefore = cpuSeconds();
    std::unique_lock lock(m_mutex);
    for (auto wait = kFirst; !m_ending.wait_for(lock, wait, [this] { return m_isEnding; }); wait = kEvery) {
        const Clock::time_point now = Clock::now();
        const double cpu = cpuSeconds();
        const double seconds = std::chrono::duration<double>(now - before).count();
        std::map<std::string, double> values = {{"cpu", 100 * (cpu - cpuBefore) / seconds},
                                                {"memory", residentMebibytes()}};
        if (const double gpu = gpuMebibytes(); gpu >= 0) {
            values["gpuMemory"] = gpu;
        }
        m_folder.addMetrics(ageOf(m_folder), values, "system");
        before = now;
        cpuBefore = cpu;
    }
}

} // namespace lw::learn
