// SPDX-License-Identifier: GPL-3.0-or-later
//! Devices, precision, threads.
#include "engine/learn/train/Device.h"

#include "engine/learn/base/Guard.h"

#include <ATen/Parallel.h>
#include <ATen/autocast_mode.h>
#include <torch/cuda.h>
#include <torch/nn/module.h>
#include <torch/version.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <sched.h>
#include <unistd.h>

namespace lw::learn {

namespace {

constexpr bool hasVersion(int major, int minor)
{
    return TORCH_VERSION_MAJOR > major || (TORCH_VERSION_MAJOR == major && TORCH_VERSION_MINOR >= minor);
}

/// The functions have other names since 2.4; the old ones are going.
template <bool isNew> void setAutocast(bool isOn)
{
    if constexpr (isNew) {
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
        at::autocast::set_autocast_enabled(at::kCUDA, isOn);
        at::autocast::set_autocast_dtype(at::kCUDA, at::kBFloat16);
#endif
    } else {
#if TORCH_VERSION_MAJOR < 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR < 4)
        at::autocast::set_enabled(isOn);
        at::autocast::set_autocast_gpu_dtype(at::kBFloat16);
#endif
    }
}

} // namespace

Result<c10::Device> chooseDevice(const std::string& name)
{
    return guarded([&]() -> Result<c10::Device> {
        const int devices = torch::cuda::is_available() ? int(torch::cuda::device_count()) : 0;
        if (name == "auto" || name.empty()) {
            return devices > 0 ? c10::Device(at::kCUDA, 0) : c10::Device(at::kCPU);
        }
        if (name == "cpu") {
            return c10::Device(at::kCPU);
        }
        if (name != "cuda" && name.compare(0, 5, "cuda:") != 0) {
            return failure(ErrorCode::InvalidArgument, "There is no device called “" + name + "”.");
        }
        const c10::Device device(name);
        const int index = device.has_index() ? int(device.index()) : 0;
        if (index >= devices) {
            return failure(ErrorCode::InvalidArgument, "The device “" + name + "” is not there.");
        }
        return c10::Device(at::kCUDA, c10::DeviceIndex(index));
    });
}

void placeNet(torch::nn::Module& net, const c10::Device& device)
{
    const torch::NoGradGuard noGrad;
    net.to(device);
    for (at::Tensor& each : net.parameters()) {
        if (each.dim() == 4) {
            each.set_data(each.contiguous(at::MemoryFormat::ChannelsLast));
        }
    }
}

MixedPrecision::MixedPrecision(const c10::Device& device) : m_isOn(device.is_cuda())
{
    if (m_isOn) {
        setAutocast<hasVersion(2, 4)>(true);
        at::autocast::increment_nesting();
    }
}

MixedPrecision::~MixedPrecision()
{
    if (m_isOn) {
        if (at::autocast::decrement_nesting() == 0) {
            at::autocast::clear_cache();
        }
        setAutocast<hasVersion(2, 4)>(false);
    }
}

void setComputeThreads(int threads)
{
    at::set_num_threads(std::clamp(threads, 1, availableCores()));
}

int availableCores()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    if (::sched_getaffinity(0, sizeof set, &set) == 0) {
        return std::max(1, CPU_COUNT(&set));
    }
    return std::max(1, int(::sysconf(_SC_NPROCESSORS_ONLN)));
}

int defaultThreads(bool someoneAnnotates)
{
    return std::max(1, availableCores() - (someoneAnnotates ? 1 : 0));
}

void restartWithPassiveThreads(char** arguments)
{
    if (std::getenv("OMP_WAIT_POLICY")) {
        return;
    }
    ::setenv("OMP_WAIT_POLICY", "PASSIVE", 1);
    // By its own path, so that lists of processes show the program's name.
    std::error_code problem;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", problem);
    if (!problem) {
        ::execv(self.c_str(), arguments);
    }
    // Without /proc the program goes on as it is: slower on a busy machine, but right.
}

int quickerThreads(int most, const std::function<void()>& step)
{
    const auto timed = [&](int threads) {
        setComputeThreads(threads);
        step(); // the first step of a number of threads makes the threads
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < 3; ++i) {
            step();
        }
        return std::chrono::steady_clock::now() - start;
    };
    const int best = most > 1 && timed(most) < timed(1) ? most : 1;
    setComputeThreads(best);
    return best;
}

} // namespace lw::learn
