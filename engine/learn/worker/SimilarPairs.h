// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. Pairs of pictures whose vectors point the same way.
#pragma once

#include "engine/learn/worker/VectorRoom.h"

#include <optional>
#include <vector>

namespace lw::learn {

struct SimilarRows {
    std::int64_t a = 0; ///< rows of the vectors, a < b
    std::int64_t b = 0;
    float cosine = 0;
};

struct PairSettings {
    double least = 0.78; ///< cosine of the standardised vectors
    /// Each row is paired with so many later ones at most, the nearest: thousands of nearly equal pictures hang
    /// together all the same, but their pairs would be millions.
    std::int64_t mostPerRow = 24;
};

/// All pairs of at least that cosine, sorted; for many rows nearly all, by their neighbours in the index. None when
/// `watch` ended it. 10,000 rows of 480 numbers take a second or two.
std::optional<std::vector<SimilarRows>> similarPairs(ReadyVectors& vectors, const PairSettings& settings,
                                                     const IndexWatch& watch);

} // namespace lw::learn
