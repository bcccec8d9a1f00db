// SPDX-License-Identifier: GPL-3.0-or-later
//! The numbers of a dataset, from the counters that the store keeps.
#pragma once

#include "models/domain/Dataset.h"
#include "models/domain/Label.h"
#include "models/store/Store.h"

#include <vector>

namespace lw::scenarios {

struct DatasetStatistics {
    domain::DatasetCounters counters;
    std::vector<domain::Label> labels; ///< in the order of the label set, with their counters
};

/// Quick. Errors: NotFound.
core::Result<DatasetStatistics> datasetStatistics(store::Store& store, domain::DatasetId dataset);

} // namespace lw::scenarios
