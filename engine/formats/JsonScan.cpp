// SPDX-License-Identifier: GPL-3.0-or-later
//! Mapped files, and brackets counted.
#include "engine/formats/JsonScan.h"

#include "engine/formats/FileIo.h"

#include <QFile>

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lw::formats {

namespace {

core::Error openError(int error, const QString& path)
{
    return {error == ENOENT || error == ENOTDIR ? core::ErrorCode::NotFound : core::ErrorCode::ReadFailed,
            io::errorText(error), path, 0};
}

/// Characters at which endOf() has something to decide.
constexpr auto kMarks = [] {
    std::array<bool, 256> marks{};
    for (const char c : {'"', '{', '}', '[', ']'}) {
        marks[static_cast<unsigned char>(c)] = true;
    }
    return marks;
}();

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

} // namespace

MappedFile::~MappedFile()
{
    if (m_data != nullptr) {
        ::munmap(m_data, m_mapped);
    }
}

core::Result<> MappedFile::open(const QString& path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) {
        return core::failure(openError(errno, path));
    }
    struct stat facts {};
    if (::fstat(file, &facts) != 0 || !S_ISREG(facts.st_mode)) {
        const int error = S_ISDIR(facts.st_mode) ? EISDIR : EINVAL;
        ::close(file);
        return core::failure(openError(error, path));
    }
    const auto page = size_t(::sysconf(_SC_PAGESIZE));
    const auto size = size_t(facts.st_size);
    m_mapped = (size + simdjson::SIMDJSON_PADDING + page - 1) / page * page;
    // Empty pages first and the file over them, so that there is always something behind the last byte.
    void* const place = ::mmap(nullptr, m_mapped, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (place != MAP_FAILED) {
        m_data = static_cast<char*>(place);
    }
    if (place == MAP_FAILED ||
        (size > 0 && ::mmap(place, size, PROT_READ, MAP_PRIVATE | MAP_FIXED, file, 0) == MAP_FAILED)) {
        const int error = errno;
        ::close(file);
        return core::failure(openError(error, path));
    }
    ::close(file);
    m_size = size;
    return {};
}

void MappedFile::forget() const
{
    if (m_data != nullptr) {
        ::madvise(m_data, m_size, MADV_DONTNEED);
    }
}

qint64 MappedFile::lineAt(size_t offset) const
{
    constexpr size_t kBlock = 64 * 1024;
    if (m_linesBefore.empty()) {
        qint64 lines = 0;
        for (size_t at = 0; at <= m_size; at += kBlock) {
            m_linesBefore.push_back(lines);
            lines += std::count(m_data + at, m_data + std::min(m_size, at + kBlock), '\n');
        }
    }
    const size_t place = std::min(offset, m_size);
    const size_t block = place / kBlock;
    return m_linesBefore[block] + std::count(m_data + block * kBlock, m_data + place, '\n') + 1;
}

size_t JsonScan::skipSpace(size_t offset) const
{
    while (offset < m_text.size() && isSpace(m_text[offset])) {
        ++offset;
    }
    return offset;
}

size_t JsonScan::endOfString(size_t offset) const
{
    for (size_t at = offset + 1;;) {
        at = m_text.find('"', at);
        if (at == npos) {
            return npos;
        }
        size_t slashes = 0;
        while (m_text[at - 1 - slashes] == '\\') {
            ++slashes;
        }
        ++at;
        if (slashes % 2 == 0) {
            return at;
        }
    }
}

size_t JsonScan::endOf(size_t offset) const
{
    if (offset >= m_text.size()) {
        return npos;
    }
    const char first = m_text[offset];
    if (first == '"') {
        return endOfString(offset);
    }
    if (first != '{' && first != '[') {
        const size_t end = m_text.find_first_of(",]}\n\r\t ", offset);
        return end == npos ? m_text.size() : end;
    }
    qint64 depth = 0;
    for (size_t at = offset; at < m_text.size(); ++at) {
        const char c = m_text[at];
        if (!kMarks[static_cast<unsigned char>(c)]) {
            continue;
        }
        if (c == '"') {
            const size_t end = endOfString(at);
            if (end == npos) {
                return npos;
            }
            at = end - 1;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (--depth == 0) {
            return at + 1;
        }
    }
    return npos;
}

size_t JsonScan::eachMember(size_t offset, const std::function<size_t(std::string_view, size_t)>& member)
{
    size_t at = skipSpace(offset + 1);
    if (at < m_text.size() && m_text[at] == '}') {
        return at + 1;
    }
    while (at < m_text.size()) {
        const size_t keyEnd = m_text[at] == '"' ? endOfString(at) : npos;
        if (keyEnd == npos) {
            return broken(at);
        }
        const std::string_view key = m_text.substr(at + 1, keyEnd - at - 2);
        at = skipSpace(keyEnd);
        if (at >= m_text.size() || m_text[at] != ':') {
            return broken(at);
        }
        at = skipSpace(at + 1);
        if (at >= m_text.size()) {
            return broken(at);
        }
        const size_t start = at;
        at = member(key, start);
        if (at == npos) {
            return m_brokenAt == npos && endOf(start) == npos ? broken(start) : npos;
        }
        at = skipSpace(at);
        if (at < m_text.size() && m_text[at] == '}') {
            return at + 1;
        }
        if (at >= m_text.size() || m_text[at] != ',') {
            return broken(at);
        }
        at = skipSpace(at + 1);
    }
    return broken(at);
}

size_t JsonScan::eachElement(size_t offset, const std::function<bool(size_t, size_t)>& element)
{
    size_t at = skipSpace(offset + 1);
    if (at < m_text.size() && m_text[at] == ']') {
        return at + 1;
    }
    while (at < m_text.size()) {
        const size_t end = endOf(at);
        if (end == npos) {
            return broken(at);
        }
        if (!element(at, end)) {
            return npos;
        }
        at = skipSpace(end);
        if (at < m_text.size() && m_text[at] == ']') {
            return at + 1;
        }
        if (at >= m_text.size() || m_text[at] != ',') {
            return broken(at);
        }
        at = skipSpace(at + 1);
    }
    return broken(at);
}

} // namespace lw::formats
