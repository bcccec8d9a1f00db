// SPDX-License-Identifier: GPL-3.0-or-later
//! Names by SHA-1, renames instead of QSaveFile (whose fsync would compete with the project's own commits).
#include "engine/media/CacheFolder.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QUuid>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <vector>

namespace lw::media {

QString cacheName(const QString& path, qint64 bytes, qint64 modifiedAt, int variant)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(path.toUtf8());
    for (const qint64 number : {bytes, modifiedAt, qint64(variant)}) {
        hash.addData(QByteArray::number(number).prepend('\0'));
    }
    return QString::fromLatin1(hash.result().toHex());
}

QString partPath(const QString& path)
{
    return path + u'.' + QUuid::createUuid().toString(QUuid::Id128) + QStringLiteral(".part");
}

core::Result<> commitPart(const QString& part, const QString& path)
{
    if (std::rename(QFile::encodeName(part).constData(), QFile::encodeName(path).constData()) != 0) {
        const QString reason = QString::fromLocal8Bit(std::strerror(errno));
        QFile::remove(part);
        return core::failure(core::ErrorCode::WriteFailed, reason, path);
    }
    return {};
}

core::Result<> replaceCacheFile(const QString& path, const QByteArray& bytes)
{
    const QString part = partPath(path);
    QFile file(part);
    if (!file.open(QIODevice::WriteOnly)) {
        QDir().mkpath(QFileInfo(path).path());
        if (!file.open(QIODevice::WriteOnly)) {
            return core::failure(core::ErrorCode::WriteFailed, file.errorString(), path);
        }
    }
    const bool isWritten = file.write(bytes) == bytes.size() && file.flush();
    file.close();
    if (!isWritten || file.error() != QFileDevice::NoError) {
        const bool isFull = file.error() == QFileDevice::ResourceError;
        file.remove();
        return core::failure(isFull ? core::ErrorCode::DiskFull : core::ErrorCode::WriteFailed, file.errorString(),
                             path);
    }
    return commitPart(part, path);
}

void keepYoung(const QString& path)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (QFileInfo(path).lastModified().daysTo(now) < 1) {
        return;
    }
    QFile file(path);
    if (file.open(QIODevice::ReadWrite)) {
        file.setFileTime(now, QFileDevice::FileModificationTime);
    }
}

core::Result<qint64> pruneCacheFolder(const QString& folder, const QStringList& patterns, qint64 maxBytes,
                                      const core::Control& control)
{
    struct Kept {
        qint64 modifiedAt;
        qint64 bytes;
        QString path;
    };
    std::vector<Kept> files;
    qint64 total = 0;
    QDirIterator walk(folder, patterns, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        walk.next();
        if (control.isCancelled()) {
            return core::failure(core::ErrorCode::Cancelled, {}, folder);
        }
        const QFileInfo info = walk.fileInfo();
        files.push_back({info.lastModified().toMSecsSinceEpoch(), info.size(), info.filePath()});
        total += info.size();
    }
    if (total <= maxBytes) {
        return 0;
    }
    std::sort(files.begin(), files.end(), [](const Kept& a, const Kept& b) { return a.modifiedAt < b.modifiedAt; });
    qint64 removed = 0;
    for (const Kept& file : files) {
        if (total - removed <= maxBytes / 4 * 3) {
            break;
        }
        if (control.isCancelled()) {
            return core::failure(core::ErrorCode::Cancelled, {}, folder);
        }
        removed += QFile::remove(file.path) ? file.bytes : 0;
    }
    return removed;
}

} // namespace lw::media
