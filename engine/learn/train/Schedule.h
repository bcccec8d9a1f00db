// SPDX-License-Identifier: GPL-3.0-or-later
//! How the learning rate goes: up over some steps, then down as a cosine over the budget, be it steps, seconds or CPU seconds.
#pragma once

#include <cstdint>

namespace lw::learn {

/// What a training may take: the first limit that is reached ends it. 0 means no limit; one must be set.
struct Budget {
    double seconds = 0; ///< of training; validation does not count
    std::int64_t steps = 0;
    double cpuSeconds = 0; ///< that all threads of the process work: what two measurements on a busy machine can compare
};

/// What a training has taken so far.
struct Spent {
    std::int64_t steps = 0;
    double seconds = 0;
    double cpuSeconds = 0;
};

struct ScheduleSettings {
    double rate = 1e-3;
    std::int64_t warmUpSteps = 60;
    double floor = 0.02; ///< share of the rate that is left in the end
};

/// Share of the budget that is used, 0 … 1.
double progressOf(const Budget& budget, const Spent& spent);

/// The learning rate of step `step` (from 0) when `progress` of the budget is used.
double learningRate(const ScheduleSettings& settings, std::int64_t step, double progress);

} // namespace lw::learn
