// SPDX-License-Identifier: GPL-3.0-or-later
//! "Sync data source" (AN-2): the dataset follows its input location.
#pragma once

#include "engine/media/PixelLimit.h"
#include "models/core/Problem.h"
#include "models/core/Progress.h"
#include "models/core/Result.h"
#include "models/domain/Ids.h"
#include "models/store/Store.h"

namespace lw::scenarios {

struct SyncOutcome {
    qint64 added = 0;
    qint64 changed = 0; ///< the picture or its sidecar file is another than before
    qint64 missing = 0; ///< vanished since the last sync; the samples stay and are marked
    qint64 found = 0;   ///< were missing and are back
    qint64 skipped = 0; ///< pictures that could not be taken
    qint64 annotationsAdded = 0;
    qint64 annotationsSkipped = 0;
    core::ProblemList problems;
};

/// Takes new pictures with their sidecar XML, refreshes changed ones and marks vanished ones. Labels of a sample that a
/// person has edited are never removed. Pictures of more than `maxPixels` are refused. A cancelled or killed sync is
/// taken back. On a job thread; blocks. Errors: NotFound (dataset, input location), Cancelled, ReadFailed, DiskFull,
/// WriteFailed.
core::Result<SyncOutcome> syncDataset(store::Store& store, domain::DatasetId dataset, const core::Control& control,
                                      qint64 maxPixels = media::kDefaultMaxPixels);

} // namespace lw::scenarios
