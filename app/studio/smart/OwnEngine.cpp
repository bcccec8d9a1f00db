// SPDX-License-Identifier: GPL-3.0-or-later
//! Starts it late: jobs whose vectors are there already need no process.
#include "app/studio/smart/OwnEngine.h"

#include "engine/jobs/WorkerProgram.h"
#include "engine/jobs/WorkerSession.h"

#include <memory>

namespace lw::studio {

scenarios::AskEngine ownEngine()
{
    auto session = std::make_shared<std::unique_ptr<worker::WorkerSession>>();
    return [session](const QString& operation, const QJsonObject& body,
                     const core::Control& control) -> core::Result<QJsonObject> {
        if (!*session || !(*session)->isAlive()) {
            const core::Result<QString> program = worker::findWorker();
            if (!program) {
                return core::failure(program.error());
            }
            auto started = worker::WorkerSession::start(*program);
            if (!started) {
                return core::failure(started.error());
            }
            *session = std::move(*started);
        }
        return (*session)->ask(operation, body, control);
    };
}

bool hasEngine()
{
    return worker::findWorker().has_value();
}

} // namespace lw::studio
