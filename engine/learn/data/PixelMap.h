// SPDX-License-Identifier: GPL-3.0-or-later
//! Pixels of objects: as bytes, as run lengths, as outlines.
#pragma once

#include "engine/learn/base/Result.h"

#include <cstdint>
#include <vector>

namespace lw::learn {

/// In pixels of a picture; the first pixel reaches from 0 to 1.
struct Point {
    double x = 0;
    double y = 0;
};

/// Closed lines; what an odd number of them goes round belongs to the object.
using Ring = std::vector<Point>;
using Rings = std::vector<Ring>;

/// One byte for each pixel of a part of a picture; 0 is nothing.
struct PixelMap {
    int x = 0; ///< of the part's upper left pixel
    int y = 0;
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> values;

    PixelMap() = default;
    PixelMap(int left, int top, int across, int down)
        : x(left), y(top), width(across), height(down), values(std::size_t(across) * std::size_t(down), 0)
    {
    }
    bool contains(int column, int row) const
    {
        return column >= x && row >= y && column < x + width && row < y + height;
    }
    /// Of a pixel of the picture; 0 outside of the part.
    std::uint8_t at(int column, int row) const { return contains(column, row) ? *find(column, row) : std::uint8_t(0); }
    /// Of a pixel inside of the part.
    const std::uint8_t* find(int column, int row) const
    {
        return &values[std::size_t(row - y) * std::size_t(width) + std::size_t(column - x)];
    }
    std::uint8_t* find(int column, int row)
    {
        return &values[std::size_t(row - y) * std::size_t(width) + std::size_t(column - x)];
    }
    /// Pixels that are not 0.
    std::int64_t area() const;
};

/// A mask as the window and job files have it: run lengths outside, inside, outside, … row by row through the box; the
/// first may be 0, a last run outside is left out.
struct MaskRuns {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> runs;
};

/// Sets the pixels whose middles lie inside of `rings`.
void fillRings(PixelMap& map, const Rings& rings, std::uint8_t value);

/// The pixels of `rings` within a picture of that size; empty when there are none.
PixelMap mapOfRings(const Rings& rings, int pictureWidth, int pictureHeight);

/// Malformed when the runs do not fit their box or the box is impossible.
Result<PixelMap> mapOfRuns(const MaskRuns& mask);
MaskRuns runsOf(const PixelMap& map);

/// The part that is not 0; without pixels when there is none.
PixelMap tightened(const PixelMap& map);

/// The pieces of what has the value `value`: pixels that touch, be it at a corner, belong together. Pieces of fewer
/// than `leastPixels` are left out. Each is tight, with ones.
std::vector<PixelMap> piecesOf(const PixelMap& map, std::uint8_t value, std::int64_t leastPixels);

/// Gives pieces of fewer than `leastPixels` pixels, whatever their value, the value that most of their neighbours have.
/// Pieces of `unknown` stay, and nothing becomes `unknown`. At its sides a piece's pixels touch, here.
void absorbCrumbs(PixelMap& map, std::int64_t leastPixels, std::uint8_t unknown);

/// Lines along the pixels' edges around what is not 0, holes included, then thinned out: no point lies farther than
/// `tolerance` from the result. Rings of less than three points are left out. The longest comes first.
Rings outlineOf(const PixelMap& map, double tolerance);

/// Common pixels by all pixels of two masks (IoU).
double maskOverlap(const PixelMap& one, const PixelMap& other);

} // namespace lw::learn
