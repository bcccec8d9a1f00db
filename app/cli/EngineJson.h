// SPDX-License-Identifier: GPL-3.0-or-later
//! Jobs and models as JSON and as lines, for the commands of the learning engine.
#pragma once

#include "models/domain/EngineJob.h"

#include <QJsonObject>
#include <QString>

namespace lw::cli {

class Context;

[[nodiscard]] QJsonObject toJson(const domain::EngineJob& job);
[[nodiscard]] QJsonObject toJson(const domain::LibraryModel& model);
/// One line for lists: id, state, progress.
[[nodiscard]] QString jobLine(const domain::EngineJob& job);

/// Ends a command that waited for a job: tells why it failed, or that it goes on without us. Returns the exit code.
[[nodiscard]] int endOfWait(const Context& context, const domain::EngineJob& job);

} // namespace lw::cli
