// SPDX-License-Identifier: GPL-3.0-or-later
//! k-means on matrix products.
#include "engine/learn/embed/Clusters.h"

#include "engine/learn/data/Random.h"
#include "engine/learn/embed/VectorStore.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <optional>

namespace lw::learn {

namespace {

/// Squared distances (rows, centres).
at::Tensor distancesTo(const at::Tensor& vectors, const at::Tensor& lengths, const at::Tensor& centres)
{
    return (lengths.unsqueeze(1) - 2 * vectors.mm(centres.t()) + centres.square().sum(1)).clamp_min(0);
}

/// k-means++: each next centre is a row, the likelier the farther it is from the centres so far.
at::Tensor startCentres(const at::Tensor& vectors, const at::Tensor& lengths, std::int64_t clusters, Random& random)
{
    std::vector<std::int64_t> rows = {std::int64_t(random.below(std::size_t(vectors.size(0))))};
    at::Tensor nearest = distancesTo(vectors, lengths, vectors.narrow(0, rows[0], 1)).select(1, 0);
    while (std::int64_t(rows.size()) < clusters) {
        const at::Tensor sums = nearest.to(at::kDouble).cumsum(0);
        const double point = random.unit() * sums[-1].item<double>();
        const std::int64_t row =
            std::min(at::searchsorted(sums, point, false, true).item<std::int64_t>(), vectors.size(0) - 1);
        rows.push_back(row);
        nearest = at::min(nearest, distancesTo(vectors, lengths, vectors.narrow(0, row, 1)).select(1, 0));
    }
    return vectors.index_select(0, at::tensor(rows, at::kLong));
}

/// The search from the start number `start`.
Clustering oneStart(const at::Tensor& vectors, std::int64_t clusters, const ClusterSettings& settings, int start)
{
    Random random(settings.seed, std::uint64_t(start));
    const at::Tensor lengths = vectors.square().sum(1);
    Clustering result;
    result.centres = startCentres(vectors, lengths, clusters, random);
    for (int i = 0; i <= settings.iterations; ++i) {
        const auto best = distancesTo(vectors, lengths, result.centres).min(1);
        if (settings.watch && !settings.watch(start * settings.iterations + i, settings.starts * settings.iterations)) {
            return {};
        }
        const bool isSettled = result.labels.defined() && result.labels.equal(std::get<1>(best));
        result.distances = std::get<0>(best);
        result.labels = std::get<1>(best);
        if (isSettled || i == settings.iterations) {
            break;
        }
        const at::Tensor counts = at::bincount(result.labels, {}, clusters).to(at::kFloat).unsqueeze(1);
        const at::Tensor sums = at::zeros_like(result.centres).index_add_(0, result.labels, vectors);
        // A cluster that lost all its rows stays where it was.
        result.centres = at::where(counts > 0, sums / counts.clamp_min(1), result.centres);
        if (settings.isSpherical) {
            result.centres = normalised(result.centres);
        }
    }
    return result;
}

} // namespace

Clustering kMeans(const at::Tensor& vectors, std::int64_t clusters, const ClusterSettings& settings)
{
    clusters = std::min(clusters, vectors.size(0));
    if (clusters < 1) {
        return {at::zeros({0}, at::kLong), at::zeros({0, vectors.size(1)}), at::zeros({0})};
    }
    std::optional<Clustering> best;
    double least = 0;
    for (int start = 0; start < std::max(settings.starts, 1); ++start) {
        Clustering each = oneStart(vectors, clusters, settings, start);
        if (!each.labels.defined()) {
            return each;
        }
        const double sum = each.distances.sum().item<double>();
        if (!best || sum < least) {
            best = std::move(each);
            least = sum;
        }
    }
    return *best;
}

at::Tensor principal(const at::Tensor& vectors, std::int64_t size)
{
    size = std::min(size, vectors.size(1));
    const at::Tensor centred = vectors - vectors.mean(0);
    const at::Tensor covariance = centred.t().mm(centred) / double(std::max<std::int64_t>(vectors.size(0) - 1, 1));
    const at::Tensor axes = std::get<1>(at::linalg_eigh(covariance)); // smallest first
    return centred.mm(axes.narrow(1, vectors.size(1) - size, size).flip({1}));
}

std::vector<std::int64_t> typicalRows(const Clustering& clustering)
{
    std::vector<std::int64_t> rows;
    for (std::int64_t c = 0; c < clustering.centres.size(0); ++c) {
        const at::Tensor members = clustering.labels.eq(c).nonzero().view({-1});
        if (members.numel() > 0) {
            const at::Tensor nearest = clustering.distances.index_select(0, members).argmin();
            rows.push_back(members[nearest].item<std::int64_t>());
        }
    }
    return rows;
}

std::vector<std::int64_t> firstQuery(const at::Tensor& vectors, std::int64_t count, std::uint64_t seed)
{
    ClusterSettings settings;
    settings.seed = seed;
    return typicalRows(kMeans(vectors, count, settings));
}

at::Tensor margins(const at::Tensor& probabilities)
{
    if (probabilities.size(1) < 2) {
        return at::zeros({probabilities.size(0)});
    }
    const at::Tensor best = std::get<0>(probabilities.topk(2, 1));
    return best.select(1, 0) - best.select(1, 1);
}

std::vector<std::int64_t> nextQuery(const at::Tensor& vectors, const at::Tensor& probabilities,
                                    const std::vector<std::int64_t>& candidates, std::int64_t count, std::uint64_t seed)
{
    const at::Tensor rows = at::tensor(candidates, at::kLong);
    const at::Tensor order = margins(probabilities.index_select(0, rows)).argsort(0, false);
    const at::Tensor closest = rows.index_select(0, order.narrow(0, 0, std::min(6 * count, rows.numel())));
    ClusterSettings settings;
    settings.seed = seed;
    std::vector<std::int64_t> chosen;
    for (const std::int64_t row : typicalRows(kMeans(vectors.index_select(0, closest), count, settings))) {
        chosen.push_back(closest[row].item<std::int64_t>());
    }
    return chosen;
}

} // namespace lw::learn
