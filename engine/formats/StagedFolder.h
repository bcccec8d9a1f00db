// SPDX-License-Identifier: GPL-3.0-or-later
//! A folder that appears whole or not at all.
#pragma once

#include "models/core/Result.h"

#include <QByteArrayView>

#include <string>
#include <string_view>

namespace lw::formats {

/// Files are written to a hidden folder; commit() puts them in their place. Destroyed before, it leaves nothing behind.
/// Where the target does not exist yet, it appears by one rename. Where it exists and is empty, its entries are moved
/// in.
class StagedFolder {
public:
    StagedFolder() = default;
    ~StagedFolder();
    Q_DISABLE_COPY_MOVE(StagedFolder)

    /// Makes the hidden folder and removes those of processes that are gone.
    /// Errors: AlreadyExists if `target` exists and is not empty, ReadOnly, DiskFull, WriteFailed.
    [[nodiscard]] core::Result<> begin(const QString& target);

    /// The hidden folder, UTF-8, and the folder that it will be.
    [[nodiscard]] const std::string& path() const { return m_staging; }
    [[nodiscard]] const QString& target() const { return m_target; }

    /// Writes a new file; folders on the way are made. `relative` is UTF-8. Not flushed before commit().
    [[nodiscard]] core::Result<> write(std::string_view relative, QByteArrayView bytes);
    /// Makes a folder and those above it.
    [[nodiscard]] core::Result<> makeFolder(std::string_view relative);

    /// Flushes everything to the disk and puts it in its place. Errors as in begin().
    [[nodiscard]] core::Result<> commit();

private:
    [[nodiscard]] core::Result<> moveEntriesIn();

    QString m_target;
    std::string m_staging; ///< empty when nothing is staged
    int m_number = -1;     ///< descriptor of the hidden folder
    std::string m_lastFolder;
    bool m_isInside = false;
};

} // namespace lw::formats
