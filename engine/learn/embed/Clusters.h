// SPDX-License-Identifier: GPL-3.0-or-later
//! k-means, and which pictures to label next.
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <vector>

namespace lw::learn {

struct Clustering {
    at::Tensor labels;    ///< (rows) number of the row's cluster
    at::Tensor centres;   ///< (clusters, size)
    at::Tensor distances; ///< (rows) squared, to the own centre
};

struct ClusterSettings {
    bool isSpherical = false; ///< by angle instead of distance; rows of length 1 then
    int starts = 3;
    int iterations = 25;
    std::uint64_t seed = 1;
    /// Told after each iteration; false ends the search.
    std::function<bool(int done, int of)> watch = {};
};

/// k-means with k-means++ starts; the best of several. `clusters` is at most the number of rows. Deterministic.
/// Labels are undefined when the search was ended.
Clustering kMeans(const at::Tensor& vectors, std::int64_t clusters, const ClusterSettings& settings = {});

/// The first `size` principal components of standardised vectors, or all when there are no more.
at::Tensor principal(const at::Tensor& vectors, std::int64_t size);

/// The row nearest to each cluster's centre; clusters without rows have none.
std::vector<std::int64_t> typicalRows(const Clustering& clustering);

/// Rows to label first, when nothing is labelled: the typical ones of `count` clusters.
std::vector<std::int64_t> firstQuery(const at::Tensor& vectors, std::int64_t count, std::uint64_t seed);

/// Rows to label next: of the 6 * count rows with the smallest margin between the two best answers, `count` different
/// ones. `candidates` are the rows that have no label; `probabilities` (rows, classes) are for all rows.
std::vector<std::int64_t> nextQuery(const at::Tensor& vectors, const at::Tensor& probabilities,
                                    const std::vector<std::int64_t>& candidates, std::int64_t count,
                                    std::uint64_t seed);

/// The difference between the two best answers of each row.
at::Tensor margins(const at::Tensor& probabilities);

} // namespace lw::learn
