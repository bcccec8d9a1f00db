// SPDX-License-Identifier: GPL-3.0-or-later
//! Mean average precision by the protocol of COCO: the twelve numbers that pycocotools prints.
#pragma once

#include "engine/learn/evaluate/Boxes.h"

#include <array>
#include <functional>
#include <vector>

namespace lw::learn {

/// One point for each hundredth of recall; -1 where nothing was to be found.
using PrecisionCurve = std::array<double, 101>;

struct ClassPrecision {
    double ap = -1; ///< mean over the thresholds .50 … .95
    double ap50 = -1;
    PrecisionCurve curve = {}; ///< at the threshold .50
    std::int64_t objects = 0;  ///< to be found, crowds not counted
};

struct CocoNumbers {
    /// AP, AP50, AP75, AP small, medium, large; AR 1, 10, 100, AR small, medium, large. -1 where nothing was to be
    /// found.
    std::array<double, 12> values = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};
    std::vector<ClassPrecision> classes;

    double ap() const { return values[0]; }
    double ap50() const { return values[1]; }
};

/// Compares detections with the truth. Boxes with labels outside 0 … classes - 1 are left out. Any thread; linear in
/// the number of boxes but for the pairs within a picture and class.
CocoNumbers evaluateCoco(const std::vector<TrueBox>& truth, const std::vector<DetectedBox>& detections, int classes);

/// Overlap of a true object with a detection of the same picture, by their numbers in the lists.
using OverlapOf = std::function<double(std::size_t truth, std::size_t detection)>;

/// The same for masks: `overlapOf` compares them, areas are those of the masks.
CocoNumbers evaluateCoco(const std::vector<TrueBox>& truth, const std::vector<DetectedBox>& detections, int classes,
                         const OverlapOf& overlapOf);

} // namespace lw::learn
