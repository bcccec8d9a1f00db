// SPDX-License-Identifier: GPL-3.0-or-later
//! SQL of reading the trash, and restoring.
#include "models/store/TrashRepository.h"

#include "models/store/BatchAction.h"

#include <set>

namespace lw::store {

using domain::DatasetId;
using domain::LabelId;
using domain::RestoreOutcome;
using domain::RestoreRefusal;
using domain::SampleId;
using domain::TrashEntry;
using domain::TrashFilter;
using domain::TrashId;
using domain::TrashKind;

namespace {

constexpr int kLongestName = 100;

#define LW_SELECT_TRASH                                                                                                \
    "SELECT t.id, t.kind, t.item_id, t.dataset_id, d.name, coalesce(a.name, ''), t.deleted_at, "                      \
    "CASE t.kind WHEN 0 THEN s.name WHEN 1 THEN l.name WHEN 2 THEN d.name ELSE v.name END, coalesce(f.path, ''), "    \
    "coalesce(w.name, '') FROM trash t JOIN dataset d ON d.id = t.dataset_id "                                         \
    "LEFT JOIN author a ON a.id = t.author_id "                                                                        \
    "LEFT JOIN sample s ON t.kind = 0 AND s.id = t.item_id LEFT JOIN folder f ON f.id = s.folder_id "                  \
    "LEFT JOIN label l ON t.kind = 1 AND l.id = t.item_id LEFT JOIN version v ON t.kind = 3 AND v.id = t.item_id "     \
    "LEFT JOIN label w ON w.id = t.label_id "
#define LW_TRASH_IN_REACH "(t.kind = 2 OR d.deleted_at IS NULL) "

TrashEntry read(const Statement& row)
{
    TrashEntry entry;
    entry.id = TrashId(int64At(row, 0));
    entry.kind = static_cast<TrashKind>(intAt(row, 1));
    entry.item = int64At(row, 2);
    entry.dataset = DatasetId(int64At(row, 3));
    entry.datasetName = textAt(row, 4);
    entry.deletedBy = textAt(row, 5);
    entry.deletedAt = int64At(row, 6);
    entry.name = textAt(row, 7);
    entry.folder = textAt(row, 8);
    entry.withLabel = textAt(row, 9);
    return entry;
}

void bindFilter(Statement& statement, const TrashFilter& filter)
{
    statement.bind(1, filter.kind ? int(*filter.kind) : -1);
    statement.bind(2, filter.dataset.value);
    statement.bind(3, filter.deletedBefore);
}

#define LW_TRASH_FILTER                                                                                                \
    "AND (?1 < 0 OR t.kind = ?1) AND (?2 = 0 OR t.dataset_id = ?2) AND (?3 = 0 OR t.deleted_at < ?3) "

std::optional<TrashEntry> readOne(Connection& connection, TrashId id)
{
    Statement& row = connection.prepare(LW_SELECT_TRASH "WHERE t.id = ?");
    row.bind(1, id.value);
    std::optional<TrashEntry> entry;
    if (row.executeStep()) {
        entry = read(row);
    }
    row.reset();
    return entry;
}

bool isInSight(Connection& connection, DatasetId dataset)
{
    Statement& row = connection.prepare("SELECT 1 FROM dataset WHERE id = ? AND deleted_at IS NULL");
    row.bind(1, dataset.value);
    return hasRow(row);
}

/// One restore: datasets, then versions, labels and samples of each dataset.
class Restoring
{
public:
    Restoring(WriteContext& context, const QString& author, const QSet<SampleId>& missing)
        : m_context(context), m_connection(context.connection), m_author(author), m_missing(missing)
    {
    }

    RestoreOutcome run(const QList<TrashId>& ids)
    {
        std::map<DatasetId, std::vector<TrashEntry>> labels, samples;
        std::vector<TrashEntry> versions;
        for (TrashId id : ids) {
            const std::optional<TrashEntry> entry = readOne(m_connection, id);
            if (!entry) {
                TrashEntry unknown;
                unknown.id = id;
                refuse(unknown, RestoreRefusal::Gone);
            } else if (entry->kind == TrashKind::Dataset) {
                bringDataset(*entry);
            } else if (entry->kind == TrashKind::Version) {
                versions.push_back(*entry);
            } else {
                (entry->kind == TrashKind::Label ? labels : samples)[entry->dataset].push_back(*entry);
            }
        }
        for (const TrashEntry& entry : versions) {
            inReach(entry) ? bringVersion(entry) : refuse(entry, RestoreRefusal::DatasetDeleted);
        }
        for (const auto& [dataset, entries] : labels) {
            for (const TrashEntry& entry : entries) {
                inReach(entry) ? bringLabel(entry) : refuse(entry, RestoreRefusal::DatasetDeleted);
            }
        }
        for (const auto& [dataset, entries] : samples) {
            bringSamples(dataset, entries);
        }
        announce();
        return std::move(m_outcome);
    }

private:
    bool inReach(const TrashEntry& entry) { return isInSight(m_connection, entry.dataset); }

