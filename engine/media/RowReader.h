// SPDX-License-Identifier: GPL-3.0-or-later
//! Pictures as a stream of rows, whatever the format: what whole decoding, previews and tiling are built on.
#pragma once

#include "engine/media/ImageInfo.h"
#include "engine/media/Orientation.h"
#include "models/core/Problem.h"
#include "models/core/Progress.h"

#include <QImage>

#include <memory>
#include <optional>

namespace lw::media {

/// Delivers the rows of one picture from the top, in stored orientation, as 32-bit pixels: RGB32, or premultiplied
/// ARGB32 where hasAlpha(). One thread at a time.
class RowReader {
public:
    RowReader() = default;
    virtual ~RowReader() = default;
    RowReader(const RowReader&) = delete;
    RowReader& operator=(const RowReader&) = delete;

    /// Size of what is delivered: stored size after `halvings`.
    [[nodiscard]] QSize size() const { return m_size; }
    [[nodiscard]] bool hasAlpha() const { return m_hasAlpha; }
    [[nodiscard]] QImage::Format pixelFormat() const
    {
        return m_hasAlpha ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32;
    }
    /// The decoder's words on what was wrong so far; empty if nothing was.
    [[nodiscard]] const QString& trouble() const { return m_trouble; }

    /// What was found missing so far, of the picture turned by `turn`.
    [[nodiscard]] MissingPart missing(Turn turn) const;

    /// Decodes the next `count` rows to `first`, `first + stride`, … Returns how many there were: fewer than asked
    /// means that the data ended or broke (see trouble()), and nothing will follow.
    virtual int readRows(uchar* first, qsizetype stride, int count) = 0;
    /// The picture, if it had to be decoded in one piece; readRows() works all the same.
    virtual std::optional<QImage> whole() { return std::nullopt; }

protected:
    QSize m_size;
    bool m_hasAlpha = false;
    QString m_trouble;
    int m_soundRows = -1; ///< rows before the data ended; -1 while there is no trouble or nobody knows
};

/// Rows of a picture that a decoder had to make in one piece; 32 bits per pixel, RGB32 or premultiplied. `soundRows`
/// are the upper ones that are good, -1 if that is not known.
std::unique_ptr<RowReader> makeWholeRows(QImage image, const QString& trouble, int soundRows = -1);

struct RowOptions {
    int maxHalvings = 0;      ///< JPEG only, 0 to 3: the decoder itself may deliver 1/2, 1/4 or 1/8
    bool preferSpeed = false; ///< coarser chroma, for small previews
    /// Bytes that a decoder may take for itself (progressive JPEG, interlaced PNG, TIFF strips).
    qint64 maxBytes = qint64(2) << 30;
};

/// Opens the decoder for `info.format`. `control` is polled by decoders that work long before the first row; it must
/// outlive the reader. Errors: Malformed, Unsupported, TooLarge, Cancelled.
core::Result<std::unique_ptr<RowReader>> openRows(ByteFile file, const QString& path, const ImageInfo& info,
                                                  const RowOptions& options, const core::Control& control);

/// What people are told of a picture that could be decoded; `trouble` as the reader left it.
[[nodiscard]] core::ProblemList decodingNotes(const ImageInfo& info, const QString& trouble, const QString& path);

core::Result<std::unique_ptr<RowReader>> openJpegRows(ByteFile file, const QString& path, const RowOptions& options,
                                                      const core::Control& control);
core::Result<std::unique_ptr<RowReader>> openPngRows(ByteFile file, const QString& path, const RowOptions& options);
core::Result<std::unique_ptr<RowReader>> openTiffRows(ByteFile file, const QString& path, const RowOptions& options,
                                                      const core::Control& control);
core::Result<std::unique_ptr<RowReader>> openWebPRows(const ByteFile& file, const QString& path, const ImageInfo& info);
/// BMP, GIF, PNM and ICO through Qt's readers.
core::Result<std::unique_ptr<RowReader>> openQtRows(const ByteFile& file, const QString& path, const ImageInfo& info);

} // namespace lw::media
