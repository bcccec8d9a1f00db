// SPDX-License-Identifier: GPL-3.0-or-later
//! Actions on many samples or on a label at once, each one undoable step of the dataset.
#pragma once

#include "models/core/Progress.h"
#include "models/domain/Ids.h"
#include "models/domain/Label.h"
#include "models/domain/WholeLabels.h"
#include "models/store/Store.h"

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace lw::store {

/// Stored as its number: append only.
enum class BatchKind {
    MarkHard,
    UnmarkHard,
    DeleteSamples,
    DeleteLabel,
    RenameLabel,
    MergeLabels,   ///< renamed to the name of another label: annotations move there
    ReplaceLabel,  ///< on the selection, annotations of one label get another
    RemoveLabel,   ///< on the selection, annotations of one label are removed
    RestoreSamples, ///< from the trash
    RestoreLabel,   ///< from the trash, with its annotations
    ChangeSkeleton, ///< joints of a label came, went or changed places
    SetLabels,      ///< a label of the whole sample, given or taken, on the selection
    ConfirmSamples, ///< samples to confirm became labelled
    SetAttribute,   ///< an attribute of samples was set or taken off
    SmartLabel,     ///< a run of smart labelling proposed labels
    RejectProposals, ///< proposed labels were refused
};

/// AN-5: what goes when a label is deleted. Files are the caller's business (scenarios/DeleteSamples).
enum class LabelDeletion {
    LabelOnly,             ///< the label and its annotations; samples stay
    WithExclusiveSamples,  ///< also samples that have annotations of no other label
};

struct BatchStep {
    qint64 id = 0;
    BatchKind kind = BatchKind::MarkHard;
};

/// All writes are single durable transactions; counters and undo information are part of them. Those that take a
/// `control` poll it for every sample and roll back with Cancelled; it is called on the writer's thread.
class BatchRepository
{
public:
    explicit BatchRepository(Store& store) : m_store(store) {}

    /// Returns how many samples changed.
    QFuture<core::Result<qint64>> setHard(domain::DatasetId dataset, const QList<domain::SampleId>& samples, bool isHard);
    /// Takes samples out of sight. Their files stay.
    QFuture<core::Result<qint64>> deleteSamples(domain::DatasetId dataset, const QList<domain::SampleId>& samples);
    /// Annotations of `from` become `to`; without `to` they are removed.
    QFuture<core::Result<qint64>> replaceLabel(domain::DatasetId dataset, const QList<domain::SampleId>& samples,
                                               domain::LabelId from, std::optional<domain::LabelId> to);
    /// Gives or takes a label of the whole sample (classification). What a person labels needs no confirmation any more.
    /// With `toggles` the label is taken off if all samples say already what they would say.
    QFuture<core::Result<qint64>> setLabel(domain::DatasetId dataset, const QList<domain::SampleId>& samples,
                                           const domain::Labelling& labelling, bool toggles = false,
                                           const core::Control& control = {});
    /// Samples to confirm become labelled, or unlabelled where there is nothing on them; others stay as they are.
    QFuture<core::Result<qint64>> confirm(domain::DatasetId dataset, const QList<domain::SampleId>& samples,
                                          const core::Control& control = {});
    /// Renames; if another label has the name already, annotations move to it and `label` goes.
    /// Errors: InvalidArgument (DS-3), NotFound.
    QFuture<core::Result<qint64>> renameLabel(domain::LabelId label, const QString& name);
    /// Gives the label other joints, and its skeletons on all samples with it: joint i was joint `origins[i]`, or is new
    /// (-1) and absent at first. A skeleton of which no joint is left goes. Returns how many samples changed.
    /// Errors: NotFound, InvalidArgument (layout, or not one origin for each joint).
    QFuture<core::Result<qint64>> changeSkeleton(domain::LabelId label, const domain::SkeletonLayout& layout,
                                                 const std::vector<int>& origins);
    /// Returns the samples that went out of sight (empty for LabelOnly).
    QFuture<core::Result<QList<domain::SampleId>>> deleteLabel(domain::LabelId label, LabelDeletion mode);
    /// Samples that have annotations of `label` and of no other. Any thread.
    [[nodiscard]] core::Result<QList<domain::SampleId>> exclusiveSamples(domain::LabelId label) const;

    /// The step that undo() / redo() would touch, if any.
    [[nodiscard]] std::optional<BatchStep> undoable(domain::DatasetId dataset) const;
    [[nodiscard]] std::optional<BatchStep> redoable(domain::DatasetId dataset) const;
    QFuture<core::Result<>> undo(domain::DatasetId dataset, const core::Control& control = {});
    QFuture<core::Result<>> redo(domain::DatasetId dataset, const core::Control& control = {});

private:
    Store& m_store;
};

} // namespace lw::store
