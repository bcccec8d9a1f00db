// SPDX-License-Identifier: GPL-3.0-or-later
//! Headers of JPEG and PNG files.
#include "engine/media/HeaderBytes.h"
#include "engine/media/ImageHeaders.h"

#include <algorithm>

namespace lw::media {

namespace {

bool isFrameMarker(uchar marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool readJpegFrame(HeaderWindow& file, qint64 position, uchar marker, HeaderFacts& facts)
{
    const auto frame = file.at(position, 8);
    if (frame.empty()) {
        return false;
    }
    facts.bitsPerChannel = frame[2];
    facts.height = big16(&frame[3]);
    facts.width = big16(&frame[5]);
    facts.isInterlaced = (marker & 3) == 2;
    facts.colour = frame[7] == 1 ? ColourKind::Grey : frame[7] == 4 ? ColourKind::Cmyk : ColourKind::Rgb;
    return true;
}

/// Position of the next marker byte (after its 0xFF) at or after `position`, or -1. Skips fill bytes and, as libjpeg
/// does, a little junk.
qint64 nextJpegMarker(HeaderWindow& file, qint64 position)
{
    constexpr int kMaxJunk = 65'536;
    for (int skipped = 0; skipped < kMaxJunk; ++skipped, ++position) {
        const auto pair = file.at(position, 2);
        if (pair.empty()) {
            return -1;
        }
        if (pair[0] == 0xFF && pair[1] != 0xFF && pair[1] != 0) {
            return position + 1;
        }
    }
    return -1;
}

ColourKind pngColour(int type)
{
    switch (type) {
    case 0:
        return ColourKind::Grey;
    case 2:
        return ColourKind::Rgb;
    case 3:
        return ColourKind::Palette;
    case 4:
        return ColourKind::GreyAlpha;
    case 6:
        return ColourKind::Rgba;
    default:
        return ColourKind::Unknown;
    }
}

/// Reads what comes before the pixels of a PNG: animation, EXIF, transparency.
void readPngChunks(HeaderWindow& file, HeaderFacts& facts)
{
    constexpr int kMaxChunks = 1000;
    qint64 position = 33;
    for (int i = 0; i < kMaxChunks; ++i) {
        const auto chunk = file.at(position, 8);
        if (chunk.empty() || isTag(&chunk[4], "IDAT") || isTag(&chunk[4], "IEND")) {
            return;
        }
        const qint64 length = big32(chunk.data());
        if (isTag(&chunk[4], "acTL")) {
            const auto frames = file.at(position + 8, 4);
            facts.isAnimated = !frames.empty() && big32(frames.data()) > 1;
        } else if (isTag(&chunk[4], "eXIf")) {
            facts.orientation = exifOrientation(file, position + 8);
        }
        position += length + 12;
    }
}

} // namespace

bool parseJpegHeader(HeaderWindow& file, HeaderFacts& facts)
{
    constexpr int kMaxSegments = 2000;
    bool hasExif = false;
    qint64 position = 2;
    for (int i = 0; i < kMaxSegments; ++i) {
        position = nextJpegMarker(file, position);
        const auto head = file.at(position, 3);
        if (position < 0 || head.empty() || head[0] == 0xD9 || head[0] == 0xDA) {
            return false;
        }
        const uchar marker = head[0];
        if (isFrameMarker(marker)) {
            return readJpegFrame(file, position + 1, marker, facts);
        }
        const bool isBare = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
        if (!hasExif && marker == 0xE1) {
            const auto name = file.at(position + 3, 6);
            if (!name.empty() && isTag(name.data(), std::string_view("Exif\0\0", 6))) {
                hasExif = true;
                facts.orientation = exifOrientation(file, position + 9);
            }
        }
        position += isBare ? 1 : 1 + std::max<qint64>(2, big16(&head[1]));
    }
    return false;
}

bool parsePngHeader(HeaderWindow& file, HeaderFacts& facts)
{
    const auto head = file.at(8, 25);
    if (head.empty() || !isTag(&head[4], "IHDR") || big32(head.data()) != 13) {
        return false;
    }
    facts.width = big32(&head[8]);
    facts.height = big32(&head[12]);
    facts.bitsPerChannel = head[16];
    facts.colour = head[16] == 1 && head[17] == 0 ? ColourKind::Bilevel : pngColour(head[17]);
    facts.isInterlaced = head[20] == 1;
    readPngChunks(file, facts);
    return facts.colour != ColourKind::Unknown;
}

} // namespace lw::media
