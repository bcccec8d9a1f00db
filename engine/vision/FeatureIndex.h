// SPDX-License-Identifier: GPL-3.0-or-later
//! Vectors of many pictures, searched by their cosine.
#pragma once

#include "engine/vision/FeatureExtractor.h"

#include <span>
#include <vector>

namespace lw::vision {

struct FeatureMatch {
    int row = 0;
    float similarity = 0; ///< cosine: 1 for the same direction
};

/// Flat search: every vector is compared, which is exact and takes about 20 ms for 100,000 of 152 elements. Rows are
/// numbered in the order they were added. Searching from several threads is fine while nothing is added.
class FeatureIndex final {
public:
    explicit FeatureIndex(int dimension) : m_dimension(dimension) {}

    [[nodiscard]] int dimension() const { return m_dimension; }
    [[nodiscard]] int size() const { return m_dimension > 0 ? int(m_values.size() / size_t(m_dimension)) : 0; }
    /// `vector` has dimension() elements and length 1 (or 0: it is like nothing).
    void add(std::span<const float> vector);
    [[nodiscard]] std::span<const float> vector(int row) const;

    /// Cosine of two rows.
    [[nodiscard]] float similarity(int a, int b) const;
    /// For each row the cosine with the nearest of `queries`, which are rows too: "like any of these". 0 without any.
    [[nodiscard]] std::vector<float> similarities(std::span<const int> queries) const;
    /// The `limit` rows nearest to `query`, the nearest first; rows of equal similarity in their order.
    [[nodiscard]] std::vector<FeatureMatch> search(std::span<const float> query, int limit) const;

private:
    int m_dimension;
    std::vector<float> m_values; ///< row by row
};

} // namespace lw::vision
