// SPDX-License-Identifier: GPL-3.0-or-later
//! Starts, stops, and remembers what was started.
#include "engine/jobs/LocalLauncher.h"

#include "engine/jobs/EngineFailure.h"
#include "engine/jobs/JobFolders.h"
#include "engine/jobs/JsonFile.h"
#include "engine/jobs/LaunchRecord.h"
#include "engine/jobs/WorkerProgram.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QThread>

#include <sys/resource.h>

namespace lw::worker {

namespace {

constexpr int kNiceness = 10;
const QString kPid = QStringLiteral("pid");
const QString kStarted = QStringLiteral("startedAt");

QString launchFile(const QString& folder)
{
    return folder + QStringLiteral("/launch.json");
}

QString stopFile(const QString& folder)
{
    return folder + QStringLiteral("/stop");
}

/// What the worker has said last; a process that has said how it ended may still be on its way out.
bool saysRunning(const QString& folder)
{
    const auto status = readJsonFile(folder + QStringLiteral("/status.json"));
    return status && status->value(QStringLiteral("state")) == QLatin1String("running");
}

/// Whether the worker has said how it ended.
bool hasEnded(const QString& folder)
{
    return QFileInfo::exists(folder + QStringLiteral("/status.json")) && !saysRunning(folder);
}

/// Whether a process works on the job or is about to.
bool isBusy(const QString& folder)
{
    const auto launch = readLaunch(folder);
    return isJobRunning(folder) || (launch && isLaunchAlive(*launch, folder));
}

/// The same, but waits a little for a process that has ended or was killed but for its last breath.
bool staysBusy(const QString& folder)
{
    constexpr int kLooks = 60;
    constexpr unsigned long kEveryMs = 50;
    for (int i = 0; i < kLooks && isBusy(folder); ++i) {
        QThread::msleep(kEveryMs);
    }
    return isBusy(folder);
}

} // namespace

std::optional<LaunchRecord> readLaunch(const QString& folder)
{
    const auto json = readJsonFile(launchFile(folder));
    if (!json) {
        return std::nullopt;
    }
    return LaunchRecord{json->value(kPid).toInteger(), json->value(kStarted).toInteger()};
}

core::Result<> writeLaunch(const QString& folder, const LaunchRecord& launch)
{
    return replaceJsonFile(launchFile(folder), {{kPid, launch.pid}, {kStarted, launch.startedAt}});
}

bool isLaunchAlive(const LaunchRecord& launch, const QString& folder)
{
    QFile commandLine(QStringLiteral("/proc/%1/cmdline").arg(launch.pid));
    return launch.pid > 0 && commandLine.open(QIODevice::ReadOnly) &&
           commandLine.readAll().contains(QFile::encodeName(folder));
}

core::Result<> startJob(const domain::EngineJob& job)
{
    const auto program = findWorker();
    if (!program) {
        return core::failure(program.error());
    }
    if (staysBusy(job.folder)) {
        return tl::unexpected(engineError(EngineFailure::JobRuns, job.id));
    }
    QFile::remove(stopFile(job.folder));
    QProcess process;
    process.setProgram(*program);
    process.setArguments({QStringLiteral("--job"), job.folder});
    process.setWorkingDirectory(job.folder);
    process.setStandardInputFile(QProcess::nullDevice());
    const QString output = job.folder + QStringLiteral("/output.txt");
    process.setStandardOutputFile(output, QIODevice::Append);
    process.setStandardErrorFile(output, QIODevice::Append);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!environment.contains(QStringLiteral("OMP_WAIT_POLICY"))) {
        environment.insert(QStringLiteral("OMP_WAIT_POLICY"), QStringLiteral("PASSIVE"));
    }
    process.setProcessEnvironment(environment);
    // The old end must not be taken for the new one.
    QFile::remove(job.folder + QStringLiteral("/status.json"));
    qint64 pid = 0;
    if (!process.startDetached(&pid)) {
        return tl::unexpected(engineError(EngineFailure::NotStarted, process.errorString(), *program));
    }
    // Its threads take the priority over from it; they are made later.
    (void)::setpriority(PRIO_PROCESS, id_t(pid), kNiceness);
    return writeLaunch(job.folder, {pid, QDateTime::currentMSecsSinceEpoch()});
}

core::Result<> stopJob(const domain::EngineJob& job)
{
    if (hasEnded(job.folder) || !isBusy(job.folder)) {
        return core::failure(core::ErrorCode::InvalidArgument, job.id);
    }
    return replaceFile(stopFile(job.folder), {});
}

core::Result<> setJobThreads(const domain::EngineJob& job, int threads)
{
    return replaceFile(job.folder + QStringLiteral("/threads"), QByteArray::number(threads) + '\n');
}

} // namespace lw::worker
