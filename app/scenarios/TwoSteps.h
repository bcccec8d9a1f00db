// SPDX-License-Identifier: GPL-3.0-or-later
//! One progress for a flow that looks at pictures first and then works on what it saw. Private to app/scenarios.
#pragma once

#include "models/core/Progress.h"

namespace lw::scenarios {

inline constexpr qint64 kStepShares = 1000;

/// Looking at pictures is most of the work: four fifths.
inline core::Control firstStep(const core::Control& control)
{
    if (!control.progress) {
        return control;
    }
    return {control.stop, [sink = control.progress](qint64 done, qint64 total) {
                sink(total > 0 ? kStepShares * 4 / 5 * done / total : 0, kStepShares);
            }};
}

/// The rest.
inline core::Control secondStep(const core::Control& control)
{
    if (!control.progress) {
        return control;
    }
    return {control.stop, [sink = control.progress](qint64 done, qint64 total) {
                sink(kStepShares * 4 / 5 + (total > 0 ? kStepShares / 5 * done / total : 0), kStepShares);
            }};
}

} // namespace lw::scenarios
