// SPDX-License-Identifier: GPL-3.0-or-later
//! A set of pixels, kept as run lengths.
#pragma once

#include <QByteArray>
#include <QList>
#include <QRect>

namespace lw::domain {

/// The pixels of an object. Canonical: the bounding box is tight, and only the first run may be 0, so equal sets of
/// pixels are equal values. Copies share their runs.
struct Mask {
    int x = 0; ///< left of the bounding box, image pixels
    int y = 0; ///< top
    int width = 0;
    int height = 0;
    /// Row by row through the bounding box: lengths of runs outside, inside, outside, … the object. The first is
    /// outside and may be 0; a last run outside is left out.
    QList<quint32> runs;

    bool operator==(const Mask&) const = default;

    [[nodiscard]] bool isEmpty() const { return runs.isEmpty(); }
    [[nodiscard]] QRect boundingRect() const { return {x, y, width, height}; }
    /// Number of pixels.
    [[nodiscard]] qint64 area() const;
    /// True if the pixel in column `column` and row `row` of the picture belongs to it. Linear in the runs.
    [[nodiscard]] bool contains(int column, int row) const;
    /// True if every number makes sense: runs fill the box at most, the box is tight.
    [[nodiscard]] bool isValid() const;
    [[nodiscard]] Mask translated(int dx, int dy) const;
    /// The part within `window`.
    [[nodiscard]] Mask cropped(const QRect& window) const;

    /// The nonzero ones among the 8-bit pixels of a `window` of the picture; `pixels` is its top left, `stride` the
    /// bytes from row to row.
    [[nodiscard]] static Mask fromPixels(const uchar* pixels, qsizetype stride, const QRect& window);
    /// Writes `value` to every pixel of `window` that belongs to the mask; leaves the others alone.
    void drawOn(uchar* pixels, qsizetype stride, const QRect& window, uchar value = 255) const;
};

/// The pixels that belong to exactly one of both: what a change touched. exclusiveOr(a, exclusiveOr(a, b)) is b.
[[nodiscard]] Mask exclusiveOr(const Mask& a, const Mask& b);

/// Compact bytes (variable-length numbers), and back; an empty mask when the bytes are not a mask.
[[nodiscard]] QByteArray toBytes(const Mask& mask);
[[nodiscard]] Mask maskFromBytes(const char* data, qsizetype size);

} // namespace lw::domain