    void refuse(const TrashEntry& entry, RestoreRefusal reason) { m_outcome.refused.push_back({entry, reason}); }

    template <typename Taken> QString nameFor(const TrashEntry& entry, const Taken& isTaken)
    {
        const QString name = freeName(entry.name, kLongestName, isTaken);
        if (name != entry.name) {
            m_outcome.newNames.push_back({entry.kind, entry.name, name});
        }
        return name;
    }

    void bringDataset(const TrashEntry& entry)
    {
        const QString name = nameFor(entry, [&](const QString& wanted) {
            Statement& taken = m_connection.prepare("SELECT 1 FROM dataset WHERE name = ? AND deleted_at IS NULL");
            bindText(taken, 1, wanted);
            return hasRow(taken);
        });
        Statement& update = m_connection.prepare("UPDATE dataset SET deleted_at = NULL, name = ? WHERE id = ?");
        bindText(update, 1, name);
        update.bind(2, entry.item);
        update.exec();
        leaveTrash(m_connection, TrashKind::Dataset, entry.item);
        m_datasets.insert(entry.dataset);
        ++m_outcome.datasets;
    }

    void bringVersion(const TrashEntry& entry)
    {
        const QString name = nameFor(entry, [&](const QString& wanted) {
            Statement& taken = m_connection.prepare(
                "SELECT 1 FROM version WHERE dataset_id = ? AND name = ? AND deleted_at IS NULL");
            taken.bind(1, entry.dataset.value);
            bindText(taken, 2, wanted);
            return hasRow(taken);
        });
        Statement& update = m_connection.prepare("UPDATE version SET deleted_at = NULL, name = ? WHERE id = ?");
        bindText(update, 1, name);
        update.bind(2, entry.item);
        update.exec();
        leaveTrash(m_connection, TrashKind::Version, entry.item);
        m_datasets.insert(entry.dataset);
        m_context.change.touch(Change::Versions);
        ++m_outcome.versions;
    }

    void bringLabel(const TrashEntry& entry)
    {
        const LabelId label(entry.item);
        BatchAction action(m_context, entry.dataset, BatchKind::RestoreLabel, m_author);
        action.bringBackLabel(label);
        for (SampleId sample : deletedWith(label)) {
            bringSample(action, sample, entry);
        }
        finish(action, entry.dataset);
    }

    void bringSamples(DatasetId dataset, const std::vector<TrashEntry>& entries)
    {
        if (!isInSight(m_connection, dataset)) {
            for (const TrashEntry& entry : entries) {
                refuse(entry, RestoreRefusal::DatasetDeleted);
            }
            return;
        }
        BatchAction action(m_context, dataset, BatchKind::RestoreSamples, m_author);
        for (const TrashEntry& entry : entries) {
            bringSample(action, SampleId(entry.item), entry);
        }
        finish(action, dataset);
    }

    QList<SampleId> deletedWith(LabelId label)
    {
        Statement& rows =
            m_connection.prepare("SELECT item_id FROM trash WHERE kind = 0 AND label_id = ? AND dataset_id = "
                                 "(SELECT dataset_id FROM label WHERE id = ?1)");
        rows.bind(1, label.value);
        QList<SampleId> samples;
        while (rows.executeStep()) {
            samples.append(SampleId(int64At(rows, 0)));
        }
        rows.reset();
        return samples;
    }

    void bringSample(BatchAction& action, SampleId sample, const TrashEntry& entry)
    {
        if (m_brought.contains(sample)) {
            return;
        }
        if (const auto refused = action.bringBack(sample)) {
            refuse(entry, *refused);
            return;
        }
        m_brought.insert(sample);
        ++m_outcome.samples;
        const bool isMissing = m_missing.contains(sample);
        m_outcome.missing += isMissing ? 1 : 0;
        Statement& update = m_connection.prepare("UPDATE sample SET is_missing = ? WHERE id = ?");
        update.bind(1, isMissing ? 1 : 0);
        update.bind(2, sample.value);
        update.exec();
    }

    void finish(BatchAction& action, DatasetId dataset)
    {
        RestoreOutcome& part = action.outcome();
        m_outcome.labels += part.labels;
        m_outcome.lostAnnotations += part.lostAnnotations;
        m_outcome.newNames.insert(m_outcome.newNames.end(), part.newNames.begin(), part.newNames.end());
        action.finish();
        m_datasets.insert(dataset);
        m_context.change.kinds |=
            Change::Samples | Change::Annotations | Change::Membership | Change::Labels;
    }

