// SPDX-License-Identifier: GPL-3.0-or-later
//! SQL of labels.
#include "models/store/LabelRepository.h"

#include "models/store/Rows.h"

namespace lw::store {

using domain::Label;
using domain::LabelId;

core::Result<std::vector<Label>> LabelRepository::list(domain::DatasetId dataset) const
{
    return guarded<std::vector<Label>>(m_store.filePath(), [&]() -> core::Result<std::vector<Label>> {
        return readLabels(m_store.reader(), dataset);
    });
}

core::Result<std::vector<LabelId>> LabelRepository::recent(domain::DatasetId dataset) const
{
    return guarded<std::vector<LabelId>>(m_store.filePath(), [&]() -> core::Result<std::vector<LabelId>> {
        Statement& rows = m_store.reader().prepare(
            "SELECT id FROM label WHERE dataset_id = ? AND used_at > 0 AND deleted_at IS NULL ORDER BY used_at DESC");
        rows.bind(1, dataset.value);
        std::vector<LabelId> ids;
        while (rows.executeStep()) {
            ids.emplace_back(int64At(rows, 0));
        }
        rows.reset();
        return ids;
    });
}

core::Result<LabelId> insertLabel(WriteContext& context, const Label& label)
{
    if (!domain::isValidLabelName(label.name)) {
        return core::failure(core::ErrorCode::InvalidArgument, label.name);
    }
    Statement& next = context.connection.prepare(
        "SELECT count(*), coalesce(max(position) + 1, 0) FROM label WHERE dataset_id = ? AND deleted_at IS NULL");
    next.bind(1, label.datasetId.value);
    next.executeStep();
    const int count = intAt(next, 0);
    const int position = intAt(next, 1);
    next.reset();
    Statement& insert = context.connection.prepare(
        "INSERT INTO label (dataset_id, name, colour, shortcut, attributes, position, is_hidden, is_locked, "
        "skeleton) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, label.datasetId.value);
    bindText(insert, 2, label.name);
    insert.bind(3, qint64((label.colour >> 24) == 0 ? domain::paletteColour(count) : label.colour));
    bindText(insert, 4, label.shortcut);
    bindText(insert, 5, attributesToJson(label.attributes));
    insert.bind(6, position);
    insert.bind(7, label.isHidden ? 1 : 0);
    insert.bind(8, label.isLocked ? 1 : 0);
    bindText(insert, 9, skeletonToJson(label.skeleton));
    insert.exec();
    context.change.dataset = label.datasetId;
    context.change.touch(Change::Labels);
    return LabelId(context.connection.lastInsertId());
}

QFuture<core::Result<LabelId>> LabelRepository::create(const Label& label)
{
    return m_store.write<LabelId>([label](WriteContext& context) { return insertLabel(context, label); });
}

QFuture<core::Result<>> LabelRepository::update(const Label& label)
{
    return m_store.write<void>([label](WriteContext& context) -> core::Result<> {
        if (!domain::isValidLabelName(label.name)) {
            return core::failure(core::ErrorCode::InvalidArgument, label.name);
        }
        Statement& update = context.connection.prepare(
            "UPDATE label SET name = ?, colour = ?, shortcut = ?, attributes = ?, position = ?, is_hidden = ?, "
            "is_locked = ?, skeleton = ? WHERE id = ? AND deleted_at IS NULL");
        bindText(update, 1, label.name);
        update.bind(2, qint64(label.colour));
        bindText(update, 3, label.shortcut);
        bindText(update, 4, attributesToJson(label.attributes));
        update.bind(5, label.position);
        update.bind(6, label.isHidden ? 1 : 0);
        update.bind(7, label.isLocked ? 1 : 0);
        bindText(update, 8, skeletonToJson(label.skeleton));
        update.bind(9, label.id.value);
        if (update.exec() == 0) {
            return core::failure(core::ErrorCode::NotFound, label.name);
        }
        context.change.dataset = label.datasetId;
        context.change.touch(Change::Labels);
        return {};
    });
}

void LabelRepository::markUsed(LabelId label)
{
    m_store.write<void>([label](WriteContext& context) -> core::Result<> {
        Statement& update = context.connection.prepare("UPDATE label SET used_at = ? WHERE id = ?");
        update.bind(1, nowMs());
        update.bind(2, label.value);
        update.exec();
        return {};
    });
}

} // namespace lw::store
