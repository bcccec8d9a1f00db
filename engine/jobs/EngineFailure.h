// SPDX-License-Identifier: GPL-3.0-or-later
//! How a worker process can fail, packed into core::Error; scenarios::errorText() makes sentences of it.
#pragma once

#include "models/core/Error.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace lw::worker {

enum class EngineFailure {
    Missing,       ///< there is no worker program; words: where it was looked for
    NotStarted,    ///< it could not be started; words: the operating system's
    Crashed,       ///< ended by a signal or with a code; words: "signal 11", "code 1"
    OutOfMemory,   ///< killed by the system, or it said so itself
    Garbage,       ///< said something that is not of the protocol; words: the beginning of it
    Silent,        ///< alive, but answers nothing
    OtherProtocol, ///< of another version; words: its version
    Told,          ///< an orderly error; words: its own, one English sentence
    NoOutputs,     ///< labels were given for weights that say nothing about pictures
    JobRuns,       ///< words: the job's id
    LabelCount,    ///< words: "10/1000", labels that were given and outputs of the model
};

/// The words and the kind of a failure.
struct EngineTrouble {
    EngineFailure kind = EngineFailure::Told;
    QString words;
};

/// `path` is the program, or what the failure is about.
[[nodiscard]] core::Error engineError(EngineFailure kind, const QString& words, const QString& path = {});
/// The error in a worker's answer or status.json: {"code": "NotFound", "text": "…"}.
[[nodiscard]] core::Error toldError(const QJsonObject& error);
/// What engineError() packed; absent for all other errors.
[[nodiscard]] std::optional<EngineTrouble> engineTroubleOf(const core::Error& error);

} // namespace lw::worker