    void announce()
    {
        m_context.change.touch(Change::Datasets);
        m_context.change.dataset = m_datasets.size() == 1 ? *m_datasets.begin() : DatasetId();
    }

    WriteContext& m_context;
    Connection& m_connection;
    QString m_author;
    const QSet<SampleId>& m_missing;
    QSet<SampleId> m_brought;
    std::set<DatasetId> m_datasets;
    RestoreOutcome m_outcome;
};

} // namespace

core::Result<std::vector<TrashEntry>> TrashRepository::list(const TrashFilter& filter, TrashId before, int limit) const
{
    return guarded<std::vector<TrashEntry>>(m_store.filePath(), [&]() -> core::Result<std::vector<TrashEntry>> {
        Statement& rows = m_store.reader().prepare(LW_SELECT_TRASH "WHERE " LW_TRASH_IN_REACH LW_TRASH_FILTER
                                                   "AND (?4 = 0 OR t.id < ?4) ORDER BY t.id DESC LIMIT ?5");
        bindFilter(rows, filter);
        rows.bind(4, before.value);
        rows.bind(5, limit > 0 ? limit : -1);
        std::vector<TrashEntry> entries;
        while (rows.executeStep()) {
            entries.push_back(read(rows));
        }
        rows.reset();
        return entries;
    });
}

core::Result<std::vector<TrashEntry>> TrashRepository::find(const QList<TrashId>& ids) const
{
    return guarded<std::vector<TrashEntry>>(m_store.filePath(), [&]() -> core::Result<std::vector<TrashEntry>> {
        std::vector<TrashEntry> entries;
        for (TrashId id : ids) {
            if (auto entry = readOne(m_store.reader(), id)) {
                entries.push_back(std::move(*entry));
            }
        }
        return entries;
    });
}

core::Result<QList<TrashId>> TrashRepository::ids(const TrashFilter& filter) const
{
    return guarded<QList<TrashId>>(m_store.filePath(), [&]() -> core::Result<QList<TrashId>> {
        Statement& rows =
            m_store.reader().prepare("SELECT t.id FROM trash t JOIN dataset d ON d.id = t.dataset_id WHERE "
                                     LW_TRASH_IN_REACH LW_TRASH_FILTER "ORDER BY t.id DESC");
        bindFilter(rows, filter);
        QList<TrashId> ids;
        while (rows.executeStep()) {
            ids.append(TrashId(int64At(rows, 0)));
        }
        rows.reset();
        return ids;
    });
}

core::Result<QList<TrashId>> TrashRepository::idsOf(TrashKind kind, const QList<qint64>& items) const
{
    return guarded<QList<TrashId>>(m_store.filePath(), [&]() -> core::Result<QList<TrashId>> {
        QList<TrashId> ids;
        for (qint64 item : items) {
            Statement& row = m_store.reader().prepare("SELECT id FROM trash WHERE kind = ? AND item_id = ?");
            row.bind(1, int(kind));
            row.bind(2, item);
            if (row.executeStep()) {
                ids.append(TrashId(int64At(row, 0)));
            }
            row.reset();
        }
        return ids;
    });
}

core::Result<std::vector<domain::TrashCount>> TrashRepository::counts() const
{
    return guarded<std::vector<domain::TrashCount>>(
        m_store.filePath(), [&]() -> core::Result<std::vector<domain::TrashCount>> {
            Statement& rows = m_store.reader().prepare(
                "SELECT t.dataset_id, d.name, t.kind, count(*) FROM trash t JOIN dataset d ON d.id = t.dataset_id WHERE "
                LW_TRASH_IN_REACH "GROUP BY t.dataset_id, t.kind ORDER BY t.dataset_id, t.kind");
            std::vector<domain::TrashCount> counts;
            while (rows.executeStep()) {
                counts.push_back({DatasetId(int64At(rows, 0)), textAt(rows, 1),
                                  static_cast<TrashKind>(intAt(rows, 2)), int64At(rows, 3)});
            }
            rows.reset();
            return counts;
        });
}

QFuture<core::Result<RestoreOutcome>> TrashRepository::restore(const QList<TrashId>& ids,
                                                               const QSet<SampleId>& missing)
{
    return m_store.write<RestoreOutcome>(
        [ids, missing, author = m_store.author()](WriteContext& context) -> core::Result<RestoreOutcome> {
            return Restoring(context, author, missing).run(ids);
        });
}

} // namespace lw::store
