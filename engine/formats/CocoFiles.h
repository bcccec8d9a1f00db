// SPDX-License-Identifier: GPL-3.0-or-later
//! Which JSON files of a COCO dataset are read, what they are for, and where their pictures may lie.
#pragma once

#include "engine/formats/DatasetFormat.h"

#include <string>

namespace lw::formats {

/// One file of annotations.
struct CocoFile {
    std::string path;                                      ///< absolute, UTF-8
    domain::SampleUsage usage = domain::SampleUsage::None; ///< by its name or its folder's
    std::vector<std::string> folders;                      ///< where to look for pictures first
    std::string root;                                      ///< below it lie all the pictures
};

/// The files of `from`, a JSON file or a folder. Of several files on the same pictures (instances_train.json,
/// person_keypoints_train.json, captions_train.json) the one with most to say is read and the others are reported.
/// Errors: NotFound, ReadFailed, Cancelled; NotFound also when a folder has no JSON file.
[[nodiscard]] core::Result<std::vector<CocoFile>> findCocoFiles(const QString& from, const ReadOptions& options,
                                                                core::ProblemList& problems,
                                                                const core::Control& control);

/// The usage that a file's or folder's name in lower case tells: train, val, valid, eval, test … as words in it.
[[nodiscard]] domain::SampleUsage usageFromWords(std::string_view name);

} // namespace lw::formats
