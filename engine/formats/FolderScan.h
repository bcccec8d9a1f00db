// SPDX-License-Identifier: GPL-3.0-or-later
//! Lists the pictures of an input location with their sidecar files, for "sync data source".
#pragma once

#include "models/core/Problem.h"
#include "models/core/Progress.h"
#include "models/core/Result.h"
#include "models/domain/DatasetType.h"

#include <QString>

#include <vector>

namespace lw::formats {

/// A picture found on disk.
struct ScannedFile {
    QString folder; ///< relative to the scanned folder, "" for itself (as in domain::Sample::folder)
    QString name;
    qint64 bytes = 0;
    qint64 modifiedAt = 0; ///< ms since 1970 UTC
    QString sidecar;       ///< absolute path of the file beside it that says its labels, or empty
    qint64 sidecarModifiedAt = 0;
};

/// True for the suffixes of pictures that a dataset may hold (jpg, jpeg, png, bmp, gif, tif, tiff, webp, any case).
[[nodiscard]] bool isPictureName(const QString& name);

/// Every picture below `folder`, sorted by path bytes; hidden files are left out, links to folders are followed once.
/// In segmentation, the masks of pictures (see pairMasks()) are none themselves.
/// Names that are not UTF-8 and empty files go to `problems`.
/// Errors: NotFound, ReadFailed, Cancelled. If the folder vanishes meanwhile: NotFound, with FolderVanished reported.
/// Which files are sidecars follows from `type`, see sidecarSuffix().
[[nodiscard]] core::Result<std::vector<ScannedFile>> scanPictures(const QString& folder, domain::DatasetType type,
                                                                  core::ProblemList& problems,
                                                                  const core::Control& control);

} // namespace lw::formats
