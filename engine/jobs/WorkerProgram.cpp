// SPDX-License-Identifier: GPL-3.0-or-later
//! Looks in the few places where an installation or a build puts the worker.
#include "engine/jobs/WorkerProgram.h"

#include "engine/jobs/EngineFailure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace lw::worker {

core::Result<QString> findWorker()
{
    const QString named = qEnvironmentVariable("LABELWRIGHT_ENGINE");
    const QDir beside(QCoreApplication::applicationDirPath());
    QStringList places;
    if (!named.isEmpty()) {
        places.append(named);
    } else {
        places.append(beside.filePath(QStringLiteral("labelwright-engine")));
        places.append(beside.filePath(QStringLiteral("../libexec/labelwright/labelwright-engine")));
    }
    for (const QString& place : std::as_const(places)) {
        const QFileInfo info(place);
        if (info.isFile() && info.isExecutable()) {
            return QDir::cleanPath(info.absoluteFilePath());
        }
    }
    return tl::unexpected(engineError(EngineFailure::Missing, places.front()));
}

} // namespace lw::worker
