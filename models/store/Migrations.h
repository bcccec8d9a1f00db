// SPDX-License-Identifier: GPL-3.0-or-later
//! Brings a project file to this program's revision. Private to models/store.
#pragma once

#include "models/core/Result.h"
#include "models/store/Connection.h"

namespace lw::store {

/// "LWJ1": marks a project file for `file` and for the desktop's MIME database.
inline constexpr int kApplicationId = 0x4C574A31;
/// Number of the last file under resources/sql.
inline constexpr int kRevision = 5;
/// Programs older than this must not open files of this revision.
inline constexpr int kMinimumRevision = 4;

/// Creates the tables of a new file or upgrades an old one. Before an upgrade the file's integrity is checked and a
/// copy is made beside it (`<file>.revision-N.bak`); each revision is one transaction.
/// Errors: NewerVersion (written by a newer program that asks for it), Corrupt (not a project file, or damaged),
/// WriteFailed, DiskFull, ReadOnly. The file is unchanged after an error.
core::Result<> migrate(Connection& connection, const QString& filePath);

} // namespace lw::store
