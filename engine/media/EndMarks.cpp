// SPDX-License-Identifier: GPL-3.0-or-later
//! Whether a picture file has its end: cheap for sound files, thorough for odd ones.
#include "engine/media/HeaderBytes.h"
#include "engine/media/ImageHeaders.h"

#include <algorithm>

namespace lw::media {

namespace {

constexpr qint64 kStep = 4096;
constexpr qint64 kMostBytes = qint64(64) << 20; // beyond, only the last bytes are looked at

/// The last bytes of the file without zeros and line ends, which some programs append.
std::span<const uchar> tail(HeaderWindow& file)
{
    const qint64 count = std::min<qint64>(file.fileSize(), 64);
    std::span<const uchar> bytes = file.at(file.fileSize() - count, count);
    while (!bytes.empty() && (bytes.back() == 0 || bytes.back() == '\n' || bytes.back() == '\r')) {
        bytes = bytes.first(bytes.size() - 1);
    }
    return bytes;
}

bool endsWith(std::span<const uchar> bytes, std::string_view tag)
{
    return bytes.size() >= tag.size() && isTag(bytes.data() + (bytes.size() - tag.size()), tag);
}

/// True if `tag` occurs at or after `from`: the mark may be followed by what cameras and editors append.
bool contains(HeaderWindow& file, qint64 from, std::string_view tag)
{
    const auto overlap = qint64(tag.size()) - 1;
    for (qint64 at = from; at < file.fileSize(); at += kStep - overlap) {
        const std::span<const uchar> bytes = file.at(at, std::min(kStep, file.fileSize() - at));
        if (std::search(bytes.begin(), bytes.end(), tag.begin(), tag.end(),
                        [](uchar a, char b) { return a == uchar(b); }) != bytes.end()) {
            return true;
        }
    }
    return false;
}

/// Offset of the compressed pixels of a JPEG, or -1.
qint64 jpegScan(HeaderWindow& file)
{
    qint64 position = 2;
    for (int i = 0; i < 2000; ++i) {
        const std::span<const uchar> head = file.at(position, 4);
        if (head.empty()) {
            return -1;
        }
        if (head[0] != 0xFF || head[1] == 0xFF) {
            ++position;
        } else if (head[1] == 0xDA) {
            return position;
        } else {
            position += 2 + big16(&head[2]);
        }
    }
    return -1;
}

} // namespace

bool endsEarly(ImageFormat format, HeaderWindow& file)
{
    using namespace std::string_view_literals;
    const bool isSmall = file.fileSize() <= kMostBytes;
    if (format == ImageFormat::Jpeg) {
        if (endsWith(tail(file), "\xff\xd9"sv)) {
            return false;
        }
        const qint64 scan = isSmall ? jpegScan(file) : -1;
        // Within the pixels 0xFF is always followed by zero or a restart mark, so this is no accident.
        return scan > 0 && !contains(file, scan, "\xff\xd9"sv);
    }
    if (format == ImageFormat::Png) {
        constexpr std::string_view kEnd = "\0\0\0\0IEND"sv;
        const std::span<const uchar> last = file.at(std::max<qint64>(0, file.fileSize() - 12), 12);
        return (last.empty() || !isTag(last.data(), kEnd)) && isSmall && !contains(file, 8, kEnd);
    }
    if (format == ImageFormat::Gif) {
        // A reader that meets no trailer cannot tell data from junk: only a file without one at all is cut.
        return !endsWith(tail(file), ";"sv) && isSmall &&
               !contains(file, std::max<qint64>(13, file.fileSize() - kStep), "\0;"sv);
    }
    return false;
}

} // namespace lw::media
