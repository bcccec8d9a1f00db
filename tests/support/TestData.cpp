// SPDX-License-Identifier: GPL-3.0-or-later
//! Looks the shared data folder up.
#include "tests/support/TestData.h"

#include <QFileInfo>

namespace lw::tests {

QString sourceDir()
{
    return QStringLiteral(LW_SOURCE_DIR);
}

QString sharedData(const QString& relative)
{
    QString root = qEnvironmentVariable("LW_SHARED_DATA");
    if (root.isEmpty()) {
        root = sourceDir() + QStringLiteral("/../shared/data");
    }
    const QFileInfo info(root + u'/' + relative);
    return info.exists() ? info.canonicalFilePath() : QString();
}

} // namespace lw::tests
