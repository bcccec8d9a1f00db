// SPDX-License-Identifier: GPL-3.0-or-later
//! Small loops over 32-bit pixels. Internal to engine/media.
#pragma once

#include <QImage>

namespace lw::media {

/// An uninitialised picture; null if there is no memory. Large ones ask for huge pages: touching 48 MB of fresh memory
/// in small pages takes longer than turning the 12 megapixels in it.
[[nodiscard]] QImage allocateImage(QSize size, QImage::Format format);
/// What stands where a broken file has no pixels: grey, or nothing at all where there is transparency.
[[nodiscard]] constexpr QRgb blankPixel(QImage::Format format)
{
    return format == QImage::Format_RGB32 ? 0xFF808080U : 0U;
}
/// Averages pairs of two rows of `width` premultiplied pixels into (width + 1) / 2 pixels. `out` may be `upper`. An odd
/// last column stands for its missing neighbour.
void halveRows(const QRgb* upper, const QRgb* lower, int width, QRgb* out);
/// The picture at half size, rounded up; box filter. 32-bit formats only; null if there is no memory.
[[nodiscard]] QImage halved(const QImage& image);
/// How often a side of `pixels` can be halved (rounding up) and stay at least `wanted`.
[[nodiscard]] int halvingsAbove(int pixels, int wanted);
/// `pixels` after `times` halvings, rounded up.
[[nodiscard]] constexpr int halvedLength(int pixels, int times)
{
    return int((qint64(pixels) + (qint64(1) << times) - 1) >> times);
}
[[nodiscard]] constexpr QSize halvedSize(QSize size, int times)
{
    return {halvedLength(size.width(), times), halvedLength(size.height(), times)};
}
/// Four bytes R, G, B, A (not premultiplied) to one premultiplied pixel each, in place.
void premultiplyRgba(uchar* bytes, int count);
/// Four bytes C, M, Y, K to one opaque pixel each, in place. `isInverted`: 255 means no ink, as Adobe writes it.
void cmykToRgb(uchar* bytes, int count, bool isInverted);

} // namespace lw::media
