// SPDX-License-Identifier: GPL-3.0-or-later
//! Training a model on datasets (TR-2): the estimate, what stands in the way, and the start.
#pragma once

#include "app/scenarios/JobPictures.h"
#include "models/domain/EngineJob.h"

#include <QJsonObject>
#include <QStringList>

namespace lw::scenarios {

struct TrainingRequest {
    QString name;
    QString description;
    QList<JobInputChoice> inputs;
    QString algorithm;      ///< id in domain::algorithms()
    QJsonObject parameters; ///< those that are not at their defaults, at least
    QString model;          ///< id or name of the library's model to start from; may be empty
    double trainRatio = 0.8; ///< where a version has no split of its own
    quint64 seed = kDefaultSeed; ///< of that split
};

struct TrainingEstimate {
    double seconds = 0; ///< from start to end, on this computer
    QString basis;      ///< one sentence: how that was reckoned
    double passes = 0;  ///< how often each sample is seen, about
    qint64 samples = 0;
    qint64 labelled = 0;
    qint64 training = 0;
    qint64 validation = 0;
    QStringList labels;
    QStringList unmet; ///< sentences; while there is one, it cannot be started
    QStringList notes; ///< sentences about what will be left out
    core::ProblemList problems; ///< samples that will be left out

    [[nodiscard]] bool canStart() const { return unmet.isEmpty(); }
};

/// What the training would read and take, and all that stands in its way. Blocks: reads the labels of the inputs.
/// Errors: NotFound (dataset, version), Cancelled, those of the store. Whatever a person can mend is in `unmet`.
core::Result<TrainingEstimate> estimateTraining(store::Store& store, const TrainingRequest& request,
                                                const core::Control& control);

struct StartedTraining {
    domain::EngineJob job;
    TrainingEstimate estimate;
};

/// Makes the job's folder and starts its process, which outlives this program. Blocks.
/// Errors: as estimateTraining(), InvalidArgument with all unmet conditions, those of worker::startJob(); no job is left
/// then.
core::Result<StartedTraining> startTraining(store::Store& store, const TrainingRequest& request,
                                            const core::Control& control);

} // namespace lw::scenarios
