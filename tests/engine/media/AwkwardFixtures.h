// SPDX-License-Identifier: GPL-3.0-or-later
//! Encoders for the kinds of pictures that Qt cannot write.
#pragma once

#include "tests/engine/media/MediaFixtures.h"

#include <array>
#include <cstdio>
#include <functional>
#include <vector>

#include <jpeglib.h>
#include <tiffio.h>
#include <webp/encode.h>

namespace lw::tests {

inline void putBig32(QByteArray& to, quint32 value)
{
    for (int shift = 24; shift >= 0; shift -= 8) {
        to.append(char(value >> shift));
    }
}
inline void putLittle(QByteArray& to, quint32 value, int bytes)
{
    for (int i = 0; i < bytes; ++i) {
        to.append(char(value >> (8 * i)));
    }
}

/// A PNG chunk with its checksum.
inline QByteArray pngChunk(const char* tag, const QByteArray& data)
{
    QByteArray body = QByteArray(tag, 4) + data;
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : std::as_const(body)) {
        crc ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320U : crc >> 1;
        }
    }
    QByteArray chunk;
    putBig32(chunk, quint32(data.size()));
    chunk += body;
    putBig32(chunk, ~crc);
    return chunk;
}

/// `png` with chunks after its header.
inline QByteArray withChunks(const QByteArray& png, const QByteArray& chunks)
{
    return png.first(33) + chunks + png.sliced(33);
}

/// An animated PNG of two frames, the first being `png`'s picture.
inline QByteArray animatedPng(const QByteArray& png, QSize size)
{
    QByteArray control;
    putBig32(control, 2);
    putBig32(control, 0);
    QByteArray frame;
    putBig32(frame, 0);
    putBig32(frame, quint32(size.width()));
    putBig32(frame, quint32(size.height()));
    frame += QByteArray(8, '\0') + QByteArrayLiteral("\0\x01\0\x0A\0\0");
    return withChunks(png, pngChunk("acTL", control) + pngChunk("fcTL", frame));
}

/// A GIF of `frames` one-coloured frames; frame i has the colour 1 + i % 3: red, green, blue. Uncompressed codes.
inline QByteArray gif(QSize size, int frames)
{
    QByteArray bytes = QByteArrayLiteral("GIF89a");
    putLittle(bytes, quint32(size.width()), 2);
    putLittle(bytes, quint32(size.height()), 2);
    bytes += QByteArrayLiteral("\x81\0\0" // four colours
                               "\0\0\0\xFF\0\0\0\xFF\0\0\0\xFF");
    for (int i = 0; i < frames; ++i) {
        bytes += QByteArrayLiteral("\x21\xF9\x04\0\x0A\0\0\0,\0\0\0\0");
        putLittle(bytes, quint32(size.width()), 2);
        putLittle(bytes, quint32(size.height()), 2);
        bytes += QByteArrayLiteral("\0\x02");
        // Codes of three bits; a clear code after every second pixel keeps them from growing.
        QByteArray packed;
        quint32 bits = 0;
        int count = 0;
        const auto put = [&](quint32 code) {
            bits |= code << count;
            for (count += 3; count >= 8; count -= 8, bits >>= 8) {
                packed.append(char(bits & 255));
            }
        };
        for (int pixel = 0; pixel < size.width() * size.height(); ++pixel) {
            if (pixel % 2 == 0) {
                put(4);
            }
            put(quint32(1 + i % 3));
        }
        put(5);
        packed.append(char(bits & 255));
        for (qsizetype at = 0; at < packed.size(); at += 255) {
            const QByteArray block = packed.mid(at, 255);
            bytes += QByteArray(1, char(block.size())) + block;
        }
        bytes += QByteArray(1, '\0');
    }
    return bytes + ';';
}

/// A JPEG through libjpeg: `channels` 1, 3 or 4 (CMYK, as its own numbers), baseline or progressive.
inline QByteArray jpeg(const QImage& picture, bool isProgressive)
{
    const QImage rgb = picture.convertToFormat(QImage::Format_RGB888);
    jpeg_compress_struct encoder;
    jpeg_error_mgr errors;
    encoder.err = jpeg_std_error(&errors);
    jpeg_create_compress(&encoder);
    unsigned char* bytes = nullptr;
    unsigned long length = 0;
    jpeg_mem_dest(&encoder, &bytes, &length);
    encoder.image_width = JDIMENSION(rgb.width());
    encoder.image_height = JDIMENSION(rgb.height());
    encoder.input_components = 3;
    encoder.in_color_space = JCS_RGB;
    jpeg_set_defaults(&encoder);
    jpeg_set_quality(&encoder, 97, TRUE);
    if (isProgressive) {
        jpeg_simple_progression(&encoder);
    }
    jpeg_start_compress(&encoder, TRUE);
    for (int y = 0; y < rgb.height(); ++y) {
        auto* row = const_cast<JSAMPROW>(rgb.constScanLine(y));
        jpeg_write_scanlines(&encoder, &row, 1);
    }
    jpeg_finish_compress(&encoder);
    jpeg_destroy_compress(&encoder);
    const QByteArray result(reinterpret_cast<const char*>(bytes), qsizetype(length));
    free(bytes);
    return result;
}

