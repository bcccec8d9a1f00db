// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. How a model did on single pictures, and on groups of them.
#pragma once

#include "engine/learn/data/Picture.h"
#include "engine/learn/evaluate/Boxes.h"
#include "engine/learn/worker/Json.h"

#include <string>
#include <utility>
#include <vector>

namespace lw::learn {

/// A picture's result.
struct Verdict {
    std::size_t picture = 0;
    double score = 1; ///< 1: all right, 0: all wrong
    std::vector<std::string> reasons;
    int isTrue = -1; ///< of whole pictures
    int isSaid = -1;
    std::vector<std::pair<int, int>> cells; ///< of masks: (true, said) of the confusions that matter here
    double right = 0;    ///< right answers of this picture
    double mistakes = 0; ///< wrong and missing ones
    double objects = 0;
    double objectArea = 0; ///< mean share of the picture that an object covers
};

/// A classifier's answer: `scores` over the classes.
Verdict judge(std::size_t picture, int label, const std::vector<double>& scores);

/// A detector's answer: boxes from `leastScore` on against the true ones, best first, from half an overlap on.
Verdict judge(std::size_t picture, const std::vector<TrueBox>& truth, const std::vector<DetectedBox>& found,
              double leastScore);

/// Verdicts by ranges of brightness, sharpness, saturation, pixels, aspect and, for boxes, number and size of objects:
/// [{"feature", "groups": [{"least", "most", "samples", "score"}]}].
Json sensitivity(const std::vector<Verdict>& verdicts, const PictureSource& pictures, bool hasObjects);

} // namespace lw::learn
