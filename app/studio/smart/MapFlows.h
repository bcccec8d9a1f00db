// SPDX-License-Identifier: GPL-3.0-or-later
//! Opens the map of a dataset and lets the gallery follow it.
#pragma once

#include "app/studio/flows/FlowHost.h"

#include <QPointer>

namespace lw::scenarios {
struct SampleMapOutcome;
}

namespace lw::studio {

class MapWindow;

class MapFlows final : public FlowHost {
    Q_OBJECT

public:
    MapFlows(AppContext& context, domain::DatasetId dataset, QWidget* page)
        : FlowHost(context, page), m_dataset(dataset)
    {
    }

    ~MapFlows() override;

    /// Computes the map as a job and shows it.
    void showMap();

Q_SIGNALS:
    /// The gallery shall show only these; empty: all.
    void filterRequested(const QList<lw::domain::SampleId>& samples);
    void selectRequested(const QList<lw::domain::SampleId>& samples);
    void openRequested(lw::domain::SampleId sample);

private:
    void open(const scenarios::SampleMapOutcome& map);

    domain::DatasetId m_dataset;
    QPointer<MapWindow> m_window;
};

} // namespace lw::studio
