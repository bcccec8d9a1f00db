// SPDX-License-Identifier: GPL-3.0-or-later
//! A worker process that answers requests.
#pragma once

#include "models/core/Progress.h"
#include "models/core/Result.h"

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <memory>

namespace lw::worker {

/// How long a worker may say nothing. One that computes for long still answers the questions whether it lives.
struct SessionPatience {
    std::chrono::milliseconds start{120'000};  ///< until its first line
    std::chrono::milliseconds silence{120'000}; ///< until it counts as hung while it owes an answer
    std::chrono::milliseconds cancel{15'000};  ///< for the answer to a request that was cancelled; then it is ended
};

/// Starts the program, agrees on the protocol, and asks. Blocks; any thread, one at a time. The process ends with the
/// object, and with this program. A session whose process failed stays failed: isAlive() tells, start another one.
///
///     const auto session = WorkerSession::start(program);
///     const auto answer = (*session)->ask(u"inspect"_qs, {{u"path"_qs, file}}, {});
class WorkerSession {
public:
    /// `threads` 0 leaves their number to the worker. Errors: EngineFailure in the detail (EngineFailure.h).
    [[nodiscard]] static core::Result<std::unique_ptr<WorkerSession>> start(const QString& program, int threads = 0,
                                                                            const SessionPatience& patience = {});
    ~WorkerSession();
    WorkerSession(const WorkerSession&) = delete;
    WorkerSession& operator=(const WorkerSession&) = delete;

    /// The result of operation `op` with the fields of `body`. The worker's {"done", "of"} go to control.progress; a
    /// stop request becomes a "cancel". Errors: Cancelled, what the worker told, or a failure of the process.
    [[nodiscard]] core::Result<QJsonObject> ask(const QString& op, const QJsonObject& body,
                                                const core::Control& control);

    /// False once the process failed or ended.
    [[nodiscard]] bool isAlive() const;
    /// The end of what it wrote to its standard error: for logs.
    [[nodiscard]] QString errorOutput() const;
    [[nodiscard]] qint64 pid() const;

private:
    class Private;
    explicit WorkerSession(std::unique_ptr<Private> own);

    std::unique_ptr<Private> m_own;
};

} // namespace lw::worker
