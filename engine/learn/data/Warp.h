// SPDX-License-Identifier: GPL-3.0-or-later
//! Moves pictures into the network's input: scale, shift, flip, in one bilinear pass.
#pragma once

#include "engine/learn/data/Picture.h"

#include <array>

namespace lw::learn {

/// Where a point of the target lies in the source: x' = scaleX * x + shiftX, the same for y. Coordinates are those of
/// pixel edges: the first pixel reaches from 0 to 1. A negative scale flips.
struct Placement {
    double scaleX = 1;
    double shiftX = 0;
    double scaleY = 1;
    double shiftY = 0;
};

/// Pixels of the target to be filled: [left, right) x [top, bottom).
struct PixelRange {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
};

/// A picture with its halvings, so that reducing it does not make false patterns.
class Pyramid {
public:
    explicit Pyramid(LoadedPicture loaded);

    /// Size on the disk; placements refer to it, whatever size the picture was loaded in.
    int width() const { return m_width; }
    int height() const { return m_height; }
    /// Memory that the pixels take.
    std::size_t bytes() const;

    /// Fills `range` of `target`; what lies outside of this picture becomes `background` (grey).
    void place(Picture& target, const PixelRange& range, const Placement& placement,
               std::uint8_t background = 114) const;

private:
    int m_width;
    int m_height;
    std::vector<Picture> m_levels; ///< each half of the one before
};

/// Multiplies the three channels.
void applyGain(Picture& picture, const std::array<double, 3>& gain);

} // namespace lw::learn
