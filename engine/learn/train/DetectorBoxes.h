// SPDX-License-Identifier: GPL-3.0-or-later
//! From the detector's output to boxes: thresholds, suppression of doubles.
#pragma once

#include "engine/learn/evaluate/Boxes.h"
#include "engine/learn/nets/Detector.h"

#include <vector>

namespace lw::learn {

struct DetectionLimits {
    double leastScore = 0.05;
    double mostOverlap = 0.5; ///< of two boxes of a class; the weaker one of more goes
    std::size_t mostBoxes = 300;
};

/// Boxes in pixels of the input, best first, for each picture of the batch. `image` is the number in the batch.
std::vector<std::vector<DetectedBox>> boxesOf(const DetectorOutput& output, std::int64_t width, std::int64_t height,
                                              const DetectionLimits& limits);

/// Removes doubles: sorts by score and keeps what does not overlap a better box of its class too much.
std::vector<DetectedBox> suppressed(std::vector<DetectedBox> boxes, const DetectionLimits& limits);

/// As suppressed(), but what is kept gets the mean place, by the scores, of all boxes of its class around it. Many
/// points see each object, all a little wrong: together they are nearer to it than the best one alone.
std::vector<DetectedBox> averaged(std::vector<DetectedBox> boxes, const DetectionLimits& limits);

} // namespace lw::learn
