// SPDX-License-Identifier: GPL-3.0-or-later
//! A 64-bit perceptual hash: pictures that look alike differ in few bits.
#pragma once

#include <QImage>

#include <bit>

namespace lw::vision {

/// Hash of a picture and of its mirror image, so that flipped copies are found too.
struct PictureHash {
    quint64 plain = 0;
    quint64 mirrored = 0;

    bool operator==(const PictureHash&) const = default;
};

/// The signs, about their median, of the 8 x 8 lowest frequencies of the picture's grey values at 32 x 32 (the DCT hash
/// of Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions", 2010). Survives scaling,
/// compression and brightness. Any thread; {} for a null picture.
[[nodiscard]] PictureHash pictureHash(const QImage& picture);

/// Bits that differ, 0 to 64.
[[nodiscard]] inline int hashDistance(quint64 a, quint64 b)
{
    return std::popcount(a ^ b);
}

} // namespace lw::vision
