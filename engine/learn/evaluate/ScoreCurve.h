// SPDX-License-Identifier: GPL-3.0-or-later
//! Precision and recall over the threshold of a score, for one class of a classifier.
#pragma once

#include <vector>

namespace lw::learn {

struct ScoredAnswer {
    double score = 0;
    bool isRight = false;
};

struct ScorePoint {
    double threshold = 0; ///< answers with this score and more are taken
    double precision = 0;
    double recall = 0;
};

struct ScoreCurve {
    std::vector<ScorePoint> points; ///< from the highest threshold to the lowest, one for each different score
    double averagePrecision = 0;    ///< sum of precision times gain of recall
    double auroc = 0.5;             ///< chance that a right answer scores higher than a wrong one; ties count half
};

/// `wanted` is the number of right answers that could be given; at least those in `answers`.
ScoreCurve scoreCurve(std::vector<ScoredAnswer> answers, long wanted);

} // namespace lw::learn
