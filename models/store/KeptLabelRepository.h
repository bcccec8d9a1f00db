// SPDX-License-Identifier: GPL-3.0-or-later
//! Labels that a person has checked and kept although pictures alike have others.
#pragma once

#include "models/domain/Ids.h"
#include "models/store/Store.h"

#include <QHash>

namespace lw::store {

/// Any thread. Futures as in Store::write().
class KeptLabelRepository final {
public:
    explicit KeptLabelRepository(Store& store) : m_store(store) {}

    /// By sample. Void where the sample has another label by now.
    [[nodiscard]] core::Result<QHash<domain::SampleId, domain::LabelId>> list(domain::DatasetId dataset) const;

    /// Errors: NotFound (the sample is gone).
    QFuture<core::Result<>> keep(domain::SampleId sample, domain::LabelId label);
    /// Asks about the sample's label again.
    QFuture<core::Result<>> forget(domain::SampleId sample);

private:
    Store& m_store;
};

} // namespace lw::store
