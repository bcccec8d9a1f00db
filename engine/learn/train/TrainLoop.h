// SPDX-License-Identifier: GPL-3.0-or-later
//! What all trainings have in common: steps, averages, validation, early stop, checkpoints, resuming.
#pragma once

#include "engine/learn/base/Result.h"
#include "engine/learn/train/AdamW.h"
#include "engine/learn/train/Schedule.h"

#include <torch/nn/module.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace lw::learn {

/// Numbers with names, as they go into curves: "loss", "map50" …
using Metrics = std::map<std::string, double>;

/// What one kind of training brings along.
class TrainTask {
public:
    virtual ~TrainTask() = default;

    virtual torch::nn::Module& net() = 0;
    virtual std::vector<ParameterGroup> groups() = 0;

    /// Batches from the number `step` on are going to be asked for. Called once, before the first loss().
    virtual Result<> begin(std::int64_t step) = 0;

    struct Loss {
        at::Tensor total;
        Metrics parts; ///< for the curves
    };
    /// The loss of the next batch. The network is in training mode; `progress` is the used share of the budget.
    virtual Loss loss(double progress) = 0;

    /// Measures the network, which is in evaluation mode with its averages. Empty when there is nothing to measure on.
    virtual Result<Metrics> validate() = 0;
    /// Name of the metric, of those that validate() returns, by which the best network is chosen; greater is better.
    virtual std::string goal() const = 0;
};

struct TrainSettings {
    Budget budget;
    ScheduleSettings schedule;
    double emaMost = 0.998;
    double clipNorm = 10;
    std::uint64_t seed = 1;
    int validations = 10;          ///< over the whole budget, evenly
    int patience = 0;              ///< validations without a better result that end the training; 0: never
    std::string checkpoint;        ///< file to write and to resume from; empty: none
    double checkpointSeconds = 60; ///< between two checkpoints
};

/// Where a training stands; handed to the observer.
struct TrainStatus {
    std::int64_t step = 0;
    double seconds = 0;
    double cpuSeconds = 0;
    double progress = 0;
    double rate = 0;
};

/// Hears from a training and may stop it. Called on the thread that trains.
class TrainObserver {
public:
    virtual ~TrainObserver() = default;
    virtual bool shouldStop() = 0;
    virtual void stepped(const TrainStatus& status, const Metrics& metrics) = 0;
    virtual void validated(const TrainStatus& status, const Metrics& metrics, bool isBest) = 0;
    virtual void noted(const std::string& text) = 0;
};

struct TrainSummary {
    TrainStatus status;
    Metrics best; ///< of the network that was kept
    std::int64_t bestStep = 0;
    bool wasStopped = false; ///< by the observer; the checkpoint holds all, the training can be resumed
};

/// Trains until the budget is used. The task's network then holds the best averages that validation saw, or the last
/// ones. When `settings.checkpoint` exists the training goes on from there; a checkpoint of another network is a
/// Mismatch.
Result<TrainSummary> train(TrainTask& task, const TrainSettings& settings, TrainObserver& observer);

} // namespace lw::learn
