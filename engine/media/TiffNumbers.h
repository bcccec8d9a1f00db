// SPDX-License-Identifier: GPL-3.0-or-later
//! Numbers of TIFF pictures that are no plain 8- or 16-bit samples. Internal to engine/media.
#pragma once

#include "models/core/Progress.h"

#include <QRgb>
#include <QSize>

#include <vector>

struct tiff;

namespace lw::media {

/// Grey and RGB pictures of floating-point (16, 32, 64 bits), signed (8, 16, 32) or unsigned 32-bit numbers, in strips
/// or tiles, in one plane or several. Numbers within 0 to 1 are shown from 0 to 1, others within 0 to 255 as they are,
/// all others from the least to the greatest in the picture. Channels beyond the colours are ignored.
class TiffNumbers final {
public:
    /// `file` must outlive it.
    explicit TiffNumbers(tiff* file);

    [[nodiscard]] bool isReadable() const { return m_number != nullptr; }
    [[nodiscard]] QSize size() const { return m_size; }
    [[nodiscard]] int bandRows() const { return m_bandRows; }
    [[nodiscard]] int colours() const { return m_colours; }
    /// Memory that one band takes.
    [[nodiscard]] qint64 bandBytes() const;

    /// Reads the whole picture once. False if it was stopped.
    bool findRange(const core::Control& control);
    /// The band that begins at `firstRow`, a multiple of bandRows(): colours() numbers a pixel. False if it is broken.
    bool readBand(int firstRow, std::vector<float>& values);
    [[nodiscard]] QRgb pixel(const float* values) const;

private:
    /// A strip, or a tile with the columns from `left` on.
    struct Chunk {
        int left = 0;
        int plane = 0;
        int width = 0;
        int rows = 0;
    };

    void takeChunk(const Chunk& chunk, std::vector<float>& values) const;

    tiff* m_file;
    double (*m_number)(const uchar*) = nullptr;
    QSize m_size;
    int m_bytes = 0;
    int m_samples = 1;
    int m_colours = 1;
    int m_bandRows = 1;
    int m_tileWidth = 0;
    bool m_isPlanar = false;
    bool m_isTiled = false;
    bool m_isInverted = false;
    quint64 m_chunkBytes = 0;
    double m_least = 0;
    double m_most = 1;
    std::vector<uchar> m_chunk;
};

} // namespace lw::media