/// WebP as libwebp writes it: the container of one frame.
inline QByteArray webp(const QImage& picture, bool isLossless)
{
    const QImage rgba = picture.convertToFormat(QImage::Format_RGBA8888);
    uint8_t* bytes = nullptr;
    const auto stride = int(rgba.bytesPerLine());
    const size_t length = isLossless
                              ? WebPEncodeLosslessRGBA(rgba.constBits(), rgba.width(), rgba.height(), stride, &bytes)
                              : WebPEncodeRGBA(rgba.constBits(), rgba.width(), rgba.height(), stride, 95, &bytes);
    const QByteArray result(reinterpret_cast<const char*>(bytes), qsizetype(length));
    WebPFree(bytes);
    return result;
}

inline QByteArray riffChunk(const char* tag, const QByteArray& data)
{
    QByteArray chunk(tag, 4);
    putLittle(chunk, quint32(data.size()), 4);
    chunk += data;
    return data.size() % 2 != 0 ? QByteArray(chunk + '\0') : chunk;
}

/// An extended WebP: `flags` of VP8X, then chunks.
inline QByteArray webpContainer(QSize size, int flags, const QByteArray& chunks)
{
    QByteArray head(1, char(flags));
    head += QByteArray(3, '\0');
    putLittle(head, quint32(size.width() - 1), 3);
    putLittle(head, quint32(size.height() - 1), 3);
    const QByteArray body = QByteArrayLiteral("WEBP") + riffChunk("VP8X", head) + chunks;
    return riffChunk("RIFF", body);
}

/// Frames of one size as an animation.
inline QByteArray animatedWebP(const std::vector<QImage>& frames)
{
    const QSize size = frames.front().size();
    QByteArray chunks = riffChunk("ANIM", QByteArray(6, '\0'));
    for (const QImage& frame : frames) {
        QByteArray data(6, '\0'); // place
        putLittle(data, quint32(size.width() - 1), 3);
        putLittle(data, quint32(size.height() - 1), 3);
        putLittle(data, 100, 3);
        data += '\0';
        chunks += riffChunk("ANMF", data + webp(frame, true).sliced(12));
    }
    return webpContainer(size, 0x02, chunks);
}

/// How a TIFF holds its samples.
struct TiffLayout {
    uint16_t compression = COMPRESSION_NONE;
    uint16_t bits = 8;
    uint16_t format = SAMPLEFORMAT_UINT;
    uint16_t photometric = PHOTOMETRIC_RGB;
    uint16_t samples = 3;
    bool isTiled = false;
    bool isPlanar = false;
    bool isBig = false;
    int orientation = 1;
};

/// Appends one page to `path`. `sample(x, y, channel, to)` writes one sample of `bits` (a multiple of 8) to `to`.
inline bool appendTiff(const QString& path, QSize size, const TiffLayout& layout,
                       const std::function<void(int, int, int, uchar*)>& sample, bool isFirst = true)
{
    const char* mode = !isFirst ? "a" : layout.isBig ? "w8" : "w";
    TIFF* file = TIFFOpen(path.toLocal8Bit().constData(), mode);
    if (file == nullptr) {
        return false;
    }
    const int bytes = layout.bits / 8;
    TIFFSetField(file, TIFFTAG_IMAGEWIDTH, size.width());
    TIFFSetField(file, TIFFTAG_IMAGELENGTH, size.height());
    TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, layout.bits);
    TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, layout.samples);
    TIFFSetField(file, TIFFTAG_SAMPLEFORMAT, layout.format);
    TIFFSetField(file, TIFFTAG_PHOTOMETRIC, layout.photometric);
    TIFFSetField(file, TIFFTAG_COMPRESSION, layout.compression);
    TIFFSetField(file, TIFFTAG_PLANARCONFIG, layout.isPlanar ? PLANARCONFIG_SEPARATE : PLANARCONFIG_CONTIG);
    TIFFSetField(file, TIFFTAG_ORIENTATION, layout.orientation);
    constexpr int kTile = 32;
    if (layout.isTiled) {
        TIFFSetField(file, TIFFTAG_TILEWIDTH, kTile);
        TIFFSetField(file, TIFFTAG_TILELENGTH, kTile);
    } else {
        TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, 16);
    }
    const int planes = layout.isPlanar ? layout.samples : 1;
    const int inPlane = layout.isPlanar ? 1 : layout.samples;
    const int stepX = layout.isTiled ? kTile : size.width();
    const int stepY = layout.isTiled ? kTile : 1;
    bool isWritten = true;
    std::vector<uchar> chunk(size_t(stepX) * size_t(stepY) * size_t(inPlane) * size_t(bytes));
    for (int plane = 0; plane < planes; ++plane) {
        for (int top = 0; top < size.height(); top += stepY) {
            for (int left = 0; left < size.width(); left += stepX) {
                for (int i = 0; i < stepX * stepY * inPlane; ++i) {
                    const int x = std::min(left + i / inPlane % stepX, size.width() - 1);
                    const int y = std::min(top + i / inPlane / stepX, size.height() - 1);
                    sample(x, y, plane + i % inPlane, chunk.data() + size_t(i) * size_t(bytes));
                }
                isWritten &=
                    (layout.isTiled
                         ? TIFFWriteTile(file, chunk.data(), uint32_t(left), uint32_t(top), 0, uint16_t(plane)) >= 0
                         : TIFFWriteScanline(file, chunk.data(), uint32_t(top), uint16_t(plane)) == 1);
            }
        }
    }
    TIFFClose(file);
    return isWritten;
}

/// Channel `channel` of a pixel.
inline int channelOf(QRgb pixel, int channel)
{
    return channel == 0 ? qRed(pixel) : channel == 1 ? qGreen(pixel) : qBlue(pixel);
}

} // namespace lw::tests
