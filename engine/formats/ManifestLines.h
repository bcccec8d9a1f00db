// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads a manifest line by line from big blocks.
#pragma once

#include "models/core/Result.h"

#include <QFile>

#include <string_view>
#include <vector>

namespace lw::formats {

/// Lines of a file, with the padding behind each that simdjson wants. Memory: one block, or the longest line.
class ManifestLines {
public:
    static constexpr qint64 kBlock = 1024 * 1024;
    static constexpr qint64 kLongestLine = 64 * 1024 * 1024;

    explicit ManifestLines(const QString& path) : m_file(path) {}

    /// Errors: NotFound, ReadFailed.
    [[nodiscard]] core::Result<> open();

    enum class Next { Line, TooLong, End, Failed };
    /// Moves to the next line, without its line end and a leading byte order mark. `line` is valid until the next call.
    /// TooLong: a line over kLongestLine was skipped. Failed: the operating system refused, see errorText().
    [[nodiscard]] Next next(std::string_view& line);

    /// 1-based number of the line that next() gave last.
    [[nodiscard]] qint64 number() const { return m_number; }
    /// Bytes read so far and in all, for progress.
    [[nodiscard]] qint64 position() const { return m_position; }
    [[nodiscard]] qint64 size() const { return m_file.size(); }
    [[nodiscard]] QString errorText() const { return m_file.errorString(); }
    /// True if the file begins with a byte order mark of UTF-16: no line of it can be read.
    [[nodiscard]] bool isUtf16() const { return m_isUtf16; }

private:
    enum class Fill { Ok, End, Failed };
    [[nodiscard]] Fill fill();

    QFile m_file;
    std::vector<char> m_buffer;
    size_t m_from = 0; ///< first byte not yet handed out
    size_t m_to = 0;   ///< end of the bytes read
    size_t m_seen = 0; ///< bytes after m_from known to hold no line end
    qint64 m_number = 0;
    qint64 m_position = 0;
    bool m_isSkipping = false;
    bool m_isUtf16 = false;
};

} // namespace lw::formats
