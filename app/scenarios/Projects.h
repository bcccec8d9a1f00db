// SPDX-License-Identifier: GPL-3.0-or-later
//! Making and opening projects.
#pragma once

#include "models/store/Store.h"

namespace lw::scenarios {

/// Makes a project in `folder` (made when absent). Errors: AlreadyExists, ReadOnly, WriteFailed, DiskFull.
core::Result<std::unique_ptr<store::Store>> createProject(const QString& folder);

/// Opens the project at `path` (its folder or file) and clears away what killed flows left behind: half copied
/// pictures and versions whose files were never finished. Errors: those of Store::open().
core::Result<std::unique_ptr<store::Store>> openProject(const QString& path);

} // namespace lw::scenarios
