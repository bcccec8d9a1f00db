// SPDX-License-Identifier: GPL-3.0-or-later
//! Batch actions and their swap.
#include "models/store/BatchAction.h"

#include "models/domain/Skeletons.h"
#include "models/store/Encoding.h"
#include "models/store/HistoryRecord.h"

#include <QDataStream>

#include <utility>

namespace lw::store {

using domain::Annotation;
using domain::LabelId;
using domain::SampleId;

namespace {

constexpr int kStreamVersion = QDataStream::Qt_6_4;

/// What batch_item keeps of a sample.
struct KeptSample {
    bool isInSight = true;
    SampleContent content;
};

QByteArray toBytes(const KeptSample& kept)
{
    return (kept.isInSight ? QByteArray("\1", 1) : QByteArray("\0", 1)) + contentToBytes(kept.content);
}

KeptSample keptFromBytes(const QByteArray& bytes)
{
    return {bytes.startsWith('\1'), contentFromBytes(bytes.mid(1))};
}

KeptSample present(Connection& connection, SampleId sample)
{
    Statement& row = connection.prepare("SELECT deleted_at IS NULL FROM sample WHERE id = ?");
    row.bind(1, sample.value);
    const bool isInSight = row.executeStep() && intAt(row, 0) != 0;
    row.reset();
    return {isInSight, readContent(connection, sample)};
}

bool isSampleThere(Connection& connection, SampleId sample)
{
    Statement& row = connection.prepare("SELECT 1 FROM sample WHERE id = ?");
    row.bind(1, sample.value);
    return hasRow(row);
}

/// Name, shortcut, is deleted, skeleton: what a step keeps of a label. Steps of older programs end before the skeleton.
QByteArray labelState(Connection& connection, LabelId label)
{
    Statement& row = connection.prepare("SELECT name, shortcut, deleted_at IS NOT NULL, skeleton FROM label WHERE id = ?");
    row.bind(1, label.value);
    row.executeStep();
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(kStreamVersion);
    out << label.value << textAt(row, 0) << textAt(row, 1) << (intAt(row, 2) != 0)
        << textAt(row, 3);
    row.reset();
    return bytes;
}

/// The label of such a state and whether it is deleted.
std::pair<LabelId, bool> labelAndFate(const QByteArray& state)
{
    QDataStream in(state);
    in.setVersion(kStreamVersion);
    LabelId label;
    QString name, shortcut;
    bool isDeleted = false;
    in >> label.value >> name >> shortcut >> isDeleted;
    return {label, isDeleted};
}

core::Result<> restoreLabel(Connection& connection, domain::DatasetId dataset, const QByteArray& state)
{
    QDataStream in(state);
    in.setVersion(kStreamVersion);
    LabelId label;
    QString name, shortcut;
    bool isDeleted = false;
    in >> label.value >> name >> shortcut >> isDeleted;
    const bool hasSkeleton = !in.atEnd();
    QString skeleton;
    in >> skeleton;
    const std::optional<LabelId> holder = labelNamed(connection, dataset, name);
    if (!isDeleted && holder && *holder != label) {
        return core::failure(core::ErrorCode::AlreadyExists, name);
    }
    Statement& taken = connection.prepare(
        "SELECT 1 FROM label WHERE dataset_id = ? AND shortcut = ? AND id <> ? AND deleted_at IS NULL");
    taken.bind(1, dataset.value);
    bindText(taken, 2, shortcut);
    taken.bind(3, label.value);
    const bool isShortcutTaken = hasRow(taken);
    Statement& update =
        connection.prepare(
        "UPDATE label SET name = ?, shortcut = ?, deleted_at = ?, skeleton = coalesce(?, skeleton) WHERE id = ?");
    bindText(update, 1, name);
    bindText(update, 2, isShortcutTaken ? QStringLiteral("") : shortcut);
    isDeleted ? update.bind(3, nowMs()) : update.bind(3);
    hasSkeleton ? bindText(update, 4, skeleton) : update.bind(4);
    update.bind(5, label.value);
    update.exec();
    return {};
}

} // namespace

BatchAction::BatchAction(WriteContext& context, domain::DatasetId dataset, BatchKind kind, const QString& author)
    : m_context(context), m_author(author), m_bin(context, dataset, author)
{
    Statement& drop =
        m_context.connection.prepare("DELETE FROM batch_step WHERE dataset_id = ? AND is_undone = 1");
    drop.bind(1, dataset.value);
    drop.exec();
    const qint64 writer = authorId(m_context.connection, author);
    Statement& insert = m_context.connection.prepare(
        "INSERT INTO batch_step (dataset_id, kind, payload, created_at, author_id) VALUES (?, ?, x'', ?, ?)");
    insert.bind(1, dataset.value);
    insert.bind(2, int(kind));
    insert.bind(3, nowMs());
    writer > 0 ? insert.bind(4, writer) : insert.bind(4);
    insert.exec();
    m_step = m_context.connection.lastInsertId();
}

BatchAction::BatchAction(WriteContext& context, domain::DatasetId dataset, qint64 step, const QString& author)
    : m_context(context), m_author(author), m_bin(context, dataset, author), m_step(step)
{
}

void BatchAction::keep(SampleId sample, const QByteArray& before)
{
    // A sample that an action touches twice keeps what it said first.
    Statement& insert = m_context.connection.prepare("INSERT OR IGNORE INTO batch_item VALUES (?, ?, ?)");
    insert.bind(1, m_step);
    insert.bind(2, sample.value);
    bindBlob(insert, 3, before);
    m_samples += insert.exec();
}

void BatchAction::change(SampleId sample, const std::function<void(SampleContent&)>& edit)
{
    const KeptSample before = present(m_context.connection, sample);
    SampleContent after = before.content;
    edit(after);
    if (!before.isInSight || after == before.content) {
        return;
    }
    keep(sample, toBytes(before));
    replaceContent(m_context.connection, sample, after, m_author, m_bin.delta());
    recordDifference(m_context.connection, sample, domain::HistoryCause::Batch, m_author, before.content, after);
}

void BatchAction::remove(SampleId sample, std::optional<LabelId> with)
{
    const KeptSample before = present(m_context.connection, sample);
    if (!before.isInSight) {
        return;
    }
    keep(sample, toBytes(before));
    m_bin.takeSample(sample, with);
}

std::optional<domain::RestoreRefusal> BatchAction::bringBack(SampleId sample)
{
    const KeptSample before = present(m_context.connection, sample);
    const auto refused = m_bin.bringSample(sample);
    if (!refused && !before.isInSight) {
        keep(sample, toBytes(before));
    }
    return refused;
}

void BatchAction::keepLabel(LabelId label)
{
    Statement& update = m_context.connection.prepare("UPDATE batch_step SET payload = ? WHERE id = ?");
    bindBlob(update, 1, labelState(m_context.connection, label));
    update.bind(2, m_step);
    update.exec();
    m_hasLabelChange = true;
}

void BatchAction::renameLabel(LabelId label, const QString& name)
{
    keepLabel(label);
    Statement& update = m_context.connection.prepare("UPDATE label SET name = ? WHERE id = ?");
    bindText(update, 1, name);
    update.bind(2, label.value);
    update.exec();
}

void BatchAction::changeSkeleton(LabelId label, const domain::SkeletonLayout& layout)
{
    keepLabel(label);
    Statement& update = m_context.connection.prepare("UPDATE label SET skeleton = ? WHERE id = ?");
    bindText(update, 1, skeletonToJson(layout));
    update.bind(2, label.value);
    update.exec();
}

void BatchAction::deleteLabel(LabelId label)
{
    m_bin.keepAnnotationsOf(label);
    for (SampleId sample : samplesWith(m_context.connection, label)) {
        change(sample, [&](SampleContent& content) { replaceLabelIn(content, label, std::nullopt, m_author); });
    }
    removeLabel(label);
    m_bin.takeLabel(label);
}

void BatchAction::bringBackLabel(LabelId label)
{
    keepLabel(label);
    for (SampleId sample : m_bin.samplesWaitingFor(label)) {
        const KeptSample now = present(m_context.connection, sample);
        if (now.isInSight) {
            keep(sample, toBytes(now));
        }
    }
    m_bin.bringLabel(label);
}

void BatchAction::removeLabel(LabelId label)
{
    keepLabel(label);
    Statement& update =
        m_context.connection.prepare("UPDATE label SET deleted_at = ?, shortcut = '' WHERE id = ?");
    update.bind(1, nowMs());
    update.bind(2, label.value);
    update.exec();
}

qint64 BatchAction::finish(bool isUnfinished)
{
    m_bin.delta().write(m_context.connection, m_context.change);
    if (m_samples == 0 && !m_hasLabelChange && !isUnfinished) {
        Statement& drop = m_context.connection.prepare("DELETE FROM batch_step WHERE id = ?");
        drop.bind(1, m_step);
        drop.exec();
    }
    return m_samples;
}

void replaceLabelIn(SampleContent& content, LabelId from, std::optional<LabelId> to, const QString& author)
{
    bool isTouched = false;
    if (to) {
        for (Annotation& a : content.annotations) {
            if (a.labelId == from) {
                a.labelId = *to;
                a.author = author;
                isTouched = true;
            }
        }
        // The same label of the whole sample twice says no more than once.
        bool isThere = false;
        std::erase_if(content.annotations, [&](const Annotation& a) {
            const bool isSame = a.labelId == *to && a.shape.kind == domain::ShapeKind::WholeSample;
            return isSame && std::exchange(isThere, true) && isTouched;
        });
    } else {
        isTouched = std::erase_if(content.annotations, [from](const Annotation& a) { return a.labelId == from; }) > 0;
    }
    if (isTouched) {
        content.state = stateFor(qint64(content.annotations.size()));
    }
}

void changeJointsIn(SampleContent& content, LabelId label, const std::vector<int>& origins)
{
    for (Annotation& a : content.annotations) {
        if (a.labelId == label && a.shape.kind == domain::ShapeKind::Skeleton) {
            a.shape = domain::withJoints(a.shape, origins);
        }
    }
    const auto isLost = [label](const Annotation& a) {
        return a.labelId == label && a.shape.kind == domain::ShapeKind::Skeleton && !a.shape.isValid();
    };
    if (std::erase_if(content.annotations, isLost) > 0) {
        content.state = stateFor(qint64(content.annotations.size()));
    }
}

void announceSamples(WriteContext& context, domain::DatasetId dataset, const QList<SampleId>& samples, bool membership)
{
    context.change.dataset = dataset;
    // Beyond a few screenfuls, asking again is cheaper than a list of ids.
    context.change.samples = samples.size() <= 1000 ? samples : QList<SampleId>();
    context.change.kinds |= Change::Samples | Change::Annotations;
    if (membership) {
        context.change.kinds |= Change::Membership;
    }
}

std::optional<LabelId> labelNamed(Connection& connection, domain::DatasetId dataset, const QString& name)
{
    Statement& row =
        connection.prepare("SELECT id FROM label WHERE dataset_id = ? AND name = ? AND deleted_at IS NULL");
    row.bind(1, dataset.value);
    bindText(row, 2, name);
    std::optional<LabelId> id;
    if (row.executeStep()) {
        id = LabelId(int64At(row, 0));
    }
    row.reset();
    return id;
}

QList<SampleId> samplesWith(Connection& connection, LabelId label)
{
    Statement& rows =
        connection.prepare("SELECT sample_id FROM sample_label WHERE label_id = ? ORDER BY sample_id");
    rows.bind(1, label.value);
    QList<SampleId> samples;
    while (rows.executeStep()) {
        samples.append(SampleId(int64At(rows, 0)));
    }
    rows.reset();
    return samples;
}

namespace {

/// True if a person has made a step on the sample after the batch action: that work must not be swapped away.
bool isEditedSince(Connection& connection, SampleId sample, qint64 time)
{
    Statement& row =
        connection.prepare("SELECT 1 FROM undo_step WHERE sample_id = ? AND created_at > ? LIMIT 1");
    row.bind(1, sample.value);
    row.bind(2, time);
    return hasRow(row);
}

qint64 itemCount(Connection& connection, qint64 step)
{
    Statement& row = connection.prepare("SELECT count(*) FROM batch_item WHERE step_id = ?");
    row.bind(1, step);
    row.executeStep();
    const qint64 count = int64At(row, 0);
    row.reset();
    return count;
}

/// A label that the swap takes away or brings back.
struct LabelSwap {
    LabelId label;
    bool isTakenAway = false;
    bool isBroughtBack = false;
};

LabelSwap beginLabelSwap(Connection& connection, TrashBin& bin, const QByteArray& wanted, QByteArray& now)
{
    const auto [label, willBeDeleted] = labelAndFate(wanted);
    now = labelState(connection, label);
    const bool isDeleted = labelAndFate(now).second;
    LabelSwap swap{label, willBeDeleted && !isDeleted, !willBeDeleted && isDeleted};
    if (swap.isTakenAway) {
        // Before the swap, because samples without later edits lose these annotations by it.
        bin.keepAnnotationsOf(label);
        bin.takeLabel(label);
    }
    return swap;
}

/// Exchanges one sample. What was done to it since stays: in sight with its labels, or in the trash with them.
void swapSample(Connection& connection, TrashBin& bin, SampleId sample, const KeptSample& now, KeptSample wanted,
                const LabelSwap& swap, qint64 madeAt, const QString& author)
{
    if (now.isInSight && !wanted.isInSight) {
        bin.takeSample(sample);
    } else if (!now.isInSight && wanted.isInSight) {
        bin.bringSample(sample, wanted.content);
    } else if (now.isInSight) {
        if (isEditedSince(connection, sample, madeAt)) {
            wanted.content.annotations = now.content.annotations;
            wanted.content.state = now.content.state;
        }
        if (swap.isTakenAway) {
            replaceLabelIn(wanted.content, swap.label, std::nullopt, author);
        }
        bin.settleLabels(wanted.content);
        const QString writer = wanted.content.annotations.empty() ? author : wanted.content.annotations.back().author;
        replaceContent(connection, sample, wanted.content, writer, bin.delta());
        recordDifference(connection, sample, domain::HistoryCause::Batch, author, now.content, wanted.content);
    }
}

void endLabelSwap(TrashBin& bin, const LabelSwap& swap)
{
    if (swap.isTakenAway) {
        bin.stripAnnotationsOf(swap.label);
    } else if (swap.isBroughtBack) {
        // After the swap, because it would take them off again.
        bin.bringAnnotationsOf(swap.label);
    }
}

} // namespace

core::Result<> swapStep(WriteContext& context, domain::DatasetId dataset, const char* find, bool becomesUndone,
                        const QString& author, const core::Control& control)
{
    Connection& connection = context.connection;
    Statement& step = connection.prepare(find);
    step.bind(1, dataset.value);
    const qint64 id = step.executeStep() ? int64At(step, 0) : 0;
    step.reset();
    if (id == 0) {
        return {};
    }
    Statement& head = connection.prepare("SELECT payload, created_at FROM batch_step WHERE id = ?");
    head.bind(1, id);
    head.executeStep();
    const QByteArray label = blobAt(head, 0);
    const qint64 madeAt = int64At(head, 1);
    head.reset();
    TrashBin bin(context, dataset, author);
    QByteArray labelNow;
    const LabelSwap swap = label.isEmpty() ? LabelSwap() : beginLabelSwap(connection, bin, label, labelNow);
    if (swap.label.isValid()) {
        if (auto restored = restoreLabel(connection, dataset, label); !restored) {
            return restored;
        }
    }
    const qint64 total = control.progress ? itemCount(connection, id) : 0;
    Statement items(connection.raw(), "SELECT sample_id, before FROM batch_item WHERE step_id = ?");
    items.bind(1, id);
    std::vector<std::pair<SampleId, QByteArray>> swapped;
    qint64 done = 0;
    while (items.executeStep()) {
        if (control.isCancelled()) {
            return core::failure(core::ErrorCode::Cancelled);
        }
        if (++done % kReportEvery == 0) {
            control.report(done, total);
        }
        const SampleId sample(int64At(items, 0));
        if (isSampleThere(connection, sample)) {
            const KeptSample now = present(connection, sample);
            swapSample(connection, bin, sample, now, keptFromBytes(blobAt(items, 1)), swap, madeAt, author);
            swapped.emplace_back(sample, toBytes(now));
        }
    }
    endLabelSwap(bin, swap);
    for (const auto& [sample, bytes] : swapped) {
        Statement& update =
            connection.prepare("UPDATE batch_item SET before = ? WHERE step_id = ? AND sample_id = ?");
        bindBlob(update, 1, bytes);
        update.bind(2, id);
        update.bind(3, sample.value);
        update.exec();
    }
    Statement& mark =
        connection.prepare("UPDATE batch_step SET is_undone = ?, payload = ? WHERE id = ?");
    mark.bind(1, becomesUndone ? 1 : 0);
    bindBlob(mark, 2, labelNow);
    mark.bind(3, id);
    mark.exec();
    bin.delta().write(connection, context.change);
    context.change.kinds |= Change::Samples | Change::Annotations | Change::Membership | Change::Labels;
    return {};
}

} // namespace lw::store
