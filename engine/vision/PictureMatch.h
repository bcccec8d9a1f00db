// SPDX-License-Identifier: GPL-3.0-or-later
//! Checks by their pixels whether two pictures are copies of each other.
#pragma once

#include <QImage>

#include <array>

namespace lw::vision {

/// What pictureSimilarity() compares: 96 x 96 grey values (Format_Grayscale8), whatever the picture's shape. Null for
/// a null picture.
[[nodiscard]] QImage comparisonPatch(const QImage& picture);

/// A comparison patch made ready for many comparisons; about 12 KB.
class MatchPatch final {
public:
    static constexpr int kCoarseSide = 24;

    /// `patch` as comparisonPatch() makes it, or as it came back from a file; null for one that is like nothing.
    explicit MatchPatch(const QImage& patch = {});

    [[nodiscard]] bool isNull() const { return m_fine.isNull(); }
    /// How alike two pictures are, 0 to 1: two pieces of this one (centre and upper left) are looked for in `other` at
    /// three scales by normalised correlation; the mean of the two at the best scale counts. Copies that were scaled,
    /// compressed, brightened, shifted or cropped by some per cent, or that carry a logo, reach 0.9. With `isMirrored`,
    /// this one is mirrored first. Even pictures are compared by their brightness. Any thread; about 2 ms, and some
    /// microseconds for pairs that differ at first sight.
    [[nodiscard]] double similarity(const MatchPatch& other, bool isMirrored) const;
    /// The first sight alone: the correlation of 24 x 24 values.
    [[nodiscard]] double coarseSimilarity(const MatchPatch& other, bool isMirrored) const;

private:
    QImage m_fine;
    std::array<float, size_t(kCoarseSide) * kCoarseSide> m_coarse{};
    double m_mean = 0;   ///< of the grey values
    double m_spread = 0; ///< their standard deviation
};

} // namespace lw::vision
