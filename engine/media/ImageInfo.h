// SPDX-License-Identifier: GPL-3.0-or-later
//! What can be told of a picture file from its header alone, in microseconds.
#pragma once

#include "engine/media/ImageFormat.h"
#include "models/core/Result.h"

#include <QSize>
#include <QString>

namespace lw::media {

class ByteFile;

enum class ColourKind { Unknown, Bilevel, Grey, GreyAlpha, Palette, Rgb, Rgba, Cmyk, Lab };

/// The part of a broken picture that the file does not hold.
struct MissingPart {
    int percent = 0;                ///< of the upright picture; 0 if nothing is, or if nobody can tell how much
    Qt::Edge edge = Qt::BottomEdge; ///< where it is missing
    int rows = 0;                   ///< of the stored picture

    bool operator==(const MissingPart&) const = default;
};

/// 1 to 100 for `rows` of `height`.
[[nodiscard]] int percentMissing(qint64 rows, qint64 height);

/// Facts from a picture's header. Nothing here is a promise that the pixels can be decoded.
struct ImageInfo {
    ImageFormat format = ImageFormat::Unknown; ///< by content, never by name
    QSize size;                                ///< pixels, upright: after the EXIF orientation
    int orientation = 1;                       ///< EXIF 1 to 8; a missing or senseless one is 1
    qint64 bytes = 0;                          ///< file size
    qint64 modifiedAt = 0;                     ///< file time, ms since 1970 UTC
    int bitsPerChannel = 8;
    ColourKind colour = ColourKind::Unknown;
    bool isAnimated = false;      ///< more frames or pages follow; only the first is shown
    bool isInterlaced = false;    ///< progressive JPEG or Adam7 PNG: cannot be streamed row by row
    bool contentMismatch = false; ///< the extension names another picture format
    bool isTruncated = false;     ///< the file ends early, as far as that can be told without decoding
    MissingPart missing = {};     ///< of most formats known after decoding only

    /// Size as the file stores it, before the orientation.
    [[nodiscard]] QSize storedSize() const;
    [[nodiscard]] qint64 pixelCount() const { return qint64(size.width()) * size.height(); }
};

/// Reads the header of the picture at `path`; an own parser per format, one to three small reads.
/// Any thread. Errors: NotFound, ReadFailed, Malformed (no bytes, broken header), Unsupported (not a picture format
/// that can be decoded; detail = the format's name, "unknown" if not recognised).
core::Result<ImageInfo> probeImage(const QString& path);
/// The same over an open file; `path` serves for messages and for the extension.
core::Result<ImageInfo> probeImage(const ByteFile& file, const QString& path);

} // namespace lw::media
