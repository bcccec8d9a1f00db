// SPDX-License-Identifier: GPL-3.0-or-later
//! Job first, window after it.
#include "app/studio/smart/MapFlows.h"

#include "app/scenarios/SampleMap.h"
#include "app/studio/smart/MapWindow.h"
#include "app/studio/smart/OwnEngine.h"

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
    const auto dataset = find(m_dataset);
    if (!dataset) {
        return;
    }
    auto found = std::make_shared<std::optional<scenarios::SampleMapOutcome>>();
    jobs::JobRequest job;
    job.title = [name = dataset->name] { return tr("Map of %1").arg(name); };
    job.dataset = m_dataset;
    job.target = dataset->name;
    job.isInquiry = true;
    job.isQuiet = true;
    job.work = [found, facts = *dataset, store = &store()](const core::Control& control) {
        const auto lens = scenarios::chosenLens(*store, facts);
        if (!lens) {
            jobs::JobResult failed;
            failed.error = lens.error();
            return failed;
        }
        const auto outcome = scenarios::sampleMap(*store, facts.id, {*lens, ownEngine()}, control);
        if (outcome) {
            *found = *outcome;
        }
        return jobResult<scenarios::SampleMapOutcome>(outcome, [](const scenarios::SampleMapOutcome& done) {
            return tr("%Ln pictures on the map", nullptr, int(done.points.size()));
        });
    };
    const jobs::JobId id = context().jobs().start(std::move(job));
    // One waits for the window: who has gone elsewhere meanwhile does not get it.
    connect(&context().jobs(), &jobs::JobCenter::jobFinished, this, [this, id, found](jobs::JobId finished) {
        if (finished == id && *found) {
            open(**found);
        }
    });
}

void MapFlows::open(const scenarios::SampleMapOutcome& map)
{
    if (m_window) {
        return;
    }
    m_window = new MapWindow(*context().project(), m_dataset, map.points, page()->window());
    connect(m_window, &MapWindow::chosen, this, &MapFlows::filterRequested);
    connect(m_window, &MapWindow::selectRequested, this, &MapFlows::selectRequested);
    connect(m_window, &MapWindow::openRequested, this, &MapFlows::openRequested);
    connect(m_window, &QObject::destroyed, this, [this] { Q_EMIT filterRequested({}); });
    m_window->show();
}

} // namespace lw::studio
