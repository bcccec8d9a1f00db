// SPDX-License-Identifier: GPL-3.0-or-later
//! One reading after the other, never two at once.
#include "app/studio/learning/JobFollower.h"

#include "app/studio/ProjectSession.h"
#include "engine/jobs/JobFolders.h"
#include "models/core/WhenDone.h"

namespace lw::studio {

namespace {
constexpr int kPauseMs = 1000;
} // namespace

JobFollower::JobFollower(ProjectSession& project, bool withLog, QObject* parent)
    : QObject(parent), m_project(project), m_withLog(withLog)
{
    m_timer.setInterval(kPauseMs);
    connect(&m_timer, &QTimer::timeout, this, &JobFollower::read);
}

void JobFollower::follow(const QString& id)
{
    if (id != m_id) {
        m_id = id;
        m_points.clear();
        m_logOffset = 0;
        m_pointOffset = 0;
        m_isReading = false; // an answer about the other job is dropped
        Q_EMIT begun();
        Q_EMIT pointsChanged();
    }
    read();
}

void JobFollower::setActive(bool isActive)
{
    isActive ? m_timer.start() : m_timer.stop();
}

void JobFollower::read()
{
    if (m_id.isEmpty() || m_isReading) {
        return;
    }
    m_isReading = true;
    Reading reading;
    reading.id = m_id;
    reading.logOffset = m_logOffset;
    reading.pointOffset = m_pointOffset;
    const auto work = [reading, withLog = m_withLog, folder = m_project.folder()](store::Store&) {
        const worker::JobFolders folders(folder);
        Reading done = reading;
        if (withLog) {
            done.log = folders.log(done.id, &done.logOffset);
        }
        done.points = folders.metrics(done.id, &done.pointOffset);
        return done;
    };
    core::whenDone(m_project.inBackground(work), this, [this](const Reading& done) { take(done); });
}

void JobFollower::take(const Reading& reading)
{
    if (reading.id != m_id || reading.logOffset < m_logOffset || reading.pointOffset < m_pointOffset) {
        return;
    }
    m_isReading = false;
    m_logOffset = reading.logOffset;
    m_pointOffset = reading.pointOffset;
    if (!reading.points.empty()) {
        worker::joinPoints(m_points, reading.points);
        Q_EMIT pointsChanged();
    }
    if (!reading.log.isEmpty()) {
        Q_EMIT logAppended(reading.log);
    }
}

} // namespace lw::studio
