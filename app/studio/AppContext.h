// SPDX-License-Identifier: GPL-3.0-or-later
//! The composition root of the window: builds the services in order and hands them to pages.
#pragma once

#include "app/jobs/EngineService.h"
#include "app/jobs/JobCenter.h"
#include "app/jobs/JobPools.h"
#include "app/jobs/Presence.h"
#include "app/studio/ProjectSession.h"
#include "app/studio/Settings.h"
#include "app/studio/shortcuts/ShortcutRegistry.h"

#include <QObject>

#include <memory>
#include <optional>

namespace lw::studio {

class SmartRunner;

/// GUI thread only. Members are in the order of their dependencies, so that they go in the reverse one.
class AppContext final : public QObject {
    Q_OBJECT

public:
    /// `settingsFile` is empty for the user's own settings.
    explicit AppContext(const QString& settingsFile = {}, QObject* parent = nullptr);
    ~AppContext() override;
    Q_DISABLE_COPY_MOVE(AppContext)

    [[nodiscard]] Settings& settings() { return m_settings; }
    [[nodiscard]] ShortcutRegistry& shortcuts() { return m_shortcuts; }
    [[nodiscard]] jobs::JobPools& pools() { return m_pools; }
    [[nodiscard]] jobs::JobCenter& jobs() { return *m_jobs; }
    /// The worker's session for what people wait for; trainings are jobs, see ProjectSession::jobWatch().
    [[nodiscard]] jobs::EngineService& engine() { return m_engine; }
    /// Null while no project is open.
    [[nodiscard]] ProjectSession* project() { return m_project.get(); }
    /// Smart labelling behind the pages; null while no project is open.
    [[nodiscard]] SmartRunner* smart() { return m_smart.get(); }

    /// Opens the project at `path` (its folder or file) instead of the present one, which stays open after an error.
    /// Refused with InvalidArgument while jobs run, because they belong to the present project.
    core::Result<> openProject(const QString& path);
    /// Makes a project in `folder` and opens it.
    core::Result<> createProject(const QString& folder);
    /// Errors: InvalidArgument while jobs run.
    core::Result<> closeProject();

Q_SIGNALS:
    /// project() is about to go: pages must let go of it now.
    void projectClosing();
    /// Another project, or none, is open.
    void projectChanged();

private:
    core::Result<> checkIdle() const;
    core::Result<> adopt(core::Result<std::unique_ptr<store::Store>> opened);
    /// All cores but one for the networks while somebody works here, else all.
    void shareCores();

    Settings m_settings;
    ShortcutRegistry m_shortcuts;
    jobs::JobPools m_pools;
    jobs::Presence m_presence;
    jobs::EngineService m_engine;
    std::unique_ptr<ProjectSession> m_project;
    std::unique_ptr<jobs::JobCenter> m_jobs; ///< goes before: jobs work on the project
    std::unique_ptr<SmartRunner> m_smart;    ///< goes first
};

} // namespace lw::studio
