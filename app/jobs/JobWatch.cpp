// SPDX-License-Identifier: GPL-3.0-or-later
//! Polls job folders; files that did not change are not read again.
#include "app/jobs/JobWatch.h"

#include "engine/jobs/LocalLauncher.h"
#include "engine/jobs/ModelLibrary.h"
#include "models/core/WhenDone.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QThread>
#include <QtConcurrent>

#include <algorithm>
#include <atomic>

namespace lw::jobs {

namespace {

using domain::EngineJob;

constexpr std::chrono::milliseconds kEvery{1'000};
constexpr std::chrono::milliseconds kEveryWhileIdle{3'000};

} // namespace

/// What one look saw.
struct JobWatch::Sight {
    std::vector<EngineJob> jobs;
    bool isLibraryChanged = false;
};

/// The part that lives on pool threads.
class JobWatch::Scan {
public:
    explicit Scan(const QString& projectFolder) : m_folders(projectFolder), m_library(projectFolder) {}

    Sight look()
    {
        Sight sight;
        QHash<QString, Known> known;
        const QStringList ids = QDir(m_folders.root()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString& id : ids) {
            const QFileInfo status(m_folders.root() + u'/' + id + QStringLiteral("/status.json"));
            const Stamp stamp{status.lastModified(), status.size()};
            Known each = m_known.value(id);
            if (!each.job.isOver() || each.job.id.isEmpty() || !(each.stamp == stamp)) {
                const auto job = m_folders.read(id);
                if (!job) {
                    continue;
                }
                each.job = *job;
                each.stamp = stamp;
            }
            sight.isLibraryChanged = addToLibrary(each) || sight.isLibraryChanged;
            giveThreads(each);
            sight.jobs.push_back(each.job);
            known.insert(id, std::move(each));
        }
        m_known = std::move(known);
        std::ranges::sort(sight.jobs, [](const EngineJob& a, const EngineJob& b) {
            return a.createdAt != b.createdAt ? a.createdAt > b.createdAt : a.id > b.id;
        });
        return sight;
    }

    std::atomic<bool> doesAnnotate = true;

private:
    struct Stamp {
        QDateTime modified;
        qint64 size = -1;
        bool operator==(const Stamp&) const = default;
    };
    struct Known {
        EngineJob job;
        Stamp stamp;
        int threads = 0; ///< that it was given last
        bool isOffered = false; ///< to the library
    };

    /// One that cannot be added (a full disk) is tried again when the project is opened next.
    bool addToLibrary(Known& known)
    {
        const EngineJob& job = known.job;
        const bool isDone = job.state == domain::EngineJobState::Succeeded && job.kind == domain::EngineJobKind::Train;
        if (!isDone || std::exchange(known.isOffered, true) || worker::ModelLibrary::wasAdded(job)) {
            return false;
        }
        return m_library.addFromJob(job).has_value();
    }

    void giveThreads(Known& known) const
    {
        if (known.job.state != domain::EngineJobState::Running) {
            known.threads = 0;
            return;
        }
        const int wanted = std::max(1, QThread::idealThreadCount() - (doesAnnotate ? 1 : 0));
        if (known.threads != wanted && worker::setJobThreads(known.job, wanted)) {
            known.threads = wanted;
        }
    }

    worker::JobFolders m_folders;
    worker::ModelLibrary m_library;
    QHash<QString, Known> m_known;
};

JobWatch::JobWatch(const QString& projectFolder, QThreadPool& pool, QObject* parent)
    : QObject(parent), m_pool(pool), m_scan(std::make_shared<Scan>(projectFolder))
{
    m_timer.setInterval(kEvery);
    connect(&m_timer, &QTimer::timeout, this, &JobWatch::look);
    m_timer.start();
    look();
}

JobWatch::~JobWatch()
{
    m_running.await();
    // Nobody annotates without a window.
    for (const EngineJob& job : m_jobs) {
        if (job.state == domain::EngineJobState::Running) {
            (void)worker::setJobThreads(job, QThread::idealThreadCount());
        }
    }
}

const EngineJob* JobWatch::find(const QString& id) const
{
    const auto found = std::ranges::find(m_jobs, id, &EngineJob::id);
    return found == m_jobs.end() ? nullptr : &*found;
}

int JobWatch::runningCount() const
{
    return int(std::ranges::count(m_jobs, domain::EngineJobState::Running, &EngineJob::state));
}

void JobWatch::refresh()
{
    m_isAskedAgain = m_isLooking;
    look();
}

void JobWatch::setSomeoneAnnotates(bool doesAnnotate)
{
    m_scan->doesAnnotate = doesAnnotate;
}

void JobWatch::look()
{
    if (m_isLooking) {
        return;
    }
    m_isLooking = true;
    const auto future =
        QtConcurrent::run(&m_pool, [scan = m_scan, token = m_running.take()] { return scan->look(); });
    core::whenDone(future, this, [this](Sight sight) { take(std::move(sight)); });
}

void JobWatch::take(Sight sight)
{
    m_isLooking = false;
    QStringList changed;
    QStringList ended;
    QHash<QString, const EngineJob*> before;
    for (const EngineJob& job : m_jobs) {
        before.insert(job.id, &job);
    }
    for (const EngineJob& job : sight.jobs) {
        const EngineJob* old = before.take(job.id);
        if (old == nullptr || !(*old == job)) {
            changed.append(job.id);
        }
        if (old != nullptr && !old->isOver() && job.isOver()) {
            ended.append(job.id);
        }
    }
    changed.append(before.keys());
    m_jobs = std::move(sight.jobs);
    m_timer.start(std::ranges::all_of(m_jobs, &EngineJob::isOver) ? kEveryWhileIdle : kEvery);
    const bool isFirst = !std::exchange(m_hasLooked, true);
    if (isFirst) {
        Q_EMIT firstLookDone();
    }
    if (!changed.isEmpty()) {
        Q_EMIT jobsChanged(changed);
    }
    if (sight.isLibraryChanged) {
        Q_EMIT libraryChanged();
    }
    for (const QString& id : std::as_const(ended)) {
        Q_EMIT jobEnded(id);
    }
    if (std::exchange(m_isAskedAgain, false)) {
        look();
    }
}

} // namespace lw::jobs
