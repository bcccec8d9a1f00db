// SPDX-License-Identifier: GPL-3.0-or-later
//! The lists of a VOC devkit that split pictures into train, val and test.
#pragma once

#include "engine/formats/VocLayout.h"

namespace lw::formats {

/// Sets the usage of `files` from Main/train.txt, val.txt and test.txt (or the same files directly) below `folder`.
/// Lists need not name every picture; a name without a picture is reported with its line. The first list that names it
/// counts.
void takeImageSets(const std::string& folder, VocFiles& files, core::ProblemList& problems);

/// "train", "val" or "test"; null for usages without a list.
[[nodiscard]] const char* imageSetName(domain::SampleUsage usage);

} // namespace lw::formats
