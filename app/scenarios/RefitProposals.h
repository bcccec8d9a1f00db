// SPDX-License-Identifier: GPL-3.0-or-later
//! Smart labelling that learns from each confirmation: proposals of whole-sample labels are made anew in the blink of an
//! eye.
#pragma once

#include "app/scenarios/NextSamples.h"
#include "models/core/Progress.h"
#include "models/core/Result.h"
#include "models/domain/Ids.h"
#include "models/store/Store.h"

#include <QList>
#include <QSet>

#include <optional>

namespace lw::scenarios {

struct RefitRequest {
    domain::DatasetId dataset;
    bool isPrecise = false;         ///< as the run that proposed: also learns from the unlabelled samples
    QSet<domain::SampleId> keep;    ///< not to be changed: what somebody looks at
    int next = kUsualNext;          ///< how many samples to name that would teach the most; 0: none
    bool estimatesAccuracy = false; ///< takes five times as long
};

struct RefitOutcome {
    qint64 changed = 0;             ///< samples that say something else now
    QList<domain::SampleId> next;   ///< to label next, the most useful first
    std::optional<double> accuracy; ///< cross-validated, 0 to 1
    qint64 labelled = 0;            ///< samples that it learned from
};

/// Fits the head to all labels of people and renews the proposals that nobody has touched. Only for image classification
/// whose pictures have vectors (a run of smart labelling or embedSamples() made them); pictures without one are left
/// alone. No step, no history: what changes is the machine's guess. On a job thread; blocks. Errors: Unsupported (another
/// type), InvalidArgument (fewer than two labels in use), NotFound (no vectors), those of the engine and the store.
core::Result<RefitOutcome> refitProposals(store::Store& store, const RefitRequest& request, const EngineLens& engine,
                                          const core::Control& control);

} // namespace lw::scenarios
