// SPDX-License-Identifier: GPL-3.0-or-later
//! hnswlib behind tensors.
#include "engine/learn/worker/NeighbourIndex.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <utility>
#include <vector>

#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#endif
#include <hnswlib/hnswlib.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

namespace lw::learn {

namespace {

constexpr std::size_t kLinks = 16;
constexpr std::size_t kBuildWidth = 100;
constexpr std::int64_t kPart = 2048; ///< rows between two looks at the watch

} // namespace

class NeighbourIndex::Graph {
public:
    explicit Graph(const at::Tensor& rows)
        : space(std::size_t(rows.size(1))), graph(&space, std::size_t(rows.size(0)), kLinks, kBuildWidth)
    {
    }

    /// Writes the `k` nearest others of a row, nearest first; where the graph finds fewer, the last one again.
    void nearest(const float* vector, std::int64_t self, std::int64_t k, std::int64_t* indices, float* cosines) const
    {
        auto found = graph.searchKnn(vector, std::size_t(k + 1));
        std::vector<std::pair<float, std::int64_t>> others;
        for (; !found.empty(); found.pop()) {
            if (std::int64_t(found.top().second) != self) {
                others.emplace_back(1 - found.top().first, std::int64_t(found.top().second));
            }
        }
        std::reverse(others.begin(), others.end());
        for (std::int64_t i = 0; i < k && !others.empty(); ++i) {
            const auto& other = others[std::min(std::size_t(i), others.size() - 1)];
            indices[i] = other.second;
            cosines[i] = other.first;
        }
    }

    hnswlib::InnerProductSpace space;
    hnswlib::HierarchicalNSW<float> graph;
};

NeighbourIndex::NeighbourIndex(at::Tensor rows, std::unique_ptr<Graph> graph)
    : m_rows(std::move(rows)), m_graph(std::move(graph))
{
}

NeighbourIndex::~NeighbourIndex() = default;

std::unique_ptr<NeighbourIndex> NeighbourIndex::build(const at::Tensor& rows, const IndexWatch& watch)
{
    const at::Tensor plain = rows.to(at::kFloat).contiguous();
    auto graph = std::make_unique<Graph>(plain);
    const std::int64_t count = plain.size(0);
    const std::int64_t size = plain.size(1);
    // One thread: the order in which rows enter decides what the index is.
    for (std::int64_t row = 0; row < count; ++row) {
        graph->graph.addPoint(plain.data_ptr<float>() + row * size, std::size_t(row));
        if (row % kPart == kPart - 1 && watch && !watch(row, count)) {
            return nullptr;
        }
    }
    return std::unique_ptr<NeighbourIndex>(new NeighbourIndex(plain, std::move(graph)));
}

Neighbours NeighbourIndex::all(std::int64_t k, const IndexWatch& watch) const
{
    const std::int64_t count = m_rows.size(0);
    const std::int64_t size = m_rows.size(1);
    k = std::min(k, std::max<std::int64_t>(count - 1, 0));
    Neighbours result{at::zeros({count, k}, at::kLong), at::full({count, k}, -1.0)};
    m_graph->graph.setEf(std::size_t(std::max<std::int64_t>(3 * k, 48)));
    auto* indices = result.indices.data_ptr<std::int64_t>();
    auto* cosines = result.cosines.data_ptr<float>();
    for (std::int64_t first = 0; first < count; first += kPart) {
        at::parallel_for(first, std::min(count, first + kPart), 64, [&](std::int64_t start, std::int64_t end) {
            for (std::int64_t row = start; row < end; ++row) {
                m_graph->nearest(m_rows.data_ptr<float>() + row * size, row, k, indices + row * k, cosines + row * k);
            }
        });
        if (watch && !watch(std::min(count, first + kPart), count)) {
            return {};
        }
    }
    return result;
}

Neighbours neighboursOf(const at::Tensor& rows, std::int64_t k, std::unique_ptr<NeighbourIndex>& index,
                        const IndexWatch& watch)
{
    const std::int64_t count = rows.size(0);
    if (count <= kExactRows) {
        return nearest(rows, k);
    }
    if (!index) {
        index = NeighbourIndex::build(
            rows, [&](std::int64_t done, std::int64_t) { return !watch || watch(done / 2, count); });
    }
    return index ? index->all(
                       k, [&](std::int64_t done, std::int64_t) { return !watch || watch(count / 2 + done / 2, count); })
                 : Neighbours();
}

} // namespace lw::learn
