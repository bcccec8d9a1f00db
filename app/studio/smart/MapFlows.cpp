// SPDX-License-Identifier: GPL-3.0-or-later
//! Job first, window after it.
#include "app/studio/smart/MapFlows.h"

#include "app/scenarios/SampleMap.h"
#include "app/studio/smart/MapWindow.h"

namespace lw::studio {

/// The window must not outlive the project.
MapFlows::~MapFlows()
{
    if (m_window) {
        m_window->disconnect(this);
        delete m_window.data();
    }
}

void MapFlows::showMap()
{
    if (m_window) {
        m_window->raise();
        m_window->activateWindow();
        return;
    }
    const auto facts = find(dataset());
    if (!facts) {
        return;
    }
    EngineInquiry<scenarios::SampleMapOutcome> inquiry;
    inquiry.title = [name = facts->name] { return tr("Map of %1").arg(name); };
    inquiry.work = [id = facts->id](store::Store& store, const scenarios::EngineLens& engine,
                                    const core::Control& control) {
        return scenarios::sampleMap(store, id, engine, control);
    };
    inquiry.summary = [](const scenarios::SampleMapOutcome& done) {
        return tr("%Ln pictures on the map", nullptr, int(done.points.size()));
    };
    inquiry.isQuiet = true;
    inquire(std::move(inquiry), [this](const scenarios::SampleMapOutcome& outcome) { open(outcome); });
}

void MapFlows::open(const scenarios::SampleMapOutcome& map)
{
    if (m_window) {
        return;
    }
    m_window = new MapWindow(*context().project(), dataset(), map.points, page()->window());
    connect(m_window, &MapWindow::chosen, this, &MapFlows::filterRequested);
    connect(m_window, &MapWindow::selectRequested, this, &MapFlows::selectRequested);
    connect(m_window, &MapWindow::openRequested, this, &MapFlows::openRequested);
    connect(m_window, &QObject::destroyed, this, [this] { Q_EMIT filterRequested({}); });
    m_window->show();
}

} // namespace lw::studio
