// SPDX-License-Identifier: GPL-3.0-or-later
//! "Label these next" (SM-1): the samples whose labels would teach the most.
#pragma once

#include "app/scenarios/EmbedSamples.h"

namespace lw::scenarios {

inline constexpr int kUsualNext = 20;

struct NextOutcome {
    QList<domain::SampleId> next; ///< the most useful first; empty when nothing is open
    bool isFirstRound = false;    ///< nothing is known yet: typical samples, each of another kind
    core::ProblemList problems;   ///< pictures that could not be read
};

/// Of the samples that wait for a label, at most `count`. Where whole pictures have two labels or more: those that the
/// labels are least sure of, each of another kind. Where a model has proposed shapes: the same by its doubts. Else typical
/// pictures of as many kinds. Changes nothing. On a job thread; blocks. Errors: Unsupported (a dataset without
/// pictures), InvalidArgument (`count` below 1), those of embedSamples().
core::Result<NextOutcome> nextSamples(store::Store& store, domain::DatasetId dataset, int count,
                                      const EngineLens& engine, const core::Control& control);

} // namespace lw::scenarios
