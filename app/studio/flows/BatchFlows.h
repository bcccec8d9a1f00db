// SPDX-License-Identifier: GPL-3.0-or-later
//! Changes to many samples at once: quick ones just happen, long ones show their progress and can be cancelled.
#pragma once

#include "app/studio/flows/FlowHost.h"
#include "models/domain/WholeLabels.h"

#include <functional>

namespace lw::studio {

/// Each is one durable transaction and one step for undo. Nothing here waits.
class BatchFlows final : public FlowHost {
    Q_OBJECT

public:
    /// What takes longer than this is shown as a task.
    static constexpr int kQuietMs = 200;

    BatchFlows(AppContext& context, domain::DatasetId dataset, QWidget* page)
        : FlowHost(context, page), m_dataset(dataset)
    {
    }

    /// Gives the label to the samples, or takes it off if all have it (and, with Replace, nothing else).
    void toggleLabel(const QList<domain::SampleId>& samples, domain::LabelId label, domain::LabelMode mode);
    void removeLabel(const QList<domain::SampleId>& samples, domain::LabelId label);
    void confirm(const QList<domain::SampleId>& samples);
    /// Takes a model's proposals off samples to confirm.
    void reject(const QList<domain::SampleId>& samples);
    void undo();
    void redo();

private:
    using Begin = std::function<QFuture<core::Result<qint64>>(const core::Control&)>;

    void setLabel(const QList<domain::SampleId>& samples, const domain::Labelling& labelling, bool toggles);
    void run(jobs::TextMaker title, const Begin& begin);

    domain::DatasetId m_dataset;
};

} // namespace lw::studio
