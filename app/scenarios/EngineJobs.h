// SPDX-License-Identifier: GPL-3.0-or-later
//! What all jobs of the learning engine have in common: making and starting, waiting for the end.
#pragma once

#include "models/core/Progress.h"
#include "models/core/Result.h"
#include "models/domain/EngineJob.h"

#include <QJsonObject>

namespace lw::scenarios {

/// Makes a job's folder and starts its process; a folder whose process does not start is removed again.
/// Errors: those of worker::JobFolders::create() and worker::startJob().
core::Result<domain::EngineJob> launchJob(const QString& projectFolder, domain::EngineJob about,
                                          const QJsonObject& body);

/// Blocks until the job is over or `control` asks to stop; the job itself goes on then. Returns how it stands. The model
/// of a finished training is in the library afterwards. Reports progress in thousandths. Errors: NotFound.
core::Result<domain::EngineJob> awaitJob(const QString& projectFolder, const QString& id,
                                         const core::Control& control);

} // namespace lw::scenarios
