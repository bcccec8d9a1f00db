// SPDX-License-Identifier: GPL-3.0-or-later
//! From a TIFF scanline's packed samples to 32-bit pixels. Internal to engine/media.
#pragma once

#include <QImage>

#include <optional>
#include <span>
#include <vector>

struct tiff;

namespace lw::media {

/// Converts rows of grey, palette and RGB pictures with 1 to 16 bits per sample. More than 8 bits are scaled linearly,
/// so a 16-bit picture of small range stays dark, as its numbers are.
class TiffSamples final {
public:
    /// Nothing if the picture is of another kind (tiles, planes, floating point, CMYK, …).
    static std::optional<TiffSamples> fromTiff(tiff* file);

    [[nodiscard]] QSize size() const { return m_size; }
    [[nodiscard]] bool hasAlpha() const { return m_hasAlpha; }
    /// `line` is one scanline as libtiff gives it; `out` takes a row of pixels.
    void convertRow(std::span<const uchar> line, QRgb* out);

private:
    void unpack(std::span<const uchar> line);

    QSize m_size;
    int m_bits = 8;
    int m_samples = 1;
    bool m_isColour = false;
    bool m_isInverted = false; ///< white is zero
    bool m_hasAlpha = false;
    bool m_isPremultiplied = false;
    std::vector<QRgb> m_palette; ///< empty unless a palette picture
    std::vector<uchar> m_row;    ///< one row of 8-bit samples
};

} // namespace lw::media
