// SPDX-License-Identifier: GPL-3.0-or-later
//! Hands work to the pool, reads its progress ten times a second and keeps the list of jobs.
#include "app/jobs/JobCenter.h"

#include <QDateTime>

#include <algorithm>
#include <exception>
#include <utility>

namespace lw::jobs {

namespace {

constexpr int kTickMilliseconds = 100;

JobState stateOf(const JobResult& result)
{
    if (result.error) {
        return result.error->code == core::ErrorCode::Cancelled ? JobState::Cancelled : JobState::Failed;
    }
    const auto& kept = result.problems.kept();
    const bool onlyNotes = result.problems.count() == kept.size() &&
                           std::all_of(kept.begin(), kept.end(), [](const auto& p) { return core::isNote(p.code); });
    return onlyNotes ? JobState::Done : JobState::DoneWithProblems;
}

/// A bug in one job must not end the program with all unsaved views.
JobResult runGuarded(const std::function<JobResult(const core::Control&)>& work, const core::Control& control)
{
    try {
        return work(control);
    } catch (const std::exception& exception) {
        JobResult result;
        result.error = core::Error{core::ErrorCode::Internal, QString::fromLocal8Bit(exception.what()), {}, 0};
        return result;
    }
}

} // namespace

std::optional<qint64> Job::remaining(qint64 now) const
{
    const qint64 elapsed = now - startedAt;
    if (state != JobState::Running || total <= 0 || done <= 0 || done > total || elapsed < 1'000) {
        return std::nullopt;
    }
    return qint64(double(elapsed) * double(total - done) / double(done));
}

JobCenter::JobCenter(QThreadPool& pool, QObject* parent) : QObject(parent), m_pool(pool)
{
    m_ticker.setInterval(kTickMilliseconds);
    connect(&m_ticker, &QTimer::timeout, this, &JobCenter::readMeters);
}

JobCenter::~JobCenter()
{
    for (const auto& entry : m_entries) {
        entry->stop.request_stop();
    }
    // Closures call back into this object, so none may outlive it.
    m_inPool.await();
}

JobId JobCenter::start(JobRequest request)
{
    auto entry = std::make_unique<Entry>();
    const JobId id(++m_lastId);
    entry->job.id = id;
    auto work = std::exchange(request.work, nullptr);
    entry->job.request = std::move(request);
    entry->meter = std::make_shared<Meter>();
    m_pool.start([this, id, work = std::move(work), meter = entry->meter, stop = entry->stop.get_token(),
                  token = m_inPool.take()] {
        meter->hasBegun = true;
        const core::Control control{stop, [meter](qint64 done, qint64 total) {
                                        meter->done = done;
                                        meter->total = total;
                                    }};
        auto result = std::make_shared<JobResult>(runGuarded(work, control));
        QMetaObject::invokeMethod(
            this, [this, id, result] { finish(id, std::move(*result)); }, Qt::QueuedConnection);
    });
    m_entries.insert(m_entries.begin(), std::move(entry));
    dropOldest();
    m_ticker.start();
    Q_EMIT jobAdded(id);
    Q_EMIT activityChanged();
    return id;
}

void JobCenter::cancel(JobId id)
{
    Entry* found = entry(id);
    if (!found || found->job.isOver() || found->job.isCancelling) {
        return;
    }
    found->stop.request_stop();
    found->job.isCancelling = true;
    Q_EMIT jobChanged(id);
}

void JobCenter::cancelAll()
{
    std::vector<JobId> ids;
    for (const auto& each : m_entries) {
        ids.push_back(each->job.id);
    }
    for (const JobId id : ids) {
        cancel(id);
    }
}

const Job* JobCenter::find(JobId id) const
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [id](const auto& e) { return e->job.id == id; });
    return found == m_entries.end() ? nullptr : &(*found)->job;
}

std::vector<const Job*> JobCenter::jobs() const
{
    std::vector<const Job*> all;
    all.reserve(m_entries.size());
    for (const auto& each : m_entries) {
        all.push_back(&each->job);
    }
    return all;
}

int JobCenter::activeCount() const
{
    return int(std::count_if(m_entries.begin(), m_entries.end(), [](const auto& e) { return !e->job.isOver(); }));
}

std::optional<double> JobCenter::overallProgress() const
{
    double sum = 0;
    int known = 0;
    for (const auto& each : m_entries) {
        if (!each->job.isOver() && each->job.total > 0) {
            sum += std::clamp(double(each->job.done) / double(each->job.total), 0.0, 1.0);
            ++known;
        }
    }
    return known > 0 ? std::optional(sum / known) : std::nullopt;
}

void JobCenter::forgetFinished()
{
    std::erase_if(m_entries, [](const auto& e) { return e->job.isOver(); });
    Q_EMIT jobsForgotten();
}

JobCenter::Entry* JobCenter::entry(JobId id)
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [id](const auto& e) { return e->job.id == id; });
    return found == m_entries.end() ? nullptr : found->get();
}

void JobCenter::readMeters()
{
    std::vector<JobId> moved;
    for (const auto& each : m_entries) {
        Job& job = each->job;
        if (job.isOver() || !each->meter->hasBegun) {
            continue;
        }
        const bool begins = job.state == JobState::Waiting;
        if (begins) {
            job.state = JobState::Running;
            job.startedAt = QDateTime::currentMSecsSinceEpoch();
        }
        const qint64 done = each->meter->done;
        const qint64 total = each->meter->total;
        if (begins || done != job.done || total != job.total) {
            job.done = done;
            job.total = total;
            moved.push_back(job.id);
        }
    }
    for (const JobId id : moved) {
        Q_EMIT jobChanged(id);
    }
}

void JobCenter::finish(JobId id, JobResult result)
{
    Entry* found = entry(id);
    if (!found) {
        return;
    }
    Job& job = found->job;
    job.finishedAt = QDateTime::currentMSecsSinceEpoch();
    job.startedAt = job.startedAt > 0 ? job.startedAt : job.finishedAt;
    job.done = found->meter->done;
    job.total = found->meter->total;
    job.state = stateOf(result);
    job.isCancelling = false;
    job.result = std::move(result);
    Q_EMIT jobChanged(id);
    Q_EMIT jobFinished(id);
    Q_EMIT activityChanged();
    if (activeCount() == 0) {
        m_ticker.stop();
        Q_EMIT becameIdle();
    }
}

void JobCenter::dropOldest()
{
    while (int(m_entries.size()) > kKeptJobs && m_entries.back()->job.isOver()) {
        m_entries.pop_back();
    }
}

} // namespace lw::jobs
