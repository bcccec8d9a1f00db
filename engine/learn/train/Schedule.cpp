// SPDX-License-Identifier: GPL-3.0-or-later
//! Warm-up and cosine.
#include "engine/learn/train/Schedule.h"

#include <algorithm>
#include <cmath>

namespace lw::learn {

double progressOf(const Budget& budget, const Spent& spent)
{
    double progress = 0;
    if (budget.steps > 0) {
        progress = double(spent.steps) / double(budget.steps);
    }
    if (budget.seconds > 0) {
        progress = std::max(progress, spent.seconds / budget.seconds);
    }
    if (budget.cpuSeconds > 0) {
        progress = std::max(progress, spent.cpuSeconds / budget.cpuSeconds);
    }
    return std::clamp(progress, 0.0, 1.0);
}

double learningRate(const ScheduleSettings& settings, std::int64_t step, double progress)
{
    const double warmUp = step < settings.warmUpSteps ? double(step + 1) / double(settings.warmUpSteps) : 1;
    const double cosine = 0.5 * (1 + std::cos(std::acos(-1.0) * std::clamp(progress, 0.0, 1.0)));
    return settings.rate * warmUp * (settings.floor + (1 - settings.floor) * cosine);
}

} // namespace lw::learn
