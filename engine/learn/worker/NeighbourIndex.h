// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. Nearest neighbours among many vectors, without comparing all pairs.
#pragma once

#include "engine/learn/embed/Neighbours.h"

#include <functional>
#include <memory>

namespace lw::learn {

/// Below so many rows comparing all pairs is quicker than making an index, and exact.
constexpr std::int64_t kExactRows = 20'000;

/// Told now and then; false ends the work.
using IndexWatch = std::function<bool(std::int64_t done, std::int64_t of)>;

/// A navigable small-world graph (hnswlib) over rows of length 1. The same rows give the same index.
class NeighbourIndex {
public:
    /// Null when `watch` ended it. 100,000 rows of 64 numbers take about half a minute on one thread.
    static std::unique_ptr<NeighbourIndex> build(const at::Tensor& rows, const IndexWatch& watch);
    ~NeighbourIndex();
    NeighbourIndex(const NeighbourIndex&) = delete;
    NeighbourIndex& operator=(const NeighbourIndex&) = delete;

    /// For each row its `k` nearest others; more than nine in ten of them are the true ones. Undefined when ended.
    Neighbours all(std::int64_t k, const IndexWatch& watch) const;

private:
    class Graph;
    NeighbourIndex(at::Tensor rows, std::unique_ptr<Graph> graph);

    at::Tensor m_rows;
    std::unique_ptr<Graph> m_graph;
};

/// The `k` nearest others of each row of length 1: compared with all for few rows, by `index` for many; it is made when
/// it is null. Undefined when `watch` ended it.
Neighbours neighboursOf(const at::Tensor& rows, std::int64_t k, std::unique_ptr<NeighbourIndex>& index,
                        const IndexWatch& watch);

} // namespace lw::learn
