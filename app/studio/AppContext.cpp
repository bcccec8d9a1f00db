// SPDX-License-Identifier: GPL-3.0-or-later
//! Opens and closes projects; everything else is built once.
#include "app/studio/AppContext.h"

#include "app/scenarios/Projects.h"
#include "app/studio/smart/SmartRunner.h"

#include <QThread>

#include <algorithm>

namespace lw::studio {

AppContext::AppContext(const QString& settingsFile, QObject* parent)
    : QObject(parent), m_settings(settingsFile), m_shortcuts(m_settings),
      m_jobs(std::make_unique<jobs::JobCenter>(m_pools.io()))
{
    connect(&m_presence, &jobs::Presence::presenceChanged, this, &AppContext::shareCores);
    shareCores();
}

AppContext::~AppContext()
{
    m_smart.reset();
    m_jobs.reset();
    m_project.reset();
}

core::Result<> AppContext::openProject(const QString& path)
{
    if (const auto idle = checkIdle(); !idle) {
        return idle;
    }
    return adopt(scenarios::openProject(path));
}

core::Result<> AppContext::createProject(const QString& folder)
{
    if (const auto idle = checkIdle(); !idle) {
        return idle;
    }
    return adopt(scenarios::createProject(folder));
}

core::Result<> AppContext::closeProject()
{
    if (const auto idle = checkIdle(); !idle) {
        return idle;
    }
    if (m_project) {
        Q_EMIT projectClosing();
        m_smart.reset();
        m_project.reset();
        Q_EMIT projectChanged();
    }
    return {};
}

core::Result<> AppContext::checkIdle() const
{
    if (m_project && m_jobs->activeCount() > 0) {
        return core::failure(core::ErrorCode::InvalidArgument,
                             tr("Tasks are still running in this project. Wait for them or stop them first."));
    }
    return {};
}

core::Result<> AppContext::adopt(core::Result<std::unique_ptr<store::Store>> opened)
{
    if (!opened) {
        return core::failure(opened.error());
    }
    Q_EMIT projectClosing();
    m_smart.reset();
    m_project.reset();
    m_project = std::make_unique<ProjectSession>(std::move(*opened), m_pools, m_settings);
    m_smart = std::make_unique<SmartRunner>(*this);
    m_settings.addRecentProject(m_project->folder());
    shareCores();
    Q_EMIT projectChanged();
    return {};
}

void AppContext::shareCores()
{
    const bool isPresent = m_presence.isPresent();
    m_engine.setThreads(std::max(1, QThread::idealThreadCount() - (isPresent ? 1 : 0)));
    if (m_project) {
        m_project->jobWatch().setSomeoneAnnotates(isPresent);
    }
}

} // namespace lw::studio
