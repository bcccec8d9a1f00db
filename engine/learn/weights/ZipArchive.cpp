// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads the central directory; every offset is checked against the file.
#include "engine/learn/weights/ZipArchive.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace lw::learn {

namespace {

constexpr std::uint32_t kUnknown32 = 0xffffffff;

std::uint64_t numberAt(std::string_view bytes, std::size_t position, int size)
{
    std::uint64_t value = 0;
    for (int i = 0; i < size; ++i) {
        value |= std::uint64_t(std::uint8_t(bytes[position + std::size_t(i)])) << (8 * i);
    }
    return value;
}

bool fits(std::string_view bytes, std::uint64_t position, std::uint64_t size)
{
    return position <= bytes.size() && size <= bytes.size() - position;
}

Error damaged(const char* what)
{
    return failure(ErrorCode::Malformed, std::string("The archive is damaged: ") + what + ".");
}

struct Directory {
    std::uint64_t count = 0;
    std::uint64_t offset = 0;
};

std::optional<Directory> zip64Directory(std::string_view bytes, std::size_t end)
{
    if (end < 20 || numberAt(bytes, end - 20, 4) != 0x07064b50) {
        return std::nullopt;
    }
    const std::uint64_t record = numberAt(bytes, end - 12, 8);
    if (!fits(bytes, record, 56) || numberAt(bytes, std::size_t(record), 4) != 0x06064b50) {
        return std::nullopt;
    }
    return Directory{numberAt(bytes, std::size_t(record) + 32, 8), numberAt(bytes, std::size_t(record) + 48, 8)};
}

/// The end record lies within the last 64 KiB.
std::optional<Directory> findDirectory(std::string_view bytes)
{
    if (bytes.size() < 22) {
        return std::nullopt;
    }
    const std::size_t last = bytes.size() - 22;
    const std::size_t first = last > 0xffff ? last - 0xffff : 0;
    for (std::size_t at = last + 1; at-- > first;) {
        if (numberAt(bytes, at, 4) != 0x06054b50) {
            continue;
        }
        if (const std::optional<Directory> large = zip64Directory(bytes, at)) {
            return large;
        }
        return Directory{numberAt(bytes, at + 10, 2), numberAt(bytes, at + 16, 4)};
    }
    return std::nullopt;
}

struct Entry {
    std::uint64_t size = 0;
    std::uint64_t packed = 0;
    std::uint64_t offset = 0;
};

/// Sizes of 4 GiB and more stand in an extra field, in this order, those alone that did not fit.
void readZip64Extra(std::string_view extra, Entry& entry)
{
    std::size_t at = 0;
    while (at + 4 <= extra.size()) {
        const std::uint64_t id = numberAt(extra, at, 2);
        std::size_t length = std::min(std::size_t(numberAt(extra, at + 2, 2)), extra.size() - at - 4);
        std::size_t field = at + 4;
        at = field + length;
        for (std::uint64_t* each : {&entry.size, &entry.packed, &entry.offset}) {
            if (id == 1 && *each == kUnknown32 && length >= 8) {
                *each = numberAt(extra, field, 8);
                field += 8;
                length -= 8;
            }
        }
    }
}

Result<std::string_view> contentOf(std::string_view bytes, const Entry& entry)
{
    if (!fits(bytes, entry.offset, 30) || numberAt(bytes, std::size_t(entry.offset), 4) != 0x04034b50) {
        return damaged("an entry is not where it should be");
    }
    const std::size_t local = std::size_t(entry.offset);
    const std::uint64_t start = entry.offset + 30 + numberAt(bytes, local + 26, 2) + numberAt(bytes, local + 28, 2);
    if (!fits(bytes, start, entry.packed)) {
        return damaged("an entry reaches beyond its end");
    }
    return bytes.substr(std::size_t(start), std::size_t(entry.packed));
}

} // namespace

Result<ZipEntries> readZip(std::string_view bytes)
{
    const std::optional<Directory> directory = findDirectory(bytes);
    if (!directory) {
        return damaged("it ends early");
    }
    ZipEntries entries;
    std::uint64_t at = directory->offset;
    for (std::uint64_t i = 0; i < directory->count; ++i) {
        if (!fits(bytes, at, 46) || numberAt(bytes, std::size_t(at), 4) != 0x02014b50) {
            return damaged("its directory is cut off");
        }
        const std::size_t head = std::size_t(at);
        const std::uint64_t nameSize = numberAt(bytes, head + 28, 2);
        const std::uint64_t extraSize = numberAt(bytes, head + 30, 2);
        const std::uint64_t commentSize = numberAt(bytes, head + 32, 2);
        if (!fits(bytes, at + 46, nameSize + extraSize + commentSize)) {
            return damaged("its directory is cut off");
        }
        Entry entry{numberAt(bytes, head + 24, 4), numberAt(bytes, head + 20, 4), numberAt(bytes, head + 42, 4)};
        readZip64Extra(bytes.substr(head + 46 + std::size_t(nameSize), std::size_t(extraSize)), entry);
        const std::string name(bytes.substr(head + 46, std::size_t(nameSize)));
        const bool isPlain =
            numberAt(bytes, head + 10, 2) == 0 && entry.size == entry.packed && (numberAt(bytes, head + 8, 2) & 1) == 0;
        Result<std::string_view> content = contentOf(bytes, entry);
        if (!content) {
            return content.error();
        }
        if (!entries.emplace(name, ZipEntry{*content, isPlain}).second) {
            return damaged("two entries have the same name");
        }
        at += 46 + nameSize + extraSize + commentSize;
    }
    return entries;
}

} // namespace lw::learn
