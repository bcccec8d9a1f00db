// SPDX-License-Identifier: GPL-3.0-or-later
//! Saved job parameters: a small file for each below the project's "job-parameters" (TR-5).
#pragma once

#include "models/core/Result.h"
#include "models/domain/ParameterSet.h"

#include <vector>

namespace lw::scenarios {

/// By name. Files that cannot be read are left out. Any thread; blocks.
[[nodiscard]] std::vector<domain::ParameterSet> parameterSets(const QString& projectFolder);

/// Writes the set, in place of the one of that name; its time is set here. Errors: InvalidArgument (a name that is no
/// file name), DiskFull, ReadOnly, WriteFailed.
[[nodiscard]] core::Result<> saveParameterSet(const QString& projectFolder, const domain::ParameterSet& set);

/// Errors: NotFound, WriteFailed.
[[nodiscard]] core::Result<> removeParameterSet(const QString& projectFolder, const QString& name);

/// Whether it can be the name of a set: 1 to 100 characters, none of which a file name must not hold.
[[nodiscard]] bool isParameterSetName(const QString& name);

} // namespace lw::scenarios
