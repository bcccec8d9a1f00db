// SPDX-License-Identifier: GPL-3.0-or-later
//! EXIF orientation as two flips and a transposition, for whole pictures, sizes and strips of rows.
#pragma once

#include <QImage>
#include <QSize>

namespace lw::media {

/// How stored pixels become upright ones: flip left-right, flip top-bottom, then exchange x and y, in this order.
struct Turn {
    bool flipX = false;
    bool flipY = false;
    bool transpose = false;

    [[nodiscard]] bool isIdentity() const { return !flipX && !flipY && !transpose; }
};

/// The turn of an EXIF orientation; anything outside of 1 to 8 counts as 1.
[[nodiscard]] Turn turnFromOrientation(int orientation);
/// Size after the turn.
[[nodiscard]] QSize turnedSize(QSize stored, Turn turn);
/// The upright picture. `stored` must have 32 bits per pixel; unchanged (no copy) for the identity; null if there is
/// no memory.
[[nodiscard]] QImage turned(const QImage& stored, Turn turn);

/// Rows of a stored picture, top to bottom.
struct RowStrip {
    const QRgb* pixels = nullptr;
    qptrdiff stride = 0; ///< pixels from row to row
    int first = 0;       ///< row number of the first in the stored picture
    int count = 0;
};
/// Writes a strip of a stored picture to where it belongs in the upright one of turnedSize(stored, turn).
void placeStrip(const RowStrip& strip, QSize stored, Turn turn, QImage& upright);

} // namespace lw::media
