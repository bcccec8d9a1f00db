// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. What jobs of smart labelling read and write, whatever they look at.
#pragma once

#include "engine/learn/worker/Job.h"
#include "engine/learn/worker/JobDataset.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace lw::learn {

enum class SmartMode { Fast, Precise, Model };

/// Numbers of models/domain/HardReasons.h.
enum class HardReason {
    NothingFound = 0,
    LowConfidence = 1,
    NarrowMargin = 2,
    ViewsDisagree = 3,
    NeighboursDisagree = 4,
    MirrorDisagrees = 5,
};

struct SmartPlan {
    SmartMode mode = SmartMode::Fast;
    JobDataset data;
    std::vector<std::int64_t> ids;                                ///< by picture
    std::map<std::size_t, std::vector<std::int64_t>> refused;     ///< classes by picture
    std::vector<std::size_t> open;                                ///< pictures that get proposals
    double hardShare = 0.2;
    double leastConfidence = -1; ///< below 0: found out
    std::int64_t query = 20;
    std::uint64_t seed = 1;
    bool comparesViews = false;
};

/// InvalidArgument with a sentence when the job does not hold what it should.
Result<SmartPlan> readSmartPlan(const Json& job);

/// What is said about one open picture.
struct SmartAnswer {
    std::size_t picture = 0;
    Json said;                 ///< "label", or "objects", or "masks"
    double confidence = 0;     ///< of its least certain part
    double hardness = 0;       ///< 0 … 1, a place in the ranking
    HardReason reason = HardReason::LowConfidence;
};

struct UnreadablePicture {
    std::size_t picture = 0;
    std::string text;
};

struct SmartOutcome {
    std::vector<SmartAnswer> answers;
    std::vector<UnreadablePicture> unreadable;
    std::vector<std::size_t> next; ///< to label next, the most useful first
    std::size_t labelled = 0;      ///< pictures that it learned from
    std::string metric;            ///< "accuracy", "map50", "miou"; empty when nothing was measured
    double quality = 0;
    std::vector<double> thresholds; ///< by class; empty for whole pictures
};

/// Marks the hardest and writes both files of output/.
Result<> writeSmartOutcome(JobFolder& folder, const SmartPlan& plan, SmartOutcome outcome);

/// Whole pictures: vectors and a head. Stopped when the folder asks for it; what was looked at is kept.
Result<JobEnd> proposeClasses(JobFolder& folder, const SmartPlan& plan);

/// Objects and masks, or any task with a given model: the model in the file `modelPath` says what it sees. `metric` and
/// `quality` tell what its training measured.
Result<JobEnd> proposeByModel(JobFolder& folder, const SmartPlan& plan, const std::string& modelPath,
                              const std::string& metric, double quality);

} // namespace lw::learn
