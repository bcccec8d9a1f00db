// SPDX-License-Identifier: GPL-3.0-or-later
//! Confirming and rejecting proposals in the gallery (SM-3): all above a confidence, or a selection.
#pragma once

#include "app/studio/flows/FlowHost.h"

#include <QTimer>

namespace lw::gallery {
class ConfirmBar;
}

namespace lw::studio {

class BatchFlows;
struct SampleList;

/// Keeps the bar above the gallery in step with the list. GUI thread only.
class ConfirmFlows final : public FlowHost {
    Q_OBJECT

public:
    ConfirmFlows(AppContext& context, domain::DatasetId dataset, BatchFlows& batches, QWidget* page);

    /// Makes the bar, hidden until the list shows samples to confirm.
    [[nodiscard]] gallery::ConfirmBar* makeBar(QWidget* parent);
    /// The list or its samples are others.
    void refresh();

Q_SIGNALS:
    /// Open the first sample of the list.
    void reviewRequested(lw::domain::SampleId first);

private:
    void count();
    void acceptAbove(double least);

    domain::DatasetId m_dataset;
    SampleList& m_list;
    BatchFlows& m_batches;
    gallery::ConfirmBar* m_bar = nullptr;
    QTimer m_soon;
    quint64 m_serial = 0; ///< answers to older questions are dropped
};

} // namespace lw::studio
