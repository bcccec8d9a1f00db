// SPDX-License-Identifier: GPL-3.0-or-later
//! The real worker for scenarios, where it was built.
#pragma once

#include "app/scenarios/PictureLens.h"
#include "engine/jobs/WorkerSession.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTest>

namespace lw::tests {

/// Empty when the worker was not built.
inline QString workerProgram()
{
    const QString folder =
        qEnvironmentVariable("LW_BIN_DIR", QCoreApplication::applicationDirPath() + QStringLiteral("/../bin"));
    const QFileInfo program(folder + QStringLiteral("/labelwright-engine"));
    return program.isExecutable() ? program.absoluteFilePath() : QString();
}

/// A worker process with the built-in lens, on one thread.
class RealEngine {
public:
    RealEngine()
    {
        auto started = worker::WorkerSession::start(workerProgram(), 1);
        session = started ? std::move(*started) : nullptr;
        engine.lens = scenarios::builtInLens();
        engine.lens.side = 64;
        engine.ask = [this](const QString& operation, const QJsonObject& body, const core::Control& control) {
            asked.append(operation);
            return session->ask(operation, body, control);
        };
    }

    std::unique_ptr<worker::WorkerSession> session;
    QStringList asked; ///< operations so far
    scenarios::EngineLens engine;
};

} // namespace lw::tests

/// Skips the test where there is no worker.
#define LW_NEED_WORKER()                                                                                               \
    do {                                                                                                               \
        if (lw::tests::workerProgram().isEmpty()) {                                                                    \
            QSKIP("labelwright-engine was not built");                                                                 \
        }                                                                                                              \
    } while (false)
