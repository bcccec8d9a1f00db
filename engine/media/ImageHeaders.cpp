// SPDX-License-Identifier: GPL-3.0-or-later
//! Headers of BMP, GIF, WebP, PNM and ICO.
#include "engine/media/HeaderBytes.h"
#include "engine/media/ImageHeaders.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace lw::media {

namespace {

std::optional<qint64> readPnmNumber(HeaderWindow& file, qint64& position)
{
    std::optional<qint64> number;
    bool isComment = false;
    for (int i = 0; i < 4096; ++i, ++position) {
        const auto byte = file.at(position, 1);
        if (byte.empty()) {
            return number;
        }
        const uchar letter = byte[0];
        if (isComment) {
            isComment = letter != '\n';
        } else if (letter >= '0' && letter <= '9') {
            number = std::min<qint64>(number.value_or(0) * 10 + (letter - '0'), 1'000'000'000'000);
        } else if (number) {
            return number;
        } else if (letter == '#') {
            isComment = true;
        } else if (letter != ' ' && letter != '\n' && letter != '\r' && letter != '\t') {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

/// Position after a GIF's chain of sub-blocks, or -1 when the file ends first.
qint64 skipGifBlocks(HeaderWindow& file, qint64 position, qint64 end)
{
    while (position < end) {
        const auto length = file.at(position, 1);
        if (length.empty()) {
            return -1;
        }
        position += 1 + length[0];
        if (length[0] == 0) {
            return position;
        }
    }
    return -1;
}

qint64 gifColourTableSize(uchar flags)
{
    return (flags & 0x80) ? 3 * (qint64(2) << (flags & 7)) : 0;
}

/// True if a second frame, or the loop extension, is found in the first 256 KB.
bool isGifAnimated(HeaderWindow& file, qint64 position)
{
    const qint64 end = std::min<qint64>(file.fileSize(), 262'144);
    int frames = 0;
    while (position >= 0 && position < end) {
        const auto kind = file.at(position, 1);
        if (kind.empty()) {
            return false;
        }
        if (kind[0] == 0x21) {
            const auto name = file.at(position + 2, 12);
            if (!name.empty() && isTag(&name[1], "NETSCAPE2.0")) {
                return true;
            }
            position = skipGifBlocks(file, position + 2, end);
        } else if (kind[0] == 0x2C && ++frames == 1) {
            const auto frame = file.at(position, 10);
            position = frame.empty() ? -1 : skipGifBlocks(file, position + 11 + gifColourTableSize(frame[9]), end);
        } else {
            return frames > 1;
        }
    }
    return false;
}

void readWebPExif(HeaderWindow& file, HeaderFacts& facts)
{
    constexpr int kMaxChunks = 4096;
    qint64 position = 12;
    for (int i = 0; i < kMaxChunks; ++i) {
        const auto chunk = file.at(position, 8);
        if (chunk.empty()) {
            return;
        }
        const qint64 length = little32(&chunk[4]);
        if (isTag(chunk.data(), "EXIF")) {
            const auto head = file.at(position + 8, 6);
            const bool hasPrefix = !head.empty() && isTag(head.data(), std::string_view("Exif\0\0", 6));
            facts.orientation = exifOrientation(file, position + 8 + (hasPrefix ? 6 : 0));
            return;
        }
        position += 8 + length + (length & 1);
    }
}

struct Icon {
    qint64 width = 0;
    qint64 height = 0;
    int bits = 0;
};

/// One directory entry; the true size stands in the icon's own header, for a directory holds one byte per side.
std::optional<Icon> readIcon(HeaderWindow& file, int index)
{
    const auto entry = file.at(6 + qint64(index) * 16, 16);
    if (entry.empty()) {
        return std::nullopt;
    }
    Icon icon{entry[0] ? entry[0] : 256, entry[1] ? entry[1] : 256, little16(&entry[6])};
    const auto head = file.at(little32(&entry[12]), 24);
    if (head.empty()) {
        return std::nullopt;
    }
    if (isTag(head.data(), "\x89PNG")) {
        return Icon{qint64(big32(&head[16])), qint64(big32(&head[20])), 32};
    }
    if (little32(head.data()) >= 40) {
        icon = {littleSigned32(&head[4]), littleSigned32(&head[8]) / 2, little16(&head[14])};
    }
    return icon;
}

/// `bytes` are there for rows of `stride` bytes.
void noteMissingRows(HeaderFacts& facts, qint64 bytes, qint64 stride)
{
    const qint64 rows = std::max<qint64>(0, bytes) / stride;
    facts.missingRows = std::max<qint64>(0, facts.height - rows);
    facts.isTruncated = facts.missingRows > 0;
}

} // namespace

bool parseBmpHeader(HeaderWindow& file, HeaderFacts& facts)
{
    const auto head = file.at(0, 26);
    if (head.empty()) {
        return false;
    }
    const qint64 pixels = little32(&head[10]);
    const quint32 headerSize = little32(&head[14]);
    int bits = 0;
    quint32 compression = 0;
    bool isTopDown = false;
    if (headerSize == 12) {
        facts.width = little16(&head[18]);
        facts.height = little16(&head[20]);
        bits = little16(&head[24]);
    } else {
        const auto rest = file.at(0, 34);
        if (headerSize < 40 || headerSize > 256 || rest.empty()) {
            return false;
        }
        facts.width = littleSigned32(&rest[18]);
        isTopDown = littleSigned32(&rest[22]) < 0;
        facts.height = std::abs(qint64(littleSigned32(&rest[22])));
        bits = little16(&rest[28]);
        compression = little32(&rest[30]);
    }
    facts.colour = bits == 1 ? ColourKind::Bilevel : bits <= 8 ? ColourKind::Palette : ColourKind::Rgb;
    facts.bitsPerChannel = bits < 8 ? bits : 8;
    const qint64 stride = (facts.width * bits + 31) / 32 * 4;
    if (compression == 0 && stride > 0) {
        noteMissingRows(facts, file.fileSize() - pixels, stride);
        facts.missingEdge = isTopDown ? Qt::BottomEdge : Qt::TopEdge;
    }
    return bits == 1 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32;
}

bool parseGifHeader(HeaderWindow& file, HeaderFacts& facts)
{
    const auto head = file.at(0, 13);
    if (head.empty()) {
        return false;
    }
    facts.width = little16(&head[6]);
    facts.height = little16(&head[8]);
    facts.colour = ColourKind::Palette;
    facts.isAnimated = isGifAnimated(file, 13 + gifColourTableSize(head[10]));
    return true;
}

bool parseWebPHeader(HeaderWindow& file, HeaderFacts& facts)
{
    const auto head = file.at(0, 30);
    if (head.empty()) {
        return false;
    }
    facts.isTruncated = qint64(little32(&head[4])) + 8 > file.fileSize();
    if (isTag(&head[12], "VP8 ")) {
        facts.width = little16(&head[26]) & 0x3FFF;
        facts.height = little16(&head[28]) & 0x3FFF;
        facts.colour = ColourKind::Rgb;
        return true;
    }
    if (isTag(&head[12], "VP8L")) {
        const quint32 packed = little32(&head[21]);
        facts.width = (packed & 0x3FFF) + 1;
        facts.height = ((packed >> 14) & 0x3FFF) + 1;
        facts.colour = (packed >> 28) & 1 ? ColourKind::Rgba : ColourKind::Rgb;
        return head[20] == 0x2F;
    }
    if (!isTag(&head[12], "VP8X")) {
        return false;
    }
    const uchar flags = head[20];
    facts.width = little24(&head[24]) + 1;
    facts.height = little24(&head[27]) + 1;
    facts.colour = flags & 0x10 ? ColourKind::Rgba : ColourKind::Rgb;
    facts.isAnimated = flags & 0x02;
    if (flags & 0x08) {
        readWebPExif(file, facts);
    }
    return true;
}

bool parsePnmHeader(HeaderWindow& file, HeaderFacts& facts)
{
    const int kind = file.at(0, 2)[1] - '0';
    qint64 position = 2;
    const auto width = readPnmNumber(file, position);
    const auto height = readPnmNumber(file, position);
    const bool isBitmap = kind == 1 || kind == 4;
    const auto maximum = isBitmap ? std::optional<qint64>(1) : readPnmNumber(file, position);
    if (!width || !height || !maximum || *maximum < 1 || *maximum > 65'535) {
        return false;
    }
    facts.width = *width;
    facts.height = *height;
    const bool isRaw = kind >= 4;
    if (isRaw && facts.width > 0) {
        const qint64 samples = facts.width * (kind == 6 ? 3 : 1);
        const qint64 stride = isBitmap ? (samples + 7) / 8 : samples * (*maximum > 255 ? 2 : 1);
        noteMissingRows(facts, file.fileSize() - position - 1, stride); // one blank follows the last number
    }
    facts.bitsPerChannel = isBitmap ? 1 : *maximum > 255 ? 16 : 8;
    facts.colour = isBitmap ? ColourKind::Bilevel : kind == 2 || kind == 5 ? ColourKind::Grey : ColourKind::Rgb;
    return true;
}

int largestIcon(HeaderWindow& file)
{
    const auto head = file.at(0, 6);
    const int count = head.empty() ? 0 : std::min<int>(little16(&head[4]), 256);
    int best = -1;
    Icon largest;
    for (int i = 0; i < count; ++i) {
        const std::optional<Icon> icon = readIcon(file, i);
        if (!icon) {
            continue;
        }
        const qint64 area = icon->width * icon->height;
        const qint64 largestArea = largest.width * largest.height;
        if (best < 0 || area > largestArea || (area == largestArea && icon->bits > largest.bits)) {
            best = i;
            largest = *icon;
        }
    }
    return best;
}

bool parseIcoHeader(HeaderWindow& file, HeaderFacts& facts)
{
    const int index = largestIcon(file);
    const std::optional<Icon> icon = index < 0 ? std::nullopt : readIcon(file, index);
    if (!icon) {
        return false;
    }
    facts.width = icon->width;
    facts.height = icon->height;
    facts.colour = ColourKind::Rgba;
    facts.isAnimated = false;
    return true;
}

} // namespace lw::media
