// SPDX-License-Identifier: GPL-3.0-or-later
//! One chunk of an import inside its transaction. Private to models/store.
#pragma once

#include "models/store/BulkWriter.h"
#include "models/store/Rows.h"

#include <QHash>

#include <array>
#include <map>

namespace lw::store {

/// Ids looked up once per import; used on the writer thread only.
struct ImportCaches {
    [[nodiscard]] qint64 folder(Connection& connection, domain::DatasetId dataset, const QString& path);
    /// 0 for an empty name.
    [[nodiscard]] qint64 author(Connection& connection, const QString& name);

private:
    QHash<QString, qint64> m_folders;
    QHash<QString, qint64> m_authors;
    QString m_lastAuthor; ///< of nearly all annotations
    qint64 m_lastAuthorId = 0;
};

/// Writes samples and what belongs to them. New samples get their annotations and their places in the label index all
/// at once at the end, in the order of the tables.
class ChunkInsert
{
public:
    ChunkInsert(WriteContext& context, domain::DatasetId dataset, domain::TaskId task, ImportCaches& caches);

    /// `incoming` must stay until finish().
    void add(const IncomingSample& incoming);
    /// Writes the rest, the journal under `chunkNumber`, and the counters.
    [[nodiscard]] BulkCounts finish(int chunkNumber);

private:
    struct Existing {
        domain::SampleId id;
        qint64 nextAnnotation = 1;
        bool isTouched = false;
    };
    struct NewRow {
        domain::SampleId sample;
        int number = 0; ///< from 1: id and order within the sample
        const domain::Annotation* annotation = nullptr;
    };
    struct LabelRow {
        qint64 label = 0;
        qint64 sample = 0;
        qint64 count = 0;
    };

    [[nodiscard]] bool insertSample(const IncomingSample& incoming, qint64 folder);
    void collect(domain::SampleId sample, const std::vector<domain::Annotation>& annotations);
    void flush();
    void insertAnnotations();
    void insertLabels();
    [[nodiscard]] Existing find(const QString& name, qint64 folder);
    void update(const IncomingSample& incoming, qint64 folder);
    [[nodiscard]] SampleContent merged(const IncomingSample& incoming, const SampleContent& before,
                                       const Existing& existing);
    void refreshFileFacts(domain::SampleId id, const domain::Sample& sample);
    void journal(domain::SampleId id, const SampleContent& before);

    WriteContext& m_context;
    Connection& m_db;
    domain::DatasetId m_dataset;
    domain::TaskId m_task;
    ImportCaches& m_caches;
    CounterDelta m_delta;
    BulkCounts m_counts;
    std::vector<NewRow> m_rows;
    std::map<qint64, std::vector<LabelRow>> m_labels; ///< by label, ascending samples
    qint64 m_first = 0;
    qint64 m_last = 0;
    const qint64 m_now = nowMs();
};

} // namespace lw::store
