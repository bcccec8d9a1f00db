// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. What the launcher remembers until the worker writes its first status.
#pragma once

#include "models/core/Result.h"

#include <QString>

#include <optional>

namespace lw::worker {

struct LaunchRecord {
    qint64 pid = 0;
    qint64 startedAt = 0; ///< ms since 1970 UTC
};

[[nodiscard]] std::optional<LaunchRecord> readLaunch(const QString& folder);
[[nodiscard]] core::Result<> writeLaunch(const QString& folder, const LaunchRecord& launch);
/// Whether the process is there and is the one of this folder: numbers of processes are used again.
[[nodiscard]] bool isLaunchAlive(const LaunchRecord& launch, const QString& folder);

} // namespace lw::worker
