// SPDX-License-Identifier: GPL-3.0-or-later
//! Files for training: read-only maps, and files that are replaced whole or not at all.
#pragma once

#include "engine/learn/base/Result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace lw::learn {

/// A file's bytes, mapped for reading. Movable; the map ends with the object.
class MappedFile {
public:
    static Result<MappedFile> open(const std::string& path);

    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    const std::uint8_t* data() const { return m_data; }
    std::size_t size() const { return m_size; }
    std::string_view text() const { return {reinterpret_cast<const char*>(m_data), m_size}; }

private:
    MappedFile() = default;

    const std::uint8_t* m_data = nullptr;
    std::size_t m_size = 0;
};

/// Takes pieces of a file that is being written.
class FileSink {
public:
    virtual ~FileSink() = default;
    virtual Result<> write(const void* data, std::size_t size) = 0;
};

/// Replaces `path` by what `produce` writes: all of it, on the disk, or the old file stays as it was.
Result<> replaceFile(const std::string& path, const std::function<Result<>(FileSink&)>& produce);

/// The same for a text.
Result<> replaceFile(const std::string& path, std::string_view text);

/// Makes `path` and the folders above it.
Result<> makeFolder(const std::string& path);

/// Error for the operating system's `number` (errno), for reading or for writing `path`.
Error systemError(int number, const std::string& path, bool isWriting);

} // namespace lw::learn
