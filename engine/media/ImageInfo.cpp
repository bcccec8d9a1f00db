// SPDX-License-Identifier: GPL-3.0-or-later
//! Chooses the header parser and fills ImageInfo.
#include "engine/media/ImageInfo.h"

#include "engine/media/ByteFile.h"
#include "engine/media/ImageHeaders.h"
#include "engine/media/Orientation.h"

#include <algorithm>
#include <limits>

namespace lw::media {

namespace {

bool parseHeader(ImageFormat format, HeaderWindow& file, HeaderFacts& facts)
{
    switch (format) {
    case ImageFormat::Jpeg:
        return parseJpegHeader(file, facts);
    case ImageFormat::Png:
        return parsePngHeader(file, facts);
    case ImageFormat::Bmp:
        return parseBmpHeader(file, facts);
    case ImageFormat::Gif:
        return parseGifHeader(file, facts);
    case ImageFormat::WebP:
        return parseWebPHeader(file, facts);
    case ImageFormat::Tiff:
        return parseTiffHeader(file, facts);
    case ImageFormat::Pnm:
        return parsePnmHeader(file, facts);
    case ImageFormat::Ico:
        return parseIcoHeader(file, facts);
    default:
        return false;
    }
}

} // namespace

int percentMissing(qint64 rows, qint64 height)
{
    return int(std::clamp<qint64>((rows * 200 + height) / (2 * height), 1, 100));
}

QSize ImageInfo::storedSize() const
{
    return turnedSize(size, turnFromOrientation(orientation));
}

core::Result<ImageInfo> probeImage(const QString& path)
{
    const core::Result<ByteFile> file = ByteFile::open(path);
    if (!file) {
        return core::failure(file.error());
    }
    return probeImage(*file, path);
}

core::Result<ImageInfo> probeImage(const ByteFile& file, const QString& path)
{
    if (file.size() == 0) {
        return core::failure(core::ErrorCode::Malformed, QStringLiteral("0 bytes"), path);
    }
    HeaderWindow window(file);
    ImageInfo info;
    info.format = sniffImageFormat(window.head(16));
    if (!isDecodable(info.format)) {
        return core::failure(core::ErrorCode::Unsupported, formatName(info.format), path);
    }
    HeaderFacts facts;
    if (!parseHeader(info.format, window, facts)) {
        const QString detail = QStringLiteral("broken %1 header").arg(formatName(info.format));
        return core::failure(core::ErrorCode::Malformed, detail, path);
    }
    constexpr qint64 kMaxSide = std::numeric_limits<int>::max();
    if (facts.width <= 0 || facts.height <= 0 || facts.width > kMaxSide || facts.height > kMaxSide) {
        const QString detail = QStringLiteral("%1 × %2 pixels").arg(facts.width).arg(facts.height);
        return core::failure(core::ErrorCode::Malformed, detail, path);
    }
    info.orientation = facts.orientation;
    info.size = turnedSize({int(facts.width), int(facts.height)}, turnFromOrientation(facts.orientation));
    info.bytes = file.size();
    info.modifiedAt = file.modifiedAt();
    info.bitsPerChannel = facts.bitsPerChannel;
    info.colour = facts.colour;
    info.isAnimated = facts.isAnimated;
    info.isInterlaced = facts.isInterlaced;
    info.isTruncated = facts.isTruncated || endsEarly(info.format, window);
    if (facts.missingRows > 0) {
        info.missing = {percentMissing(facts.missingRows, facts.height), facts.missingEdge, int(facts.missingRows)};
    }
    const ImageFormat named = imageFormatFromName(path);
    info.contentMismatch = named != ImageFormat::Unknown && named != info.format;
    return info;
}

} // namespace lw::media
