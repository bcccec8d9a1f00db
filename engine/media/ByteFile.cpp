// SPDX-License-Identifier: GPL-3.0-or-later
//! Positioned reads over POSIX.
#include "engine/media/ByteFile.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace lw::media {

namespace {

tl::unexpected<core::Error> systemFailure(const QString& path)
{
    const int reason = errno;
    const bool absent = reason == ENOENT || reason == ENOTDIR;
    return core::failure(absent ? core::ErrorCode::NotFound : core::ErrorCode::ReadFailed,
                         QString::fromLocal8Bit(std::strerror(reason)), path);
}

} // namespace

ByteFile::~ByteFile()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

ByteFile::ByteFile(ByteFile&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_size(other.m_size), m_modifiedAt(other.m_modifiedAt)
{
}

ByteFile& ByteFile::operator=(ByteFile&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    m_size = other.m_size;
    m_modifiedAt = other.m_modifiedAt;
    return *this;
}

core::Result<ByteFile> ByteFile::open(const QString& path)
{
    ByteFile file;
    // Without O_NONBLOCK a named pipe in an imported folder would hang the import.
    file.m_descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat facts = {};
    if (file.m_descriptor < 0 || ::fstat(file.m_descriptor, &facts) != 0) {
        return systemFailure(path);
    }
    if (!S_ISREG(facts.st_mode)) {
        return core::failure(core::ErrorCode::ReadFailed, QStringLiteral("not a regular file"), path);
    }
    file.m_size = facts.st_size;
#ifdef Q_OS_DARWIN
    const timespec& changed = facts.st_mtimespec;
#else
    const timespec& changed = facts.st_mtim;
#endif
    file.m_modifiedAt = qint64(changed.tv_sec) * 1000 + changed.tv_nsec / 1'000'000;
    return file;
}

qint64 ByteFile::read(qint64 offset, void* to, qint64 count) const
{
    qint64 done = 0;
    while (done < count) {
        const ssize_t got = ::pread(m_descriptor, static_cast<char*>(to) + done, size_t(count - done), offset + done);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            break;
        }
        done += got;
    }
    return done;
}

} // namespace lw::media
