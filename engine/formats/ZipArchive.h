// SPDX-License-Identifier: GPL-3.0-or-later
//! Zip archives: checked before anything is written, unpacked into a staged folder, and packed.
#pragma once

#include "engine/formats/StagedFolder.h"
#include "models/core/Progress.h"

#include <memory>
#include <vector>

namespace lw::formats {

/// What an archive may grow to. Small archives can hold a lot of nothing.
struct ZipLimits {
    qint64 maxBytes = qint64(100) << 30; ///< of all entries, unpacked
    int maxRatio = 200;                  ///< unpacked bytes per packed byte, of archives beyond kFreeBytes
    qint64 maxEntries = 5'000'000;

    static constexpr qint64 kFreeBytes = 64 << 20; ///< a ratio says nothing about less than this
};

struct ZipEntry {
    QString name; ///< relative, its parts ordinary, '/' between them
    qint64 bytes = 0;
    qint64 index = 0; ///< place in the archive's directory
};

/// True if `path` is a file that begins like a zip archive or is called so.
[[nodiscard]] bool isArchive(const QString& path);

/// One archive, open for reading. Not thread-safe.
class ZipArchive {
public:
    ZipArchive();
    ~ZipArchive();
    Q_DISABLE_COPY_MOVE(ZipArchive)

    /// Reads the directory and checks every name in it; nothing is unpacked. Folders, hidden names and what macOS adds
    /// (__MACOSX) are left out. Errors: NotFound, ReadFailed; Malformed (no archive, or cut off); InvalidArgument with
    /// the entry's name (absolute, or with "..", a link, the same name twice even if case is ignored, longer than 255
    /// bytes); Unsupported (encrypted); TooLarge (a limit; the detail says which, and how it can be raised).
    [[nodiscard]] core::Result<> open(const QString& path, const ZipLimits& limits = {});

    /// Files in the order of their names.
    [[nodiscard]] const std::vector<ZipEntry>& entries() const { return m_entries; }
    /// Of all entries, unpacked, as the directory states it.
    [[nodiscard]] qint64 totalBytes() const { return m_totalBytes; }

    /// The first `limit` bytes of an entry; empty if it cannot be read.
    [[nodiscard]] QByteArray peek(const ZipEntry& entry, qint64 limit);

    /// Unpacks every entry and checks its sum; progress in bytes. Errors: Malformed with the entry's name (broken, or
    /// larger than it says), Cancelled, DiskFull (also when the file system states too little room), ReadOnly,
    /// WriteFailed. `folder` has not been committed afterwards.
    [[nodiscard]] core::Result<> unpack(StagedFolder& folder, const core::Control& control);

private:
    struct Reader;

    [[nodiscard]] core::Result<> check(const ZipLimits& limits);
    [[nodiscard]] core::Result<> unpackEntry(const ZipEntry& entry, StagedFolder& folder, const core::Control& control,
                                             qint64& done);

    QString m_path;
    std::unique_ptr<Reader> m_reader;
    std::vector<ZipEntry> m_entries;
    qint64 m_totalBytes = 0;
};

/// Packs everything below `folder` (absolute) into the new archive `zip`, which appears when it is whole; pictures are
/// stored as they are, since they are packed already. Progress in bytes.
/// Errors: AlreadyExists, NotFound, ReadFailed, Cancelled, DiskFull, ReadOnly, WriteFailed.
[[nodiscard]] core::Result<> packZip(const QString& folder, const QString& zip, const core::Control& control);

} // namespace lw::formats
