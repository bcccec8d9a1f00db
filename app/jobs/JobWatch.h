// SPDX-License-Identifier: GPL-3.0-or-later
//! Looks after the jobs of a project: what runs, how far, what has ended; whoever started them.
#pragma once

#include "app/jobs/Outstanding.h"
#include "engine/jobs/JobFolders.h"
#include "models/domain/EngineJob.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <vector>

namespace lw::jobs {

/// Reads the job folders about once a second on a pool thread. A window that starts anew finds the jobs that go on
/// without it. Models of finished trainings go into the library from here. GUI thread only.
class JobWatch final : public QObject {
    Q_OBJECT

public:
    /// `pool` must outlive this object.
    JobWatch(const QString& projectFolder, QThreadPool& pool, QObject* parent = nullptr);
    ~JobWatch() override;
    Q_DISABLE_COPY_MOVE(JobWatch)

    /// The newest first, as last seen; empty until the first look, see firstLookDone().
    [[nodiscard]] const std::vector<domain::EngineJob>& list() const { return m_jobs; }
    /// Null for an unknown id. Valid until control returns to the event loop.
    [[nodiscard]] const domain::EngineJob* find(const QString& id) const;
    [[nodiscard]] int runningCount() const;
    [[nodiscard]] bool hasLooked() const { return m_hasLooked; }

    /// Looks now: something was started, stopped or removed here.
    void refresh();
    /// Running jobs leave a core to the person, or take all.
    void setSomeoneAnnotates(bool doesAnnotate);

Q_SIGNALS:
    /// Jobs that are new, changed or gone.
    void jobsChanged(const QStringList& ids);
    /// A job that was seen alive is over.
    void jobEnded(const QString& id);
    /// list() is known for the first time.
    void firstLookDone();
    /// A model came into the library.
    void libraryChanged();

private:
    class Scan;
    struct Sight;

    void look();
    void take(Sight sight);

    QThreadPool& m_pool;
    std::shared_ptr<Scan> m_scan; ///< used by one look at a time
    std::vector<domain::EngineJob> m_jobs;
    QTimer m_timer;
    bool m_hasLooked = false;
    bool m_isLooking = false;
    bool m_isAskedAgain = false;
    Outstanding m_running;
};

} // namespace lw::jobs
