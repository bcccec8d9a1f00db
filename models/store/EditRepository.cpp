// SPDX-License-Identifier: GPL-3.0-or-later
//! SQL of gestures: touches only the rows that changed, so that a step on a sample with ten thousand shapes is cheap.
#include "models/store/EditRepository.h"

#include "models/domain/SmartRun.h"
#include "models/store/HistoryRecord.h"
#include "models/store/RejectedProposals.h"
#include "models/store/Rows.h"

namespace lw::store {

using domain::SampleEdit;
using domain::SampleId;

namespace {

struct SampleHead {
    domain::DatasetId dataset;
    domain::SampleState state = domain::SampleState::Unlabelled;
    domain::HardMark hard;
    qint64 annotations = 0;
    std::optional<double> minConfidence;
    qint64 position = 0; ///< in the undo history
};

std::optional<SampleHead> readHead(Connection& connection, SampleId sample)
{
    Statement& row = connection.prepare(
        "SELECT dataset_id, state, is_hard, hard_coefficient, annotation_count, min_confidence, undo_position, "
        "hard_reasons FROM sample WHERE id = ? AND deleted_at IS NULL");
    row.bind(1, sample.value);
    std::optional<SampleHead> head;
    if (row.executeStep()) {
        head = SampleHead{domain::DatasetId(int64At(row, 0)), static_cast<domain::SampleState>(intAt(row, 1)),
                          {intAt(row, 2) != 0, optionalAt(row, 3), reasonsAt(row, 7)}, int64At(row, 4), optionalAt(row, 5),
                          int64At(row, 6)};
    }
    row.reset();
    return head;
}

/// Label of the annotation as the file has it now, 0 if there is none.
qint64 storedLabel(Connection& connection, SampleId sample, domain::AnnotationId id)
{
    Statement& row = connection.prepare("SELECT label_id FROM annotation WHERE sample_id = ? AND id = ?");
    row.bind(1, sample.value);
    row.bind(2, id.value);
    const qint64 label = row.executeStep() ? int64At(row, 0) : 0;
    row.reset();
    return label;
}

void removeAnnotation(Connection& connection, SampleId sample, domain::AnnotationId id)
{
    Statement& remove = connection.prepare("DELETE FROM annotation WHERE sample_id = ? AND id = ?");
    remove.bind(1, sample.value);
    remove.bind(2, id.value);
    remove.exec();
}

/// Writes the annotation rows; returns the change in number per label.
std::map<qint64, qint64> writeChanges(Connection& connection, SampleId sample, const SampleEdit& edit)
{
    std::map<qint64, qint64> byLabel;
    for (const domain::AnnotationChange& change : edit.changes) {
        const qint64 old = storedLabel(connection, sample, change.id());
        if (old != 0) {
            --byLabel[old];
        }
        if (change.after) {
            writeAnnotation(connection, sample, *change.after);
            ++byLabel[change.after->labelId.value];
        } else {
            removeAnnotation(connection, sample, change.id());
        }
    }
    return byLabel;
}

void countLabels(Connection& connection, SampleId sample, const std::map<qint64, qint64>& byLabel, CounterDelta& delta)
{
    LabelCounts before, after;
    for (const auto& [label, difference] : byLabel) {
        Statement& row =
            connection.prepare("SELECT count FROM sample_label WHERE label_id = ? AND sample_id = ?");
        row.bind(1, label);
        row.bind(2, sample.value);
        const qint64 count = row.executeStep() ? int64At(row, 0) : 0;
        row.reset();
        before[label] = count;
        if (count + difference > 0) {
            after[label] = count + difference;
        }
    }
    updateSampleLabels(connection, sample, before, after, delta);
}

std::optional<double> lowestConfidence(Connection& connection, SampleId sample)
{
    Statement& row = connection.prepare("SELECT min(confidence) FROM annotation WHERE sample_id = ?");
    row.bind(1, sample.value);
    row.executeStep();
    const std::optional<double> lowest = optionalAt(row, 0);
    row.reset();
    return lowest;
}

bool touchesConfidence(const SampleEdit& edit)
{
    for (const domain::AnnotationChange& change : edit.changes) {
        if ((change.before && change.before->confidence) || (change.after && change.after->confidence)) {
            return true;
        }
    }
    return false;
}

/// A person who drew while proposals were written to the sample did not see them: they must not end up as that person's
/// work. Steps that were made on proposals say so in their state.
void removeUnseenProposals(WriteContext& context, SampleId sample, const SampleEdit& edit, SampleHead& head)
{
    if (head.state != domain::SampleState::ToConfirm || edit.changes.empty() || edit.stateBefore == head.state) {
        return;
    }
    SampleContent content = readContent(context.connection, sample);
    const auto removed = std::erase_if(content.annotations,
                                       [](const domain::Annotation& a) { return domain::isModelAuthor(a.author); });
    if (removed == 0) {
        return;
    }
    content.state = stateFor(qint64(content.annotations.size()));
    CounterDelta delta(head.dataset);
    const SampleContent before = replaceContent(context.connection, sample, content, {}, delta);
    delta.write(context.connection, context.change);
    recordDifference(context.connection, sample, domain::HistoryCause::Batch, {}, before, content);
    head = *readHead(context.connection, sample);
}

/// `isStep` tells a new step from a walk through the steps.
core::Result<> applyEdit(WriteContext& context, SampleId sample, const SampleEdit& edit, qint64 position,
                         const QString& author, bool isStep)
{
    Connection& connection = context.connection;
    std::optional<SampleHead> head = readHead(connection, sample);
    if (!head) {
        return core::failure(core::ErrorCode::NotFound, QString::number(sample.value));
    }
    removeUnseenProposals(context, sample, edit, *head);
    CounterDelta delta(head->dataset);
    const std::map<qint64, qint64> byLabel = writeChanges(connection, sample, edit);
    followRejection(connection, sample, edit);
    qint64 difference = 0;
    for (const auto& [label, n] : byLabel) {
        difference += n;
    }
    countLabels(connection, sample, byLabel, delta);
    delta.countAnnotations(difference);

    const domain::SampleState followed = edit.changes.empty() ? head->state : stateFor(head->annotations + difference);
    const domain::SampleState state = edit.stateAfter.value_or(followed);
    const domain::HardMark hard = edit.hardAfter.value_or(head->hard);
    delta.countSample(head->state, head->hard.isHard, -1);
    delta.countSample(state, hard.isHard, +1);

    qint64 nextId = 0;
    for (const domain::AnnotationChange& change : edit.changes) {
        nextId = std::max(nextId, change.id().value + 1);
    }
    const qint64 writer = authorId(connection, author);
    Statement& update = connection.prepare(
        "UPDATE sample SET state = ?, is_hard = ?, hard_coefficient = ?, annotation_count = ?, min_confidence = ?, "
        "next_annotation = max(next_annotation, ?), undo_position = ?, author_id = ?, changed_at = ?, hard_reasons = ? "
        "WHERE id = ?");
    update.bind(1, int(state));
    update.bind(2, hard.isHard ? 1 : 0);
    bindOptional(update, 3, hard.coefficient);
    update.bind(4, head->annotations + difference);
    bindOptional(update, 5, touchesConfidence(edit) ? lowestConfidence(connection, sample) : head->minConfidence);
    update.bind(6, nextId);
    update.bind(7, position);
    writer > 0 ? update.bind(8, writer) : update.bind(8);
    update.bind(9, nowMs());
    bindTextOrNull(update, 10, domain::hardReasonsText(hard.reasons));
    update.bind(11, sample.value);
    update.exec();

    delta.write(connection, context.change);
    using enum domain::HistoryCause;
    recordEvent(connection, sample,
                {isStep ? Gesture : position < head->position ? Undo : Redo, edit.kind, author, 0,
                 domain::notesOf(edit.changes)});
    context.change.touch(Change::Samples, sample);
    context.change.touch(Change::Annotations);
    return {};
}

void appendStep(Connection& connection, SampleId sample, const SampleEdit& edit, qint64 position, const QString& author)
{
    Statement& drop = connection.prepare("DELETE FROM undo_step WHERE sample_id = ? AND position >= ?");
    drop.bind(1, sample.value);
    drop.bind(2, position);
    drop.exec();
    const qint64 writer = authorId(connection, author);
    Statement& insert = connection.prepare(
        "INSERT INTO undo_step (sample_id, position, kind, edit, author_id, created_at) VALUES (?, ?, ?, ?, ?, ?)");
    insert.bind(1, sample.value);
    insert.bind(2, position);
    insert.bind(3, int(edit.kind));
    bindBlob(insert, 4, toBytes(edit));
    writer > 0 ? insert.bind(5, writer) : insert.bind(5);
    insert.bind(6, nowMs());
    insert.exec();
}

/// IM-2: the first kind drawn in a dataset becomes its default.
void rememberFirstShape(WriteContext& context, const SampleEdit& edit)
{
    if (edit.kind != domain::EditKind::AddShape || edit.changes.empty() || !edit.changes.front().after) {
        return;
    }
    Statement& update =
        context.connection.prepare("UPDATE dataset SET default_shape = ? WHERE id = ? AND default_shape IS NULL");
    update.bind(1, int(edit.changes.front().after->shape.kind));
    update.bind(2, context.change.dataset.value);
    update.exec();
}

} // namespace

QFuture<core::Result<>> EditRepository::apply(SampleId sample, const SampleEdit& edit, qint64 position)
{
    return m_store.write<void>(
        [sample, edit, position, author = m_store.author()](WriteContext& context) -> core::Result<> {
            if (auto applied = applyEdit(context, sample, edit, position + 1, author, true); !applied) {
                return applied;
            }
            appendStep(context.connection, sample, edit, position, author);
            rememberFirstShape(context, edit);
            return {};
        });
}

QFuture<core::Result<>> EditRepository::move(SampleId sample, const SampleEdit& edit, qint64 position)
{
    return m_store.write<void>(
        [sample, edit, position, author = m_store.author()](WriteContext& context) -> core::Result<> {
            return applyEdit(context, sample, edit, position, author, false);
        });
}

} // namespace lw::store
