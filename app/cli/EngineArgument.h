// SPDX-License-Identifier: GPL-3.0-or-later
//! The learning engine for commands that look at pictures.
#pragma once

#include "app/cli/Context.h"
#include "app/scenarios/PictureLens.h"
#include "engine/jobs/WorkerSession.h"

#include <memory>
#include <optional>
#include <string>

namespace lw::cli {

/// A worker process with the lens that a command looks through; without one, nothing.
struct OpenEngine {
    std::shared_ptr<worker::WorkerSession> session;
    std::optional<scenarios::EngineLens> lens;

    [[nodiscard]] const scenarios::EngineLens* lensOrNull() const { return lens ? &*lens : nullptr; }
};

/// Starts the worker with the lens of `model` (id or name in the library, "hand", or empty for the dataset's usual
/// one). Errors: those of chosenLens(), findWorker() and WorkerSession::start().
core::Result<OpenEngine> openEngine(const OpenDataset& open, const std::string& model);

} // namespace lw::cli
