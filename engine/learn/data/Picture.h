// SPDX-License-Identifier: GPL-3.0-or-later
//! Pictures as training sees them, and the interface through which they come.
#pragma once

#include "engine/learn/base/Result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace lw::learn {

/// Eight bits of red, green and blue for each pixel, rows from the top without gaps.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    Picture() = default;
    Picture(int pixelsAcross, int pixelsDown)
        : width(pixelsAcross), height(pixelsDown), pixels(std::size_t(pixelsAcross) * std::size_t(pixelsDown) * 3)
    {
    }
    const std::uint8_t* at(int x, int y) const
    {
        return &pixels[(std::size_t(y) * std::size_t(width) + std::size_t(x)) * 3];
    }
    std::uint8_t* at(int x, int y) { return &pixels[(std::size_t(y) * std::size_t(width) + std::size_t(x)) * 3]; }
};

/// A picture, perhaps reduced, and the size that it has on the disk (turned as people see it).
struct LoadedPicture {
    Picture picture;
    int fullWidth = 0;
    int fullHeight = 0;
};

/// Where pictures come from. The core needs libtorch only; the worker implements this with OpenCV.
class PictureSource {
public:
    virtual ~PictureSource() = default;

    virtual std::size_t count() const = 0;

    /// Decodes a picture: RGB, turned upright, transparency on white. When its long side is greater than `longSide`
    /// (and that is not 0) it comes reduced, to `longSide` at least. Any thread, several at a time.
    virtual Result<LoadedPicture> load(std::size_t index, int longSide) const = 0;
};

/// `picture` at half its size, each pixel the mean of four; a side of 1 stays.
Picture halved(const Picture& picture);

} // namespace lw::learn
