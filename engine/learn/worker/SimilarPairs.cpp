// SPDX-License-Identifier: GPL-3.0-or-later
//! Blocks of a matrix product, or the neighbours of each row.
#include "engine/learn/worker/SimilarPairs.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <tuple>

namespace lw::learn {

namespace {

constexpr std::int64_t kBlock = 512;

/// Pairs of the rows from `first` on with later rows.
void addBlock(const at::Tensor& rows, std::int64_t first, const PairSettings& settings, std::vector<SimilarRows>& pairs)
{
    const std::int64_t count = std::min(kBlock, rows.size(0) - first);
    // A row's own column and those before it are cut off by triu.
    const at::Tensor products =
        rows.narrow(0, first, count).mm(rows.narrow(0, first, rows.size(0) - first).t()).triu_(1);
    const at::Tensor best = std::get<0>(products.max(1)).contiguous();
    for (std::int64_t i = 0; i < count; ++i) {
        if (best.data_ptr<float>()[i] < float(settings.least)) {
            continue;
        }
        const at::Tensor row = products[i];
        const at::Tensor columns = row.ge(settings.least).nonzero().view({-1});
        const at::Tensor cosines = row.index_select(0, columns);
        const at::Tensor order =
            std::get<1>(cosines.sort(true, 0, true)).narrow(0, 0, std::min(settings.mostPerRow, columns.numel()));
        for (std::int64_t place = 0; place < order.numel(); ++place) {
            const std::int64_t at = order.data_ptr<std::int64_t>()[place];
            pairs.push_back({first + i, first + columns.data_ptr<std::int64_t>()[at], cosines.data_ptr<float>()[at]});
        }
    }
}

/// The neighbours by the components are candidates; the whole vectors decide.
bool addNeighbours(ReadyVectors& vectors, const PairSettings& settings, const IndexWatch& watch,
                   std::vector<SimilarRows>& pairs)
{
    const Neighbours neighbours = neighboursOf(vectors.directions(), settings.mostPerRow, vectors.index, watch);
    if (!neighbours.indices.defined()) {
        return false;
    }
    const auto* indices = neighbours.indices.data_ptr<std::int64_t>();
    const auto* rows = vectors.rows.data_ptr<float>();
    const std::int64_t k = neighbours.indices.size(1);
    const std::int64_t size = vectors.rows.size(1);
    for (std::int64_t i = 0; i < neighbours.indices.numel(); ++i) {
        const std::int64_t a = std::min(i / k, indices[i]);
        const std::int64_t b = std::max(i / k, indices[i]);
        float cosine = 0;
        for (std::int64_t c = 0; c < size; ++c) {
            cosine += rows[a * size + c] * rows[b * size + c];
        }
        if (a != b && cosine >= float(settings.least)) {
            pairs.push_back({a, b, cosine});
        }
    }
    return true;
}

} // namespace

std::optional<std::vector<SimilarRows>> similarPairs(ReadyVectors& vectors, const PairSettings& settings,
                                                     const IndexWatch& watch)
{
    std::vector<SimilarRows> pairs;
    const std::int64_t count = vectors.rows.size(0);
    if (count > kExactRows) {
        if (!addNeighbours(vectors, settings, watch, pairs)) {
            return std::nullopt;
        }
    } else {
        for (std::int64_t first = 0; first < count; first += kBlock) {
            addBlock(vectors.rows, first, settings, pairs);
            if (watch && !watch(std::min(count, first + kBlock), count)) {
                return std::nullopt;
            }
        }
    }
    std::sort(pairs.begin(), pairs.end(),
              [](const SimilarRows& x, const SimilarRows& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
    pairs.erase(std::unique(pairs.begin(), pairs.end(),
                            [](const SimilarRows& x, const SimilarRows& y) { return x.a == y.a && x.b == y.b; }),
                pairs.end());
    return pairs;
}

} // namespace lw::learn
