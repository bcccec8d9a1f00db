// SPDX-License-Identifier: GPL-3.0-or-later
//! One count.
#include "models/store/TurnedPictures.h"

#include "models/store/Rows.h"
#include "models/store/Store.h"

namespace lw::store {

core::Result<qint64> turnedCount(Store& store, domain::DatasetId dataset)
{
    return guarded<qint64>(store.filePath(), [&]() -> core::Result<qint64> {
        Statement& row = store.reader().prepare(
            "SELECT count(*) FROM sample WHERE dataset_id = ? AND deleted_at IS NULL AND orientation <> 1");
        row.bind(1, dataset.value);
        const qint64 count = row.executeStep() ? int64At(row, 0) : 0;
        row.reset();
        return count;
    });
}

} // namespace lw::store
