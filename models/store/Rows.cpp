// SPDX-License-Identifier: GPL-3.0-or-later
//! Row readers and counters.
#include "models/store/Rows.h"

#include "models/domain/ShapeBytes.h"

#include <QDateTime>

#include <algorithm>

namespace lw::store {

using domain::Annotation;
using domain::Sample;
using domain::SampleState;

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

qint64 authorId(Connection& connection, const QString& name)
{
    if (name.isEmpty()) {
        return 0;
    }
    Statement& find = connection.prepare("SELECT id FROM author WHERE name = ?");
    bindText(find, 1, name);
    if (find.executeStep()) {
        const qint64 id = int64At(find, 0);
        find.reset();
        return id;
    }
    find.reset();
    Statement& insert = connection.prepare("INSERT INTO author (name) VALUES (?)");
    bindText(insert, 1, name);
    insert.exec();
    return connection.lastInsertId();
}

domain::HardReasons reasonsAt(const Statement& row, int column)
{
    return row.getColumn(column).isNull()
               ? domain::HardReasons()
               : domain::hardReasonsFromText(textAt(row, column)).value_or(domain::HardReasons());
}

Sample readSample(const Statement& row)
{
    Sample s;
    s.id = domain::SampleId(int64At(row, 0));
    s.datasetId = domain::DatasetId(int64At(row, 1));
    s.folder = textAt(row, 2);
    s.name = textAt(row, 3);
    s.state = static_cast<SampleState>(intAt(row, 4));
    s.isHard = intAt(row, 5) != 0;
    s.hardCoefficient = optionalAt(row, 6);
    s.usage = static_cast<domain::SampleUsage>(intAt(row, 7));
    s.width = intAt(row, 8);
    s.height = intAt(row, 9);
    s.orientation = intAt(row, 10);
    s.bytes = int64At(row, 11);
    s.modifiedAt = int64At(row, 12);
    s.isMissing = intAt(row, 13) != 0;
    s.annotationCount = intAt(row, 14);
    s.minConfidence = optionalAt(row, 15);
    s.author = textAt(row, 16);
    s.createdAt = int64At(row, 17);
    s.changedAt = int64At(row, 18);
    s.externalId = textAt(row, 19);
    s.sourceUri = textAt(row, 20);
    s.extra = blobAt(row, 21);
    s.hardReasons = reasonsAt(row, 22);
    s.attributes = sampleAttributesFromJson(textAt(row, 23));
    return s;
}

std::vector<Annotation> readAnnotations(Connection& connection, domain::SampleId sample)
{
    Statement& rows = connection.prepare(
        "SELECT n.id, n.label_id, n.sort_order, n.flags, n.shape, n.confidence, a.name, n.created_at, n.details "
        "FROM annotation n LEFT JOIN author a ON a.id = n.author_id WHERE n.sample_id = ? ORDER BY n.id");
    rows.bind(1, sample.value);
    std::vector<Annotation> annotations;
    while (rows.executeStep()) {
        Annotation a;
        a.id = domain::AnnotationId(int64At(rows, 0));
        a.labelId = domain::LabelId(int64At(rows, 1));
        a.order = intAt(rows, 2);
        setFlags(a, intAt(rows, 3));
        const SQLite::Column shape = rows.getColumn(4);
        a.shape = domain::shapeFromBytes(shape.getBlob(), shape.getBytes());
        a.confidence = optionalAt(rows, 5);
        a.author = textAt(rows, 6);
        a.createdAt = int64At(rows, 7);
        setDetails(a, blobAt(rows, 8));
        annotations.push_back(std::move(a));
    }
    rows.reset();
    // As stored they come by their ids, which is nearly always this order: SQLite would sort them all the same.
    const auto isBelow = [](const Annotation& a, const Annotation& b) { return a.order < b.order; };
    if (!std::is_sorted(annotations.begin(), annotations.end(), isBelow)) {
        std::stable_sort(annotations.begin(), annotations.end(), isBelow);
    }
    return annotations;
}

void writeAnnotation(Connection& connection, domain::SampleId sample, const Annotation& a)
{
    const qint64 author = authorId(connection, a.author);
    Statement& insert = connection.prepare(
        "INSERT OR REPLACE INTO annotation (sample_id, id, label_id, sort_order, flags, shape, confidence, author_id, "
        "created_at, details) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, sample.value);
    insert.bind(2, a.id.value);
    insert.bind(3, a.labelId.value);
    insert.bind(4, a.order);
    insert.bind(5, flagsOf(a));
    bindBlob(insert, 6, domain::toBytes(a.shape));
    bindOptional(insert, 7, a.confidence);
    author > 0 ? insert.bind(8, author) : insert.bind(8);
    insert.bind(9, a.createdAt);
    bindBlobOrNull(insert, 10, detailsOf(a));
    insert.exec();
}

std::vector<domain::Label> readLabels(Connection& connection, domain::DatasetId dataset)
{
    Statement& rows = connection.prepare(
        "SELECT id, name, colour, shortcut, attributes, position, is_hidden, is_locked, samples, annotations, "
        "skeleton "
        "FROM label WHERE dataset_id = ? AND deleted_at IS NULL ORDER BY position, id");
    rows.bind(1, dataset.value);
    std::vector<domain::Label> labels;
    while (rows.executeStep()) {
        domain::Label label;
        label.id = domain::LabelId(int64At(rows, 0));
        label.datasetId = dataset;
        label.name = textAt(rows, 1);
        label.colour = static_cast<domain::Rgb>(int64At(rows, 2));
        label.shortcut = textAt(rows, 3);
        label.attributes = attributesFromJson(textAt(rows, 4));
        label.position = intAt(rows, 5);
        label.isHidden = intAt(rows, 6) != 0;
        label.isLocked = intAt(rows, 7) != 0;
        label.samples = int64At(rows, 8);
        label.annotations = int64At(rows, 9);
        label.skeleton = skeletonFromJson(textAt(rows, 10));
        labels.push_back(std::move(label));
    }
    rows.reset();
    return labels;
}

void CounterDelta::countSample(SampleState state, bool isHard, int sign)
{
    m_total += sign;
    m_labelled += state == SampleState::Labelled ? sign : 0;
    m_toConfirm += state == SampleState::ToConfirm ? sign : 0;
    m_hard += isHard ? sign : 0;
}

void CounterDelta::countLabel(qint64 label, qint64 before, qint64 after)
{
    LabelDelta& delta = m_labels[label];
    delta.samples += (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
    delta.annotations += after - before;
}

void CounterDelta::write(Connection& connection, Change& change)
{
    Statement& dataset = connection.prepare(
        "UPDATE dataset SET total = total + ?, labelled = labelled + ?, to_confirm = to_confirm + ?, hard = hard + ?, "
        "annotations = annotations + ?, changed_at = ? WHERE id = ?");
    dataset.bind(1, m_total);
    dataset.bind(2, m_labelled);
    dataset.bind(3, m_toConfirm);
    dataset.bind(4, m_hard);
    dataset.bind(5, m_annotations);
    dataset.bind(6, nowMs());
    dataset.bind(7, m_dataset.value);
    dataset.exec();
    change.dataset = m_dataset;
    change.touch(Change::Datasets);
    for (const auto& [label, delta] : m_labels) {
        if (delta.samples == 0 && delta.annotations == 0) {
            continue;
        }
        Statement& row =
            connection.prepare("UPDATE label SET samples = samples + ?, annotations = annotations + ? WHERE id = ?");
        row.bind(1, delta.samples);
        row.bind(2, delta.annotations);
        row.bind(3, label);
        row.exec();
        change.touch(Change::Labels);
    }
}

void updateSampleLabels(Connection& connection, domain::SampleId sample, const LabelCounts& before,
                        const LabelCounts& after, CounterDelta& delta)
{
    for (const auto& [label, count] : before) {
        if (!after.contains(label) && count > 0) {
            Statement& remove =
                connection.prepare("DELETE FROM sample_label WHERE label_id = ? AND sample_id = ?");
            remove.bind(1, label);
            remove.bind(2, sample.value);
            remove.exec();
            delta.countLabel(label, count, 0);
        }
    }
    for (const auto& [label, count] : after) {
        const auto old = before.find(label);
        const qint64 oldCount = old == before.end() ? 0 : old->second;
        if (oldCount == count) {
            continue;
        }
        Statement& insert =
            connection.prepare("INSERT OR REPLACE INTO sample_label (label_id, sample_id, count) VALUES (?, ?, ?)");
        insert.bind(1, label);
        insert.bind(2, sample.value);
        insert.bind(3, count);
        insert.exec();
        delta.countLabel(label, oldCount, count);
    }
}

namespace {

/// Row of an attribute's value, made when new.
qint64 attributeValueId(Connection& connection, domain::DatasetId dataset, const QString& name, const QString& value)
{
    Statement& insert = connection.prepare("INSERT OR IGNORE INTO attribute_value (dataset_id, name, value) VALUES (?, ?, ?)");
    insert.bind(1, dataset.value);
    bindText(insert, 2, name);
    bindText(insert, 3, value);
    insert.exec();
    Statement& find = connection.prepare("SELECT id FROM attribute_value WHERE dataset_id = ? AND name = ? AND value = ?");
    find.bind(1, dataset.value);
    bindText(find, 2, name);
    bindText(find, 3, value);
    find.executeStep();
    const qint64 id = int64At(find, 0);
    find.reset();
    return id;
}

void changeMembership(Connection& connection, const char* sql, qint64 value, domain::SampleId sample)
{
    Statement& change = connection.prepare(sql);
    change.bind(1, value);
    change.bind(2, sample.value);
    change.exec();
}

} // namespace

void indexAttributes(Connection& connection, domain::DatasetId dataset, domain::SampleId sample,
                     const domain::SampleAttributes& before, const domain::SampleAttributes& after)
{
    if (before == after) {
        return;
    }
    for (auto it = before.begin(); it != before.end(); ++it) {
        changeMembership(connection, "DELETE FROM sample_attribute WHERE value_id = ? AND sample_id = ?",
                         attributeValueId(connection, dataset, it.key(), it.value()), sample);
    }
    for (auto it = after.begin(); it != after.end(); ++it) {
        changeMembership(connection, "INSERT OR IGNORE INTO sample_attribute (value_id, sample_id) VALUES (?, ?)",
                         attributeValueId(connection, dataset, it.key(), it.value()), sample);
    }
}

domain::AnnotationId nextAnnotation(Connection& connection, domain::SampleId sample)
{
    Statement& row = connection.prepare("SELECT next_annotation FROM sample WHERE id = ?");
    row.bind(1, sample.value);
    const domain::AnnotationId id(row.executeStep() ? int64At(row, 0) : 1);
    row.reset();
    return id;
}

SampleState stateFor(qint64 annotationCount)
{
    return annotationCount > 0 ? SampleState::Labelled : SampleState::Unlabelled;
}

SampleContent readContent(Connection& connection, domain::SampleId sample)
{
    SampleContent content;
    Statement& row =
        connection.prepare("SELECT state, is_hard, hard_coefficient, hard_reasons, attributes FROM sample WHERE id = ?");
    row.bind(1, sample.value);
    if (row.executeStep()) {
        content.state = static_cast<SampleState>(intAt(row, 0));
        content.isHard = intAt(row, 1) != 0;
        content.hardCoefficient = optionalAt(row, 2);
        content.hardReasons = reasonsAt(row, 3);
        content.attributes = sampleAttributesFromJson(textAt(row, 4));
    }
    row.reset();
    content.annotations = readAnnotations(connection, sample);
    return content;
}

namespace {

LabelCounts countsOf(const std::vector<Annotation>& annotations)
{
    LabelCounts counts;
    for (const Annotation& a : annotations) {
        ++counts[a.labelId.value];
    }
    return counts;
}

void updateSampleRow(Connection& connection, domain::SampleId sample, const SampleContent& content,
                     const QString& author)
{
    qint64 nextId = 0;
    std::optional<double> minConfidence;
    for (const Annotation& a : content.annotations) {
        nextId = std::max(nextId, a.id.value + 1);
        if (a.confidence) {
            minConfidence = std::min(minConfidence.value_or(1.0), *a.confidence);
        }
    }
    Statement& update = connection.prepare(
        "UPDATE sample SET state = ?, is_hard = ?, hard_coefficient = ?, annotation_count = ?, min_confidence = ?, "
        "next_annotation = max(next_annotation, ?), author_id = ?, changed_at = ?, hard_reasons = ?, attributes = ? "
        "WHERE id = ?");
    update.bind(1, int(content.state));
    update.bind(2, content.isHard ? 1 : 0);
    bindOptional(update, 3, content.hardCoefficient);
    update.bind(4, qint64(content.annotations.size()));
    bindOptional(update, 5, minConfidence);
    update.bind(6, nextId);
    update.bind(7, authorId(connection, author));
    update.bind(8, nowMs());
    bindTextOrNull(update, 9, domain::hardReasonsText(content.hardReasons));
    bindTextOrNull(update, 10, sampleAttributesToJson(content.attributes));
    update.bind(11, sample.value);
    update.exec();
}

} // namespace

SampleContent replaceContent(Connection& connection, domain::SampleId sample, const SampleContent& content,
                             const QString& author, CounterDelta& delta)
{
    SampleContent before = readContent(connection, sample);
    Statement& clear = connection.prepare("DELETE FROM annotation WHERE sample_id = ?");
    clear.bind(1, sample.value);
    clear.exec();
    for (const Annotation& a : content.annotations) {
        writeAnnotation(connection, sample, a);
    }
    updateSampleLabels(connection, sample, countsOf(before.annotations), countsOf(content.annotations), delta);
    indexAttributes(connection, delta.dataset(), sample, before.attributes, content.attributes);
    delta.countSample(before.state, before.isHard, -1);
    delta.countSample(content.state, content.isHard, +1);
    delta.countAnnotations(qint64(content.annotations.size()) - qint64(before.annotations.size()));
    updateSampleRow(connection, sample, content, author);
    return before;
}

} // namespace lw::store
