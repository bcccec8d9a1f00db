// SPDX-License-Identifier: GPL-3.0-or-later
//! Turns samples as files state them into rows of a dataset. Shared by import, sync, add files and export as dataset.
#pragma once

#include "app/scenarios/LabelNames.h"
#include "engine/formats/ImportedSample.h"
#include "models/domain/Dataset.h"
#include "models/store/BulkWriter.h"

#include <optional>

namespace lw::scenarios {

/// How many came, changed, or were left out.
struct IntakeCounts {
    qint64 samplesAdded = 0;
    qint64 samplesUpdated = 0; ///< were there and got something new
    qint64 samplesSkipped = 0; ///< were there and say the same, were filtered out, or had a problem
    qint64 annotationsAdded = 0;
    qint64 annotationsSkipped = 0; ///< were there already or had a problem
};

/// One job thread. Takes everything back when destroyed unless finish() succeeded.
class Intake {
public:
    Intake(store::Store& store, const domain::Dataset& dataset, domain::TaskId task);

    /// Errors: those of the store; then the intake is over.
    core::Result<> add(formats::ImportedSample&& sample, store::MergeMode mode);
    /// Makes a label that the dataset does not have yet, or gives a skeleton to one without, at the end of the intake.
    core::Result<> declare(const domain::Label& label) { return m_labels.declare(label); }
    [[nodiscard]] store::BulkWriter& writer() { return m_writer; }
    /// Commits, and gives the dataset its default shape kind if it had none (IM-2).
    core::Result<IntakeCounts> finish();

private:
    [[nodiscard]] const QString& folderOf(const QString& path, qsizetype slash);

    store::Store& m_store;
    domain::Dataset m_dataset;
    store::BulkWriter m_writer;
    LabelNames m_labels;
    QString m_lastFolder; ///< absolute, of the last sample: most samples lie in the same one
    QString m_lastStoredFolder;
    std::optional<domain::ShapeKind> m_firstKind;
    qint64 m_annotationsSeen = 0;
    qint64 m_startedAt;
};

} // namespace lw::scenarios
