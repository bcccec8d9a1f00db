// SPDX-License-Identifier: GPL-3.0-or-later
//! QSaveFile with errors as values.
#include "app/scenarios/WholeFile.h"

#include <QSaveFile>

namespace lw::scenarios {

core::Error writeError(const QFileDevice& file, const QString& path)
{
    const bool isFull = file.error() == QFileDevice::ResourceError;
    return {isFull ? core::ErrorCode::DiskFull : core::ErrorCode::WriteFailed, file.errorString(), path};
}

core::Result<> writeWholeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return core::failure(writeError(file, path));
    }
    return {};
}

} // namespace lw::scenarios
