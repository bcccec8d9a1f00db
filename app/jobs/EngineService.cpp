// SPDX-License-Identifier: GPL-3.0-or-later
//! Starts the worker when it is needed and hands requests to its thread.
#include "app/jobs/EngineService.h"

#include "engine/jobs/WorkerProgram.h"

#include <QPointer>

namespace lw::jobs {

namespace {

/// At most ten reports a second reach the window.
constexpr std::chrono::milliseconds kReportEvery{100};
/// A window that closes must not wait for long.
constexpr worker::SessionPatience kPatience{.cancel = std::chrono::milliseconds(3'000)};

} // namespace

core::Result<worker::WorkerSession*> EngineService::Shared::session()
{
    if (!current || !current->isAlive()) {
        current.reset();
        const auto program = worker::findWorker();
        if (!program) {
            return core::failure(program.error());
        }
        threadsSet = threads;
        auto started = worker::WorkerSession::start(*program, threadsSet, kPatience);
        if (!started) {
            return core::failure(started.error());
        }
        current = std::move(*started);
    } else if (const int wanted = threads; wanted != threadsSet) {
        threadsSet = wanted;
        // A session that cannot even do this shows with the request itself.
        (void)current->ask(QStringLiteral("threads"), {{QStringLiteral("threads"), wanted}}, {});
    }
    return current.get();
}

EngineService::EngineService(QObject* parent) : QObject(parent)
{
    m_thread.setObjectName(QStringLiteral("engine"));
    m_thread.setMaxThreadCount(1);
}

EngineService::~EngineService()
{
    m_end.request_stop();
    m_thread.clear();
    m_running.await();
}

QFuture<EngineService::Answer> EngineService::ask(const QString& op, const QJsonObject& body, std::stop_token stop,
                                                  Progress progress)
{
    return withSession([op, body, stop, end = m_end.get_token(), progress = std::move(progress),
                        self = QPointer<EngineService>(this)](worker::WorkerSession& session) {
        // Either of the two may end it.
        std::stop_source both;
        const auto stopBoth = [&both] { both.request_stop(); };
        const std::stop_callback byCaller(stop, stopBoth);
        const std::stop_callback byService(end, stopBoth);
        core::Control control{both.get_token(), {}};
        if (progress) {
            control.progress = [progress, end, context = self.data(),
                                last = std::chrono::steady_clock::time_point()](qint64 done, qint64 total) mutable {
                const auto now = std::chrono::steady_clock::now();
                if (now - last >= kReportEvery && !end.stop_requested()) {
                    last = now;
                    // The service waits for this thread before it goes, so it is there.
                    QMetaObject::invokeMethod(
                        context, [progress, done, total] { progress(done, total); }, Qt::QueuedConnection);
                }
            };
        }
        return session.ask(op, body, control);
    });
}

void EngineService::setThreads(int threads)
{
    m_shared->threads = threads;
}

} // namespace lw::jobs
