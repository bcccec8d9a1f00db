// SPDX-License-Identifier: GPL-3.0-or-later
//! POSIX files: maps, and write-flush-rename.
#include "engine/learn/base/Files.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lw::learn {

namespace {

/// Closes a descriptor when it goes.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (m_number >= 0) {
            ::close(m_number);
        }
    }
    int number() const { return m_number; }

private:
    int m_number;
};

class DescriptorSink final : public FileSink {
public:
    DescriptorSink(int number, const std::string& path) : m_number(number), m_path(path) {}

    Result<> write(const void* data, std::size_t size) override
    {
        const char* rest = static_cast<const char*>(data);
        while (size > 0) {
            const ssize_t written = ::write(m_number, rest, size);
            if (written < 0 && errno == EINTR) {
                continue;
            }
            if (written < 0) {
                return systemError(errno, m_path, true);
            }
            rest += written;
            size -= std::size_t(written);
        }
        return {};
    }

private:
    int m_number;
    std::string m_path;
};

Result<> writeAndFlush(const std::string& path, const std::function<Result<>(FileSink&)>& produce)
{
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (file.number() < 0) {
        return systemError(errno, path, true);
    }
    DescriptorSink sink(file.number(), path);
    if (Result<> produced = produce(sink); !produced) {
        return produced;
    }
    // Without this a power cut may leave the new name with no content.
    if (::fsync(file.number()) != 0 && errno != EINVAL && errno != EROFS) {
        return systemError(errno, path, true);
    }
    return {};
}

} // namespace

Error systemError(int number, const std::string& path, bool isWriting)
{
    ErrorCode code = isWriting ? ErrorCode::WriteFailed : ErrorCode::ReadFailed;
    if (number == ENOSPC || number == EDQUOT) {
        code = ErrorCode::DiskFull;
    } else if (number == ENOENT && !isWriting) {
        code = ErrorCode::NotFound;
    }
    return failure(code, path + ": " + std::strerror(number));
}

Result<MappedFile> MappedFile::open(const std::string& path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0) {
        return systemError(errno, path, false);
    }
    struct stat facts = {};
    if (::fstat(file.number(), &facts) != 0) {
        return systemError(errno, path, false);
    }
    if (!S_ISREG(facts.st_mode)) {
        return failure(ErrorCode::ReadFailed, path + " is not a file.");
    }
    MappedFile mapped;
    mapped.m_size = std::size_t(facts.st_size);
    if (mapped.m_size == 0) {
        return mapped;
    }
    void* address = ::mmap(nullptr, mapped.m_size, PROT_READ, MAP_PRIVATE, file.number(), 0);
    if (address == MAP_FAILED) {
        return systemError(errno, path, false);
    }
    mapped.m_data = static_cast<const std::uint8_t*>(address);
    return mapped;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
{
}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept
{
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    return *this;
}

MappedFile::~MappedFile()
{
    if (m_data) {
        ::munmap(const_cast<std::uint8_t*>(m_data), m_size);
    }
}

Result<> replaceFile(const std::string& path, const std::function<Result<>(FileSink&)>& produce)
{
    const std::string fresh = path + ".new";
    Result<> written = writeAndFlush(fresh, produce);
    if (written && ::rename(fresh.c_str(), path.c_str()) != 0) {
        written = systemError(errno, path, true);
    }
    if (!written) {
        ::unlink(fresh.c_str());
    }
    return written;
}

Result<> replaceFile(const std::string& path, std::string_view text)
{
    return replaceFile(path, [&](FileSink& sink) { return sink.write(text.data(), text.size()); });
}

Result<> makeFolder(const std::string& path)
{
    std::error_code problem;
    std::filesystem::create_directories(path, problem);
    if (problem) {
        return systemError(problem.value(), path, true);
    }
    return {};
}

} // namespace lw::learn
