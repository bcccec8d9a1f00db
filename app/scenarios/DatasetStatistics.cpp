// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads the counters.
#include "app/scenarios/DatasetStatistics.h"

#include "models/store/DatasetRepository.h"
#include "models/store/LabelRepository.h"

namespace lw::scenarios {

core::Result<DatasetStatistics> datasetStatistics(store::Store& store, domain::DatasetId id)
{
    const core::Result<domain::Dataset> dataset = store::DatasetRepository(store).find(id);
    if (!dataset) {
        return core::failure(dataset.error());
    }
    auto labels = store::LabelRepository(store).list(id);
    if (!labels) {
        return core::failure(labels.error());
    }
    return DatasetStatistics{dataset->counters, std::move(*labels)};
}

} // namespace lw::scenarios
