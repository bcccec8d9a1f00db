// SPDX-License-Identifier: GPL-3.0-or-later
//! A graph of weighted pulls, then gradient steps with sampled pushes.
#include "engine/learn/embed/Layout.h"

#include "engine/learn/data/Random.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace lw::learn {

namespace {

/// The pull at the distance d is 1 / (1 + kSteepness * d * d).
constexpr float kSteepness = 1.5F;
constexpr float kLongestStep = 4;
/// Half the extent of the start; pulls and pushes are made for this scale.
constexpr float kExtent = 10;
constexpr std::int64_t kManyRows = 10'000;

struct Pull {
    std::int32_t a = 0;
    std::int32_t b = 0;
    float weight = 0;
};

/// Weights of a row's neighbours: 1 for the nearest, falling so that they sum up to the logarithm of their number.
void weigh(const float* cosines, std::int64_t k, float* weights)
{
    const float nearest = 1 - cosines[0];
    const auto target = float(std::log2(double(std::max<std::int64_t>(k, 2))));
    float low = 0;
    float high = 0;
    float width = 1;
    for (int i = 0; i < 40; ++i) {
        float sum = 0;
        for (std::int64_t j = 0; j < k; ++j) {
            weights[j] = std::exp(-std::max(1 - cosines[j] - nearest, 0.0F) / width);
            sum += weights[j];
        }
        if (std::abs(sum - target) < 1e-4F) {
            return;
        }
        (sum > target ? high : low) = width;
        width = high > 0 ? (low + high) / 2 : width * 2;
        if (width < 1e-6F || width > 1e6F) {
            return; // all as near as the nearest, or none
        }
    }
}

/// Neighbourhood of either direction, by the probability that one of the two holds.
std::vector<Pull> pullsOf(const Neighbours& neighbours)
{
    const std::int64_t rows = neighbours.indices.size(0);
    const std::int64_t k = neighbours.indices.size(1);
    const auto* indices = neighbours.indices.data_ptr<std::int64_t>();
    const auto* cosines = neighbours.cosines.data_ptr<float>();
    std::vector<Pull> pulls;
    pulls.reserve(std::size_t(rows * k));
    std::vector<float> weights((std::size_t(k)));
    for (std::int64_t row = 0; row < rows; ++row) {
        weigh(cosines + row * k, k, weights.data());
        for (std::int64_t j = 0; j < k; ++j) {
            const auto other = std::int32_t(indices[row * k + j]);
            pulls.push_back({std::min(std::int32_t(row), other), std::max(std::int32_t(row), other), weights[std::size_t(j)]});
        }
    }
    std::sort(pulls.begin(), pulls.end(), [](const Pull& x, const Pull& y) {
        return x.a != y.a ? x.a < y.a : x.b != y.b ? x.b < y.b : x.weight < y.weight;
    });
    std::size_t count = 0;
    for (const Pull& pull : pulls) {
        if (count > 0 && pulls[count - 1].a == pull.a && pulls[count - 1].b == pull.b) {
            float& known = pulls[count - 1].weight;
            known = known + pull.weight - known * pull.weight;
        } else {
            pulls[count++] = pull;
        }
    }
    pulls.resize(count);
    return pulls;
}

/// The points while they move.
class Points {
public:
    Points(const at::Tensor& start, const LayoutSettings& settings)
        : m_values(scaled(start)), m_xy(m_values.data_ptr<float>()), m_rows(std::size_t(start.size(0))),
          m_pushes(settings.pushes), m_random(settings.seed)
    {
    }

    void pull(const Pull& edge, float rate)
    {
        float* a = m_xy + 2 * std::ptrdiff_t(edge.a);
        float* b = m_xy + 2 * std::ptrdiff_t(edge.b);
        const float x = a[0] - b[0];
        const float y = a[1] - b[1];
        const float force = -2 * kSteepness / (1 + kSteepness * (x * x + y * y));
        const float stepX = step(force * x) * rate;
        const float stepY = step(force * y) * rate;
        a[0] += stepX;
        a[1] += stepY;
        b[0] -= stepX;
        b[1] -= stepY;
        for (int i = 0; i < m_pushes; ++i) {
            push(a, m_xy + 2 * std::ptrdiff_t(m_random.below(m_rows)), rate);
        }
    }

    /// Within 0 … 1.
    at::Tensor result() const
    {
        const at::Tensor least = std::get<0>(m_values.min(0));
        const at::Tensor extent = std::get<0>(m_values.max(0)) - least;
        const float longest = std::max(extent.max().item<float>(), 1e-12F);
        return (m_values - least) / longest + (1 - extent / longest) / 2;
    }

private:
    static float step(float value) { return std::clamp(value, -kLongestStep, kLongestStep); }

    static at::Tensor scaled(const at::Tensor& start)
    {
        const float largest = start.abs().max().item<float>();
        return (start.to(at::kFloat) * (kExtent / std::max(largest, 1e-12F))).contiguous();
    }

    void push(float* a, const float* b, float rate)
    {
        if (a == b) {
            return;
        }
        float x = a[0] - b[0];
        float y = a[1] - b[1];
        if (x == 0 && y == 0) { // the same picture twice: any direction will do
            x = float(m_random.between(-0.01, 0.01));
            y = float(m_random.between(-0.01, 0.01));
        }
        const float square = x * x + y * y;
        const float force = 2 / ((0.001F + square) * (1 + kSteepness * square));
        a[0] += step(force * x) * rate;
        a[1] += step(force * y) * rate;
    }

    at::Tensor m_values;
    float* m_xy;
    std::size_t m_rows;
    int m_pushes;
    Random m_random;
};

} // namespace

at::Tensor layOut(const Neighbours& neighbours, const at::Tensor& start, const LayoutSettings& settings,
                  const LayoutWatch& watch)
{
    const std::int64_t rows = start.size(0);
    if (rows < 3 || neighbours.indices.numel() == 0) {
        // Nothing to arrange: side by side.
        const at::Tensor line = at::full({rows, 2}, 0.5);
        if (rows == 2) {
            line[0][0] = 0;
            line[1][0] = 1;
        }
        return line;
    }
    const std::vector<Pull> pulls = pullsOf(neighbours);
    const int rounds = settings.rounds > 0 ? settings.rounds : rows <= kManyRows ? 500 : 200;
    Points points(start, settings);
    // An edge moves in as many rounds as its weight says; where in the sequence it stands tells in which.
    std::vector<float> turns(pulls.size(), 0);
    for (int round = 0; round < rounds; ++round) {
        const float rate = 1 - float(round) / float(rounds);
        for (std::size_t i = 0; i < pulls.size(); ++i) {
            turns[i] += pulls[i].weight;
            if (turns[i] >= 1) {
                turns[i] -= 1;
                points.pull(pulls[i], rate);
            }
        }
        if (watch && !watch(round + 1, rounds)) {
            return {};
        }
    }
    return points.result();
}

} // namespace lw::learn
