// SPDX-License-Identifier: GPL-3.0-or-later
//! Finds out what input an imported network was trained with.
#pragma once

#include "engine/learn/embed/Embedding.h"

#include <vector>

namespace lw::learn {

struct ConventionScore {
    InputConvention convention;
    double accuracy = 0; ///< of a head on the network's vectors, cross-validated
    double distance = 0; ///< of the first layer's numbers from those that the network saw when it was trained
};

/// Tries all four conventions on labelled pictures (whole ones, or objects that were cut out), all of the size `side`. Best
/// first. Easy classes are told apart with any input: where accuracies differ by less than chance would make them, the
/// statistics that the network's first normalisation remembers decide. A few hundred pictures are enough.
std::vector<ConventionScore> rankConventions(Backbone& net, const std::vector<Picture>& pictures,
                                             const std::vector<std::int64_t>& labels, std::int64_t classes, int side,
                                             const c10::Device& device);

/// A part of a picture, squeezed into a square of `side` pixels.
Picture cutOut(const Pyramid& source, double x, double y, double width, double height, int side);

} // namespace lw::learn
