// SPDX-License-Identifier: GPL-3.0-or-later
//! Label names to ids during an import; labels that are new are made on the fly.
#pragma once

#include "models/core/Result.h"
#include "models/domain/Ids.h"
#include "models/store/BulkWriter.h"

#include <QHash>
#include <QStringList>

namespace lw::scenarios {

class LabelNames {
public:
    /// `writer` takes labels back together with its samples.
    LabelNames(store::Store& store, domain::DatasetId dataset, store::BulkWriter& writer);

    /// The id of a name; a hash look-up when it was seen before. Errors: InvalidArgument, those of the store.
    core::Result<domain::LabelId> id(const QString& name);

private:
    core::Result<> reload();

    store::Store& m_store;
    domain::DatasetId m_dataset;
    store::BulkWriter& m_writer;
    QHash<QString, domain::LabelId> m_ids;
    bool m_isLoaded = false;
};

/// Ids of the labels with these names. Errors: NotFound with the first name that is no label of the dataset.
core::Result<QList<domain::LabelId>> labelIds(store::Store& store, domain::DatasetId dataset, const QStringList& names);
/// Names by id, deleted labels left out.
core::Result<QHash<domain::LabelId, QString>> labelNames(store::Store& store, domain::DatasetId dataset);

} // namespace lw::scenarios
