// SPDX-License-Identifier: GPL-3.0-or-later
//! Starts one worker for one command.
#include "app/cli/EngineArgument.h"

#include "engine/jobs/WorkerProgram.h"

namespace lw::cli {

core::Result<OpenEngine> openEngine(const OpenDataset& open, const std::string& model)
{
    const auto lens = scenarios::chosenLens(*open.store, open.dataset, toText(model));
    if (!lens) {
        return core::failure(lens.error());
    }
    const auto program = worker::findWorker();
    if (!program) {
        return core::failure(program.error());
    }
    auto started = worker::WorkerSession::start(*program);
    if (!started) {
        return core::failure(started.error());
    }
    OpenEngine engine;
    engine.session = std::move(*started);
    engine.lens =
        scenarios::EngineLens{*lens, [session = engine.session](const QString& operation, const QJsonObject& body,
                                                                const core::Control& control) {
                                  return session->ask(operation, body, control);
                              }};
    return engine;
}

} // namespace lw::cli
