// SPDX-License-Identifier: GPL-3.0-or-later
//! Adding pictures from disk: they are copied to the input location (AN-6).
#pragma once

#include "engine/media/PixelLimit.h"
#include "models/core/Problem.h"
#include "models/core/Progress.h"
#include "models/core/Result.h"
#include "models/domain/Ids.h"
#include "models/store/Store.h"

#include <QStringList>

namespace lw::scenarios {

struct AddFilesOutcome {
    qint64 added = 0;
    qint64 skipped = 0;          ///< were there already, or had a problem
    qint64 annotationsAdded = 0; ///< from XML files beside the pictures
    core::ProblemList problems;
};

/// `paths` are pictures, or folders whose pictures are taken with their subfolders; XML beside a picture gives its
/// labels. Pictures of more than `maxPixels` are refused. After an error or a cancel nothing is added and no copy
/// stays. On a job thread; blocks. Errors: NotFound (dataset), Cancelled, ReadOnly, DiskFull, WriteFailed.
core::Result<AddFilesOutcome> addFiles(store::Store& store, domain::DatasetId dataset, const QStringList& paths,
                                       const core::Control& control, qint64 maxPixels = media::kDefaultMaxPixels);

} // namespace lw::scenarios
