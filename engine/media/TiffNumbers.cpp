// SPDX-License-Identifier: GPL-3.0-or-later
//! TIFF pictures of floating-point, signed or 32-bit numbers: their range is found first, then shown as 0 to 255.
#include "engine/media/TiffNumbers.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include <qfloat16.h>
#include <tiffio.h>

namespace lw::media {

namespace {

template <typename T> double numberAt(const uchar* at)
{
    T value;
    std::memcpy(&value, at, sizeof value);
    return double(value);
}

using Reader = double (*)(const uchar*);

Reader readerOf(int format, int bits)
{
    if (format == SAMPLEFORMAT_IEEEFP) {
        return bits == 16 ? numberAt<qfloat16> : bits == 32 ? numberAt<float> : bits == 64 ? numberAt<double> : nullptr;
    }
    if (format == SAMPLEFORMAT_INT) {
        return bits == 8 ? numberAt<qint8> : bits == 16 ? numberAt<qint16> : bits == 32 ? numberAt<qint32> : nullptr;
    }
    return bits == 32 ? numberAt<quint32> : nullptr;
}

} // namespace

TiffNumbers::TiffNumbers(tiff* file) : m_file(file)
{
    uint32_t width = 0;
    uint32_t height = 0;
    uint16_t bits = 1, samples = 1, planar = 1, photometric = 0xFFFF, format = 1;
    TIFFGetField(file, TIFFTAG_IMAGEWIDTH, &width);
    TIFFGetField(file, TIFFTAG_IMAGELENGTH, &height);
    TIFFGetFieldDefaulted(file, TIFFTAG_BITSPERSAMPLE, &bits);
    TIFFGetFieldDefaulted(file, TIFFTAG_SAMPLESPERPIXEL, &samples);
    TIFFGetFieldDefaulted(file, TIFFTAG_PLANARCONFIG, &planar);
    TIFFGetField(file, TIFFTAG_PHOTOMETRIC, &photometric);
    TIFFGetFieldDefaulted(file, TIFFTAG_SAMPLEFORMAT, &format);
    m_number = readerOf(format, bits);
    const bool isColour = photometric == PHOTOMETRIC_RGB && samples >= 3;
    const bool isGrey = photometric == PHOTOMETRIC_MINISBLACK || photometric == PHOTOMETRIC_MINISWHITE;
    if (m_number == nullptr || (!isColour && !isGrey) || samples == 0 || samples > 64 || width == 0 || height == 0) {
        m_number = nullptr;
        return;
    }
    m_size = {int(width), int(height)};
    m_bytes = bits / 8;
    m_samples = samples;
    m_colours = isColour ? 3 : 1;
    m_isPlanar = planar == PLANARCONFIG_SEPARATE && samples > 1;
    m_isInverted = photometric == PHOTOMETRIC_MINISWHITE;
    m_isTiled = TIFFIsTiled(file) != 0;
    uint32_t rows = height;
    if (m_isTiled) {
        uint32_t columns = 0;
        TIFFGetField(file, TIFFTAG_TILEWIDTH, &columns);
        TIFFGetField(file, TIFFTAG_TILELENGTH, &rows);
        m_tileWidth = int(std::min<uint32_t>(columns, 1U << 20));
    } else {
        TIFFGetFieldDefaulted(file, TIFFTAG_ROWSPERSTRIP, &rows);
    }
    m_bandRows = int(std::clamp<uint32_t>(rows, 1, m_isTiled ? 1U << 20 : height));
    m_chunkBytes = m_isTiled ? TIFFTileSize64(file) : TIFFStripSize64(file);
    // What libtiff announces must be what the loops below read.
    const quint64 perPixel = quint64(m_bytes) * (m_isPlanar ? 1U : m_samples);
    const quint64 columns = m_isTiled ? quint64(m_tileWidth) : width;
    if (m_chunkBytes < perPixel * columns * quint64(m_bandRows) || (m_isTiled && m_tileWidth == 0)) {
        m_number = nullptr;
    }
}

qint64 TiffNumbers::bandBytes() const
{
    return qint64(m_chunkBytes) + qint64(m_bandRows) * m_size.width() * m_colours * qint64(sizeof(float));
}

bool TiffNumbers::readBand(int firstRow, std::vector<float>& values)
{
    const int width = m_size.width();
    const int rows = std::min(m_bandRows, m_size.height() - firstRow);
    values.assign(size_t(rows) * size_t(width) * size_t(m_colours), 0.0F);
    m_chunk.resize(m_chunkBytes);
    const int step = m_isTiled ? m_tileWidth : width;
    for (int plane = 0; plane < (m_isPlanar ? m_colours : 1); ++plane) {
        for (int left = 0; left < width; left += step) {
            const tmsize_t got =
                m_isTiled ? TIFFReadTile(m_file, m_chunk.data(), uint32_t(left), uint32_t(firstRow), 0, uint16_t(plane))
                          : TIFFReadEncodedStrip(m_file, TIFFComputeStrip(m_file, uint32_t(firstRow), uint16_t(plane)),
                                                 m_chunk.data(), tmsize_t(m_chunk.size()));
            if (got < 0) {
                return false;
            }
            std::fill(m_chunk.begin() + got, m_chunk.end(), uchar(0));
            takeChunk({left, plane, step, rows}, values);
        }
    }
    return true;
}

void TiffNumbers::takeChunk(const Chunk& chunk, std::vector<float>& values) const
{
    const int width = m_size.width();
    const int perPixel = m_isPlanar ? 1 : m_samples;
    const int wanted = m_isPlanar ? 1 : m_colours;
    for (int y = 0; y < chunk.rows; ++y) {
        for (int x = 0; x < chunk.width && chunk.left + x < width; ++x) {
            const uchar* from =
                m_chunk.data() + (size_t(y) * size_t(chunk.width) + size_t(x)) * size_t(perPixel) * size_t(m_bytes);
            float* to = values.data() + (size_t(y) * size_t(width) + size_t(chunk.left + x)) * size_t(m_colours) +
                        size_t(chunk.plane);
            for (int i = 0; i < wanted; ++i) {
                to[i] = float(m_number(from + i * m_bytes));
            }
        }
    }
}

bool TiffNumbers::findRange(const core::Control& control)
{
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    std::vector<float> values;
    for (int row = 0; row < m_size.height(); row += m_bandRows) {
        if (control.isCancelled()) {
            return false;
        }
        if (!readBand(row, values)) {
            break; // the part before it decides
        }
        for (const float value : values) {
            if (std::isfinite(value)) {
                least = std::min(least, double(value));
                most = std::max(most, double(value));
            }
        }
    }
    // The usual ranges are kept as they are, so that pictures of one series can be compared.
    const bool isUsual = least >= 0 && most <= 255;
    m_least = isUsual ? 0 : least;
    m_most = isUsual ? (most <= 1 ? 1 : 255) : most;
    return true;
}

QRgb TiffNumbers::pixel(const float* values) const
{
    const double span = m_most > m_least ? m_most - m_least : 1;
    const auto level = [&](float value) {
        const double share = std::isfinite(value) ? std::clamp((double(value) - m_least) / span, 0.0, 1.0) : 0.0;
        return int(std::lround((m_isInverted ? 1 - share : share) * 255));
    };
    const int first = level(values[0]);
    return m_colours == 3 ? qRgb(first, level(values[1]), level(values[2])) : qRgb(first, first, first);
}

} // namespace lw::media
