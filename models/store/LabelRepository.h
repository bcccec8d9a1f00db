// SPDX-License-Identifier: GPL-3.0-or-later
//! Label sets.
#pragma once

#include "models/domain/Label.h"
#include "models/store/Store.h"

#include <vector>

namespace lw::store {

class LabelRepository
{
public:
    explicit LabelRepository(Store& store) : m_store(store) {}

    /// In the order of the label set, with counters. Any thread.
    [[nodiscard]] core::Result<std::vector<domain::Label>> list(domain::DatasetId dataset) const;
    /// Ids, the last used first; labels never used are left out.
    [[nodiscard]] core::Result<std::vector<domain::LabelId>> recent(domain::DatasetId dataset) const;

    /// Adds a label at the end of the set. Errors: InvalidArgument (name, DS-3), AlreadyExists.
    QFuture<core::Result<domain::LabelId>> create(const domain::Label& label);
    /// Writes everything but the counters. Errors: InvalidArgument, AlreadyExists (name, shortcut), NotFound.
    QFuture<core::Result<>> update(const domain::Label& label);
    void markUsed(domain::LabelId label);

private:
    Store& m_store;
};

/// Part of a larger write: adds one label. A transparent colour means the next one of the palette.
core::Result<domain::LabelId> insertLabel(WriteContext& context, const domain::Label& label);

} // namespace lw::store
