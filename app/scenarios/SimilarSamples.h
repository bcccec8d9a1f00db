// SPDX-License-Identifier: GPL-3.0-or-later
//! "Find near-duplicates" and "more like this" (AN-12).
#pragma once

#include "app/scenarios/PictureDescriptions.h"
#include "app/scenarios/PictureLens.h"
#include "models/domain/Similarity.h"

namespace lw::scenarios {

/// Copies of real photos that were scaled, compressed, brightened, cropped or mirrored reach it; what merely looks
/// alike seldom does (tests/bench/bench_similar.cpp).
inline constexpr double kDuplicateThreshold = 0.90;
/// Weaker pairs are not worth showing to anyone.
inline constexpr double kLowestThreshold = 0.75;

struct DuplicatesOutcome {
    std::shared_ptr<const domain::DuplicateFindings> findings;
    core::ProblemList problems; ///< pictures that could not be read
};

/// Compares all pictures of the dataset. With `engine` pairs are also found by their vectors, which sees through crops,
/// logos and small turns; without, by hashes alone. Either way only pairs whose pixels agree are told. Changes nothing.
/// On a job thread; blocks. Errors: NotFound (dataset), Cancelled (descriptions made so far stay kept), those of the
/// store and of embedSamples().
core::Result<DuplicatesOutcome> findDuplicates(store::Store& store, domain::DatasetId dataset,
                                               const DescribeOptions& options, const core::Control& control,
                                               const EngineLens* engine = nullptr);

struct SimilarOutcome {
    std::vector<domain::ScoredSample> order; ///< all that could be described, the most alike first
    core::ProblemList problems;
};

/// Orders the dataset by likeness to the nearest of `sources`: by what the lens of `engine` sees, without one by
/// colours and edges. Errors: NotFound (dataset, or no sources), ReadFailed when none of the sources can be read,
/// Cancelled, those of the store and of embedSamples().
core::Result<SimilarOutcome> similarSamples(store::Store& store, domain::DatasetId dataset,
                                            const QList<domain::SampleId>& sources, const DescribeOptions& options,
                                            const core::Control& control, const EngineLens* engine = nullptr);

} // namespace lw::scenarios
