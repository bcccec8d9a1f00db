// SPDX-License-Identifier: GPL-3.0-or-later
//! TIFF rows through libtiff: plain scanlines where possible, libtiff's own RGBA conversion band by band for the rest.
#include "engine/media/ByteFile.h"
#include "engine/media/PixelOps.h"
#include "engine/media/RowReader.h"
#include "engine/media/TiffNumbers.h"
#include "engine/media/TiffSamples.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <vector>

#include <tiffio.h>

namespace lw::media {

namespace {

struct TiffCloser {
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using TiffHandle = std::unique_ptr<TIFF, TiffCloser>;

/// What libtiff's callbacks see: a file with a position, and the first complaint.
struct Stream {
    ByteFile file;
    toff_t position = 0;
    QString words;
};

Stream& streamOf(thandle_t handle)
{
    return *static_cast<Stream*>(handle);
}

tmsize_t readStream(thandle_t handle, void* to, tmsize_t count)
{
    Stream& stream = streamOf(handle);
    const qint64 got = stream.file.read(qint64(stream.position), to, count);
    stream.position += toff_t(got);
    return got;
}

tmsize_t refuseWrite(thandle_t, void*, tmsize_t)
{
    return 0;
}

toff_t seekStream(thandle_t handle, toff_t offset, int origin)
{
    Stream& stream = streamOf(handle);
    const toff_t base = origin == SEEK_SET ? 0 : origin == SEEK_CUR ? stream.position : toff_t(stream.file.size());
    stream.position = base + offset;
    return stream.position;
}

int closeStream(thandle_t)
{
    return 0;
}

toff_t streamSize(thandle_t handle)
{
    return toff_t(streamOf(handle).file.size());
}

int noteError(TIFF*, void* data, const char*, const char* format, va_list arguments)
{
    auto* stream = static_cast<Stream*>(data);
    if (stream->words.isEmpty()) {
        stream->words = QString::vasprintf(format, arguments);
    }
    return 1;
}

int ignoreWarning(TIFF*, void*, const char*, const char*, va_list)
{
    return 1;
}

TiffHandle openTiff(Stream& stream, const QString& path, qint64 maxBytes)
{
    TIFFOpenOptions* options = TIFFOpenOptionsAlloc();
    TIFFOpenOptionsSetErrorHandlerExtR(options, noteError, &stream);
    TIFFOpenOptionsSetWarningHandlerExtR(options, ignoreWarning, nullptr);
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, maxBytes);
    TiffHandle tiff(TIFFClientOpenExt(path.toUtf8().constData(), "rm", &stream, readStream, refuseWrite, seekStream,
                                      closeStream, streamSize, nullptr, nullptr, options));
    TIFFOpenOptionsFree(options);
    return tiff;
}

/// Grey, palette and RGB in strips with samples side by side: decoded row by row.
class TiffScanlines final : public RowReader {
public:
    TiffScanlines(std::unique_ptr<Stream> stream, TiffHandle tiff, TiffSamples samples)
        : m_stream(std::move(stream)), m_tiff(std::move(tiff)), m_samples(std::move(samples)),
          m_line(size_t(TIFFScanlineSize(m_tiff.get())))
    {
        m_size = m_samples.size();
        m_hasAlpha = m_samples.hasAlpha();
    }

    int readRows(uchar* first, qsizetype stride, int count) override
    {
        const int wanted = std::min(count, m_size.height() - m_delivered);
        int done = 0;
        for (; done < wanted && m_trouble.isEmpty(); ++done) {
            if (TIFFReadScanline(m_tiff.get(), m_line.data(), uint32_t(m_delivered + done)) < 0) {
                m_trouble = m_stream->words.isEmpty() ? QStringLiteral("unreadable strip") : m_stream->words;
                break;
            }
            m_samples.convertRow(m_line, reinterpret_cast<QRgb*>(first + done * stride));
        }
        m_delivered += done;
        m_soundRows = m_trouble.isEmpty() ? -1 : m_delivered;
        return done;
    }

private:
    std::unique_ptr<Stream> m_stream;
    TiffHandle m_tiff;
    TiffSamples m_samples;
    std::vector<uchar> m_line;
    int m_delivered = 0;
};

/// Everything else that libtiff can convert itself (tiles, planes, CMYK, Lab, YCbCr), a strip or a row of tiles at
/// once.
class TiffBands final : public RowReader {
public:
    TiffBands(std::unique_ptr<Stream> stream, TiffHandle tiff) : m_stream(std::move(stream)), m_tiff(std::move(tiff)) {}
    ~TiffBands() override
    {
        if (m_isBegun) {
            TIFFRGBAImageEnd(&m_image);
        }
    }

    bool start()
    {
        char words[1024] = "";
        m_isBegun = TIFFRGBAImageOK(m_tiff.get(), words) && TIFFRGBAImageBegin(&m_image, m_tiff.get(), 1, words);
        if (!m_isBegun) {
            m_trouble = QString::fromLatin1(words);
            return false;
        }
        m_image.req_orientation = m_image.orientation; // rows as stored: turning is done in one place for all formats
        m_size = {int(m_image.width), int(m_image.height)};
        m_hasAlpha = m_image.alpha != 0;
        uint32_t rows = 0;
        TIFFGetFieldDefaulted(m_tiff.get(), TIFFTAG_ROWSPERSTRIP, &rows);
        if (TIFFIsTiled(m_tiff.get())) {
            TIFFGetField(m_tiff.get(), TIFFTAG_TILELENGTH, &rows);
        }
        m_bandHeight = int(std::clamp<uint32_t>(rows, 1, m_image.height));
        return true;
    }

