// SPDX-License-Identifier: GPL-3.0-or-later
//! Bytes of a file's header by position, read in small pieces.
#pragma once

#include "engine/media/ByteFile.h"

#include <QtEndian>

#include <array>
#include <span>

namespace lw::media {

/// A sliding 4 KB window over a file. One thread at a time.
class HeaderWindow final {
public:
    explicit HeaderWindow(const ByteFile& file) : m_file(file) {}

    /// `count` bytes (at most 4096) from `offset`, or an empty span if the file ends before.
    std::span<const uchar> at(qint64 offset, qint64 count)
    {
        if (offset < 0 || count > qint64(m_bytes.size()) || offset > m_file.size() - count) {
            return {};
        }
        if (offset < m_start || offset + count > m_start + m_length) {
            m_start = offset;
            m_length = m_file.read(offset, m_bytes.data(), qint64(m_bytes.size()));
            if (m_length < count) {
                m_length = 0;
                return {};
            }
        }
        return {m_bytes.data() + (offset - m_start), size_t(count)};
    }
    /// The first bytes, up to `count`; fewer in a shorter file.
    std::span<const uchar> head(qint64 count) { return at(0, std::min(count, m_file.size())); }
    [[nodiscard]] qint64 fileSize() const { return m_file.size(); }

private:
    const ByteFile& m_file;
    std::array<uchar, 4096> m_bytes;
    qint64 m_start = 0;
    qint64 m_length = 0;
};

} // namespace lw::media
