// SPDX-License-Identifier: GPL-3.0-or-later
//! A regular file read by position: one descriptor, no buffer, no Qt device overhead.
#pragma once

#include "models/core/Result.h"

#include <QString>

namespace lw::media {

/// An open regular file. read() may be called from several threads at once.
class ByteFile final {
public:
    ByteFile() = default;
    ~ByteFile();
    ByteFile(ByteFile&& other) noexcept;
    ByteFile& operator=(ByteFile&& other) noexcept;
    ByteFile(const ByteFile&) = delete;
    ByteFile& operator=(const ByteFile&) = delete;

    /// Opens `path` for reading. Folders, pipes and devices are refused. Errors: NotFound, ReadFailed.
    static core::Result<ByteFile> open(const QString& path);

    /// Reads up to `count` bytes from `offset`; returns how many there were (0 at or after the end, or on an error).
    qint64 read(qint64 offset, void* to, qint64 count) const;

    [[nodiscard]] qint64 size() const { return m_size; }
    /// Time of the last change, ms since 1970 UTC.
    [[nodiscard]] qint64 modifiedAt() const { return m_modifiedAt; }

private:
    int m_descriptor = -1;
    qint64 m_size = 0;
    qint64 m_modifiedAt = 0;
};

} // namespace lw::media
