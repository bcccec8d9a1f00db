// SPDX-License-Identifier: GPL-3.0-or-later
//! Files that are written whole or not at all. Private to app/scenarios.
#pragma once

#include "models/core/Result.h"

#include <QByteArray>
#include <QFileDevice>
#include <QString>

namespace lw::scenarios {

/// Replaces `path` by `bytes`. Errors: DiskFull, WriteFailed.
core::Result<> writeWholeFile(const QString& path, const QByteArray& bytes);
/// DiskFull or WriteFailed with the operating system's words.
core::Error writeError(const QFileDevice& file, const QString& path);

} // namespace lw::scenarios
