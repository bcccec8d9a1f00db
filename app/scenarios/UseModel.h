// SPDX-License-Identifier: GPL-3.0-or-later
//! Using models of the library: measuring one on labelled samples (TR-7), asking it about a folder (TR-9).
#pragma once

#include "app/scenarios/JobPictures.h"
#include "models/domain/EngineJob.h"

namespace lw::scenarios {

struct EvaluationRequest {
    QString model; ///< id or name
    JobInputChoice input;
    UsedPart part = UsedPart::Validation;
    QString name;        ///< of the job; empty: the model's
    QJsonObject options; ///< "threads", "device"
};

struct StartedEvaluation {
    domain::EngineJob job;
    qint64 pictures = 0;
    qint64 otherLabels = 0; ///< annotations with labels that the model does not know; they are left out
    core::ProblemList problems;
};

/// Starts a job that compares the model's answers with the labels. Blocks.
/// Errors: NotFound (model, dataset, version), InvalidArgument with a sentence (types differ, nothing labelled, no label
/// in common), Cancelled, those of worker::startJob().
core::Result<StartedEvaluation> startEvaluation(store::Store& store, const EvaluationRequest& request,
                                                const core::Control& control);

struct PredictionRequest {
    QString model;  ///< id or name
    QString folder; ///< all pictures in it and below
    QString name;   ///< of the job; empty: the model's
    double leastScore = 0.3; ///< of an object that counts
    QJsonObject options;     ///< "threads", "device"
};

struct StartedPrediction {
    domain::EngineJob job;
    qint64 pictures = 0;
    core::ProblemList problems; ///< files that were left out
};

/// Starts a job that says what is on the pictures of a folder. Blocks.
/// Errors: NotFound (model, folder), InvalidArgument with a sentence (weights that say nothing, no pictures), Cancelled,
/// those of worker::startJob().
core::Result<StartedPrediction> startPrediction(const QString& projectFolder, const PredictionRequest& request,
                                                const core::Control& control);

struct PredictionOutcome {
    qint64 samples = 0;
    qint64 annotations = 0;
    QString path;               ///< of the manifest
    core::ProblemList problems; ///< pictures that could not be read
};

/// Writes what a prediction found as a manifest, whose annotations name the model and its confidence. Files that the
/// manifest needs (of boxes and masks) lie beside it. Blocks.
/// Errors: InvalidArgument (the job is no finished prediction), AlreadyExists, ReadOnly, DiskFull, WriteFailed,
/// Malformed, Cancelled; nothing is left then.
core::Result<PredictionOutcome> writePredictions(const domain::EngineJob& job, const QString& file,
                                                 const core::Control& control);

} // namespace lw::scenarios
