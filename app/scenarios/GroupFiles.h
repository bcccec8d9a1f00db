// SPDX-License-Identifier: GPL-3.0-or-later
//! Groups as files: two lists, and copies of the pictures. Private to app/scenarios.
#pragma once

#include "app/scenarios/GroupSamples.h"

namespace lw::scenarios {

/// Writes groups.csv and groups.json into `location`, and with `copiesFiles` copies of the pictures into a folder for
/// each group: when two have the same name, the second becomes "name_2". A picture that cannot be copied becomes a
/// problem. Errors: Cancelled (copies made so far stay; the lists are not written), WriteFailed, DiskFull, ReadOnly,
/// those of the store.
core::Result<> writeGroups(store::Store& store, const domain::Dataset& dataset, const QString& location,
                           bool copiesFiles, const std::vector<PictureGroup>& groups, core::ProblemList& problems,
                           const core::Control& control);

} // namespace lw::scenarios
