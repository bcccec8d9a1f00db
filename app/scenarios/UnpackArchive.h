// SPDX-License-Identifier: GPL-3.0-or-later
//! Unpacking a zip archive into a dataset's input location before it is imported.
#pragma once

#include "app/scenarios/PictureCopies.h"
#include "engine/formats/ZipArchive.h"

#include <memory>

namespace lw::scenarios {

/// An error of ZipArchive::open() as a sentence on what a person can do about it.
[[nodiscard]] core::Error archiveError(core::Error error);

/// Unpacks `archive` (absolute) into a new folder of its name in the input location, "name_2" and so on if that is
/// taken. The folder appears when everything in it is there; `copies` removes it unless the import ends well. Returns
/// where to read: the folder, or the one in it that holds everything.
/// Errors: InvalidArgument with a sentence (a name that is not safe, a limit), Malformed, Unsupported, Cancelled,
/// NotFound, ReadFailed, ReadOnly, DiskFull, WriteFailed.
core::Result<QString> unpackArchive(const QString& archive, const domain::Dataset& dataset,
                                    const formats::ZipLimits& limits, PictureCopies& copies,
                                    const core::Control& control);

/// What an archive holds, unpacked for a look into a hidden folder that goes with this.
struct ArchiveContent {
    std::unique_ptr<formats::StagedFolder> folder;
    QString place; ///< where to read
};

/// Unpacks into the input location, so that it is known beforehand whether there is room. Errors as above.
core::Result<ArchiveContent> lookInside(const QString& archive, const domain::Dataset& dataset,
                                        const formats::ZipLimits& limits, const core::Control& control);

} // namespace lw::scenarios
