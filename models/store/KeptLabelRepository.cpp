// SPDX-License-Identifier: GPL-3.0-or-later
//! SQL of kept labels.
#include "models/store/KeptLabelRepository.h"

#include "models/store/Rows.h"

namespace lw::store {

core::Result<QHash<domain::SampleId, domain::LabelId>> KeptLabelRepository::list(domain::DatasetId dataset) const
{
    using Kept = QHash<domain::SampleId, domain::LabelId>;
    return guarded<Kept>(m_store.filePath(), [&]() -> core::Result<Kept> {
        Statement& rows = m_store.reader().prepare("SELECT k.sample_id, k.label_id FROM kept_label k JOIN sample s ON "
                                                   "s.id = k.sample_id WHERE s.dataset_id = ?");
        rows.bind(1, dataset.value);
        Kept kept;
        while (rows.executeStep()) {
            kept.insert(domain::SampleId(int64At(rows, 0)), domain::LabelId(int64At(rows, 1)));
        }
        rows.reset();
        return kept;
    });
}

QFuture<core::Result<>> KeptLabelRepository::keep(domain::SampleId sample, domain::LabelId label)
{
    return m_store.write<void>([=](WriteContext& context) -> core::Result<> {
        Statement& insert = context.connection.prepare(
            "INSERT OR REPLACE INTO kept_label SELECT id, ?, ? FROM sample WHERE id = ?");
        insert.bind(1, label.value);
        insert.bind(2, nowMs());
        insert.bind(3, sample.value);
        return insert.exec() > 0 ? core::Result<>()
                                 : core::failure(core::ErrorCode::NotFound, QString::number(sample.value));
    });
}

QFuture<core::Result<>> KeptLabelRepository::forget(domain::SampleId sample)
{
    return m_store.write<void>([=](WriteContext& context) -> core::Result<> {
        Statement& remove = context.connection.prepare("DELETE FROM kept_label WHERE sample_id = ?");
        remove.bind(1, sample.value);
        remove.exec();
        return {};
    });
}

} // namespace lw::store
