// SPDX-License-Identifier: GPL-3.0-or-later
//! Publishing, choosing and deleting versions (VE-1 to VE-4).
#pragma once

#include "app/scenarios/SplitSamples.h"
#include "models/core/Problem.h"
#include "models/core/Progress.h"
#include "models/core/Result.h"
#include "models/domain/Dataset.h"
#include "models/store/Store.h"

#include <optional>

namespace lw::scenarios {

struct PublishRequest {
    domain::DatasetId dataset;
    QString name; ///< empty: V001, V002, …
    QString description;
    std::optional<double> trainRatio; ///< 0 to 1; absent: no split, the samples keep their imported usage
    quint64 seed = kDefaultSeed;
    bool withHard = false;
};

struct PublishOutcome {
    domain::Version version;
    qint64 train = 0; ///< samples with usage TRAIN
    qint64 eval = 0;
    core::ProblemList problems;
};

/// Freezes the state of the dataset and writes it to <output>/<Name>-<uid>/annotation/<Version>. The same state gives
/// the same bytes but for name and time. If the files cannot be written, there is no version.
/// On a job thread; blocks. Errors: NotFound, AlreadyExists (name, folder), InvalidArgument with a sentence (name,
/// ratio), Cancelled, ReadOnly, DiskFull, WriteFailed.
core::Result<PublishOutcome> publishVersion(store::Store& store, const PublishRequest& request,
                                            const core::Control& control);

struct SetCurrentOutcome {
    std::optional<domain::Version> draft; ///< keeps the unpublished work that was there before
};

/// Makes the dataset say what `version` froze. Unpublished work is kept as a draft version first.
/// Errors: NotFound, those of the store.
core::Result<SetCurrentOutcome> setCurrentVersion(store::Store& store, domain::VersionId version);

/// Takes the version off the list; its files stay. Errors: NotFound.
core::Result<> deleteVersion(store::Store& store, domain::VersionId version);

} // namespace lw::scenarios
