// SPDX-License-Identifier: GPL-3.0-or-later
//! Copies a picture file safely.
#pragma once

#include "models/core/Result.h"

namespace lw::formats {

/// Copies `from` to `to` (absolute paths); folders are made, an existing `to` is never overwritten, a failed copy
/// leaves no partial file. `link` makes a hard link where the file system can. The file time is kept. Errors: NotFound,
/// AlreadyExists, ReadFailed, ReadOnly, DiskFull, WriteFailed.
[[nodiscard]] core::Result<> copyPicture(const QString& from, const QString& to, bool link = false);

} // namespace lw::formats
