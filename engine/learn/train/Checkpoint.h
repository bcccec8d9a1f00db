// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. A training's state as a file: nothing in it can run, and it is replaced whole.
#pragma once

#include "engine/learn/train/AdamW.h"
#include "engine/learn/train/Ema.h"
#include "engine/learn/train/TrainLoop.h"

namespace lw::learn {

/// What the loop counts.
struct TrainCounters {
    std::int64_t step = 0;
    double seconds = 0;
    double cpuSeconds = 0;
    int validations = 0;
    int sinceBest = 0;
    std::int64_t bestStep = 0;
    Metrics best;
};

/// All that a training consists of. `bestState` is empty until there is one.
struct TrainState {
    torch::nn::Module& net;
    AdamW& optimiser;
    Ema& ema;
    TrainCounters& counters;
    std::vector<at::Tensor>& bestState;
};

Result<> saveCheckpoint(const std::string& path, const TrainState& state, std::uint64_t seed);

/// Mismatch when the file is of another network or seed; the state is unchanged then.
Result<> loadCheckpoint(const std::string& path, TrainState& state, std::uint64_t seed);

} // namespace lw::learn
