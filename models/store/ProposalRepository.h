// SPDX-License-Identifier: GPL-3.0-or-later
//! What machines propose: written where no person has been, refined, refused, taken back.
#pragma once

#include "models/core/Progress.h"
#include "models/domain/Ids.h"
#include "models/domain/SmartRun.h"
#include "models/store/Store.h"

#include <QHash>
#include <QList>

#include <optional>
#include <vector>

namespace lw::store {

/// Samples that a machine may say something about.
struct OpenSamples {
    QList<domain::SampleId> unlabelled;
    QList<domain::SampleId> proposed; ///< to confirm, with nothing but a model's annotations, and no step by a person since
};

/// What a person says is never changed: samples that are labelled, or that a person has touched since they were
/// proposed, are passed over at the time of the write, whatever they were when the machine looked.
class ProposalRepository
{
public:
    explicit ProposalRepository(Store& store) : m_store(store) {}

    [[nodiscard]] core::Result<OpenSamples> open(domain::DatasetId dataset) const;
    /// What a person refused, by sample; samples that were labelled since are not among them.
    [[nodiscard]] core::Result<QHash<domain::SampleId, std::vector<domain::Annotation>>>
    rejected(domain::DatasetId dataset) const;
    /// The newest first.
    [[nodiscard]] core::Result<std::vector<domain::SmartRun>> runs(domain::DatasetId dataset) const;
    [[nodiscard]] core::Result<std::optional<domain::SmartRun>> run(const QString& jobId) const;

    /// Enters a run (`jobId`, `dataset`, `about`) and the step that takes it back, or returns how far it is if it was
    /// entered before. `author` is a domain::modelAuthor().
    QFuture<core::Result<domain::SmartRun>> begin(const domain::SmartRun& run, const QString& author);
    /// Writes one chunk: `proposals` stand on the job's lines from `from` on, `lines` of them. Does nothing when another
    /// process has written them or the run was taken back; the run that comes back tells. Errors: NotFound.
    QFuture<core::Result<domain::SmartRun>> write(const QString& jobId, const QString& author, qint64 from, qint64 lines,
                                                  const std::vector<domain::Proposal>& proposals);
    /// All chunks are written. `about` replaces what begin() entered.
    QFuture<core::Result<domain::SmartRun>> finish(const QString& jobId, const QJsonObject& about);

    /// Gives samples that still wait for confirmation another label of the whole sample, confidence and hard
    /// coefficient, in place: no step, no entry in their history. Samples with other shapes are left alone. Returns how
    /// many changed.
    QFuture<core::Result<qint64>> refine(domain::DatasetId dataset, const std::vector<domain::Proposal>& proposals);
    /// Takes the proposals off samples to confirm, which are then unlabelled (or labelled, where a person's annotations
    /// remain), and remembers them. One step that can be undone. Returns how many samples changed. Errors: Cancelled.
    QFuture<core::Result<qint64>> reject(domain::DatasetId dataset, const QList<domain::SampleId>& samples,
                                         const core::Control& control = {});

private:
    Store& m_store;
};

} // namespace lw::store
