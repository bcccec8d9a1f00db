// SPDX-License-Identifier: GPL-3.0-or-later
//! The loop.
#include "engine/learn/train/TrainLoop.h"

#include "engine/learn/base/Guard.h"
#include "engine/learn/train/Checkpoint.h"

#include <torch/nn/utils/clip_grad.h>
#include <torch/utils.h>

#include <chrono>
#include <cmath>
#include <ctime>
#include <filesystem>

namespace lw::learn {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// When a step began, by the clock and by the work of all threads.
struct Moment {
    Clock::time_point time = Clock::now();
    std::clock_t cpu = std::clock();
};

class Loop {
public:
    Loop(TrainTask& task, const TrainSettings& settings, TrainObserver& observer)
        : m_task(task), m_settings(settings), m_observer(observer), m_optimiser(task.groups()),
          m_ema(task.net(), settings.emaMost)
    {
    }

    Result<TrainSummary> run()
    {
        if (Result<> resumed = resume(); !resumed) {
            return resumed.error();
        }
        torch::manual_seed(m_settings.seed + std::uint64_t(m_counters.step));
        if (Result<> begun = m_task.begin(m_counters.step); !begun) {
            return begun.error();
        }
        m_lastCheckpoint = Clock::now();
        while (!isOver()) {
            if (m_observer.shouldStop()) {
                return stop();
            }
            if (Result<> done = step(); !done) {
                return done.error();
            }
        }
        return finish();
    }

private:
    TrainState state() { return {m_task.net(), m_optimiser, m_ema, m_counters, m_bestState}; }

    TrainStatus status() const
    {
        const double progress =
            progressOf(m_settings.budget, {m_counters.step, m_counters.seconds, m_counters.cpuSeconds});
        return {m_counters.step, m_counters.seconds, m_counters.cpuSeconds, progress,
                learningRate(m_settings.schedule, m_counters.step, progress)};
    }

    bool isOver() const
    {
        const bool isTired = m_settings.patience > 0 && m_counters.sinceBest >= m_settings.patience;
        return status().progress >= 1 || isTired;
    }

    Result<> resume()
    {
        if (m_settings.checkpoint.empty() || !std::filesystem::exists(m_settings.checkpoint)) {
            return {};
        }
        TrainState all = state();
        Result<> loaded = loadCheckpoint(m_settings.checkpoint, all, m_settings.seed);
        if (loaded) {
            m_observer.noted("Resumed at step " + std::to_string(m_counters.step) + ".");
        }
        return loaded;
    }

    Result<> step()
    {
        const Moment start;
        const TrainStatus before = status();
        m_task.net().train();
        TrainTask::Loss loss = m_task.loss(before.progress);
        const double value = loss.total.item<double>();
        if (!std::isfinite(value)) {
            return skipBrokenStep(start);
        }
        m_brokenSteps = 0;
        m_optimiser.clearGradients();
        loss.total.backward();
        torch::nn::utils::clip_grad_norm_(m_optimiser.parameters(), m_settings.clipNorm);
        m_optimiser.step(before.rate);
        m_ema.update();
        count(start);
        loss.parts["loss"] = value;
        m_observer.stepped(status(), loss.parts);
        return afterStep();
    }

    void count(const Moment& start)
    {
        m_counters.seconds += secondsSince(start.time);
        m_counters.cpuSeconds += double(std::clock() - start.cpu) / CLOCKS_PER_SEC;
        ++m_counters.step;
    }

    /// A loss that is no number spoils all weights; a few such batches are left out, many mean that training failed.
    Result<> skipBrokenStep(const Moment& start)
    {
        count(start);
        if (++m_brokenSteps >= 20) {
            return failure(ErrorCode::Internal, "The loss is not a number any more: the learning rate is too high.");
        }
        return {};
    }

    Result<> afterStep()
    {
        const int due = int(status().progress * m_settings.validations);
        if (due > m_counters.validations) {
            m_counters.validations = due;
            if (Result<> done = validate(); !done) {
                return done;
            }
        }
        if (secondsSince(m_lastCheckpoint) >= m_settings.checkpointSeconds) {
            saveIfPossible();
        }
        return {};
    }

    Result<> validate()
    {
        m_ema.swap();
        m_task.net().eval();
        Result<Metrics> metrics = [&] {
            const torch::NoGradGuard noGrad;
            return m_task.validate();
        }();
        bool isBest = false;
        if (metrics && !metrics->empty()) {
            const auto before = m_counters.best.find(m_task.goal());
            isBest = before == m_counters.best.end() || metrics->at(m_task.goal()) > before->second;
            if (isBest) {
                keepBest(*metrics);
            } else {
                ++m_counters.sinceBest;
            }
        }
        m_ema.swap();
        if (!metrics) {
            return metrics.error();
        }
        if (!metrics->empty()) {
            m_observer.validated(status(), *metrics, isBest);
        }
        return {};
    }

    /// The network holds its averages now.
    void keepBest(const Metrics& metrics)
    {
        m_counters.best = metrics;
        m_counters.bestStep = m_counters.step;
        m_counters.sinceBest = 0;
        m_bestState.clear();
        for (const at::Tensor& each : stateOf(m_task.net()).tensors) {
            m_bestState.push_back(each.clone());
        }
    }

    Result<> save()
    {
        m_lastCheckpoint = Clock::now();
        return m_settings.checkpoint.empty() ? Result<>()
                                             : saveCheckpoint(m_settings.checkpoint, state(), m_settings.seed);
    }

    /// A checkpoint that cannot be written must not end hours of training: it is told, and tried again later.
    void saveIfPossible()
    {
        if (const Result<> saved = save(); !saved) {
            m_observer.noted("The checkpoint was not written: " + saved.error().text);
        }
    }

    TrainSummary summary(bool wasStopped) const { return {status(), m_counters.best, m_counters.bestStep, wasStopped}; }

    Result<TrainSummary> stop()
    {
        if (const Result<> saved = save(); !saved) {
            return saved.error();
        }
        useBest();
        return summary(true);
    }

    Result<TrainSummary> finish()
    {
        if (m_counters.validations < m_settings.validations) {
            m_counters.validations = m_settings.validations;
            if (Result<> done = validate(); !done) {
                return done.error();
            }
        }
        saveIfPossible();
        useBest();
        return summary(false);
    }

    void useBest()
    {
        const torch::NoGradGuard noGrad;
        const std::vector<at::Tensor>& source = m_bestState.empty() ? m_ema.averages() : m_bestState;
        const std::vector<at::Tensor> own = stateOf(m_task.net()).tensors;
        for (std::size_t i = 0; i < own.size(); ++i) {
            own[i].copy_(source[i]);
        }
        m_task.net().eval();
    }

    TrainTask& m_task;
    TrainSettings m_settings;
    TrainObserver& m_observer;
    AdamW m_optimiser;
    Ema m_ema;
    TrainCounters m_counters;
    std::vector<at::Tensor> m_bestState;
    Clock::time_point m_lastCheckpoint;
    int m_brokenSteps = 0;
};

} // namespace

Result<TrainSummary> train(TrainTask& task, const TrainSettings& settings, TrainObserver& observer)
{
    const Budget& budget = settings.budget;
    if (budget.seconds <= 0 && budget.steps <= 0 && budget.cpuSeconds <= 0) {
        return failure(ErrorCode::InvalidArgument, "A training needs a limit: seconds or steps.");
    }
    return guarded([&] { return Loop(task, settings, observer).run(); });
}

} // namespace lw::learn
