// SPDX-License-Identifier: GPL-3.0-or-later
//! Header parsers, one per picture format. Internal to engine/media.
#pragma once

#include "engine/media/HeaderWindow.h"
#include "engine/media/ImageInfo.h"

namespace lw::media {

/// What a header parser finds out. `width` and `height` are as stored; 64 bits, for files may claim anything.
struct HeaderFacts {
    qint64 width = 0;
    qint64 height = 0;
    int orientation = 1;
    int bitsPerChannel = 8;
    ColourKind colour = ColourKind::Unknown;
    bool isAnimated = false;
    bool isInterlaced = false;
    bool isTruncated = false;
    qint64 missingRows = 0; ///< of formats without compression, as stored
    Qt::Edge missingEdge = Qt::BottomEdge;
};

/// False if the header is broken or ends early; `facts` then hold nothing of use.
bool parseJpegHeader(HeaderWindow& file, HeaderFacts& facts);
bool parsePngHeader(HeaderWindow& file, HeaderFacts& facts);
bool parseBmpHeader(HeaderWindow& file, HeaderFacts& facts);
bool parseGifHeader(HeaderWindow& file, HeaderFacts& facts);
bool parseWebPHeader(HeaderWindow& file, HeaderFacts& facts);
bool parsePnmHeader(HeaderWindow& file, HeaderFacts& facts);
bool parseIcoHeader(HeaderWindow& file, HeaderFacts& facts);
bool parseTiffHeader(HeaderWindow& file, HeaderFacts& facts);

/// True if a JPEG, PNG or GIF lacks its end mark. Looks at the last bytes; only when those are odd, also at the rest.
bool endsEarly(ImageFormat format, HeaderWindow& file);

/// Index of the icon in an ICO file that is shown: the largest, then the one with most bits.
int largestIcon(HeaderWindow& file);

/// EXIF orientation from the TIFF structure at `base`; 1 if there is none or it makes no sense.
int exifOrientation(HeaderWindow& file, qint64 base);

} // namespace lw::media
