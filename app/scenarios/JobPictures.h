// SPDX-License-Identifier: GPL-3.0-or-later
//! Collects what a job of the learning engine reads: pictures and labels of datasets, as they are or as versions froze
//! them.
#pragma once

#include "app/scenarios/SplitSamples.h"
#include "models/core/Problem.h"
#include "models/core/Progress.h"
#include "models/core/Result.h"
#include "models/domain/Annotation.h"
#include "models/domain/EngineJob.h"
#include "models/store/Store.h"

#include <QJsonArray>

#include <optional>

namespace lw::scenarios {

struct JobInputChoice {
    domain::DatasetId dataset;
    domain::VersionId version; ///< invalid: the dataset as it is now

    bool operator==(const JobInputChoice&) const = default;
};

/// Reads "name" or "name:version". Errors: NotFound (dataset, version).
core::Result<JobInputChoice> jobInputNamed(store::Store& store, const QString& text);

/// Which samples are used.
enum class UsedPart {
    TrainingAndValidation, ///< all labelled ones, told apart
    Validation,            ///< of versions with a split only the part for validation, else all
    All,                   ///< all labelled ones, as one
};

struct GatherRequest {
    QList<JobInputChoice> inputs;
    UsedPart part = UsedPart::TrainingAndValidation;
    std::optional<QStringList> classes; ///< a model's labels; absent: the labels that occur
    bool onlyOutlines = false;          ///< polygons and masks, as masks; all else is left out (task "contour")
    double trainRatio = 0.8;            ///< where a version has no split of its own
    quint64 seed = kDefaultSeed;
    bool isSplitLocked = false; ///< see SampleSplit
};

struct GatheredPictures {
    domain::DatasetType type = domain::DatasetType::ObjectDetection;
    QList<domain::JobInput> inputs;
    QStringList classes;   ///< in the order of the label sets
    QJsonArray pictures;   ///< as job.json has them
    qint64 samples = 0;    ///< that the inputs hold
    qint64 labelled = 0;   ///< of them
    qint64 training = 0;   ///< pictures of that part
    qint64 validation = 0;
    qint64 objects = 0;
    qint64 otherLabels = 0;   ///< annotations whose label is none of `classes`
    qint64 severalLabels = 0; ///< samples with several labels of which only the first counts (classification)
    bool isSplitByVersion = false;
    core::ProblemList problems; ///< samples that were left out: file missing, name too long
};

/// Only samples that people have labelled or confirmed count. Blocks. Errors: NotFound, InvalidArgument with a sentence
/// (inputs of different types, a type that cannot be learned), Cancelled, those of the store.
core::Result<GatheredPictures> gatherPictures(store::Store& store, const GatherRequest& request,
                                              const core::Control& control);

/// Whether it is an outlined object, and not a tiny one: what four clicks are taught with.
[[nodiscard]] bool isOutline(const domain::Annotation& annotation);

/// "classification", "detection", "segmentation": a job's task; empty for types that cannot be learned.
[[nodiscard]] QString jobTask(domain::DatasetType type);

} // namespace lw::scenarios
