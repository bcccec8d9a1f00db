// SPDX-License-Identifier: GPL-3.0-or-later
//! Chunked, journaled inserts.
#include "models/store/ChunkInsert.h"

#include "models/domain/ShapeBytes.h"
#include "models/store/HistoryRecord.h"
#include "models/store/RowInsert.h"

#include <algorithm>

namespace lw::store {

using domain::Annotation;
using domain::Sample;
using domain::SampleId;

namespace {

bool saysTheSame(const Annotation& a, const Annotation& b)
{
    return a.labelId == b.labelId && a.shape == b.shape;
}

} // namespace

qint64 ImportCaches::folder(Connection& connection, domain::DatasetId dataset, const QString& path)
{
    const auto known = m_folders.constFind(path);
    if (known != m_folders.constEnd()) {
        return *known;
    }
    Statement& insert = connection.prepare("INSERT OR IGNORE INTO folder (dataset_id, path) VALUES (?, ?)");
    insert.bind(1, dataset.value);
    bindText(insert, 2, path);
    insert.exec();
    Statement& find = connection.prepare("SELECT id FROM folder WHERE dataset_id = ? AND path = ?");
    find.bind(1, dataset.value);
    bindText(find, 2, path);
    find.executeStep();
    const qint64 id = int64At(find, 0);
    find.reset();
    m_folders.insert(path, id);
    return id;
}

qint64 ImportCaches::author(Connection& connection, const QString& name)
{
    if (name == m_lastAuthor) {
        return m_lastAuthorId;
    }
    auto known = m_authors.constFind(name);
    if (known == m_authors.constEnd()) {
        known = m_authors.insert(name, authorId(connection, name));
    }
    m_lastAuthor = name;
    m_lastAuthorId = *known;
    return m_lastAuthorId;
}

ChunkInsert::ChunkInsert(WriteContext& context, domain::DatasetId dataset, domain::TaskId task, ImportCaches& caches)
    : m_context(context), m_db(context.connection), m_dataset(dataset), m_task(task), m_caches(caches), m_delta(dataset)
{
}

void ChunkInsert::add(const IncomingSample& incoming)
{
    const qint64 folder = m_caches.folder(m_db, m_dataset, incoming.sample.folder);
    if (insertSample(incoming, folder)) {
        collect(SampleId(m_last), incoming.annotations);
    } else {
        flush(); // the sample may be one of this very chunk
        update(incoming, folder);
    }
}

BulkCounts ChunkInsert::finish(int chunkNumber)
{
    flush();
    if (m_first != 0) {
        Statement& journal = m_db.prepare("INSERT INTO import_journal VALUES (?, ?, ?, ?)");
        journal.bind(1, m_task.value);
        journal.bind(2, chunkNumber);
        journal.bind(3, m_first);
        journal.bind(4, m_last);
        journal.exec();
    }
    m_delta.write(m_db, m_context.change);
    m_context.change.samples.clear();
    m_context.change.touch(Change::Samples);
    m_context.change.touch(Change::Membership);
    m_context.change.touch(Change::Annotations);
    return m_counts;
}

void ChunkInsert::collect(SampleId sample, const std::vector<Annotation>& annotations)
{
    int number = 0;
    for (const Annotation& a : annotations) {
        m_rows.push_back({sample, ++number, &a});
        std::vector<LabelRow>& samples = m_labels[a.labelId.value];
        if (samples.empty() || samples.back().sample != sample.value) {
            samples.push_back({a.labelId.value, sample.value, 0});
        }
        ++samples.back().count;
    }
    m_delta.countAnnotations(qint64(annotations.size()));
    m_counts.annotationsAdded += qint64(annotations.size());
}

void ChunkInsert::flush()
{
    insertAnnotations();
    insertLabels();
    m_rows.clear();
    m_labels.clear();
}

void ChunkInsert::insertAnnotations()
{
    static const RowInsert insert("INSERT INTO annotation", 10);
    std::array<QByteArray, RowInsert::kRows> shapes;
    insert.run(m_db, m_rows.size(), [&](Statement& statement, int before, size_t number) {
        const NewRow& row = m_rows[number];
        const Annotation& a = *row.annotation;
        QByteArray& shape = shapes[number % shapes.size()];
        shape.resize(0);
        domain::appendBytes(shape, a.shape);
        statement.bind(before + 1, row.sample.value);
        statement.bind(before + 2, row.number);
        statement.bind(before + 3, a.labelId.value);
        statement.bind(before + 4, row.number);
        statement.bind(before + 5, flagsOf(a));
        statement.bindNoCopy(before + 6, shape.constData(), int(shape.size()));
        if (a.confidence) {
            statement.bind(before + 7, *a.confidence);
        }
        if (const qint64 author = m_caches.author(m_db, a.author); author > 0) {
            statement.bind(before + 8, author);
        }
        statement.bind(before + 9, a.createdAt);
        if (const QByteArray details = detailsOf(a); !details.isEmpty()) {
            bindBlob(statement, before + 10, details);
        }
    });
}

void ChunkInsert::insertLabels()
{
    static const RowInsert insert("INSERT OR REPLACE INTO sample_label (label_id, sample_id, count)", 3);
    std::vector<LabelRow> rows;
    rows.reserve(m_rows.size());
    for (const auto& [label, samples] : m_labels) {
        rows.insert(rows.end(), samples.begin(), samples.end());
        for (const LabelRow& row : samples) {
            m_delta.countLabel(label, 0, row.count);
        }
    }
    insert.run(m_db, rows.size(), [&rows](Statement& statement, int before, size_t number) {
        statement.bind(before + 1, rows[number].label);
        statement.bind(before + 2, rows[number].sample);
        statement.bind(before + 3, rows[number].count);
    });
}

bool ChunkInsert::insertSample(const IncomingSample& incoming, qint64 folder)
{
    const Sample& s = incoming.sample;
    const auto count = qint64(incoming.annotations.size());
    const domain::SampleState state =
        s.state == domain::SampleState::ToConfirm ? s.state : stateFor(count);
    std::optional<double> minConfidence;
    for (const Annotation& a : incoming.annotations) {
        if (a.confidence) {
            minConfidence = std::min(minConfidence.value_or(1.0), *a.confidence);
        }
    }
    Statement& insert = m_db.prepare(
        "INSERT INTO sample (dataset_id, folder_id, name, state, is_hard, hard_coefficient, usage, width, height, "
        "orientation, bytes, modified_at, annotation_count, min_confidence, author_id, created_at, changed_at, "
        "next_annotation, external_id, source_uri, extra, hard_reasons, attributes) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?16, ?17, ?18, ?19, ?20, ?21, ?22) "
        "ON CONFLICT (dataset_id, folder_id, name) WHERE deleted_at IS NULL DO NOTHING");
    insert.bind(1, m_dataset.value);
    insert.bind(2, folder);
    bindText(insert, 3, s.name);
    insert.bind(4, int(state));
    insert.bind(5, s.isHard ? 1 : 0);
    bindOptional(insert, 6, s.hardCoefficient);
    insert.bind(7, int(s.usage));
    insert.bind(8, s.width);
    insert.bind(9, s.height);
    insert.bind(10, s.orientation);
    insert.bind(11, s.bytes);
    insert.bind(12, s.modifiedAt);
    insert.bind(13, count);
    bindOptional(insert, 14, minConfidence);
    const qint64 author = count > 0 ? m_caches.author(m_db, incoming.annotations.front().author) : 0;
    author > 0 ? insert.bind(15, author) : insert.bind(15);
    insert.bind(16, m_now);
    insert.bind(17, count + 1);
    bindTextOrNull(insert, 18, s.externalId);
    bindTextOrNull(insert, 19, s.sourceUri);
    bindBlobOrNull(insert, 20, s.extra);
    bindTextOrNull(insert, 21, domain::hardReasonsText(s.hardReasons));
    bindTextOrNull(insert, 22, sampleAttributesToJson(s.attributes));
    if (insert.exec() == 0) {
        return false;
    }
    m_last = m_db.lastInsertId();
    m_first = m_first == 0 ? m_last : m_first;
    indexAttributes(m_db, m_dataset, SampleId(m_last), {}, s.attributes);
    m_delta.countSample(state, s.isHard, +1);
    ++m_counts.samplesAdded;
    return true;
}

ChunkInsert::Existing ChunkInsert::find(const QString& name, qint64 folder)
{
    Statement& row = m_db.prepare(
        "SELECT id, next_annotation, EXISTS (SELECT 1 FROM undo_step u WHERE u.sample_id = s.id) FROM sample s "
        "WHERE dataset_id = ? AND folder_id = ? AND name = ? AND deleted_at IS NULL");
    row.bind(1, m_dataset.value);
    row.bind(2, folder);
    bindText(row, 3, name);
    row.executeStep();
    const Existing existing{SampleId(int64At(row, 0)), int64At(row, 1), intAt(row, 2) != 0};
    row.reset();
    return existing;
}

void ChunkInsert::update(const IncomingSample& incoming, qint64 folder)
{
    const Existing existing = find(incoming.sample.name, folder);
    const SampleContent before = readContent(m_db, existing.id);
    refreshFileFacts(existing.id, incoming.sample);
    SampleContent after = merged(incoming, before, existing);
    if (after == before) {
        ++m_counts.samplesUnchanged;
        return;
    }
    journal(existing.id, before);
    m_counts.annotationsAdded +=
        std::max<qint64>(0, qint64(after.annotations.size()) - qint64(before.annotations.size()));
    const QString author = after.annotations.empty() ? QString() : after.annotations.back().author;
    replaceContent(m_db, existing.id, after, author, m_delta);
    recordDifference(m_db, existing.id, domain::HistoryCause::Import, author, before, after);
    ++m_counts.samplesUpdated;
}

SampleContent ChunkInsert::merged(const IncomingSample& incoming, const SampleContent& before, const Existing& existing)
{
    SampleContent after = before;
    if (incoming.mode == MergeMode::KeepExisting) {
        return after;
    }
    qint64 nextId = existing.nextAnnotation;
    int order = 0;
    const bool replaces = incoming.mode == MergeMode::ReplaceIfUntouched && !existing.isTouched;
    if (replaces) {
        // Annotations that stay keep their ids, so that an unchanged file changes nothing.
        std::erase_if(after.annotations, [&](const Annotation& old) {
            return std::none_of(incoming.annotations.begin(), incoming.annotations.end(),
                                [&](const Annotation& fresh) { return saysTheSame(old, fresh); });
        });
    }
    for (const Annotation& old : after.annotations) {
        order = std::max(order, old.order);
    }
    for (const Annotation& fresh : incoming.annotations) {
        const bool isKnown = std::any_of(before.annotations.begin(), before.annotations.end(),
                                         [&](const Annotation& old) { return saysTheSame(old, fresh); });
        if (!isKnown) {
            Annotation added = fresh;
            added.id = domain::AnnotationId(nextId++);
            added.order = ++order;
            after.annotations.push_back(std::move(added));
        }
    }
    after.isHard = before.isHard || incoming.sample.isHard;
    if (incoming.sample.hardCoefficient || !incoming.sample.hardReasons.isEmpty()) {
        after.hardCoefficient = incoming.sample.hardCoefficient;
        after.hardReasons = incoming.sample.hardReasons;
    }
    after.attributes.insert(incoming.sample.attributes);
    if (after.annotations != before.annotations) {
        after.state = stateFor(qint64(after.annotations.size()));
    }
    return after;
}

void ChunkInsert::refreshFileFacts(SampleId id, const Sample& s)
{
    Statement& update = m_db.prepare(
        "UPDATE sample SET width = iif(?1 > 0, ?1, width), height = iif(?2 > 0, ?2, height), orientation = ?3, "
        "bytes = iif(?4 > 0, ?4, bytes), modified_at = iif(?5 > 0, ?5, modified_at), is_missing = 0 WHERE id = ?6");
    update.bind(1, s.width);
    update.bind(2, s.height);
    update.bind(3, s.orientation);
    update.bind(4, s.bytes);
    update.bind(5, s.modifiedAt);
    update.bind(6, id.value);
    update.exec();
}

void ChunkInsert::journal(SampleId id, const SampleContent& before)
{
    Statement& insert = m_db.prepare("INSERT OR IGNORE INTO import_before VALUES (?, ?, ?)");
    insert.bind(1, m_task.value);
    insert.bind(2, id.value);
    bindBlob(insert, 3, contentToBytes(before));
    insert.exec();
}

} // namespace lw::store
