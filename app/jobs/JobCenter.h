// SPDX-License-Identifier: GPL-3.0-or-later
//! Runs long work on a pool and tells the window how it goes.
#pragma once

#include "app/jobs/Job.h"
#include "app/jobs/Outstanding.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <memory>
#include <stop_token>
#include <vector>

namespace lw::jobs {

/// GUI thread only. Outlives every page, so jobs go on while pages come and go.
class JobCenter final : public QObject {
    Q_OBJECT

public:
    /// Finished jobs that are remembered.
    static constexpr int kKeptJobs = 100;

    /// `pool` must outlive this object.
    explicit JobCenter(QThreadPool& pool, QObject* parent = nullptr);
    /// Asks all jobs to stop and waits for them.
    ~JobCenter() override;
    Q_DISABLE_COPY_MOVE(JobCenter)

    /// Puts work into the pool and returns at once.
    JobId start(JobRequest request);
    /// Asks a job to stop; it ends as Cancelled once the work notices. Unknown and finished ids are ignored.
    void cancel(JobId id);
    void cancelAll();

    /// Null if the job is unknown (any more). Valid until control returns to the event loop.
    [[nodiscard]] const Job* find(JobId id) const;
    /// The newest first.
    [[nodiscard]] std::vector<const Job*> jobs() const;
    /// Jobs that wait or run.
    [[nodiscard]] int activeCount() const;
    /// Share of the work of all active jobs that is done, 0 to 1; nullopt while no total is known.
    [[nodiscard]] std::optional<double> overallProgress() const;
    /// Removes finished jobs from the list.
    void forgetFinished();

Q_SIGNALS:
    void jobAdded(lw::jobs::JobId id);
    /// State, progress or result changed; at most ten times a second per job.
    void jobChanged(lw::jobs::JobId id);
    void jobFinished(lw::jobs::JobId id);
    void jobsForgotten();
    /// activeCount() changed.
    void activityChanged();
    /// The last active job ended.
    void becameIdle();

private:
    /// Shared with the working thread.
    struct Meter {
        std::atomic<qint64> done = 0;
        std::atomic<qint64> total = 0;
        std::atomic<bool> hasBegun = false;
    };
    struct Entry {
        Job job;
        std::stop_source stop;
        std::shared_ptr<Meter> meter;
    };

    Entry* entry(JobId id);
    void readMeters();
    void finish(JobId id, JobResult result);
    void dropOldest();

    QThreadPool& m_pool;
    QTimer m_ticker;
    std::vector<std::unique_ptr<Entry>> m_entries; ///< the newest first
    qint64 m_lastId = 0;
    Outstanding m_inPool;
};

} // namespace lw::jobs
