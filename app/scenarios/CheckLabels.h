// SPDX-License-Identifier: GPL-3.0-or-later
//! "Labels to check": which labels of a classification dataset are likely wrong.
#pragma once

#include "app/scenarios/EmbedSamples.h"

#include <vector>

namespace lw::scenarios {

/// A label that pictures like this one speak against.
struct DoubtfulLabel {
    domain::SampleId sample;
    domain::LabelId label;
    domain::LabelId suggested;
    double suspicion = 0;  ///< 0 to 1, a place in the ranking of all labels, not a probability
    double confidence = 0; ///< in the suggested label, from labels of other pictures only
};

struct CheckLabelsOutcome {
    std::vector<DoubtfulLabel> doubtful; ///< the most suspicious first; only where another label fits better
    qint64 checked = 0;                  ///< pictures with exactly one label
    qint64 kept = 0;                     ///< doubtful ones that a person has kept before: left out
    core::ProblemList problems;
};

/// Compares each label with what the other labels let one expect. Changes nothing. On a job thread; blocks. Errors:
/// Unsupported (not a dataset for image classification), InvalidArgument with a sentence (fewer than two labels with
/// five pictures each), those of embedSamples(). What a person has kept (store::KeptLabelRepository) is left out, unless
/// `includesKept`.
core::Result<CheckLabelsOutcome> checkLabels(store::Store& store, domain::DatasetId dataset, const EngineLens& engine,
                                             const core::Control& control, bool includesKept = false);

} // namespace lw::scenarios
