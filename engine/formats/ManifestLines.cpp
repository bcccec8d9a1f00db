// SPDX-License-Identifier: GPL-3.0-or-later
//! Blocks to lines.
#include "engine/formats/ManifestLines.h"

#include <algorithm>
#include <cstring>
#include <simdjson.h>

namespace lw::formats {

core::Result<> ManifestLines::open()
{
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        const bool isMissing = !m_file.exists();
        return core::failure(isMissing ? core::ErrorCode::NotFound : core::ErrorCode::ReadFailed, m_file.errorString(),
                             m_file.fileName());
    }
    m_buffer.resize(size_t(kBlock) + simdjson::SIMDJSON_PADDING);
    if (fill() == Fill::Failed) {
        return core::failure(core::ErrorCode::ReadFailed, m_file.errorString(), m_file.fileName());
    }
    const std::string_view start(m_buffer.data(), m_to);
    m_isUtf16 = start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF");
    if (start.starts_with("\xEF\xBB\xBF")) {
        m_from = 3;
    }
    return {};
}

ManifestLines::Fill ManifestLines::fill()
{
    if (m_from > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_from, m_to - m_from);
        m_to -= m_from;
        m_from = 0;
    }
    size_t room = m_buffer.size() - simdjson::SIMDJSON_PADDING - m_to;
    if (room == 0) {
        m_buffer.resize((m_buffer.size() - simdjson::SIMDJSON_PADDING) * 2 + simdjson::SIMDJSON_PADDING);
        room = m_buffer.size() - simdjson::SIMDJSON_PADDING - m_to;
    }
    const qint64 got = m_file.read(m_buffer.data() + m_to, qint64(std::min(room, size_t(kBlock))));
    if (got < 0) {
        return Fill::Failed;
    }
    m_to += size_t(got);
    m_position += got;
    return got == 0 ? Fill::End : Fill::Ok;
}

ManifestLines::Next ManifestLines::next(std::string_view& line)
{
    while (true) {
        const char* const from = m_buffer.data() + m_from;
        const auto* end = static_cast<const char*>(std::memchr(from + m_seen, '\n', m_to - m_from - m_seen));
        size_t length = end != nullptr ? size_t(end - from) : m_to - m_from;
        if (end == nullptr) {
            m_seen = length;
            if (qint64(length) > kLongestLine) {
                m_isSkipping = true;
                m_from = m_to;
                m_seen = 0;
            }
            const Fill filled = fill();
            if (filled == Fill::Failed) {
                return Next::Failed;
            }
            if (filled == Fill::Ok) {
                continue;
            }
            if (m_to == m_from && !m_isSkipping) {
                return Next::End;
            }
            length = m_to - m_from;
        }
        ++m_number;
        line = std::string_view(m_buffer.data() + m_from, length);
        m_from += length + (end != nullptr ? 1 : 0);
        m_seen = 0;
        if (m_isSkipping || qint64(length) > kLongestLine) {
            m_isSkipping = false;
            return Next::TooLong;
        }
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        return Next::Line;
    }
}

} // namespace lw::formats
