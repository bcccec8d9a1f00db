// SPDX-License-Identifier: GPL-3.0-or-later
//! The two-dimensional map of a dataset (AN-12): pictures that look alike lie together.
#pragma once

#include "app/scenarios/EmbedSamples.h"

#include <vector>

namespace lw::scenarios {

struct MapPoint {
    domain::SampleId id;
    float x = 0; ///< 0 to 1
    float y = 0; ///< 0 to 1
};

struct SampleMapOutcome {
    std::vector<MapPoint> points; ///< ascending ids
    core::ProblemList problems;   ///< pictures that could not be read are not on the map
};

/// Lays out all pictures. The layout is kept until pictures or lens change; 4,000 new ones take some seconds, 100,000
/// one or two minutes. On a job thread; blocks. Errors: those of embedSamples().
core::Result<SampleMapOutcome> sampleMap(store::Store& store, domain::DatasetId dataset, const EngineLens& engine,
                                         const core::Control& control);

/// Writes the points into a file: JSON when its name ends so, else CSV (file,x,y). Errors: DiskFull, WriteFailed, those
/// of the store.
core::Result<> writeSampleMap(store::Store& store, domain::DatasetId dataset, const std::vector<MapPoint>& points,
                              const QString& file);

} // namespace lw::scenarios
