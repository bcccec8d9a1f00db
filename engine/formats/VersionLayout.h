// SPDX-License-Identifier: GPL-3.0-or-later
//! Where a published version lies (VE-2), and the writer that puts it there.
#pragma once

#include "engine/formats/DatasetFormat.h"

namespace lw::formats {

/// <output>/<Name>-<uid>/annotation/<Version>/<Version>.manifest and annotation/*.xml below it.
struct VersionPlace {
    QString outputLocation; ///< absolute
    QString datasetName;
    QString datasetUid;
    QString versionName;
};

/// Absolute folder of the version.
[[nodiscard]] QString versionFolder(const VersionPlace& place);
/// Absolute path of its manifest.
[[nodiscard]] QString versionManifest(const VersionPlace& place);

/// A writer that has begun in the version's folder: add() the samples in a stable order, then finish(). Nothing is
/// visible at the place before finish() succeeds. Removes what killed attempts left behind.
/// Errors: AlreadyExists if the version is there, ReadOnly, DiskFull, WriteFailed, InvalidArgument (bad names).
[[nodiscard]] core::Result<std::unique_ptr<DatasetWriter>> beginVersion(const VersionPlace& place,
                                                                        WriteOptions options);

} // namespace lw::formats
