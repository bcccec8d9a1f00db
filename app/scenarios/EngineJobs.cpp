// SPDX-License-Identifier: GPL-3.0-or-later
//! Making, starting, waiting.
#include "app/scenarios/EngineJobs.h"

#include "engine/jobs/JobFolders.h"
#include "engine/jobs/LocalLauncher.h"
#include "engine/jobs/ModelLibrary.h"

#include <QThread>

#include <cmath>

namespace lw::scenarios {

namespace {
constexpr unsigned long kLookEveryMs = 200;
constexpr qint64 kWhole = 1000;
} // namespace

core::Result<domain::EngineJob> launchJob(const QString& projectFolder, domain::EngineJob about,
                                          const QJsonObject& body)
{
    worker::JobFolders folders(projectFolder);
    auto job = folders.create(std::move(about), body);
    if (!job) {
        return job;
    }
    // Nobody annotates as far as this program knows; a window takes a core back for whoever does.
    (void)worker::setJobThreads(*job, QThread::idealThreadCount());
    if (const auto started = worker::startJob(*job); !started) {
        (void)folders.remove(job->id);
        return core::failure(started.error());
    }
    return job;
}

core::Result<domain::EngineJob> awaitJob(const QString& projectFolder, const QString& id,
                                         const core::Control& control)
{
    const worker::JobFolders folders(projectFolder);
    auto job = folders.read(id);
    while (job && !job->isOver() && !control.isCancelled()) {
        control.report(qint64(std::floor(job->progress * kWhole)), kWhole);
        QThread::msleep(kLookEveryMs);
        job = folders.read(id);
    }
    const bool isTrained = job && job->state == domain::EngineJobState::Succeeded &&
                           job->kind == domain::EngineJobKind::Train && !worker::ModelLibrary::wasAdded(*job);
    if (isTrained) {
        if (const auto added = worker::ModelLibrary(projectFolder).addFromJob(*job); !added) {
            return core::failure(added.error());
        }
    }
    return job;
}

} // namespace lw::scenarios
