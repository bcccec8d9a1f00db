// SPDX-License-Identifier: GPL-3.0-or-later
//! What the caches on disk share: names, replacing files, keeping a folder below its limit. Internal to engine/media.
#pragma once

#include "models/core/Progress.h"
#include "models/core/Result.h"

#include <QStringList>

namespace lw::media {

/// 40 hexadecimal digits that stand for a file in one state, and a variant of what was made from it.
[[nodiscard]] QString cacheName(const QString& path, qint64 bytes, qint64 modifiedAt, int variant);
/// A name beside `path`, for writing before the rename; never the same twice.
[[nodiscard]] QString partPath(const QString& path);
/// Moves `part` over `path`. Errors: WriteFailed (`part` is removed then).
core::Result<> commitPart(const QString& part, const QString& path);
/// Writes `bytes` beside `path` and renames; makes the folder. Errors: WriteFailed, DiskFull.
core::Result<> replaceCacheFile(const QString& path, const QByteArray& bytes);
/// Gives a file in use today's date if it is older than a day, so that pruneCacheFolder() takes the unused ones.
void keepYoung(const QString& path);
/// Removes the oldest files that match below `folder` until they hold at most three quarters of `maxBytes`, if they
/// hold more than that limit. Returns bytes removed. Errors: Cancelled.
core::Result<qint64> pruneCacheFolder(const QString& folder, const QStringList& patterns, qint64 maxBytes,
                                      const core::Control& control);

} // namespace lw::media
