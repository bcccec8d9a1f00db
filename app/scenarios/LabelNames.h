// SPDX-License-Identifier: GPL-3.0-or-later
//! Label names to ids during an import; labels that are new are made on the fly.
#pragma once

#include "models/core/Result.h"
#include "models/domain/Label.h"
#include "models/store/BulkWriter.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace lw::scenarios {

class LabelNames {
public:
    /// `writer` takes labels back together with its samples.
    LabelNames(store::Store& store, domain::DatasetId dataset, store::BulkWriter& writer);

    /// The id of a name; a hash look-up when it was seen before. Errors: InvalidArgument, those of the store.
    core::Result<domain::LabelId> id(const QString& name);

    /// Makes `declared` if the dataset has no label of its name; its skeleton goes to one that has none when
    /// addSkeletons() is called. Names that are not allowed are passed over: their annotations are reported.
    core::Result<> declare(const domain::Label& declared);
    /// Writes the skeletons; to be called when the import is in.
    void addSkeletons();

private:
    core::Result<> reload();
    core::Result<domain::LabelId> make(domain::Label label);

    store::Store& m_store;
    domain::DatasetId m_dataset;
    store::BulkWriter& m_writer;
    QHash<QString, domain::LabelId> m_ids;
    std::vector<domain::Label> m_skeletons; ///< labels of the dataset that get one
    bool m_isLoaded = false;
};

/// Ids of the labels with these names. Errors: NotFound with the first name that is no label of the dataset.
core::Result<QList<domain::LabelId>> labelIds(store::Store& store, domain::DatasetId dataset, const QStringList& names);
/// Names by id, deleted labels left out.
core::Result<QHash<domain::LabelId, QString>> labelNames(store::Store& store, domain::DatasetId dataset);

} // namespace lw::scenarios
