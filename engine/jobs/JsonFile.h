// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. Small files that are read and replaced whole.
#pragma once

#include "models/core/Result.h"

#include <QByteArray>
#include <QFileDevice>
#include <QJsonObject>
#include <QString>

namespace lw::worker {

/// Errors: NotFound, ReadFailed, Malformed (no JSON object).
[[nodiscard]] core::Result<QJsonObject> readJsonFile(const QString& path);
/// All of it, or the old file stays. Errors: DiskFull, ReadOnly, WriteFailed.
[[nodiscard]] core::Result<> replaceFile(const QString& path, const QByteArray& bytes);
[[nodiscard]] core::Result<> replaceJsonFile(const QString& path, const QJsonObject& object);
/// A new file with the bytes of another one, on the disk when it returns. Errors: as above, AlreadyExists.
[[nodiscard]] core::Result<> copyFile(const QString& from, const QString& to);
/// Error of a file that could not be written.
[[nodiscard]] core::Error writeError(const QFileDevice& file, const QString& path);

/// A name as part of a folder's name: letters, digits, '-' and '_' stay.
[[nodiscard]] QString folderName(const QString& name);
/// "V0007".
[[nodiscard]] QString versionText(int number);
/// 7 of "V0007", 0 for anything else.
[[nodiscard]] int versionNumber(const QString& version);
/// Makes root/<name>-V<number>, one higher than ever before, and returns the number. Several programs may do so at once.
[[nodiscard]] core::Result<int> makeVersionFolder(const QString& root, const QString& name);

} // namespace lw::worker
