// SPDX-License-Identifier: GPL-3.0-or-later
//! Turning 32-bit pixels in cache-sized blocks.
#include "engine/media/Orientation.h"

#include "engine/media/PixelOps.h"

#include <algorithm>
#include <cstring>

namespace lw::media {

namespace {

constexpr int kBlock = 32; // 32 × 32 pixels of source and target stay in the first-level cache

/// Where stored pixel (x, y) lies in an upright picture: origin + x * column + y * row.
struct Steps {
    QRgb* origin;
    qptrdiff column;
    qptrdiff row;
};

Steps stepsInto(QImage& upright, QSize stored, Turn turn)
{
    const qptrdiff stride = upright.bytesPerLine() / 4;
    Steps steps{reinterpret_cast<QRgb*>(upright.bits()), turn.transpose ? stride : 1, turn.transpose ? 1 : stride};
    if (turn.flipX) {
        steps.origin += steps.column * (stored.width() - 1);
        steps.column = -steps.column;
    }
    if (turn.flipY) {
        steps.origin += steps.row * (stored.height() - 1);
        steps.row = -steps.row;
    }
    return steps;
}

using FourPixels = quint32 __attribute__((vector_size(16)));

FourPixels load(const QRgb* from)
{
    FourPixels pixels;
    std::memcpy(&pixels, from, sizeof pixels);
    return pixels;
}

void store(QRgb* to, FourPixels pixels)
{
    std::memcpy(to, &pixels, sizeof pixels);
}

/// 4 × 4 pixels from rows `in`, `in + stride`, … to rows `out`, `out + step`, …, x and y exchanged.
void transposeFour(const QRgb* in, qptrdiff stride, QRgb* out, qptrdiff step)
{
    const FourPixels a = load(in), b = load(in + stride), c = load(in + 2 * stride), d = load(in + 3 * stride);
    const FourPixels abLow = __builtin_shufflevector(a, b, 0, 4, 1, 5);
    const FourPixels abHigh = __builtin_shufflevector(a, b, 2, 6, 3, 7);
    const FourPixels cdLow = __builtin_shufflevector(c, d, 0, 4, 1, 5);
    const FourPixels cdHigh = __builtin_shufflevector(c, d, 2, 6, 3, 7);
    store(out, __builtin_shufflevector(abLow, cdLow, 0, 1, 4, 5));
    store(out + step, __builtin_shufflevector(abLow, cdLow, 2, 3, 6, 7));
    store(out + 2 * step, __builtin_shufflevector(abHigh, cdHigh, 0, 1, 4, 5));
    store(out + 3 * step, __builtin_shufflevector(abHigh, cdHigh, 2, 3, 6, 7));
}

/// Transposes a block of at most kBlock × kBlock pixels; `to.row` is 1 or -1.
void placeBlock(const QRgb* from, qptrdiff stride, QSize block, Steps to)
{
    if (to.row < 0) { // walk the rows upwards instead, so that the target is always written forwards
        from += (block.height() - 1) * stride;
        stride = -stride;
        to.origin -= block.height() - 1;
    }
    const int fourColumns = block.width() & ~3;
    const int fourRows = block.height() & ~3;
    for (int x = 0; x < fourColumns; x += 4) {
        for (int y = 0; y < fourRows; y += 4) {
            transposeFour(from + x + y * stride, stride, to.origin + x * to.column + y, to.column);
        }
    }
    for (int x = 0; x < block.width(); ++x) {
        for (int y = x < fourColumns ? fourRows : 0; y < block.height(); ++y) {
            to.origin[x * to.column + y] = from[x + y * stride];
        }
    }
}

} // namespace

Turn turnFromOrientation(int orientation)
{
    switch (orientation) {
    case 2:
        return {true, false, false};
    case 3:
        return {true, true, false};
    case 4:
        return {false, true, false};
    case 5:
        return {false, false, true};
    case 6:
        return {false, true, true};
    case 7:
        return {true, true, true};
    case 8:
        return {true, false, true};
    default:
        return {};
    }
}

QSize turnedSize(QSize stored, Turn turn)
{
    return turn.transpose ? stored.transposed() : stored;
}

QImage turned(const QImage& stored, Turn turn)
{
    if (turn.isIdentity() || stored.isNull()) {
        return stored;
    }
    Q_ASSERT(stored.depth() == 32);
    QImage upright = allocateImage(turnedSize(stored.size(), turn), stored.format());
    if (!upright.isNull()) {
        const auto* pixels = reinterpret_cast<const QRgb*>(stored.constBits());
        placeStrip({pixels, stored.bytesPerLine() / 4, 0, stored.height()}, stored.size(), turn, upright);
    }
    return upright;
}

void placeStrip(const RowStrip& strip, QSize stored, Turn turn, QImage& upright)
{
    Steps to = stepsInto(upright, stored, turn);
    to.origin += strip.first * to.row;
    if (!turn.transpose) {
        for (int y = 0; y < strip.count; ++y) {
            const QRgb* in = strip.pixels + y * strip.stride;
            QRgb* out = to.origin + y * to.row;
            for (int x = 0; x < stored.width(); ++x, out += to.column) {
                *out = in[x];
            }
        }
        return;
    }
    for (int y = 0; y < strip.count; y += kBlock) {
        for (int x = 0; x < stored.width(); x += kBlock) {
            const QSize block(std::min(kBlock, stored.width() - x), std::min(kBlock, strip.count - y));
            placeBlock(strip.pixels + y * strip.stride + x, strip.stride, block,
                       {to.origin + x * to.column + y * to.row, to.column, to.row});
        }
    }
}

} // namespace lw::media
