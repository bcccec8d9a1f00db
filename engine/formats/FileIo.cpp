// SPDX-License-Identifier: GPL-3.0-or-later
//! Plain POSIX reading and writing.
#include "engine/formats/FileIo.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace lw::formats::io {

namespace {

class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor()
    {
        if (m_number >= 0) {
            ::close(m_number);
        }
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

FileFacts factsOf(const struct stat& raw)
{
    return {raw.st_size, qint64(raw.st_mtim.tv_sec) * 1000 + raw.st_mtim.tv_nsec / 1'000'000};
}

} // namespace

int readFile(const char* path, QByteArray& out, qint64 limit)
{
    const Descriptor file(::open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat facts {};
    if (file.number() < 0 || ::fstat(file.number(), &facts) != 0) {
        return errno;
    }
    if (!S_ISREG(facts.st_mode)) {
        return S_ISDIR(facts.st_mode) ? EISDIR : EINVAL;
    }
    if (facts.st_size > limit) {
        return EFBIG;
    }
    out.resize(qsizetype(facts.st_size));
    qsizetype done = 0;
    while (done < out.size()) {
        const ssize_t got = ::read(file.number(), out.data() + done, size_t(out.size() - done));
        if (got < 0 && errno != EINTR) {
            return errno;
        }
        if (got == 0) {
            break;
        }
        done += std::max<ssize_t>(got, 0);
    }
    out.resize(done);
    return 0;
}

static_assert(kNoFolder == AT_FDCWD);

int OutputFile::open(const char* path, int folder)
{
    m_number = ::openat(folder, path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    return m_number < 0 ? errno : 0;
}

int OutputFile::write(QByteArrayView bytes)
{
    const char* from = bytes.data();
    qsizetype left = bytes.size();
    while (left > 0) {
        const ssize_t put = ::write(m_number, from, size_t(left));
        if (put < 0 && errno != EINTR) {
            return errno;
        }
        from += std::max<ssize_t>(put, 0);
        left -= std::max<ssize_t>(put, 0);
    }
    return 0;
}

int OutputFile::close()
{
    const int number = std::exchange(m_number, -1);
    return number >= 0 && ::close(number) != 0 ? errno : 0;
}

int writeNewFile(const char* path, QByteArrayView bytes, int folder)
{
    OutputFile file;
    if (const int error = file.open(path, folder); error != 0) {
        return error;
    }
    const int written = file.write(bytes);
    const int closed = file.close();
    return written != 0 ? written : closed;
}

bool isFolder(const char* path)
{
    struct stat facts {};
    return ::stat(path, &facts) == 0 && S_ISDIR(facts.st_mode);
}

int fileFacts(const char* path, FileFacts& facts)
{
    struct stat raw {};
    if (::stat(path, &raw) != 0) {
        return errno;
    }
    facts = factsOf(raw);
    return 0;
}

bool isFile(const char* path, FileFacts& facts)
{
    struct stat raw {};
    if (::stat(path, &raw) != 0 || !S_ISREG(raw.st_mode)) {
        return false;
    }
    facts = factsOf(raw);
    return true;
}

QString errorText(int error)
{
    return qt_error_string(error);
}

core::Error writeError(int error, const QString& path)
{
    using core::ErrorCode;
    ErrorCode code = ErrorCode::WriteFailed;
    if (error == ENOSPC || error == EDQUOT) {
        code = ErrorCode::DiskFull;
    } else if (error == EROFS || error == EACCES || error == EPERM) {
        code = ErrorCode::ReadOnly;
    } else if (error == EEXIST || error == ENOTEMPTY) {
        code = ErrorCode::AlreadyExists;
    }
    return {code, errorText(error), path, 0};
}

core::Problem readProblem(int error, const QString& file)
{
    using core::ProblemCode;
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return {ProblemCode::FileMissing, file, 0, file};
    case EFBIG:
        return {ProblemCode::FileTooLarge, file, 0, {}};
    case ENAMETOOLONG:
        return {ProblemCode::NameTooLong, file, 0, {}};
    default:
        return {ProblemCode::FileUnreadable, file, 0, errorText(error)};
    }
}

} // namespace lw::formats::io
