// SPDX-License-Identifier: GPL-3.0-or-later
//! Chooses the row decoder of a format.
#include "engine/media/RowReader.h"

#include "engine/media/ByteFile.h"

namespace lw::media {

MissingPart RowReader::missing(Turn turn) const
{
    if (m_trouble.isEmpty() || m_soundRows < 0 || m_soundRows >= m_size.height()) {
        return {};
    }
    const int rows = m_size.height() - m_soundRows;
    const Qt::Edge edge =
        turn.transpose ? (turn.flipY ? Qt::LeftEdge : Qt::RightEdge) : (turn.flipY ? Qt::TopEdge : Qt::BottomEdge);
    return {percentMissing(rows, m_size.height()), edge, rows};
}

core::Result<std::unique_ptr<RowReader>> openRows(ByteFile file, const QString& path, const ImageInfo& info,
                                                  const RowOptions& options, const core::Control& control)
{
    switch (info.format) {
    case ImageFormat::Jpeg:
        return openJpegRows(std::move(file), path, options, control);
    case ImageFormat::Png:
        return openPngRows(std::move(file), path, options);
    case ImageFormat::Tiff:
        return openTiffRows(std::move(file), path, options, control);
    case ImageFormat::WebP:
        return openWebPRows(file, path, info);
    case ImageFormat::Bmp:
    case ImageFormat::Gif:
    case ImageFormat::Pnm:
    case ImageFormat::Ico:
        return openQtRows(file, path, info);
    default:
        return core::failure(core::ErrorCode::Unsupported, formatName(info.format), path);
    }
}

core::ProblemList decodingNotes(const ImageInfo& info, const QString& trouble, const QString& path)
{
    core::ProblemList notes;
    if (info.contentMismatch) {
        notes.add(core::ProblemCode::ImageTypeMismatch, path, 0, formatName(info.format));
    }
    if (info.isAnimated) {
        notes.add(core::ProblemCode::ImageFirstFrame, path, 0, formatName(info.format));
    }
    if (!trouble.isEmpty() || info.isTruncated) {
        const QString detail = trouble.isEmpty() ? QStringLiteral("file ends early") : trouble;
        notes.add(core::ProblemCode::ImageTruncated, path, 0, detail);
    }
    return notes;
}

} // namespace lw::media