    [[nodiscard]] qint64 bandBytes() const { return qint64(m_bandHeight) * m_size.width() * 4; }

    int readRows(uchar* first, qsizetype stride, int count) override
    {
        int done = 0;
        for (; done < count && m_delivered < m_size.height(); ++done, ++m_delivered) {
            const int inBand = m_delivered % m_bandHeight;
            if (inBand == 0 && !readBand()) {
                break;
            }
            const uint32_t* from = m_band.data() + size_t(inBand) * size_t(m_size.width());
            auto* to = reinterpret_cast<QRgb*>(first + done * stride);
            std::transform(from, from + m_size.width(), to, [](uint32_t pixel) {
                return qRgba(TIFFGetR(pixel), TIFFGetG(pixel), TIFFGetB(pixel), TIFFGetA(pixel));
            });
        }
        return done;
    }

private:
    bool readBand()
    {
        if (!m_trouble.isEmpty()) {
            return false;
        }
        const int rows = std::min(m_bandHeight, m_size.height() - m_delivered);
        m_band.assign(size_t(rows) * size_t(m_size.width()), 0);
        m_image.row_offset = m_delivered;
        m_image.col_offset = 0;
        if (!TIFFRGBAImageGet(&m_image, m_band.data(), uint32_t(m_size.width()), uint32_t(rows))) {
            m_trouble = m_stream->words.isEmpty() ? QStringLiteral("unreadable strip") : m_stream->words;
            m_soundRows = m_delivered;
            return false;
        }
        return true;
    }

    std::unique_ptr<Stream> m_stream;
    TiffHandle m_tiff;
    TIFFRGBAImage m_image = {};
    std::vector<uint32_t> m_band;
    int m_bandHeight = 1;
    int m_delivered = 0;
    bool m_isBegun = false;
};

/// Floating-point and other wide numbers, a strip or a row of tiles at once.
class TiffNumberBands final : public RowReader {
public:
    TiffNumberBands(std::unique_ptr<Stream> stream, TiffHandle tiff)
        : m_stream(std::move(stream)), m_tiff(std::move(tiff)), m_numbers(m_tiff.get())
    {
        m_size = m_numbers.size();
    }

    [[nodiscard]] TiffNumbers& numbers() { return m_numbers; }

    int readRows(uchar* first, qsizetype stride, int count) override
    {
        int done = 0;
        for (; done < count && m_delivered < m_size.height(); ++done, ++m_delivered) {
            const int inBand = m_delivered % m_numbers.bandRows();
            if (!m_trouble.isEmpty() || (inBand == 0 && !m_numbers.readBand(m_delivered, m_band))) {
                m_trouble = m_stream->words.isEmpty() ? QStringLiteral("unreadable strip") : m_stream->words;
                m_soundRows = m_delivered;
                break;
            }
            const float* from = m_band.data() + size_t(inBand) * size_t(m_size.width()) * size_t(m_numbers.colours());
            auto* to = reinterpret_cast<QRgb*>(first + done * stride);
            for (int x = 0; x < m_size.width(); ++x, from += m_numbers.colours()) {
                to[x] = m_numbers.pixel(from);
            }
        }
        return done;
    }

private:
    std::unique_ptr<Stream> m_stream;
    TiffHandle m_tiff;
    TiffNumbers m_numbers;
    std::vector<float> m_band;
    int m_delivered = 0;
};

core::Result<std::unique_ptr<RowReader>> openNumbers(std::unique_ptr<TiffNumberBands> bands, const QString& path,
                                                     const RowOptions& options, const core::Control& control)
{
    if (bands->numbers().bandBytes() > options.maxBytes) {
        return core::failure(core::ErrorCode::TooLarge, QStringLiteral("one strip"), path);
    }
    if (!bands->numbers().findRange(control)) {
        return core::failure(core::ErrorCode::Cancelled, {}, path);
    }
    return bands;
}

} // namespace

core::Result<std::unique_ptr<RowReader>> openTiffRows(ByteFile file, const QString& path, const RowOptions& options,
                                                      const core::Control& control)
{
    auto stream = std::make_unique<Stream>();
    stream->file = std::move(file);
    TiffHandle tiff = openTiff(*stream, path, options.maxBytes);
    if (!tiff) {
        return core::failure(core::ErrorCode::Malformed, stream->words, path);
    }
    if (std::optional<TiffSamples> samples = TiffSamples::fromTiff(tiff.get())) {
        return std::make_unique<TiffScanlines>(std::move(stream), std::move(tiff), std::move(*samples));
    }
    if (TiffNumbers(tiff.get()).isReadable()) {
        return openNumbers(std::make_unique<TiffNumberBands>(std::move(stream), std::move(tiff)), path, options,
                           control);
    }
    auto bands = std::make_unique<TiffBands>(std::move(stream), std::move(tiff));
    if (!bands->start()) {
        return core::failure(core::ErrorCode::Unsupported, bands->trouble(), path);
    }
    if (bands->bandBytes() > options.maxBytes) {
        return core::failure(core::ErrorCode::TooLarge, QStringLiteral("one strip"), path);
    }
    return bands;
}

} // namespace lw::media
