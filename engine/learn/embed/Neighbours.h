// SPDX-License-Identifier: GPL-3.0-or-later
//! Nearest neighbours by cosine, and labels that spread along them.
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace lw::learn {

/// For each row its `k` nearest other rows, nearest first.
struct Neighbours {
    at::Tensor indices; ///< (rows, k)
    at::Tensor cosines; ///< (rows, k)
};

/// Compares all pairs, in blocks: 4,000 rows of 480 numbers take a fraction of a second. Rows must have length 1.
Neighbours nearest(const at::Tensor& vectors, std::int64_t k);

/// Label propagation (Zhou et al. 2004) on the graph of the neighbours, with weights max(cosine, 0)^3, alpha 0.9 and 30
/// rounds. `labels` (rows) holds classes, or -1. The seeds of each class weigh the same. Returns (rows, classes), each
/// row sums up to 1; rows that nothing reaches are even.
at::Tensor propagate(const Neighbours& neighbours, const at::Tensor& labels, std::int64_t classes);

} // namespace lw::learn
