// SPDX-License-Identifier: GPL-3.0-or-later
//! The few operating system calls that the formats need, without the cost of a QFile per small file.
#pragma once

#include "models/core/Problem.h"
#include "models/core/Progress.h"
#include "models/core/Result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// Paths are UTF-8 bytes here. Functions that return int return 0 or an errno.
namespace lw::formats::io {

/// Stands for "relative to nothing": AT_FDCWD.
inline constexpr int kNoFolder = -100;

/// Reads a whole regular file into `out`, which keeps its capacity. EFBIG above `limit` bytes, EISDIR for folders.
[[nodiscard]] int readFile(const char* path, QByteArray& out, qint64 limit);
/// Writes a new file; EEXIST if there is one. `folder` is an open folder that `path` is relative to: the kernel need not
/// walk a long path once per file then.
[[nodiscard]] int writeNewFile(const char* path, QByteArrayView bytes, int folder = kNoFolder);

/// A new file that is written piece by piece; closed when destroyed.
class OutputFile {
public:
    OutputFile() = default;
    ~OutputFile() { (void)close(); }
    Q_DISABLE_COPY_MOVE(OutputFile)

    /// EEXIST if there is one.
    [[nodiscard]] int open(const char* path, int folder = kNoFolder);
    [[nodiscard]] int write(QByteArrayView bytes);
    /// Some file systems report a full disk only here.
    [[nodiscard]] int close();

private:
    int m_number = -1;
};

/// True if `path` is a folder (links followed).
[[nodiscard]] bool isFolder(const char* path);

struct FileFacts {
    qint64 bytes = 0;
    qint64 modifiedAt = 0; ///< ms since 1970 UTC
};
/// Size and time of a file.
[[nodiscard]] int fileFacts(const char* path, FileFacts& facts);
/// True if `path` is a regular file (links followed); `facts` is set then.
[[nodiscard]] bool isFile(const char* path, FileFacts& facts);

/// The operating system's words for an errno.
[[nodiscard]] QString errorText(int error);
/// A failed write as an Error: DiskFull, ReadOnly, AlreadyExists or WriteFailed.
[[nodiscard]] core::Error writeError(int error, const QString& path);
/// The problem of a file that could not be read: FileMissing, FileTooLarge, NameTooLong or FileUnreadable.
[[nodiscard]] core::Problem readProblem(int error, const QString& file);

/// Paths below `root`, relative to it with '/', sorted by bytes, of the files whose name `wanted` accepts. Hidden names
/// are left out, links to folders are followed but no folder is entered twice. Names that are not UTF-8 are reported.
/// A folder that cannot be listed is reported and the rest goes on.
/// Errors: NotFound and ReadFailed for `root` itself, Cancelled.
[[nodiscard]] core::Result<std::vector<std::string>> listFiles(const std::string& root,
                                                               const std::function<bool(std::string_view)>& wanted,
                                                               core::ProblemList& problems,
                                                               const core::Control& control);

} // namespace lw::formats::io
