// SPDX-License-Identifier: GPL-3.0-or-later
//! Boxes as evaluation sees them: what is true, and what a detector says.
#pragma once

#include <cstdint>

namespace lw::learn {

/// Left, top, width, height in pixels of the picture.
struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    double area() const { return width * height; }
};

/// Overlap of two boxes by their union. With `isCrowd` the second is a region of many objects: by the first one's area.
double overlap(const Box& one, const Box& other, bool isCrowd = false);

struct TrueBox {
    std::int64_t image = 0;
    int label = 0; ///< 0 … classes - 1
    Box box;
    double area = 0; ///< of the object, in pixels; of its mask where it has one
    bool isCrowd = false;
};

struct DetectedBox {
    std::int64_t image = 0;
    int label = 0;
    Box box;
    double score = 0;
    double area = -1; ///< of its mask, in pixels; below 0: that of the box

    double ownArea() const { return area < 0 ? box.area() : area; }
};

} // namespace lw::learn
