// SPDX-License-Identifier: GPL-3.0-or-later
//! Attributes of samples (SM-5): reading what there is, setting them on many samples at once.
#pragma once

#include "models/core/Progress.h"
#include "models/domain/Ids.h"
#include "models/domain/SampleAttributes.h"
#include "models/store/Store.h"

#include <QHash>
#include <QList>

namespace lw::store {

class AttributeRepository
{
public:
    explicit AttributeRepository(Store& store) : m_store(store) {}

    /// All attributes of the dataset's samples in sight with their values, both by name. Any thread; as quick as an
    /// index scan over the samples that have attributes.
    [[nodiscard]] core::Result<std::vector<domain::AttributeUse>> list(domain::DatasetId dataset) const;

    /// Gives each sample its value of the attribute `name`; an empty value takes the attribute off. One step that can be
    /// undone, one transaction. Returns how many samples changed. Errors: InvalidArgument (name or a value, see
    /// domain/SampleAttributes.h; nothing is changed), Cancelled, those of the store.
    QFuture<core::Result<qint64>> set(domain::DatasetId dataset, const QString& name,
                                      const QHash<domain::SampleId, QString>& values, const core::Control& control = {});
    /// The same value for all.
    QFuture<core::Result<qint64>> set(domain::DatasetId dataset, const QString& name, const QString& value,
                                      const QList<domain::SampleId>& samples, const core::Control& control = {});

private:
    Store& m_store;
};

} // namespace lw::store
