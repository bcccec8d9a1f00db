// SPDX-License-Identifier: GPL-3.0-or-later
//! Opens the map of a dataset and lets the gallery follow it.
#pragma once

#include "app/studio/smart/EngineFlows.h"

#include <QPointer>

namespace lw::scenarios {
struct SampleMapOutcome;
}

namespace lw::studio {

class MapWindow;

class MapFlows final : public EngineFlows {
    Q_OBJECT

public:
    using EngineFlows::EngineFlows;
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

    QPointer<MapWindow> m_window;
};

} // namespace lw::studio
