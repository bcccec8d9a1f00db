// SPDX-License-Identifier: GPL-3.0-or-later
//! Local URLs to paths.
#include "widgets/common/DroppedFiles.h"

#include <QMimeData>
#include <QUrl>

namespace lw::common {

QStringList droppedFiles(const QMimeData* data)
{
    QStringList paths;
    const QList<QUrl> urls = data != nullptr ? data->urls() : QList<QUrl>();
    for (const QUrl& url : urls) {
        if (url.isLocalFile()) {
            paths.append(url.toLocalFile());
        }
    }
    return paths;
}

} // namespace lw::common
