// SPDX-License-Identifier: GPL-3.0-or-later
//! Smart labelling as values: what a machine proposes for a sample, and what became of a run.
#pragma once

#include "models/domain/Annotation.h"
#include "models/domain/SampleEdit.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace lw::domain {

/// Stored as its number: append only.
enum class SmartRunState {
    Writing,   ///< proposals are being written, or the writing was killed and can go on
    Done,
    TakenBack, ///< undone before it was through; nothing more is written
};

/// A job whose proposals were written.
struct SmartRun {
    QString jobId;
    DatasetId dataset;
    SmartRunState state = SmartRunState::Writing;
    qint64 readLines = 0; ///< of the job's proposals
    qint64 proposed = 0;  ///< samples that got proposals
    qint64 skipped = 0;   ///< left alone: a person was there first, or the labels are gone
    QJsonObject about;    ///< mode, model, labelled, quality …: see app/scenarios/SmartVerdict.h
    qint64 createdAt = 0; ///< ms since 1970 UTC
    qint64 finishedAt = 0;

    bool operator==(const SmartRun&) const = default;
};

/// What a machine says about one sample. Annotations carry label, shape and confidence; the store gives ids, order,
/// author and time.
struct Proposal {
    SampleId sample;
    std::vector<Annotation> annotations; ///< empty: nothing was found, the sample stays unlabelled
    HardMark hard;

    bool operator==(const Proposal&) const = default;
};

/// Name under which the model called `name` writes: "model/<name>".
[[nodiscard]] QString modelAuthor(const QString& name);
/// True for modelAuthor() and for what manifests call work of a model: "modelarts/active-learning" and its like.
[[nodiscard]] bool isModelAuthor(const QString& author);

} // namespace lw::domain
