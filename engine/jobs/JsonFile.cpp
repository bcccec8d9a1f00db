// SPDX-License-Identifier: GPL-3.0-or-later
//! Reading, replacing, copying; numbered folders.
#include "engine/jobs/JsonFile.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QLockFile>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>

#include <unistd.h>

namespace lw::worker {

namespace {

/// Folder names are at most 255 bytes, and a version is added.
constexpr qsizetype kLongestName = 200;

core::ErrorCode codeOf(QFileDevice::FileError error)
{
    return error == QFileDevice::ResourceError      ? core::ErrorCode::DiskFull
           : error == QFileDevice::PermissionsError ? core::ErrorCode::ReadOnly
                                                    : core::ErrorCode::WriteFailed;
}

/// The highest number that `name` ever had below `root`: of folders, and of those that were removed.
int lastNumber(const QString& root, const QString& name, const QJsonObject& removed)
{
    int last = removed.value(name).toInt();
    const QString start = name + u'-';
    const QStringList folders = QDir(root).entryList({start + QStringLiteral("V*")}, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& folder : folders) {
        last = std::max(last, versionNumber(folder.mid(start.size())));
    }
    return last;
}

} // namespace

core::Result<QJsonObject> readJsonFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return file.exists() ? core::failure(core::ErrorCode::ReadFailed, file.errorString(), path)
                             : core::failure(core::ErrorCode::NotFound, {}, path);
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (!document.isObject()) {
        return core::failure(core::ErrorCode::Malformed, problem.errorString(), path);
    }
    return document.object();
}

core::Error writeError(const QFileDevice& file, const QString& path)
{
    return {codeOf(file.error()), file.errorString(), path, 0};
}

core::Result<> replaceFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return core::failure(writeError(file, path));
    }
    return {};
}

core::Result<> replaceJsonFile(const QString& path, const QJsonObject& object)
{
    return replaceFile(path, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

core::Result<> copyFile(const QString& from, const QString& to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly)) {
        return source.exists() ? core::failure(core::ErrorCode::ReadFailed, source.errorString(), from)
                               : core::failure(core::ErrorCode::NotFound, {}, from);
    }
    if (QFile::exists(to)) {
        return core::failure(core::ErrorCode::AlreadyExists, {}, to);
    }
    QSaveFile target(to);
    if (!target.open(QIODevice::WriteOnly)) {
        return core::failure(writeError(target, to));
    }
    constexpr qint64 kPart = 1 << 20;
    for (QByteArray part = source.read(kPart); !part.isEmpty(); part = source.read(kPart)) {
        if (target.write(part) != part.size()) {
            return core::failure(writeError(target, to));
        }
    }
    if (source.error() != QFileDevice::NoError) {
        return core::failure(core::ErrorCode::ReadFailed, source.errorString(), from);
    }
    if (!target.commit()) {
        return core::failure(writeError(target, to));
    }
    return {};
}

QString folderName(const QString& name)
{
    QString result;
    for (const QChar each : name) {
        const bool isFine = each.isLetterOrNumber() || each.isSurrogate() || each == u'-' || each == u'_';
        result += isFine ? each : QChar(u'_');
    }
    while (result.toUtf8().size() > kLongestName) {
        result.chop(result.back().isLowSurrogate() ? 2 : 1);
    }
    return result;
}

QString versionText(int number)
{
    return QStringLiteral("V%1").arg(number, 4, 10, QLatin1Char('0'));
}

int versionNumber(const QString& version)
{
    static const QRegularExpression form(QStringLiteral("\\AV([0-9]{4,9})\\z"));
    const auto match = form.match(version);
    return match.hasMatch() ? match.captured(1).toInt() : 0;
}

core::Result<int> makeVersionFolder(const QString& root, const QString& name)
{
    if (!QDir().mkpath(root)) {
        const bool isReadOnly = errno == EACCES || errno == EROFS;
        return core::failure(errno == ENOSPC ? core::ErrorCode::DiskFull
                             : isReadOnly    ? core::ErrorCode::ReadOnly
                                             : core::ErrorCode::WriteFailed,
                             {}, root);
    }
    const QString numbers = root + QStringLiteral("/numbers.json");
    QLockFile lock(root + QStringLiteral("/numbers.lock"));
    if (!lock.tryLock(30'000)) {
        const bool isBusy = lock.error() == QLockFile::LockFailedError;
        return core::failure(isBusy ? core::ErrorCode::Busy : core::ErrorCode::ReadOnly, {}, root);
    }
    QJsonObject given = readJsonFile(numbers).value_or(QJsonObject());
    int number = lastNumber(root, name, given);
    do {
        ++number;
    } while (!QDir(root).mkdir(name + u'-' + versionText(number)) &&
             QFileInfo::exists(root + u'/' + name + u'-' + versionText(number)));
    const QString folder = root + u'/' + name + u'-' + versionText(number);
    if (!QFileInfo(folder).isDir()) {
        return core::failure(core::ErrorCode::WriteFailed, {}, folder);
    }
    given.insert(name, number);
    if (auto written = replaceJsonFile(numbers, given); !written) {
        QDir().rmdir(folder);
        return core::failure(written.error());
    }
    return number;
}

} // namespace lw::worker
