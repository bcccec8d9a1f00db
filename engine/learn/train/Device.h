// SPDX-License-Identifier: GPL-3.0-or-later
//! Where and how precisely networks compute, and with how many threads.
#pragma once

#include "engine/learn/base/Result.h"

#include <c10/core/Device.h>

#include <functional>
#include <string>

namespace torch::nn {
class Module;
}

namespace lw::learn {

/// "auto" (CUDA when libtorch has it and a device is there), "cpu", "cuda", "cuda:1" … InvalidArgument for anything
/// else or a device that is not there.
Result<c10::Device> chooseDevice(const std::string& name);

/// Moves a network to where it computes, its convolutions with channels last as the inputs have them: otherwise they are
/// turned round anew for every batch.
void placeNet(torch::nn::Module& net, const c10::Device& device);

/// While it lives, networks on CUDA multiply in bfloat16; on the CPU nothing changes.
class MixedPrecision {
public:
    explicit MixedPrecision(const c10::Device& device);
    MixedPrecision(const MixedPrecision&) = delete;
    MixedPrecision& operator=(const MixedPrecision&) = delete;
    ~MixedPrecision();

private:
    bool m_isOn;
};

/// Threads that networks compute with, 1 … all cores. Of two cores, threads that wait for each other actively lose most
/// of their time as soon as anybody else works: see restartWithPassiveThreads().
void setComputeThreads(int threads);

/// Cores that this process may use.
int availableCores();

/// All cores when nobody annotates, else all but one; one at least.
int defaultThreads(bool someoneAnnotates);

/// Makes OpenMP's threads sleep while they wait. libgomp reads the environment when it is loaded, before main(): so the
/// program starts itself anew with OMP_WAIT_POLICY=PASSIVE, once, unless the variable is set. First thing in main().
void restartWithPassiveThreads(char** arguments);

/// Runs `step` some times with one thread and with `most`, and returns the number that is quicker.
int quickerThreads(int most, const std::function<void()>& step);

} // namespace lw::learn
