// SPDX-License-Identifier: GPL-3.0-or-later
//! Which class is taken for which, and what follows from it for each class.
#pragma once

#include "engine/learn/evaluate/Boxes.h"

#include <cstdint>
#include <vector>

namespace lw::learn {

/// One line of the per-class table. Shares are 0 where nothing stands below the fraction line.
struct ClassRow {
    std::int64_t isTrue = 0; ///< samples or objects of the class
    std::int64_t isSaid = 0; ///< answers with the class
    std::int64_t isRight = 0;
    double precision = 0;
    double recall = 0;
    double f1 = 0;
};

/// Counts of (true class, answered class).
class ConfusionMatrix {
public:
    /// With `hasBackground` there is one class more, the last: nothing there, nothing found.
    explicit ConfusionMatrix(int classes, bool hasBackground = false);

    /// Classes outside the matrix are left out.
    void add(int isTrue, int isSaid, std::int64_t count = 1);

    int classes() const { return m_classes; }
    int background() const { return m_classes; }
    int size() const { return m_size; }
    std::int64_t at(int isTrue, int isSaid) const;

    /// Rows for the classes, the background not among them.
    std::vector<ClassRow> rows() const;
    /// Share of right answers among all.
    double accuracy() const;
    /// Mean of the classes' F1, classes that never occur left out.
    double macroF1() const;

private:
    int m_classes;
    int m_size;
    std::vector<std::int64_t> m_counts;
};

/// The matrix of a detector: detections with a score of `leastScore` and more are matched with the truth, best first,
/// whatever their class, from an overlap of `leastOverlap` on. Crowds count for nothing.
ConfusionMatrix detectionMatrix(const std::vector<TrueBox>& truth, const std::vector<DetectedBox>& detections,
                                int classes, double leastScore, double leastOverlap = 0.5);

} // namespace lw::learn
