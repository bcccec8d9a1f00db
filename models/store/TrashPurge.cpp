// SPDX-License-Identifier: GPL-3.0-or-later
//! Deleting for good. Versions keep the samples that they hold: such a row stays, out of sight and out of the trash.
#include "models/store/TrashBin.h"
#include "models/store/TrashRepository.h"

namespace lw::store {

using domain::PurgeOutcome;
using domain::TrashId;
using domain::TrashKind;

namespace {

/// About 20 ms of deleting: a gesture made meanwhile waits no longer than that.
constexpr int kSweepSamples = 2000;

qint64 run(Connection& connection, const char* sql, qint64 id)
{
    Statement& statement = connection.prepare(sql);
    statement.bind(1, id);
    return statement.exec();
}

qint64 number(Connection& connection, const char* sql, qint64 id)
{
    Statement& row = connection.prepare(sql);
    row.bind(1, id);
    const qint64 value = row.executeStep() ? int64At(row, 0) : 0;
    row.reset();
    return value;
}

bool isHeldByVersion(Connection& connection, qint64 sample)
{
    return number(connection,
                  "SELECT EXISTS (SELECT 1 FROM version v JOIN version_sample m ON m.version_id = v.id AND "
                  "m.sample_id = s.id WHERE v.dataset_id = s.dataset_id) FROM sample s WHERE s.id = ?",
                  sample) != 0;
}

void purgeSample(Connection& connection, qint64 sample)
{
    run(connection,
        "DELETE FROM batch_item WHERE sample_id = ?1 AND step_id IN (SELECT b.id FROM batch_step b JOIN sample s ON "
        "s.dataset_id = b.dataset_id WHERE s.id = ?1)",
        sample);
    run(connection,
        "DELETE FROM trash_annotation WHERE sample_id = ?1 AND label_id IN (SELECT t.item_id FROM trash t JOIN sample s "
        "ON s.dataset_id = t.dataset_id WHERE s.id = ?1 AND t.kind = 1)",
        sample);
    run(connection, "DELETE FROM undo_step WHERE sample_id = ?", sample);
    run(connection, "UPDATE sample SET undo_position = 0 WHERE id = ?", sample);
    run(connection, "DELETE FROM sample_event WHERE sample_id = ?", sample);
    if (!isHeldByVersion(connection, sample)) {
        run(connection, "DELETE FROM sample WHERE id = ?", sample);
    }
}

void purgeLabel(Connection& connection, qint64 label)
{
    // Steps may hold annotations of the label in any of their samples, so none of them can be undone any more.
    run(connection, "DELETE FROM batch_step WHERE dataset_id = (SELECT dataset_id FROM label WHERE id = ?)", label);
    run(connection, "DELETE FROM trash_annotation WHERE label_id = ?", label);
    run(connection, "DELETE FROM label WHERE id = ?", label);
}

void purgeVersion(Connection& connection, qint64 version)
{
    const qint64 dataset = number(connection, "SELECT dataset_id FROM version WHERE id = ?", version);
    run(connection,
        "DELETE FROM snapshot WHERE id IN (SELECT snapshot_id FROM version_sample WHERE version_id = ?1) AND id NOT IN "
        "(SELECT snapshot_id FROM version_sample WHERE version_id <> ?1 AND snapshot_id IS NOT NULL)",
        version);
    run(connection, "DELETE FROM version_sample WHERE version_id = ?", version);
    run(connection, "DELETE FROM version WHERE id = ?", version);
    // Samples that only this version still held.
    run(connection,
        "DELETE FROM sample WHERE dataset_id = ?1 AND deleted_at IS NOT NULL AND "
        "NOT EXISTS (SELECT 1 FROM trash t WHERE t.kind = 0 AND t.item_id = sample.id) AND "
        "NOT EXISTS (SELECT 1 FROM version v JOIN version_sample m ON m.version_id = v.id AND m.sample_id = sample.id "
        "WHERE v.dataset_id = ?1)",
        dataset);
}

/// A dataset that was deleted for good and still has rows; 0 if there is none.
qint64 datasetToSweep(Connection& connection)
{
    Statement& row = connection.prepare(
        "SELECT id FROM dataset d WHERE deleted_at IS NOT NULL AND NOT EXISTS "
        "(SELECT 1 FROM trash t WHERE t.kind = 2 AND t.item_id = d.id) LIMIT 1");
    const qint64 dataset = row.executeStep() ? int64At(row, 0) : 0;
    row.reset();
    return dataset;
}

std::vector<qint64> samplesToSweep(Connection& connection, qint64 dataset)
{
    Statement& rows = connection.prepare("SELECT id FROM sample WHERE dataset_id = ? LIMIT ?");
    rows.bind(1, dataset);
    rows.bind(2, kSweepSamples);
    std::vector<qint64> samples;
    while (rows.executeStep()) {
        samples.push_back(int64At(rows, 0));
    }
    rows.reset();
    return samples;
}

/// The next part of the dataset: a version, a label, some samples, and last the rest.
qint64 sweepPart(Connection& connection, qint64 dataset)
{
    if (const qint64 version = number(connection, "SELECT id FROM version WHERE dataset_id = ? LIMIT 1", dataset)) {
        run(connection, "UPDATE dataset SET current_version = NULL WHERE id = ?", dataset);
        purgeVersion(connection, version);
        return 1;
    }
    if (const qint64 label = number(connection, "SELECT id FROM label WHERE dataset_id = ? LIMIT 1", dataset)) {
        run(connection, "DELETE FROM sample_label WHERE label_id = ?", label);
        purgeLabel(connection, label);
        return 1;
    }
    const std::vector<qint64> samples = samplesToSweep(connection, dataset);
    for (qint64 sample : samples) {
        for (const char* sql :
             {"DELETE FROM annotation WHERE sample_id = ?", "DELETE FROM undo_step WHERE sample_id = ?",
              "DELETE FROM sample_event WHERE sample_id = ?", "DELETE FROM sample WHERE id = ?"}) {
            run(connection, sql, sample);
        }
    }
    if (!samples.empty()) {
        return qint64(samples.size());
    }
    run(connection,
        "DELETE FROM sample_attribute WHERE value_id IN (SELECT id FROM attribute_value WHERE dataset_id = ?)", dataset);
    run(connection, "DELETE FROM attribute_value WHERE dataset_id = ?", dataset);
    run(connection, "DELETE FROM smart_run WHERE dataset_id = ?", dataset);
    run(connection, "DELETE FROM batch_step WHERE dataset_id = ?", dataset);
    run(connection, "DELETE FROM trash WHERE dataset_id = ?", dataset);
    return run(connection, "DELETE FROM dataset WHERE id = ?", dataset);
}

struct Doomed {
    TrashKind kind = TrashKind::Sample;
    qint64 item = 0;
    domain::DatasetId dataset;
};

std::optional<Doomed> doomedBy(Connection& connection, TrashId id)
{
    Statement& row = connection.prepare("SELECT kind, item_id, dataset_id FROM trash WHERE id = ?");
    row.bind(1, id.value);
    std::optional<Doomed> found;
    if (row.executeStep()) {
        found = Doomed{static_cast<TrashKind>(intAt(row, 0)), int64At(row, 1), domain::DatasetId(int64At(row, 2))};
    }
    row.reset();
    return found;
}

void purgeOne(Connection& connection, const Doomed& doomed, PurgeOutcome& outcome)
{
    leaveTrash(connection, doomed.kind, doomed.item);
    switch (doomed.kind) {
    case TrashKind::Sample:
        purgeSample(connection, doomed.item);
        ++outcome.samples;
        break;
    case TrashKind::Label:
        purgeLabel(connection, doomed.item);
        ++outcome.labels;
        break;
    case TrashKind::Dataset:
        ++outcome.datasets;
        break;
    case TrashKind::Version:
        purgeVersion(connection, doomed.item);
        ++outcome.versions;
        break;
    }
}

} // namespace

QFuture<core::Result<PurgeOutcome>> TrashRepository::purge(const QList<TrashId>& ids)
{
    return m_store.write<PurgeOutcome>([ids](WriteContext& context) -> core::Result<PurgeOutcome> {
        PurgeOutcome outcome;
        for (TrashId id : ids) {
            if (const auto doomed = doomedBy(context.connection, id)) {
                purgeOne(context.connection, *doomed, outcome);
            }
        }
        context.change.touch(Change::Datasets);
        return outcome;
    });
}

QFuture<core::Result<qint64>> TrashRepository::sweep()
{
    return m_store.write<qint64>([](WriteContext& context) -> core::Result<qint64> {
        const qint64 dataset = datasetToSweep(context.connection);
        return dataset == 0 ? qint64(0) : sweepPart(context.connection, dataset);
    });
}

} // namespace lw::store
