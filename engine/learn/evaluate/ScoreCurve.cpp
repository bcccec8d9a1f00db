// SPDX-License-Identifier: GPL-3.0-or-later
//! One pass over the answers, best first; equal scores are one step.
#include "engine/learn/evaluate/ScoreCurve.h"

#include <algorithm>

namespace lw::learn {

ScoreCurve scoreCurve(std::vector<ScoredAnswer> answers, long wanted)
{
    std::sort(answers.begin(), answers.end(),
              [](const ScoredAnswer& one, const ScoredAnswer& other) { return one.score > other.score; });
    ScoreCurve curve;
    double right = 0;
    double wrong = 0;
    double pairs = 0; // of a right answer above a wrong one
    double recall = 0;
    for (std::size_t i = 0; i < answers.size();) {
        const double score = answers[i].score;
        double rightHere = 0;
        double wrongHere = 0;
        for (; i < answers.size() && !(answers[i].score < score); ++i) {
            (answers[i].isRight ? rightHere : wrongHere) += 1;
        }
        pairs += wrongHere * (right + rightHere / 2);
        right += rightHere;
        wrong += wrongHere;
        const double precision = right / (right + wrong);
        const double reached = wanted > 0 ? right / double(wanted) : 0;
        curve.averagePrecision += precision * (reached - recall);
        recall = reached;
        curve.points.push_back({score, precision, recall});
    }
    if (right > 0 && wrong > 0) {
        curve.auroc = pairs / (right * wrong);
    }
    return curve;
}

} // namespace lw::learn
