// SPDX-License-Identifier: GPL-3.0-or-later
//! Copies by the kernel, which shares blocks where the file system can.
#include "engine/formats/PictureCopy.h"

#include "engine/formats/FileIo.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace lw::formats {

namespace {

/// What failed: reading the source or writing the target.
struct CopyError {
    int error = 0;
    bool isReading = false;
};

CopyError copyByHand(int from, int to)
{
    std::vector<char> block(1 << 20);
    while (true) {
        const ssize_t got = ::read(from, block.data(), block.size());
        if (got == 0) {
            return {};
        }
        if (got < 0 && errno != EINTR) {
            return {errno, true};
        }
        for (ssize_t done = 0; done < got;) {
            const ssize_t put = ::write(to, block.data() + done, size_t(got - done));
            if (put < 0 && errno != EINTR) {
                return {errno, false};
            }
            done += put > 0 ? put : 0;
        }
    }
}

CopyError copyBytes(int from, int to)
{
    while (true) {
        const ssize_t copied = ::copy_file_range(from, nullptr, to, nullptr, size_t(1) << 30, 0);
        if (copied == 0) {
            // Some kernels say "end" for files they cannot copy this way; reading on from here settles it.
            return copyByHand(from, to);
        }
        if (copied < 0 && (errno == ENOSPC || errno == EDQUOT || errno == EIO)) {
            return {errno, errno == EIO};
        }
        if (copied < 0 && errno != EINTR) {
            return copyByHand(from, to);
        }
    }
}

core::Error readError(int error, const QString& path)
{
    return {error == ENOENT || error == ENOTDIR ? core::ErrorCode::NotFound : core::ErrorCode::ReadFailed,
            io::errorText(error), path, 0};
}

core::Result<> copyContent(int source, const struct stat& facts, const QString& from, const QByteArray& toBytes,
                           const QString& to)
{
    const auto openTarget = [&] {
        return ::open(toBytes.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    };
    int target = openTarget();
    if (target < 0 && errno == ENOENT && QDir().mkpath(QFileInfo(to).path())) {
        target = openTarget();
    }
    if (target < 0) {
        return core::failure(io::writeError(errno, to));
    }
    CopyError failed = copyBytes(source, target);
    const std::array<timespec, 2> times{facts.st_atim, facts.st_mtim};
    if (failed.error == 0 && ::futimens(target, times.data()) != 0) {
        failed = {}; // a file system without times still has the picture
    }
    if (::close(target) != 0 && failed.error == 0) {
        failed = {errno, false};
    }
    if (failed.error != 0) {
        ::unlink(toBytes.constData());
        return core::failure(failed.isReading ? readError(failed.error, from) : io::writeError(failed.error, to));
    }
    return {};
}

/// Follows a symbolic link, as a copy would.
bool makeLink(const QByteArray& fromBytes, const QByteArray& toBytes, const QString& to)
{
    const auto link = [&] {
        return ::linkat(AT_FDCWD, fromBytes.constData(), AT_FDCWD, toBytes.constData(), AT_SYMLINK_FOLLOW) == 0;
    };
    return link() || (errno == ENOENT && QDir().mkpath(QFileInfo(to).path()) && link());
}

} // namespace

core::Result<> copyPicture(const QString& from, const QString& to, bool link)
{
    const QByteArray fromBytes = QFile::encodeName(from);
    const QByteArray toBytes = QFile::encodeName(to);
    const int source = ::open(fromBytes.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat facts {};
    if (source < 0) {
        return core::failure(readError(errno, from));
    }
    core::Result<> done;
    if (::fstat(source, &facts) != 0 || !S_ISREG(facts.st_mode)) {
        done = core::failure(readError(EINVAL, from));
    } else if (!link || !makeLink(fromBytes, toBytes, to)) {
        done = copyContent(source, facts, from, toBytes, to);
    }
    ::close(source);
    return done;
}

} // namespace lw::formats
