// SPDX-License-Identifier: GPL-3.0-or-later
//! SQL of datasets.
#include "models/store/DatasetRepository.h"

#include "models/store/LabelRepository.h"
#include "models/store/TrashBin.h"

#include <QRandomGenerator>

namespace lw::store {

using domain::Dataset;
using domain::DatasetId;

namespace {

#define LW_SELECT_DATASET \
    "SELECT d.id, d.uid, d.name, d.description, d.type, d.input_location, d.output_location, d.default_shape, " \
    "d.allows_all_shapes, coalesce(d.current_version, 0), d.created_at, d.changed_at, d.total, d.labelled, " \
    "d.to_confirm, d.hard, d.annotations, " \
    "(SELECT count(*) FROM version v WHERE v.dataset_id = d.id AND v.is_draft = 0 AND v.deleted_at IS NULL) " \
    "FROM dataset d WHERE d.deleted_at IS NULL "

Dataset read(const Statement& row)
{
    Dataset d;
    d.id = DatasetId(int64At(row, 0));
    d.uid = textAt(row, 1);
    d.name = textAt(row, 2);
    d.description = textAt(row, 3);
    d.type = static_cast<domain::DatasetType>(intAt(row, 4));
    d.inputLocation = textAt(row, 5);
    d.outputLocation = textAt(row, 6);
    if (!row.getColumn(7).isNull()) {
        d.defaultShape = static_cast<domain::ShapeKind>(intAt(row, 7));
    }
    d.allowsAllShapes = intAt(row, 8) != 0;
    d.currentVersion = domain::VersionId(int64At(row, 9));
    d.createdAt = int64At(row, 10);
    d.changedAt = int64At(row, 11);
    d.counters.total = int64At(row, 12);
    d.counters.labelled = int64At(row, 13);
    d.counters.toConfirm = int64At(row, 14);
    d.counters.unlabelled = d.counters.total - d.counters.labelled - d.counters.toConfirm;
    d.counters.hard = int64At(row, 15);
    d.counters.annotations = int64At(row, 16);
    d.versionCount = intAt(row, 17);
    return d;
}

QString newUid()
{
    static constexpr char kCharacters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    QString uid;
    for (int i = 0; i < 20; ++i) {
        uid += QLatin1Char(kCharacters[QRandomGenerator::global()->bounded(int(sizeof kCharacters) - 1)]);
    }
    return uid;
}

core::Result<> requireChanged(Statement& statement, const QString& detail)
{
    if (statement.exec() == 0) {
        return core::failure(core::ErrorCode::NotFound, detail);
    }
    return {};
}

} // namespace

core::Result<std::vector<Dataset>> DatasetRepository::list() const
{
    return guarded<std::vector<Dataset>>(m_store.filePath(), [&]() -> core::Result<std::vector<Dataset>> {
        Statement& rows = m_store.reader().prepare(LW_SELECT_DATASET "ORDER BY d.id");
        std::vector<Dataset> datasets;
        while (rows.executeStep()) {
            datasets.push_back(read(rows));
        }
        rows.reset();
        return datasets;
    });
}

core::Result<Dataset> DatasetRepository::find(DatasetId id) const
{
    return guarded<Dataset>(m_store.filePath(), [&]() -> core::Result<Dataset> {
        Statement& row = m_store.reader().prepare(LW_SELECT_DATASET "AND d.id = ?");
        row.bind(1, id.value);
        if (!row.executeStep()) {
            return core::failure(core::ErrorCode::NotFound, QString::number(id.value), m_store.filePath());
        }
        Dataset dataset = read(row);
        row.reset();
        return dataset;
    });
}

core::Result<Dataset> DatasetRepository::findByName(const QString& name) const
{
    return guarded<Dataset>(m_store.filePath(), [&]() -> core::Result<Dataset> {
        Statement& row = m_store.reader().prepare(LW_SELECT_DATASET "AND d.name = ?");
        bindText(row, 1, name);
        if (!row.executeStep()) {
            return core::failure(core::ErrorCode::NotFound, name, m_store.filePath());
        }
        Dataset dataset = read(row);
        row.reset();
        return dataset;
    });
}

QFuture<core::Result<DatasetId>> DatasetRepository::create(const Dataset& dataset,
                                                           const std::vector<domain::Label>& labels)
{
    return m_store.write<DatasetId>([dataset, labels](WriteContext& context) -> core::Result<DatasetId> {
        Statement& insert = context.connection.prepare(
            "INSERT INTO dataset (uid, name, description, type, input_location, output_location, default_shape, "
            "allows_all_shapes, created_at, changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)");
        bindText(insert, 1, newUid());
        bindText(insert, 2, dataset.name);
        bindText(insert, 3, dataset.description);
        insert.bind(4, int(dataset.type));
        bindText(insert, 5, dataset.inputLocation);
        bindText(insert, 6, dataset.outputLocation);
        dataset.defaultShape ? insert.bind(7, int(*dataset.defaultShape)) : insert.bind(7);
        insert.bind(8, dataset.allowsAllShapes ? 1 : 0);
        insert.bind(9, nowMs());
        insert.exec();
        const DatasetId id(context.connection.lastInsertId());
        for (const domain::Label& label : labels) {
            domain::Label mine = label;
            mine.datasetId = id;
            if (auto made = insertLabel(context, mine); !made) {
                return core::failure(made.error());
            }
        }
        context.change.dataset = id;
        context.change.touch(Change::Datasets);
        context.change.touch(Change::Labels);
        return id;
    });
}

QFuture<core::Result<>> DatasetRepository::update(const Dataset& dataset)
{
    return m_store.write<void>([dataset](WriteContext& context) -> core::Result<> {
        Statement& update = context.connection.prepare(
            "UPDATE dataset SET name = ?, description = ?, input_location = ?, output_location = ?, default_shape = ?, "
            "allows_all_shapes = ?, changed_at = ? WHERE id = ? AND deleted_at IS NULL");
        bindText(update, 1, dataset.name);
        bindText(update, 2, dataset.description);
        bindText(update, 3, dataset.inputLocation);
        bindText(update, 4, dataset.outputLocation);
        dataset.defaultShape ? update.bind(5, int(*dataset.defaultShape)) : update.bind(5);
        update.bind(6, dataset.allowsAllShapes ? 1 : 0);
        update.bind(7, nowMs());
        update.bind(8, dataset.id.value);
        context.change.dataset = dataset.id;
        context.change.touch(Change::Datasets);
        return requireChanged(update, dataset.name);
    });
}

QFuture<core::Result<>> DatasetRepository::remove(DatasetId id)
{
    return m_store.write<void>([id, author = m_store.author()](WriteContext& context) -> core::Result<> {
        Statement& update =
            context.connection.prepare("UPDATE dataset SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL");
        update.bind(1, nowMs());
        update.bind(2, id.value);
        context.change.dataset = id;
        context.change.touch(Change::Datasets);
        if (auto changed = requireChanged(update, QString::number(id.value)); !changed) {
            return changed;
        }
        enterTrash(context.connection, domain::TrashKind::Dataset, id.value, id, author);
        return {};
    });
}

QFuture<core::Result<>> DatasetRepository::discard(DatasetId id)
{
    return m_store.write<void>([id](WriteContext& context) -> core::Result<> {
        Statement& samples = context.connection.prepare("SELECT 1 FROM sample WHERE dataset_id = ? LIMIT 1");
        samples.bind(1, id.value);
        const bool hasSamples = hasRow(samples);
        if (hasSamples) {
            return core::failure(core::ErrorCode::AlreadyExists, QString::number(id.value));
        }
        Statement& remove = context.connection.prepare("DELETE FROM dataset WHERE id = ?");
        remove.bind(1, id.value);
        context.change.dataset = id;
        context.change.touch(Change::Datasets);
        return requireChanged(remove, QString::number(id.value));
    });
}

} // namespace lw::store
