// SPDX-License-Identifier: GPL-3.0-or-later
//! Looks for labels that are likely wrong and goes through them with the person.
#pragma once

#include "app/studio/smart/EngineFlows.h"

namespace lw::scenarios {
struct CheckLabelsOutcome;
}

namespace lw::studio {

class BatchFlows;

class CheckFlows final : public EngineFlows {
    Q_OBJECT

public:
    CheckFlows(AppContext& context, domain::DatasetId dataset, BatchFlows& batches, QWidget* page)
        : EngineFlows(context, dataset, page), m_batches(batches)
    {
    }

    /// `includesKept`: also those labels that a person has said are right.
    void findDoubtful(bool includesKept = false);

Q_SIGNALS:
    void openRequested(lw::domain::SampleId sample);

private:
    void open(const scenarios::CheckLabelsOutcome& outcome);
    void reportFailure(const QFuture<core::Result<>>& write);

    BatchFlows& m_batches;
};

} // namespace lw::studio
