// SPDX-License-Identifier: GPL-3.0-or-later
//! Chunked, journaled inserts.
#include "models/store/BulkWriter.h"

#include "models/domain/ShapeBytes.h"
#include "models/store/HistoryRecord.h"
#include "models/store/ImportRecovery.h"
#include "models/store/LabelRepository.h"
#include "models/store/Rows.h"

#include <algorithm>

namespace lw::store {

using domain::Annotation;
using domain::Sample;
using domain::SampleId;

namespace {

// About 20 ms of writing: a gesture made meanwhile waits no longer than that.
constexpr size_t kChunkSamples = 2000;
constexpr qsizetype kChunkAnnotations = 8000;
constexpr qsizetype kMaxInFlight = 2;

bool saysTheSame(const Annotation& a, const Annotation& b)
{
    return a.labelId == b.labelId && a.shape == b.shape;
}

} // namespace

/// Ids looked up once per import; used on the writer thread only.
struct BulkWriter::Caches {
    QHash<QString, qint64> folders;
    QHash<QString, qint64> authors;

    qint64 folder(Connection& connection, domain::DatasetId dataset, const QString& path)
    {
        const auto known = folders.constFind(path);
        if (known != folders.constEnd()) {
            return *known;
        }
        Statement& insert =
            connection.prepare("INSERT OR IGNORE INTO folder (dataset_id, path) VALUES (?, ?)");
        insert.bind(1, dataset.value);
        bindText(insert, 2, path);
        insert.exec();
        Statement& find = connection.prepare("SELECT id FROM folder WHERE dataset_id = ? AND path = ?");
        find.bind(1, dataset.value);
        bindText(find, 2, path);
        find.executeStep();
        const qint64 id = int64At(find, 0);
        find.reset();
        folders.insert(path, id);
        return id;
    }

    qint64 author(Connection& connection, const QString& name)
    {
        const auto known = authors.constFind(name);
        if (known != authors.constEnd()) {
            return *known;
        }
        const qint64 id = authorId(connection, name);
        authors.insert(name, id);
        return id;
    }
};

namespace {

/// One chunk inside its transaction.
class ChunkInsert
{
public:
    ChunkInsert(WriteContext& context, domain::DatasetId dataset, domain::TaskId task,
                const std::function<qint64(const QString&)>& folderId,
                const std::function<qint64(const QString&)>& authorOf)
        : m_context(context), m_db(context.connection), m_dataset(dataset), m_task(task), m_folderId(folderId),
          m_authorOf(authorOf), m_delta(dataset)
    {
    }

    void add(const IncomingSample& incoming)
    {
        const qint64 folder = m_folderId(incoming.sample.folder);
        if (insertSample(incoming, folder)) {
            insertAnnotations(SampleId(m_db.lastInsertId()), incoming.annotations);
        } else {
            update(incoming, folder);
        }
    }

    BulkCounts finish(int chunkNumber)
    {
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

private:
    bool insertSample(const IncomingSample& incoming, qint64 folder)
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
            "next_annotation, external_id, source_uri, extra) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?16, ?17, ?18, ?19, ?20) "
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
        const qint64 author = count > 0 ? m_authorOf(incoming.annotations.front().author) : 0;
        author > 0 ? insert.bind(15, author) : insert.bind(15);
        insert.bind(16, m_now);
        insert.bind(17, count + 1);
        bindTextOrNull(insert, 18, s.externalId);
        bindTextOrNull(insert, 19, s.sourceUri);
        bindBlobOrNull(insert, 20, s.extra);
        if (insert.exec() == 0) {
            return false;
        }
        m_last = m_db.lastInsertId();
        m_first = m_first == 0 ? m_last : m_first;
        m_delta.countSample(state, s.isHard, +1);
        ++m_counts.samplesAdded;
        return true;
    }

    void insertAnnotations(SampleId sample, const std::vector<Annotation>& annotations)
    {
        if (annotations.empty()) {
            return;
        }
        LabelCounts after;
        Statement& insert = m_db.prepare("INSERT INTO annotation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        qint64 id = 0;
        for (const Annotation& a : annotations) {
            insert.reset();
            insert.bind(1, sample.value);
            insert.bind(2, ++id);
            insert.bind(3, a.labelId.value);
            insert.bind(4, int(id));
            insert.bind(5, flagsOf(a));
            bindBlob(insert, 6, domain::toBytes(a.shape));
            bindOptional(insert, 7, a.confidence);
            const qint64 author = m_authorOf(a.author);
            author > 0 ? insert.bind(8, author) : insert.bind(8);
            insert.bind(9, a.createdAt);
            bindBlobOrNull(insert, 10, detailsOf(a));
            insert.exec();
            ++after[a.labelId.value];
        }
        updateSampleLabels(m_db, sample, {}, after, m_delta);
        m_delta.countAnnotations(qint64(annotations.size()));
        m_counts.annotationsAdded += qint64(annotations.size());
    }

    struct Existing {
        SampleId id;
        qint64 nextAnnotation = 1;
        bool isTouched = false;
    };

    Existing find(const QString& name, qint64 folder)
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

    void update(const IncomingSample& incoming, qint64 folder)
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

    SampleContent merged(const IncomingSample& incoming, const SampleContent& before, const Existing& existing)
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
        after.hardCoefficient = incoming.sample.hardCoefficient ? incoming.sample.hardCoefficient : before.hardCoefficient;
        if (after.annotations != before.annotations) {
            after.state = stateFor(qint64(after.annotations.size()));
        }
        return after;
    }

    void refreshFileFacts(SampleId id, const Sample& s)
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

