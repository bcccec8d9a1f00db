// SPDX-License-Identifier: GPL-3.0-or-later
//! Box filter and colour conversions.
#include "engine/media/PixelOps.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace lw::media {

namespace {

constexpr quint32 kEven = 0x00FF00FF;

/// Rounded mean of four pixels, two channels at a time.
QRgb mean(QRgb a, QRgb b, QRgb c, QRgb d)
{
    const quint32 low = (a & kEven) + (b & kEven) + (c & kEven) + (d & kEven) + 0x00020002;
    const quint32 high = ((a >> 8) & kEven) + ((b >> 8) & kEven) + ((c >> 8) & kEven) + ((d >> 8) & kEven) + 0x00020002;
    return ((low >> 2) & kEven) | (((high >> 2) & kEven) << 8);
}

/// a * b / 255, rounded.
int scaled(int a, int b)
{
    const int product = a * b + 128;
    return (product + (product >> 8)) >> 8;
}

void freeBuffer(void* buffer)
{
    std::free(buffer);
}

} // namespace

QImage allocateImage(QSize size, QImage::Format format)
{
    constexpr qint64 kHugePage = 2 << 20;
    const qint64 stride = qint64(size.width()) * 4;
    const qint64 bytes = (stride * size.height() + kHugePage - 1) / kHugePage * kHugePage;
    if (stride > std::numeric_limits<int>::max() || stride * size.height() < 2 * kHugePage) {
        return QImage(size, format);
    }
    void* buffer = std::aligned_alloc(size_t(kHugePage), size_t(bytes));
    if (!buffer) {
        return {};
    }
#ifdef MADV_HUGEPAGE
    ::madvise(buffer, size_t(bytes), MADV_HUGEPAGE);
#endif
    return QImage(static_cast<uchar*>(buffer), size.width(), size.height(), stride, format, freeBuffer, buffer);
}

void halveRows(const QRgb* upper, const QRgb* lower, int width, QRgb* out)
{
    const int pairs = width / 2;
    for (int i = 0; i < pairs; ++i) {
        out[i] = mean(upper[2 * i], upper[2 * i + 1], lower[2 * i], lower[2 * i + 1]);
    }
    if (width % 2 != 0) {
        out[pairs] = mean(upper[width - 1], upper[width - 1], lower[width - 1], lower[width - 1]);
    }
}

QImage halved(const QImage& image)
{
    Q_ASSERT(image.depth() == 32);
    QImage result = allocateImage(halvedSize(image.size(), 1), image.format());
    for (int y = 0; y < result.height(); ++y) {
        const uchar* upper = image.constScanLine(2 * y);
        const uchar* lower = image.constScanLine(std::min(2 * y + 1, image.height() - 1));
        halveRows(reinterpret_cast<const QRgb*>(upper), reinterpret_cast<const QRgb*>(lower), image.width(),
                  reinterpret_cast<QRgb*>(result.scanLine(y)));
    }
    return result;
}

int halvingsAbove(int pixels, int wanted)
{
    int times = 0;
    while (halvedLength(pixels, times + 1) >= std::max(wanted, 1) && halvedLength(pixels, times) > 1) {
        ++times;
    }
    return times;
}

void premultiplyRgba(uchar* bytes, int count)
{
    for (int i = 0; i < count; ++i, bytes += 4) {
        const QRgb pixel = qPremultiply(qRgba(bytes[0], bytes[1], bytes[2], bytes[3]));
        *reinterpret_cast<QRgb*>(bytes) = pixel;
    }
}

void cmykToRgb(uchar* bytes, int count, bool isInverted)
{
    const int flip = isInverted ? 0 : 255;
    for (int i = 0; i < count; ++i, bytes += 4) {
        const int key = bytes[3] ^ flip;
        const QRgb pixel =
            qRgb(scaled(bytes[0] ^ flip, key), scaled(bytes[1] ^ flip, key), scaled(bytes[2] ^ flip, key));
        *reinterpret_cast<QRgb*>(bytes) = pixel;
    }
}

} // namespace lw::media
