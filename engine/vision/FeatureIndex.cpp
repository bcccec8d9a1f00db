// SPDX-License-Identifier: GPL-3.0-or-later
//! Dot products over one long array.
#include "engine/vision/FeatureIndex.h"

#include <algorithm>
#include <array>

namespace lw::vision {

namespace {

/// Eight sums side by side: the compiler may not reorder one sum of floats, but may do eight at once.
float dot(const float* a, const float* b, int count)
{
    std::array<float, 8> sums{};
    int i = 0;
    for (; i + 8 <= count; i += 8) {
        for (int lane = 0; lane < 8; ++lane) {
            sums[size_t(lane)] += a[i + lane] * b[i + lane];
        }
    }
    float sum = 0;
    for (; i < count; ++i) {
        sum += a[i] * b[i];
    }
    for (const float lane : sums) {
        sum += lane;
    }
    return sum;
}

} // namespace

void FeatureIndex::add(std::span<const float> vector)
{
    Q_ASSERT(int(vector.size()) == m_dimension);
    m_values.insert(m_values.end(), vector.begin(), vector.end());
}

std::span<const float> FeatureIndex::vector(int row) const
{
    return {m_values.data() + size_t(row) * size_t(m_dimension), size_t(m_dimension)};
}

float FeatureIndex::similarity(int a, int b) const
{
    return dot(vector(a).data(), vector(b).data(), m_dimension);
}

std::vector<float> FeatureIndex::similarities(std::span<const int> queries) const
{
    std::vector<float> nearest(size_t(size()), 0.0F);
    for (int row = 0; row < size(); ++row) {
        for (const int query : queries) {
            nearest[size_t(row)] = std::max(nearest[size_t(row)], similarity(row, query));
        }
    }
    return nearest;
}

std::vector<FeatureMatch> FeatureIndex::search(std::span<const float> query, int limit) const
{
    std::vector<FeatureMatch> matches(static_cast<size_t>(size()));
    for (int row = 0; row < size(); ++row) {
        matches[size_t(row)] = {row, dot(vector(row).data(), query.data(), m_dimension)};
    }
    const auto isNearer = [](const FeatureMatch& a, const FeatureMatch& b) {
        return a.similarity != b.similarity ? a.similarity > b.similarity : a.row < b.row;
    };
    const auto end = matches.begin() + std::clamp(limit, 0, int(matches.size()));
    std::partial_sort(matches.begin(), end, matches.end(), isNearer);
    matches.erase(end, matches.end());
    return matches;
}

} // namespace lw::vision
