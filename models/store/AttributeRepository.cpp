// SPDX-License-Identifier: GPL-3.0-or-later
//! SQL of sample attributes.
#include "models/store/AttributeRepository.h"

#include "models/store/BatchAction.h"

#include <algorithm>

namespace lw::store {

using domain::SampleId;

core::Result<std::vector<domain::AttributeUse>> AttributeRepository::list(domain::DatasetId dataset) const
{
    using Uses = std::vector<domain::AttributeUse>;
    return guarded<Uses>(m_store.filePath(), [&]() -> core::Result<Uses> {
        Statement& rows = m_store.reader().prepare(
            "SELECT v.name, v.value, count(*) FROM attribute_value v JOIN sample_attribute a ON a.value_id = v.id "
            "WHERE v.dataset_id = ? GROUP BY v.id ORDER BY v.name, v.value");
        rows.bind(1, dataset.value);
        Uses uses;
        while (rows.executeStep()) {
            const QString name = textAt(rows, 0);
            if (uses.empty() || uses.back().name != name) {
                uses.push_back({name, {}});
            }
            uses.back().values.push_back({textAt(rows, 1), int64At(rows, 2)});
        }
        rows.reset();
        return uses;
    });
}

QFuture<core::Result<qint64>> AttributeRepository::set(domain::DatasetId dataset, const QString& name,
                                                       const QHash<SampleId, QString>& values,
                                                       const core::Control& control)
{
    return m_store.write<qint64>([=, author = m_store.author()](WriteContext& context) -> core::Result<qint64> {
        if (!domain::isValidAttributeName(name)) {
            return core::failure(core::ErrorCode::InvalidArgument, name);
        }
        QList<SampleId> samples = values.keys();
        std::sort(samples.begin(), samples.end());
        BatchAction action(context, dataset, BatchKind::SetAttribute, author);
        qint64 done = 0;
        for (const SampleId sample : samples) {
            const QString value = values.value(sample);
            if (!value.isEmpty() && !domain::isValidAttributeValue(value)) {
                return core::failure(core::ErrorCode::InvalidArgument, value);
            }
            if (control.isCancelled()) {
                return core::failure(core::ErrorCode::Cancelled);
            }
            action.change(sample, [&](SampleContent& content) {
                value.isEmpty() ? (void)content.attributes.remove(name) : (void)content.attributes.insert(name, value);
            });
            if (++done % kReportEvery == 0) {
                control.report(done, samples.size());
            }
        }
        announceSamples(context, dataset, samples, false);
        return action.finish();
    });
}

QFuture<core::Result<qint64>> AttributeRepository::set(domain::DatasetId dataset, const QString& name,
                                                       const QString& value, const QList<SampleId>& samples,
                                                       const core::Control& control)
{
    QHash<SampleId, QString> values;
    for (const SampleId sample : samples) {
        values.insert(sample, value);
    }
    return set(dataset, name, values, control);
}

} // namespace lw::store
