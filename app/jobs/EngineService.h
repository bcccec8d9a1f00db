// SPDX-License-Identifier: GPL-3.0-or-later
//! The window's worker session: asked from the GUI thread, answered on it.
#pragma once

#include "app/jobs/Outstanding.h"
#include "engine/jobs/WorkerSession.h"

#include <QFuture>
#include <QJsonObject>
#include <QObject>
#include <QThreadPool>
#include <QtConcurrent>

#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>

namespace lw::jobs {

/// Owns a thread with one worker process, which is started with the first request and anew after it has failed. Requests
/// are worked on one after the other, so what takes minutes belongs into a job or a session of its own. GUI thread only.
class EngineService final : public QObject {
    Q_OBJECT

public:
    using Answer = core::Result<QJsonObject>;
    /// Called on the GUI thread.
    using Progress = std::function<void(qint64 done, qint64 total)>;

    explicit EngineService(QObject* parent = nullptr);
    /// Cancels what is being done and ends the process.
    ~EngineService() override;
    Q_DISABLE_COPY_MOVE(EngineService)

    /// See WorkerSession::ask(). With core::whenDone() the answer comes on the GUI thread.
    [[nodiscard]] QFuture<Answer> ask(const QString& op, const QJsonObject& body, std::stop_token stop = {},
                                      Progress progress = {});

    /// Runs `work(session)` on the service's thread; it returns some core::Result, which is the error when no session
    /// can be had.
    template <typename Work> [[nodiscard]] auto withSession(Work work)
    {
        using Outcome = std::invoke_result_t<Work, worker::WorkerSession&>;
        return QtConcurrent::run(&m_thread, [shared = m_shared, work = std::move(work), token = m_running.take()]() {
            const core::Result<worker::WorkerSession*> session = shared->session();
            return session ? work(**session) : Outcome(core::failure(session.error()));
        });
    }

    /// How many threads its networks may take; remembered for processes to come.
    void setThreads(int threads);

private:
    /// What the service's thread works with; it may outlast the service by a moment.
    struct Shared {
        core::Result<worker::WorkerSession*> session();

        std::unique_ptr<worker::WorkerSession> current; ///< on the service's thread only
        int threadsSet = 0;                             ///< on the service's thread only
        std::atomic<int> threads = 0;                   ///< wanted
    };

    std::stop_source m_end;
    QThreadPool m_thread; ///< one thread, below the window's priority
    std::shared_ptr<Shared> m_shared = std::make_shared<Shared>();
    Outstanding m_running;
};

} // namespace lw::jobs
