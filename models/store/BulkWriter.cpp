// SPDX-License-Identifier: GPL-3.0-or-later
//! Collects chunks, and takes back what an import left half done.
#include "models/store/BulkWriter.h"

#include "models/store/ChunkInsert.h"
#include "models/store/ImportRecovery.h"
#include "models/store/LabelRepository.h"
#include "models/store/Rows.h"

namespace lw::store {

using domain::SampleId;

namespace {

// About 30 ms of writing: a gesture made meanwhile waits no longer than that. Smaller chunks write the same pages again.
constexpr size_t kChunkSamples = 2000;
constexpr qsizetype kChunkAnnotations = 16'000;
constexpr size_t kMaxInFlight = 2;

} // namespace

BulkWriter::BulkWriter(Store& store, domain::DatasetId dataset, domain::TaskId task)
    : m_store(store), m_dataset(dataset), m_task(task), m_caches(std::make_shared<ImportCaches>())
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
    auto chunk = std::make_unique<std::vector<IncomingSample>>(std::move(m_chunk));
    m_chunk.clear();
    m_chunkAnnotations = 0;
    // The chunk outlives its write: nothing leaves m_inFlight before it is done, and the destructor waits.
    auto done = m_store.write<BulkCounts>(
        [samples = chunk.get(), caches = m_caches, dataset = m_dataset, task = m_task,
         number = ++m_chunkNumber](WriteContext& context) -> core::Result<BulkCounts> {
            ChunkInsert insert(context, dataset, task, *caches);
            for (const IncomingSample& sample : *samples) {
                insert.add(sample);
            }
            return insert.finish(number);
        });
    m_inFlight.push_back({std::move(chunk), std::move(done)});
    return {};
}

core::Result<> BulkWriter::awaitOldest()
{
    const core::Result<BulkCounts> done = m_inFlight.front().done.result();
    m_inFlight.pop_front();
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
    while (!m_inFlight.empty()) {
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
