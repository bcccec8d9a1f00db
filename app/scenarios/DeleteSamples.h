// SPDX-License-Identifier: GPL-3.0-or-later
//! Deleting samples and labels, with their source files when wanted (AN-5, AN-6).
#pragma once

#include "models/core/Problem.h"
#include "models/core/Progress.h"
#include "models/domain/Ids.h"
#include "models/store/Store.h"
#include "models/store/UsageRepository.h"

#include <QList>

namespace lw::scenarios {

/// What a confirmation has to say before samples are deleted. Errors: NotFound (dataset).
core::Result<store::SampleUsageReport> usesOfSamples(store::Store& store, domain::DatasetId dataset,
                                                     const QList<domain::SampleId>& samples);

struct DeleteSamplesOutcome {
    qint64 samples = 0;         ///< gone from the dataset
    qint64 files = 0;           ///< deleted from disk
    core::ProblemList problems; ///< files that were kept, with the reason
};

enum class SourceFiles {
    Keep,
    Delete, ///< but keep those that other datasets of the project have too
    DeleteEvenShared,
};

/// Takes samples out of the dataset, then deletes their files as asked. Published versions keep their labels.
/// Errors: NotFound (dataset), those of the store; then nothing was deleted.
core::Result<DeleteSamplesOutcome> deleteSamples(store::Store& store, domain::DatasetId dataset,
                                                 const QList<domain::SampleId>& samples, SourceFiles files,
                                                 const core::Control& control);

/// The three choices of AN-5.
enum class LabelDeletion { LabelOnly, WithSamples, WithSamplesAndFiles };

/// Deletes a label; with the other choices also the samples that have it and no other, and their files (those that
/// other datasets have too are kept). Errors: NotFound, those of the store.
core::Result<DeleteSamplesOutcome> deleteLabel(store::Store& store, domain::LabelId label, domain::DatasetId dataset,
                                               LabelDeletion mode, const core::Control& control);

} // namespace lw::scenarios
