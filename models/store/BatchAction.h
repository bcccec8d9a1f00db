// SPDX-License-Identifier: GPL-3.0-or-later
//! One batch action inside its transaction, with what is needed to take it back. Private to models/store.
#pragma once

#include "models/store/BatchRepository.h"
#include "models/store/Rows.h"
#include "models/store/TrashBin.h"

#include <functional>

namespace lw::store {

/// Samples between two reports of progress.
inline constexpr qint64 kReportEvery = 256;

/// Makes the changes and writes each sample's former state into batch_item. Steps that could have been redone go.
class BatchAction
{
public:
    BatchAction(WriteContext& context, domain::DatasetId dataset, BatchKind kind, const QString& author);
    /// Goes on with a step that an earlier write began: work too long for one transaction that is one step all the same.
    BatchAction(WriteContext& context, domain::DatasetId dataset, qint64 step, const QString& author);
    [[nodiscard]] qint64 step() const { return m_step; }

    /// Lets `edit` change what the sample says; unchanged samples cost nothing.
    void change(domain::SampleId sample, const std::function<void(SampleContent&)>& edit);
    /// Moves the sample to the trash. `with` is the label that is deleted in the same action.
    void remove(domain::SampleId sample, std::optional<domain::LabelId> with = std::nullopt);
    /// Brings a sample back from the trash.
    std::optional<domain::RestoreRefusal> bringBack(domain::SampleId sample);
    void renameLabel(domain::LabelId label, const QString& name);
    void changeSkeleton(domain::LabelId label, const domain::SkeletonLayout& layout);
    /// Takes the label out of sight for good; its annotations must be gone.
    void removeLabel(domain::LabelId label);
    /// Moves the label to the trash, with its annotations.
    void deleteLabel(domain::LabelId label);
    /// Brings a label back from the trash, with its annotations.
    void bringBackLabel(domain::LabelId label);
    /// What came of bringing back.
    [[nodiscard]] domain::RestoreOutcome& outcome() { return m_bin.outcome(); }
    /// Writes the counters; returns how many samples changed. An action that changed nothing leaves no step, unless more
    /// is to come.
    qint64 finish(bool isUnfinished = false);

private:
    void keep(domain::SampleId sample, const QByteArray& before);
    void keepLabel(domain::LabelId label);

    WriteContext& m_context;
    QString m_author;
    TrashBin m_bin;
    qint64 m_step = 0;
    qint64 m_samples = 0;
    bool m_hasLabelChange = false;
};

/// Annotations of `from` become `to`, or go; the sample's state follows.
void replaceLabelIn(SampleContent& content, domain::LabelId from, std::optional<domain::LabelId> to,
                    const QString& author);
/// Skeletons of `label` get other joints, see BatchRepository::changeSkeleton(); the sample's state follows.
void changeJointsIn(SampleContent& content, domain::LabelId label, const std::vector<int>& origins);
void announceSamples(WriteContext& context, domain::DatasetId dataset, const QList<domain::SampleId>& samples,
                     bool membership);
[[nodiscard]] std::optional<domain::LabelId> labelNamed(Connection& connection, domain::DatasetId dataset,
                                                        const QString& name);
[[nodiscard]] QList<domain::SampleId> samplesWith(Connection& connection, domain::LabelId label);

/// Exchanges what the step kept with what is there now, and marks it undone or done: undo and redo are the same swap.
/// `find` selects the step's id and kind by dataset. Does nothing when there is no such step.
core::Result<> swapStep(WriteContext& context, domain::DatasetId dataset, const char* find, bool becomesUndone,
                        const QString& author, const core::Control& control);

} // namespace lw::store
