// SPDX-License-Identifier: GPL-3.0-or-later
//! A map of vectors: two numbers for each row, so that near rows lie near each other.
#pragma once

#include "engine/learn/embed/Neighbours.h"

#include <cstdint>
#include <functional>

namespace lw::learn {

struct LayoutSettings {
    int rounds = 0;   ///< 0: 500 for up to 10,000 rows, 200 for more
    int pushes = 5;   ///< rows that each pull is answered with, to keep strangers apart
    std::uint64_t seed = 1;
};

/// Told after each round; false ends the layout.
using LayoutWatch = std::function<bool(int done, int of)>;

/// Lays rows out by their nearest neighbours, as UMAP does (McInnes et al. 2018): neighbours pull, by weights that fall
/// with the distance relative to the row's own nearest ones, and rows drawn at random push. `start` is (rows, 2), the
/// first two principal components for one: the whole's shape is theirs, the details are the neighbours'. Returns
/// (rows, 2) within 0 … 1, both axes at the same scale; undefined when `watch` ended it. Deterministic; one thread.
/// 4,000 rows with 15 neighbours take a second or two, 100,000 rows half a minute.
at::Tensor layOut(const Neighbours& neighbours, const at::Tensor& start, const LayoutSettings& settings = {},
                  const LayoutWatch& watch = {});

} // namespace lw::learn
