// SPDX-License-Identifier: GPL-3.0-or-later
//! Which point of the detector's grids is responsible for which object.
#pragma once

#include <cstdint>
#include <vector>

namespace lw::learn {

/// An object in pixels of the network's input.
struct TargetBox {
    float left = 0;
    float top = 0;
    float right = 0;
    float bottom = 0;
    int label = 0;

    float width() const { return right - left; }
    float height() const { return bottom - top; }
};

/// For each point (in the detector's order) the number of its object, or -1. A point is responsible when it lies in the
/// box, within one and a half strides of the box's centre, and its stride fits the object's size; the smallest of
/// several objects wins. An object that would have no point gets the nearest one of its stride. Width and height are
/// multiples of 32.
std::vector<std::int32_t> assignPoints(const std::vector<TargetBox>& boxes, int width, int height);

} // namespace lw::learn
