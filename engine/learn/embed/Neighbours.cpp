// SPDX-License-Identifier: GPL-3.0-or-later
//! Blocks of a matrix product for the neighbours; plain loops over edges for the spreading.
#include "engine/learn/embed/Neighbours.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace lw::learn {

namespace {

struct Edge {
    std::int64_t to;
    float weight;
};

/// Edges of both directions: neighbourhood is not mutual, spreading must be.
std::vector<std::vector<Edge>> graphOf(const Neighbours& neighbours)
{
    const std::int64_t rows = neighbours.indices.size(0);
    const std::int64_t k = neighbours.indices.size(1);
    const auto* indices = neighbours.indices.data_ptr<std::int64_t>();
    const auto* cosines = neighbours.cosines.data_ptr<float>();
    std::vector<std::map<std::int64_t, float>> links;
    links.resize(std::size_t(rows));
    for (std::int64_t i = 0; i < rows * k; ++i) {
        const float cosine = std::max(cosines[i], 0.0F);
        const float weight = cosine * cosine * cosine;
        if (weight > 0) {
            links[std::size_t(i / k)][indices[i]] = weight;
            links[std::size_t(indices[i])][i / k] = weight;
        }
    }
    std::vector<float> degrees;
    for (const auto& each : links) {
        float sum = 0;
        for (const auto& link : each) {
            sum += link.second;
        }
        degrees.push_back(std::sqrt(std::max(sum, 1e-12F)));
    }
    std::vector<std::vector<Edge>> graph(links.size());
    for (std::size_t i = 0; i < links.size(); ++i) {
        for (const auto& link : links[i]) {
            graph[i].push_back({link.first, link.second / (degrees[i] * degrees[std::size_t(link.first)])});
        }
    }
    return graph;
}

/// One-hot rows for the labelled, divided by the number of their class.
at::Tensor seedsOf(const at::Tensor& labels, std::int64_t classes)
{
    const at::Tensor isLabelled = labels.ge(0);
    const at::Tensor seeds = at::one_hot(labels.clamp_min(0), classes).to(at::kFloat) * isLabelled.unsqueeze(1);
    return seeds / seeds.sum(0).clamp_min(1);
}

} // namespace

Neighbours nearest(const at::Tensor& vectors, std::int64_t k)
{
    constexpr std::int64_t kBlock = 1024;
    const std::int64_t rows = vectors.size(0);
    k = std::min(k, std::max<std::int64_t>(rows - 1, 0));
    std::vector<at::Tensor> indices;
    std::vector<at::Tensor> cosines;
    for (std::int64_t start = 0; start < rows; start += kBlock) {
        const std::int64_t count = std::min(kBlock, rows - start);
        const at::Tensor products = vectors.narrow(0, start, count).mm(vectors.t());
        const at::Tensor self = at::arange(start, start + count).unsqueeze(1);
        products.scatter_(1, self, -2); // nobody is his own neighbour
        const auto best = products.topk(k, 1);
        cosines.push_back(std::get<0>(best));
        indices.push_back(std::get<1>(best));
    }
    if (rows == 0) {
        return {at::zeros({0, 0}, at::kLong), at::zeros({0, 0})};
    }
    return {at::cat(indices).contiguous(), at::cat(cosines).contiguous()};
}

at::Tensor propagate(const Neighbours& neighbours, const at::Tensor& labels, std::int64_t classes)
{
    constexpr float kAlpha = 0.9F;
    const std::vector<std::vector<Edge>> graph = graphOf(neighbours);
    const at::Tensor seeds = seedsOf(labels, classes).contiguous();
    at::Tensor values = seeds.clone();
    at::Tensor next = at::empty_like(values);
    const auto* seed = seeds.data_ptr<float>();
    for (int round = 0; round < 30; ++round) {
        const auto* from = values.data_ptr<float>();
        auto* to = next.data_ptr<float>();
        for (std::size_t i = 0; i < graph.size(); ++i) {
            float* row = to + std::int64_t(i) * classes;
            for (std::int64_t c = 0; c < classes; ++c) {
                row[c] = (1 - kAlpha) * seed[std::int64_t(i) * classes + c];
            }
            for (const Edge& edge : graph[i]) {
                for (std::int64_t c = 0; c < classes; ++c) {
                    row[c] += kAlpha * edge.weight * from[edge.to * classes + c];
                }
            }
        }
        std::swap(values, next);
    }
    const at::Tensor sum = values.sum(1, true);
    return at::where(sum > 1e-12, values / sum.clamp_min(1e-12), at::full_like(values, 1.0 / double(classes)));
}

} // namespace lw::learn
