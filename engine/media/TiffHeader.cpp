// SPDX-License-Identifier: GPL-3.0-or-later
//! TIFF directories: headers of TIFF and BigTIFF files, and the orientation inside EXIF blocks.
#include "engine/media/ImageHeaders.h"

#include <algorithm>
#include <optional>

namespace lw::media {

namespace {

enum Tag : quint16 {
    TagWidth = 256,
    TagHeight = 257,
    TagBits = 258,
    TagPhotometric = 262,
    TagOrientation = 274,
    TagSamples = 277,
};

/// One entry of a directory; `value` is its first number.
struct Entry {
    quint16 tag = 0;
    qint64 value = 0;
};

/// Walks the first directory of a TIFF structure that begins at `base`.
class Directory final {
public:
    Directory(HeaderWindow& file, qint64 base) : m_file(file), m_base(base)
    {
        const auto head = file.at(base, 8);
        if (head.empty() || head[0] != head[1] || (head[0] != 'I' && head[0] != 'M')) {
            return;
        }
        m_isBigEndian = head[0] == 'M';
        const quint64 version = number(base + 2, 2).value_or(0);
        m_isBigTiff = version == 43;
        if (version != 42 && version != 43) {
            return;
        }
        const auto offset = m_isBigTiff ? number(base + 8, 8) : number(base + 4, 4);
        if (!offset || *offset > quint64(file.fileSize())) {
            return;
        }
        if (const auto count = number(base + qint64(*offset), m_isBigTiff ? 8 : 2)) {
            m_first = base + qint64(*offset) + (m_isBigTiff ? 8 : 2);
            m_count = int(std::min<quint64>(*count, 4096));
        }
    }

    [[nodiscard]] int count() const { return m_count; }

    std::optional<Entry> entry(int index)
    {
        const int size = m_isBigTiff ? 20 : 12;
        const qint64 at = m_first + qint64(index) * size;
        const auto tag = number(at, 2);
        const auto type = number(at + 2, 2);
        const auto items = number(at + 4, m_isBigTiff ? 8 : 4);
        if (!tag || !type || !items) {
            return std::nullopt;
        }
        const int width = *type == 3 ? 2 : *type == 1 ? 1 : *type == 16 ? 8 : 4;
        const int room = m_isBigTiff ? 8 : 4;
        qint64 where = at + (m_isBigTiff ? 12 : 8);
        if (*items > quint64(room / std::min(width, room))) {
            const auto offset = number(where, room);
            where = offset ? m_base + qint64(*offset & 0x7FFF'FFFF'FFFF) : -1;
        }
        const auto value = number(where, width);
        return value ? std::optional<Entry>(Entry{quint16(*tag), qint64(*value)}) : std::nullopt;
    }

    /// True if a second directory follows.
    bool hasNext()
    {
        const auto next = number(m_first + qint64(m_count) * (m_isBigTiff ? 20 : 12), m_isBigTiff ? 8 : 4);
        return next.value_or(0) != 0;
    }

private:
    std::optional<quint64> number(qint64 offset, int size)
    {
        const auto bytes = m_file.at(offset, size);
        if (bytes.empty()) {
            return std::nullopt;
        }
        quint64 value = 0;
        for (int i = 0; i < size; ++i) {
            value = value << 8 | bytes[size_t(m_isBigEndian ? i : size - 1 - i)];
        }
        return value;
    }

    HeaderWindow& m_file;
    qint64 m_base;
    qint64 m_first = 0;
    int m_count = 0;
    bool m_isBigEndian = false;
    bool m_isBigTiff = false;
};

int checkedOrientation(qint64 value)
{
    return value >= 1 && value <= 8 ? int(value) : 1;
}

ColourKind tiffColour(qint64 photometric, qint64 samples, qint64 bits)
{
    switch (photometric) {
    case 0:
    case 1:
        return bits == 1 ? ColourKind::Bilevel : samples == 2 ? ColourKind::GreyAlpha : ColourKind::Grey;
    case 2:
        return samples > 3 ? ColourKind::Rgba : ColourKind::Rgb;
    case 3:
        return ColourKind::Palette;
    case 5:
        return ColourKind::Cmyk;
    case 6:
        return ColourKind::Rgb;
    case 8:
    case 9:
        return ColourKind::Lab;
    default:
        return ColourKind::Unknown;
    }
}

} // namespace

int exifOrientation(HeaderWindow& file, qint64 base)
{
    Directory directory(file, base);
    for (int i = 0; i < directory.count(); ++i) {
        const std::optional<Entry> entry = directory.entry(i);
        if (entry && entry->tag == TagOrientation) {
            return checkedOrientation(entry->value);
        }
    }
    return 1;
}

bool parseTiffHeader(HeaderWindow& file, HeaderFacts& facts)
{
    Directory directory(file, 0);
    qint64 photometric = -1;
    qint64 samples = 1;
    qint64 bits = 1;
    for (int i = 0; i < directory.count(); ++i) {
        const std::optional<Entry> entry = directory.entry(i);
        if (!entry) {
            continue;
        }
        switch (entry->tag) {
        // Of entries that a broken file repeats, the first counts, as for libtiff.
        case TagWidth:
            facts.width = facts.width ? facts.width : entry->value;
            break;
        case TagHeight:
            facts.height = facts.height ? facts.height : entry->value;
            break;
        case TagBits:
            bits = entry->value;
            break;
        case TagPhotometric:
            photometric = entry->value;
            break;
        case TagSamples:
            samples = entry->value;
            break;
        case TagOrientation:
            facts.orientation = checkedOrientation(entry->value);
            break;
        default:
            break;
        }
    }
    facts.bitsPerChannel = int(std::clamp<qint64>(bits, 1, 64));
    facts.colour = tiffColour(photometric, samples, bits);
    facts.isAnimated = directory.hasNext();
    return directory.count() > 0;
}

} // namespace lw::media
