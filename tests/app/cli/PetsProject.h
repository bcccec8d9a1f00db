// SPDX-License-Identifier: GPL-3.0-or-later
//! A project made by the real program, of drawn pictures of which one is also there as a small copy.
#pragma once

#include "tests/app/cli/CliProcess.h"
#include "tests/engine/vision/PictureVariants.h"

#include <QTemporaryDir>

namespace lw::tests {

/// The dataset "pets" with the pictures p0.png, p1.png, … and copy.png, a copy of p2.png.
struct PetsProject {
    /// `type` as the command line names it; `more` are further words of "dataset create".
    PetsProject(quint32 pictures, const QString& type, const QString& more = {})
    {
        root = QDir(folder.path()).canonicalPath();
        QDir().mkpath(root + QStringLiteral("/in"));
        for (quint32 i = 0; i < pictures; ++i) {
            drawnPicture(i).save(QStringLiteral("%1/in/p%2.png").arg(root).arg(i));
        }
        drawnPicture(2)
            .scaled(160, 120, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .save(root + QStringLiteral("/in/copy.png"));
        runCli(QStringLiteral("project create %1/p").arg(root));
        runCli(QStringLiteral("dataset create --project %1/p --name pets --type %2 --input %1/in --output %1/out %3")
                   .arg(root, type, more));
        runCli(QStringLiteral("dataset sync --project %1/p --dataset pets").arg(root));
    }
    [[nodiscard]] CliResult run(const QString& verb, const QString& more = {}) const
    {
        return runCli(QStringLiteral("%1 --project %2/p --dataset pets %3").arg(verb, root, more));
    }

    QTemporaryDir folder;
    QString root;
};

} // namespace lw::tests
