// SPDX-License-Identifier: GPL-3.0-or-later
//! Plain POSIX reading, writing and listing.
#include "engine/formats/FileIo.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <set>
#include <simdjson.h>
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

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};
using Folder = std::unique_ptr<DIR, CloseFolder>;

FileFacts factsOf(const struct stat& raw)
{
    return {raw.st_size, qint64(raw.st_mtim.tv_sec) * 1000 + raw.st_mtim.tv_nsec / 1'000'000};
}

/// Walks a tree with a stack of its own, so that deep trees cannot exhaust the thread's.
class Lister {
public:
    Lister(const std::string& root, const std::function<bool(std::string_view)>& wanted, core::ProblemList& problems)
        : m_root(root), m_wanted(wanted), m_problems(problems)
    {
        m_pending.push_back({});
    }

    /// Lists one more folder; false when none is left.
    bool step(int& rootError);
    std::vector<std::string> takeFiles() { return std::move(m_files); }

private:
    void add(const std::string& folder, const dirent& entry, int descriptor);
    void reportFolder(const std::string& folder, int error);

    const std::string& m_root;
    const std::function<bool(std::string_view)>& m_wanted;
    core::ProblemList& m_problems;
    std::vector<std::string> m_pending; ///< relative, with a trailing slash unless empty
    std::set<std::pair<dev_t, ino_t>> m_seen;
    std::vector<std::string> m_files;
};

bool Lister::step(int& rootError)
{
    if (m_pending.empty()) {
        return false;
    }
    const std::string folder = std::move(m_pending.back());
    m_pending.pop_back();
    const Folder stream(::opendir((m_root + '/' + folder).c_str()));
    struct stat facts {};
    if (!stream || ::fstat(::dirfd(stream.get()), &facts) != 0) {
        if (folder.empty()) {
            rootError = errno;
        } else {
            reportFolder(folder, errno);
        }
        return true;
    }
    if (!m_seen.insert({facts.st_dev, facts.st_ino}).second) {
        return true;
    }
    errno = 0;
    while (const dirent* entry = ::readdir(stream.get())) {
        add(folder, *entry, ::dirfd(stream.get()));
        errno = 0;
    }
    if (errno != 0) {
        reportFolder(folder, errno);
    }
    return true;
}

void Lister::add(const std::string& folder, const dirent& entry, int descriptor)
{
    const std::string_view name(entry.d_name);
    if (name.front() == '.') {
        return;
    }
    bool isTree = entry.d_type == DT_DIR;
    const bool isWanted = !isTree && m_wanted(name);
    if (entry.d_type == DT_LNK || entry.d_type == DT_UNKNOWN) {
        struct stat facts {};
        if (::fstatat(descriptor, entry.d_name, &facts, 0) != 0) {
            if (isWanted) {
                m_problems.add(readProblem(errno, QString::fromStdString(m_root + '/' + folder) +
                                                      QString::fromUtf8(entry.d_name)));
            }
            return;
        }
        isTree = S_ISDIR(facts.st_mode);
        if (!isTree && !S_ISREG(facts.st_mode)) {
            return;
        }
    } else if (!isTree && entry.d_type != DT_REG) {
        return;
    }
    if (!isTree && !isWanted) {
        return;
    }
    if (!simdjson::validate_utf8(name.data(), name.size())) {
        m_problems.add(core::ProblemCode::EncodingInvalid,
                       QString::fromStdString(m_root + '/' + folder) + QString::fromLatin1(entry.d_name));
        return;
    }
    if (isTree) {
        m_pending.push_back(folder + std::string(name) + '/');
    } else {
        m_files.push_back(folder + std::string(name));
    }
}

void Lister::reportFolder(const std::string& folder, int error)
{
    const bool vanished = error == ENOENT || error == ENOTDIR || error == ESTALE;
    m_problems.add(vanished ? core::ProblemCode::FolderVanished : core::ProblemCode::FileUnreadable,
                   QString::fromStdString(m_root + '/' + folder), 0, errorText(error));
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

int OutputFile::open(const char* path)
{
    m_number = ::open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
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

int writeNewFile(const char* path, QByteArrayView bytes)
{
    OutputFile file;
    if (const int error = file.open(path); error != 0) {
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

core::Result<std::vector<std::string>> listFiles(const std::string& root,
                                                 const std::function<bool(std::string_view)>& wanted,
                                                 core::ProblemList& problems, const core::Control& control)
{
    Lister lister(root, wanted, problems);
    int rootError = 0;
    while (lister.step(rootError)) {
        if (control.isCancelled()) {
            return core::failure(core::ErrorCode::Cancelled);
        }
    }
    if (rootError != 0) {
        const bool missing = rootError == ENOENT || rootError == ENOTDIR;
        return core::failure(missing ? core::ErrorCode::NotFound : core::ErrorCode::ReadFailed, errorText(rootError),
                             QString::fromStdString(root));
    }
    std::vector<std::string> files = lister.takeFiles();
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace lw::formats::io
