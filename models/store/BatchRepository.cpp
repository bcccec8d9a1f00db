// SPDX-License-Identifier: GPL-3.0-or-later
//! SQL of actions on many samples. Each writes down, per sample, what it changed; undoing writes that back.
#include "models/store/BatchRepository.h"

#include "models/domain/Skeletons.h"
#include "models/store/BatchAction.h"
#include "models/store/SampleQuery.h"

namespace lw::store {

using domain::DatasetId;
using domain::LabelId;
using domain::SampleId;

namespace {

QList<SampleId> exclusive(Connection& connection, LabelId label)
{
    Statement& rows = connection.prepare(
        "SELECT l.sample_id FROM sample_label l JOIN sample s ON s.id = l.sample_id "
        "WHERE l.label_id = ? AND l.count = s.annotation_count AND s.deleted_at IS NULL ORDER BY l.sample_id");
    rows.bind(1, label.value);
    QList<SampleId> samples;
    while (rows.executeStep()) {
        samples.append(SampleId(int64At(rows, 0)));
    }
    rows.reset();
    return samples;
}

DatasetId datasetOf(Connection& connection, LabelId label)
{
    Statement& row =
        connection.prepare("SELECT dataset_id FROM label WHERE id = ? AND deleted_at IS NULL");
    row.bind(1, label.value);
    const DatasetId dataset(row.executeStep() ? int64At(row, 0) : 0);
    row.reset();
    return dataset;
}

std::optional<BatchStep> edgeStep(const Store& store, const char* sql, DatasetId dataset)
{
    const auto found = guarded<BatchStep>(store.filePath(), [&]() -> core::Result<BatchStep> {
        Statement& row = store.reader().prepare(sql);
        row.bind(1, dataset.value);
        BatchStep step;
        if (row.executeStep()) {
            step = {int64At(row, 0), static_cast<BatchKind>(intAt(row, 1))};
        }
        row.reset();
        return step;
    });
    return found && found->id > 0 ? std::optional(*found) : std::nullopt;
}

constexpr const char* kUndoable =
    "SELECT id, kind FROM batch_step WHERE dataset_id = ? AND is_undone = 0 ORDER BY id DESC LIMIT 1";
constexpr const char* kRedoable =
    "SELECT id, kind FROM batch_step WHERE dataset_id = ? AND is_undone = 1 ORDER BY id LIMIT 1";

} // namespace

QFuture<core::Result<qint64>> BatchRepository::setHard(DatasetId dataset, const QList<SampleId>& samples, bool isHard)
{
    return m_store.write<qint64>([=, author = m_store.author()](WriteContext& context) -> core::Result<qint64> {
        BatchAction action(context, dataset, isHard ? BatchKind::MarkHard : BatchKind::UnmarkHard, author);
        for (SampleId sample : samples) {
            action.change(sample, [isHard](SampleContent& content) {
                content.isHard = isHard;
                content.hardCoefficient.reset();
                content.hardReasons.clear();
            });
        }
        announceSamples(context, dataset, samples, false);
        return action.finish();
    });
}

QFuture<core::Result<qint64>> BatchRepository::deleteSamples(DatasetId dataset, const QList<SampleId>& samples)
{
    return m_store.write<qint64>([=, author = m_store.author()](WriteContext& context) -> core::Result<qint64> {
        BatchAction action(context, dataset, BatchKind::DeleteSamples, author);
        for (SampleId sample : samples) {
            action.remove(sample);
        }
        announceSamples(context, dataset, samples, true);
        return action.finish();
    });
}

QFuture<core::Result<qint64>> BatchRepository::replaceLabel(DatasetId dataset, const QList<SampleId>& samples,
                                                            LabelId from, std::optional<LabelId> to)
{
    return m_store.write<qint64>([=, author = m_store.author()](WriteContext& context) -> core::Result<qint64> {
        BatchAction action(context, dataset, to ? BatchKind::ReplaceLabel : BatchKind::RemoveLabel, author);
        for (SampleId sample : samples) {
            action.change(sample, [&](SampleContent& content) { replaceLabelIn(content, from, to, author); });
        }
        announceSamples(context, dataset, samples, false);
        return action.finish();
    });
}

QFuture<core::Result<qint64>> BatchRepository::renameLabel(LabelId label, const QString& name)
{
    return m_store.write<qint64>([=, author = m_store.author()](WriteContext& context) -> core::Result<qint64> {
        if (!domain::isValidLabelName(name)) {
            return core::failure(core::ErrorCode::InvalidArgument, name);
        }
        const DatasetId dataset = datasetOf(context.connection, label);
        if (!dataset.isValid()) {
            return core::failure(core::ErrorCode::NotFound, name);
        }
        const std::optional<LabelId> other = labelNamed(context.connection, dataset, name);
        if (other == label) {
            return qint64(0);
        }
        BatchAction action(context, dataset, other ? BatchKind::MergeLabels : BatchKind::RenameLabel, author);
        if (other) {
            for (SampleId sample : samplesWith(context.connection, label)) {
                action.change(sample, [&](SampleContent& content) { replaceLabelIn(content, label, other, author); });
            }
            action.removeLabel(label);
            announceSamples(context, dataset, {}, false);
        } else {
            action.renameLabel(label, name);
        }
        context.change.touch(Change::Labels);
        return action.finish();
    });
}

QFuture<core::Result<qint64>> BatchRepository::changeSkeleton(LabelId label, const domain::SkeletonLayout& layout,
                                                              const std::vector<int>& origins)
{
    return m_store.write<qint64>([=, author = m_store.author()](WriteContext& context) -> core::Result<qint64> {
        if (!domain::isValid(layout) || layout.joints.size() != qsizetype(origins.size())) {
            return core::failure(core::ErrorCode::InvalidArgument, QString::number(label.value));
        }
        const DatasetId dataset = datasetOf(context.connection, label);
        if (!dataset.isValid()) {
            return core::failure(core::ErrorCode::NotFound, QString::number(label.value));
        }
        BatchAction action(context, dataset, BatchKind::ChangeSkeleton, author);
        for (SampleId sample : samplesWith(context.connection, label)) {
            action.change(sample, [&](SampleContent& content) { changeJointsIn(content, label, origins); });
        }
        action.changeSkeleton(label, layout);
        announceSamples(context, dataset, {}, false);
        context.change.touch(Change::Labels);
        return action.finish();
    });
}

QFuture<core::Result<QList<SampleId>>> BatchRepository::deleteLabel(LabelId label, LabelDeletion mode)
{
    using Removed = QList<SampleId>;
    return m_store.write<Removed>([=, author = m_store.author()](WriteContext& context) -> core::Result<Removed> {
        const DatasetId dataset = datasetOf(context.connection, label);
        if (!dataset.isValid()) {
            return core::failure(core::ErrorCode::NotFound, QString::number(label.value));
        }
        BatchAction action(context, dataset, BatchKind::DeleteLabel, author);
        Removed removed;
        if (mode == LabelDeletion::WithExclusiveSamples) {
            removed = exclusive(context.connection, label);
            for (SampleId sample : removed) {
                action.remove(sample, label);
            }
        }
        action.deleteLabel(label);
        announceSamples(context, dataset, {}, true);
        context.change.touch(Change::Labels);
        action.finish();
        return removed;
    });
}

core::Result<QList<SampleId>> BatchRepository::exclusiveSamples(LabelId label) const
{
    return guarded<QList<SampleId>>(m_store.filePath(), [&]() -> core::Result<QList<SampleId>> {
        return exclusive(m_store.reader(), label);
    });
}

std::optional<BatchStep> BatchRepository::undoable(DatasetId dataset) const
{
    return edgeStep(m_store, kUndoable, dataset);
}

std::optional<BatchStep> BatchRepository::redoable(DatasetId dataset) const
{
    return edgeStep(m_store, kRedoable, dataset);
}

QFuture<core::Result<>> BatchRepository::undo(DatasetId dataset, const core::Control& control)
{
    return m_store.write<void>([dataset, control, author = m_store.author()](WriteContext& context) {
        return swapStep(context, dataset, kUndoable, true, author, control);
    });
}

QFuture<core::Result<>> BatchRepository::redo(DatasetId dataset, const core::Control& control)
{
    return m_store.write<void>([dataset, control, author = m_store.author()](WriteContext& context) {
        return swapStep(context, dataset, kRedoable, false, author, control);
    });
}

} // namespace lw::store
