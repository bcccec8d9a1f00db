// SPDX-License-Identifier: GPL-3.0-or-later
//! PNG rows through libpng: palette, grey, 16 bits and transparency made 32-bit pixels.
#include "engine/media/ByteFile.h"
#include "engine/media/PixelOps.h"
#include "engine/media/RowReader.h"

#include <algorithm>
#include <csetjmp>
#include <vector>

#include <png.h>

namespace lw::media {

namespace {

class PngRows final : public RowReader {
public:
    explicit PngRows(ByteFile file) : m_file(std::move(file))
    {
        m_png = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, onError, onWarning);
        m_facts = m_png ? png_create_info_struct(m_png) : nullptr;
    }
    ~PngRows() override { png_destroy_read_struct(&m_png, &m_facts, nullptr); }

    bool start()
    {
        if (!m_facts) {
            return false;
        }
        if (setjmp(png_jmpbuf(m_png))) {
            return false;
        }
        png_set_read_fn(m_png, this, onRead);
        png_set_user_limits(m_png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
        // A wrong checksum alone is no reason to hide a picture: zlib finds out whether the pixels are there.
        png_set_crc_action(m_png, PNG_CRC_QUIET_USE, PNG_CRC_QUIET_USE);
        png_set_keep_unknown_chunks(m_png, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);
        png_read_info(m_png, m_facts);
        setTransformations();
        m_passes = png_set_interlace_handling(m_png);
        png_read_update_info(m_png, m_facts);
        m_size = {int(png_get_image_width(m_png, m_facts)), int(png_get_image_height(m_png, m_facts))};
        return png_get_rowbytes(m_png, m_facts) == size_t(m_size.width()) * 4;
    }

    [[nodiscard]] bool isInterlaced() const { return m_passes > 1; }

    int readRows(uchar* first, qsizetype stride, int count) override
    {
        const int wanted = std::min(count, m_size.height() - m_delivered);
        const int before = m_delivered;
        if (m_trouble.isEmpty()) {
            readUntil(before + wanted, first, stride);
            m_soundRows = m_trouble.isEmpty() ? -1 : m_delivered;
        }
        for (int y = 0; y < m_delivered - before; ++y) {
            premultiplyRgba(first + y * stride, m_size.width());
        }
        return m_delivered - before;
    }

    /// All passes of an interlaced picture, as far as they go; null if there is nothing or no memory.
    QImage readInterlaced()
    {
        const auto format = m_hasAlpha ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32;
        QImage image = allocateImage(m_size, format);
        if (image.isNull()) {
            return image;
        }
        image.fill(blankPixel(format));
        bool hasPixels = false;
        // libpng merges each pass into the straight RGBA bytes of the one before: premultiply at the end only.
        for (int pass = 0; pass < m_passes && m_trouble.isEmpty(); ++pass) {
            m_delivered = 0;
            readUntil(m_size.height(), image.bits(), image.bytesPerLine());
            hasPixels = hasPixels || m_delivered > 0;
        }
        for (int y = 0; y < m_size.height(); ++y) {
            premultiplyRgba(image.scanLine(y), m_size.width());
        }
        return hasPixels ? image : QImage();
    }

private:
    void setTransformations()
    {
        const bool hasTransparency = png_get_valid(m_png, m_facts, PNG_INFO_tRNS) != 0;
        const int type = png_get_color_type(m_png, m_facts);
        m_hasAlpha = hasTransparency || (type & PNG_COLOR_MASK_ALPHA) != 0;
        png_set_expand(m_png);
        png_set_scale_16(m_png); // linear: a 16-bit picture of small range stays dark, as its numbers are
        if (!(type & PNG_COLOR_MASK_COLOR)) {
            png_set_gray_to_rgb(m_png);
        }
        if (!m_hasAlpha) {
            png_set_add_alpha(m_png, 0xFF, PNG_FILLER_AFTER);
        }
    }

    /// No object with a destructor may live here: an error jumps out.
    void readUntil(int end, uchar* first, qsizetype stride)
    {
        const int begin = m_delivered;
        if (setjmp(png_jmpbuf(m_png))) {
            return;
        }
        while (m_delivered < end) {
            uchar* row = first + (m_delivered - begin) * stride;
            png_read_row(m_png, isInterlaced() ? nullptr : row, isInterlaced() ? row : nullptr);
            ++m_delivered;
        }
    }

    static void onRead(png_structp png, png_bytep to, size_t count)
    {
        auto* self = static_cast<PngRows*>(png_get_io_ptr(png));
        if (self->m_bufferAt + count > self->m_bufferLength && !self->refill(count)) {
            png_error(png, "file ends early");
        }
        std::copy_n(self->m_buffer.data() + self->m_bufferAt, count, to);
        self->m_bufferAt += count;
    }

    /// Makes `count` unread bytes stand at m_bufferAt; libpng asks for headers in pieces of four bytes.
    bool refill(size_t count)
    {
        const size_t left = m_bufferLength - m_bufferAt;
        std::copy_n(m_buffer.data() + m_bufferAt, left, m_buffer.data());
        if (m_buffer.size() < std::max<size_t>(count, 65'536)) {
            m_buffer.resize(std::max<size_t>(count, 65'536));
        }
        const qint64 got = m_file.read(m_position, m_buffer.data() + left, qint64(m_buffer.size() - left));
        m_position += got;
        m_bufferAt = 0;
        m_bufferLength = left + size_t(got);
        return m_bufferLength >= count;
    }

    [[noreturn]] static void onError(png_structp png, png_const_charp words)
    {
        static_cast<PngRows*>(png_get_error_ptr(png))->m_trouble = QString::fromLatin1(words);
        png_longjmp(png, 1);
    }
    static void onWarning(png_structp, png_const_charp) {}

    ByteFile m_file;
    png_structp m_png = nullptr;
    png_infop m_facts = nullptr;
    std::vector<uchar> m_buffer;
    size_t m_bufferAt = 0;
    size_t m_bufferLength = 0;
    qint64 m_position = 0;
    int m_passes = 1;
    int m_delivered = 0;
};

} // namespace

core::Result<std::unique_ptr<RowReader>> openPngRows(ByteFile file, const QString& path, const RowOptions& options)
{
    auto rows = std::make_unique<PngRows>(std::move(file));
    if (!rows->start()) {
        return core::failure(core::ErrorCode::Malformed, rows->trouble(), path);
    }
    if (!rows->isInterlaced()) {
        return rows;
    }
    if (qint64(rows->size().width()) * rows->size().height() * 4 > options.maxBytes) {
        return core::failure(core::ErrorCode::TooLarge, QStringLiteral("interlaced"), path);
    }
    QImage whole = rows->readInterlaced();
    if (whole.isNull()) {
        return core::failure(core::ErrorCode::Malformed, rows->trouble(), path);
    }
    return makeWholeRows(std::move(whole), rows->trouble());
}

} // namespace lw::media
