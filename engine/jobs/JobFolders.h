// SPDX-License-Identifier: GPL-3.0-or-later
//! The folders below a project's "jobs": what a job is to do, how far it is, what came out.
#pragma once

#include "models/core/Result.h"
#include "models/domain/EngineJob.h"

#include <vector>

namespace lw::worker {

/// Reads and makes job folders. Every call looks at the files anew, so that several programs may watch and start jobs
/// of one project. Any thread. Blocks: a few small files for each job.
class JobFolders {
public:
    explicit JobFolders(const QString& projectFolder);

    /// All jobs, the newest first. A folder that is none is left out.
    [[nodiscard]] std::vector<domain::EngineJob> list() const;
    /// Errors: NotFound, Malformed.
    [[nodiscard]] core::Result<domain::EngineJob> read(const QString& id) const;
    /// Makes the folder of a new job. `about` needs name, kind, type and whatever a list shows; id, version, folder and
    /// createdAt are given here. `body` holds what the worker reads: task, net, classes, pictures, options …
    /// Errors: InvalidArgument (name), DiskFull, ReadOnly, WriteFailed; nothing is left then.
    [[nodiscard]] core::Result<domain::EngineJob> create(domain::EngineJob about, const QJsonObject& body);
    /// The folder with all that is in it. Errors: NotFound, Busy while it runs, WriteFailed.
    [[nodiscard]] core::Result<> remove(const QString& id);
    /// job.json as it was written. Errors: NotFound, Malformed.
    [[nodiscard]] core::Result<QJsonObject> body(const QString& id) const;

    /// What log.txt holds from `offset` (bytes) on, whole lines only; `offset` moves on. After the log, once the
    /// process has failed, errorOutput() says more.
    [[nodiscard]] QString log(const QString& id, qint64* offset) const;
    /// What the process itself wrote: messages of libraries, the last words of a crash. At most the last 64 KiB.
    [[nodiscard]] QString errorOutput(const QString& id) const;
    /// The points of metrics.jsonl from `offset` on; `offset` moves on. A step that is not higher than the last one of
    /// its name replaces what lay from there on (a job that goes on from a checkpoint): joinPoints().
    [[nodiscard]] std::vector<domain::MetricPoint> metrics(const QString& id, qint64* offset) const;

    /// Absolute.
    [[nodiscard]] const QString& root() const { return m_root; }

private:
    [[nodiscard]] QString folderOf(const QString& id) const;

    QString m_root;
};

/// Adds newly read points to those that are there, in place of points that a resumed job has overtaken.
void joinPoints(std::vector<domain::MetricPoint>& points, const std::vector<domain::MetricPoint>& more);

/// Whether a process works on the job of `folder`: its lock file is held.
[[nodiscard]] bool isJobRunning(const QString& folder);

} // namespace lw::worker