    void journal(SampleId id, const SampleContent& before)
    {
        Statement& insert = m_db.prepare("INSERT OR IGNORE INTO import_before VALUES (?, ?, ?)");
        insert.bind(1, m_task.value);
        insert.bind(2, id.value);
        bindBlob(insert, 3, contentToBytes(before));
        insert.exec();
    }

    WriteContext& m_context;
    Connection& m_db;
    domain::DatasetId m_dataset;
    domain::TaskId m_task;
    std::function<qint64(const QString&)> m_folderId;
    std::function<qint64(const QString&)> m_authorOf;
    CounterDelta m_delta;
    BulkCounts m_counts;
    qint64 m_first = 0;
    qint64 m_last = 0;
    const qint64 m_now = nowMs();
};

} // namespace

BulkWriter::BulkWriter(Store& store, domain::DatasetId dataset, domain::TaskId task)
    : m_store(store), m_dataset(dataset), m_task(task), m_caches(std::make_shared<Caches>())
{
}

BulkWriter::~BulkWriter()
{
    if (m_isFinished) {
        return;
    }
    m_store
        .write<void>([task = m_task, dataset = m_dataset](WriteContext& context) -> core::Result<> {
            takeBackImport(context.connection, task);
            context.change.dataset = dataset;
            context.change.kinds = Change::Datasets | Change::Labels | Change::Samples | Change::Membership |
                                   Change::Annotations;
            return {};
        })
        .waitForFinished();
}

core::Result<domain::LabelId> BulkWriter::addLabel(const domain::Label& label)
{
    return m_store
        .write<domain::LabelId>(
            [label, dataset = m_dataset, task = m_task](WriteContext& context) -> core::Result<domain::LabelId> {
                domain::Label mine = label;
                mine.datasetId = dataset;
                const core::Result<domain::LabelId> id = insertLabel(context, mine);
                if (id) {
                    Statement& journal = context.connection.prepare("INSERT INTO import_label VALUES (?, ?)");
                    journal.bind(1, task.value);
                    journal.bind(2, id->value);
                    journal.exec();
                }
                return id;
            })
        .result();
}

core::Result<> BulkWriter::add(IncomingSample sample)
{
    m_chunkAnnotations += qsizetype(sample.annotations.size());
    m_chunk.push_back(std::move(sample));
    if (m_chunk.size() >= kChunkSamples || m_chunkAnnotations >= kChunkAnnotations) {
        return sendChunk();
    }
    return {};
}

core::Result<> BulkWriter::setMissing(const QList<SampleId>& samples, bool isMissing)
{
    const auto result =
        m_store
            .write<void>([samples, isMissing, dataset = m_dataset](WriteContext& context) -> core::Result<> {
                Statement& update = context.connection.prepare("UPDATE sample SET is_missing = ? WHERE id = ?");
                for (SampleId id : samples) {
                    update.reset();
                    update.bind(1, isMissing ? 1 : 0);
                    update.bind(2, id.value);
                    update.exec();
                }
                context.change.dataset = dataset;
                context.change.samples = samples;
                context.change.touch(Change::Samples);
                return {};
            })
            .result();
    return result;
}

core::Result<> BulkWriter::sendChunk()
{
    if (m_chunk.empty()) {
        return {};
    }
    while (m_inFlight.size() >= kMaxInFlight) {
        if (auto done = awaitOldest(); !done) {
            return done;
        }
    }
    auto chunk = std::make_shared<std::vector<IncomingSample>>(std::move(m_chunk));
    m_chunk.clear();
    m_chunkAnnotations = 0;
    m_inFlight.append(m_store.write<BulkCounts>(
        [chunk, caches = m_caches, dataset = m_dataset, task = m_task,
         number = ++m_chunkNumber](WriteContext& context) -> core::Result<BulkCounts> {
            ChunkInsert insert(
                context, dataset, task,
                [&](const QString& path) { return caches->folder(context.connection, dataset, path); },
                [&](const QString& name) { return caches->author(context.connection, name); });
            for (const IncomingSample& sample : *chunk) {
                insert.add(sample);
            }
            return insert.finish(number);
        }));
    return {};
}

core::Result<> BulkWriter::awaitOldest()
{
    const core::Result<BulkCounts> done = m_inFlight.takeFirst().result();
    if (!done) {
        return core::failure(done.error());
    }
    m_counts.samplesAdded += done->samplesAdded;
    m_counts.samplesUpdated += done->samplesUpdated;
    m_counts.samplesUnchanged += done->samplesUnchanged;
    m_counts.annotationsAdded += done->annotationsAdded;
    return {};
}

core::Result<BulkCounts> BulkWriter::finish()
{
    if (auto sent = sendChunk(); !sent) {
        return core::failure(sent.error());
    }
    while (!m_inFlight.isEmpty()) {
        if (auto done = awaitOldest(); !done) {
            return core::failure(done.error());
        }
    }
    const core::Result<> forgotten =
        m_store
            .write<void>([task = m_task](WriteContext& context) -> core::Result<> {
                for (const char* sql : {"DELETE FROM import_journal WHERE task_id = ?",
                                        "DELETE FROM import_before WHERE task_id = ?",
                                        "DELETE FROM import_label WHERE task_id = ?"}) {
                    Statement& clear = context.connection.prepare(sql);
                    clear.bind(1, task.value);
                    clear.exec();
                }
                // From here on the import is whole; a kill before the task's own last words must not call it cut off.
                Statement& done = context.connection.prepare("UPDATE task SET state = ?, finished_at = ? WHERE id = ?");
                done.bind(1, int(domain::TaskState::Done));
                done.bind(2, nowMs());
                done.bind(3, task.value);
                done.exec();
                return {};
            })
            .result();
    if (!forgotten) {
        return core::failure(forgotten.error());
    }
    m_isFinished = true;
    return m_counts;
}

} // namespace lw::store
