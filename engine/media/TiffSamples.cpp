// SPDX-License-Identifier: GPL-3.0-or-later
//! Sample unpacking for TIFF scanlines.
#include "engine/media/TiffSamples.h"

#include <algorithm>
#include <cstring>

#include <tiffio.h>

namespace lw::media {

namespace {

std::vector<QRgb> readPalette(TIFF* file, int bits)
{
    const uint16_t* red = nullptr;
    const uint16_t* green = nullptr;
    const uint16_t* blue = nullptr;
    std::vector<QRgb> palette;
    if (!TIFFGetField(file, TIFFTAG_COLORMAP, &red, &green, &blue)) {
        return palette;
    }
    const int count = 1 << bits;
    // Old writers stored 8-bit palette entries in the 16-bit fields.
    const auto isSmall = [count](const uint16_t* values) {
        return std::all_of(values, values + count, [](uint16_t value) { return value < 256; });
    };
    const int shift = isSmall(red) && isSmall(green) && isSmall(blue) ? 0 : 8;
    for (int i = 0; i < count; ++i) {
        palette.push_back(qRgb(red[i] >> shift, green[i] >> shift, blue[i] >> shift));
    }
    return palette;
}

bool isPlainBits(int bits, bool isColour, bool isPalette)
{
    if (isColour) {
        return bits == 8 || bits == 16;
    }
    return bits == 1 || bits == 2 || bits == 4 || bits == 8 || (!isPalette && (bits == 12 || bits == 16));
}

} // namespace

std::optional<TiffSamples> TiffSamples::fromTiff(TIFF* file)
{
    uint32_t width = 0;
    uint32_t height = 0;
    uint16_t bits = 1, samples = 1, planar = 1, photometric = 0xFFFF, sampleFormat = 1, extraCount = 0;
    uint16_t* extras = nullptr;
    TIFFGetField(file, TIFFTAG_IMAGEWIDTH, &width);
    TIFFGetField(file, TIFFTAG_IMAGELENGTH, &height);
    TIFFGetFieldDefaulted(file, TIFFTAG_BITSPERSAMPLE, &bits);
    TIFFGetFieldDefaulted(file, TIFFTAG_SAMPLESPERPIXEL, &samples);
    TIFFGetFieldDefaulted(file, TIFFTAG_PLANARCONFIG, &planar);
    TIFFGetField(file, TIFFTAG_PHOTOMETRIC, &photometric);
    TIFFGetFieldDefaulted(file, TIFFTAG_SAMPLEFORMAT, &sampleFormat);
    TIFFGetFieldDefaulted(file, TIFFTAG_EXTRASAMPLES, &extraCount, &extras);

    const bool isColour = photometric == PHOTOMETRIC_RGB;
    const bool isPalette = photometric == PHOTOMETRIC_PALETTE;
    const bool isGrey = photometric == PHOTOMETRIC_MINISBLACK || photometric == PHOTOMETRIC_MINISWHITE;
    const int minimum = isColour ? 3 : 1;
    const bool isPlain = (isColour || isPalette || isGrey) && !TIFFIsTiled(file) && samples >= minimum &&
                         samples <= 8 && (planar == PLANARCONFIG_CONTIG || samples == 1) &&
                         (sampleFormat == SAMPLEFORMAT_UINT || sampleFormat == SAMPLEFORMAT_VOID) &&
                         isPlainBits(bits, isColour, isPalette) && width > 0 && height > 0;
    const qint64 lineBytes = (qint64(width) * samples * bits + 7) / 8;
    if (!isPlain || TIFFScanlineSize(file) < lineBytes) {
        return std::nullopt;
    }
    TiffSamples result;
    result.m_size = {int(width), int(height)};
    result.m_bits = bits;
    result.m_samples = samples;
    result.m_isColour = isColour;
    result.m_isInverted = photometric == PHOTOMETRIC_MINISWHITE;
    const uint16_t extra = extraCount > 0 && extras ? extras[0] : uint16_t(EXTRASAMPLE_UNSPECIFIED);
    result.m_hasAlpha = !isPalette && samples > minimum && extra != EXTRASAMPLE_UNSPECIFIED;
    result.m_isPremultiplied = extra == EXTRASAMPLE_ASSOCALPHA;
    if (isPalette) {
        result.m_palette = readPalette(file, bits);
        if (result.m_palette.empty()) {
            return std::nullopt;
        }
    }
    result.m_row.resize(size_t(width) * samples);
    return result;
}

void TiffSamples::unpack(std::span<const uchar> line)
{
    const size_t count = m_row.size();
    const bool isPalette = !m_palette.empty();
    if (m_bits == 8) {
        std::copy_n(line.data(), count, m_row.data());
    } else if (m_bits == 16) {
        for (size_t i = 0; i < count; ++i) {
            uint16_t value = 0; // in the machine's order: libtiff has swapped
            std::memcpy(&value, line.data() + 2 * i, 2);
            m_row[i] = uchar((value + 128U) / 257U);
        }
    } else if (m_bits == 12) {
        for (size_t i = 0; i < count; ++i) {
            const uchar* at = line.data() + i / 2 * 3;
            m_row[i] = i % 2 == 0 ? at[0] : uchar(at[1] << 4 | at[2] >> 4);
        }
    } else {
        const int mask = (1 << m_bits) - 1;
        const int scale = isPalette ? 1 : 255 / mask;
        const size_t perByte = size_t(8 / m_bits);
        for (size_t i = 0; i < count; ++i) {
            const int shift = 8 - m_bits * int(i % perByte + 1);
            m_row[i] = uchar(((line[i / perByte] >> shift) & mask) * scale);
        }
    }
}

void TiffSamples::convertRow(std::span<const uchar> line, QRgb* out)
{
    unpack(line);
    const uchar* at = m_row.data();
    const int colours = m_isColour ? 3 : 1;
    for (int x = 0; x < m_size.width(); ++x, at += m_samples) {
        if (!m_palette.empty()) {
            out[x] = m_palette[at[0]];
            continue;
        }
        const int flip = m_isInverted ? 255 : 0;
        const int alpha = m_hasAlpha ? at[colours] : 255;
        const QRgb pixel =
            m_isColour ? qRgba(at[0], at[1], at[2], alpha) : qRgba(at[0] ^ flip, at[0] ^ flip, at[0] ^ flip, alpha);
        out[x] = m_hasAlpha && !m_isPremultiplied ? qPremultiply(pixel) : pixel;
    }
}

} // namespace lw::media
