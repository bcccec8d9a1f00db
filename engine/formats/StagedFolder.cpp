// SPDX-License-Identifier: GPL-3.0-or-later
//! Staging, flushing and renaming.
#include "engine/formats/StagedFolder.h"

#include "engine/formats/FileIo.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lw::formats {

namespace {

const QString kMark = QStringLiteral(".lw-part-");

bool isRunning(qint64 process)
{
    return process > 0 && (::kill(pid_t(process), 0) == 0 || errno == EPERM);
}

/// Removes the hidden folders that killed processes left in `place`.
void removeLeftovers(const QDir& place, const QString& prefix)
{
    for (const QString& name : place.entryList({prefix + u'*'}, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot)) {
        const qint64 process = name.mid(prefix.size()).toLongLong();
        if (process != ::getpid() && !isRunning(process)) {
            QDir(place.filePath(name)).removeRecursively();
        }
    }
}

core::Result<> makeParents(const QString& folder)
{
    errno = 0;
    if (!QDir().mkpath(folder)) {
        return core::failure(io::writeError(errno != 0 ? errno : ENOTDIR, folder));
    }
    return {};
}

/// Flushes the entries of `folder`; its files must be on the disk already. Returns 0 or an errno.
int flushEntries(const std::string& folder)
{
    const int number = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (number < 0) {
        return errno;
    }
    // Some file systems cannot flush a folder alone.
    const int error = ::fsync(number) != 0 && ::syncfs(number) != 0 ? errno : 0;
    ::close(number);
    return error;
}

} // namespace

StagedFolder::~StagedFolder()
{
    if (m_number >= 0) {
        ::close(m_number);
    }
    if (!m_staging.empty()) {
        QDir(QString::fromStdString(m_staging)).removeRecursively();
    }
}

core::Result<> StagedFolder::begin(const QString& target)
{
    const QFileInfo info(target);
    m_target = info.exists() ? info.canonicalFilePath() : QDir::cleanPath(info.absoluteFilePath());
    m_isInside = info.exists();
    if (info.exists() && !info.isDir()) {
        return core::failure(core::ErrorCode::AlreadyExists, {}, m_target);
    }
    const QString place = m_isInside ? m_target : QFileInfo(m_target).path();
    const QString prefix = u'.' + QFileInfo(m_target).fileName() + kMark;
    if (const core::Result<> made = makeParents(place); !made) {
        return made;
    }
    removeLeftovers(QDir(place), prefix);
    if (m_isInside && !QDir(m_target).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
        return core::failure(core::ErrorCode::AlreadyExists, {}, m_target);
    }
    const std::string staging = QString(place + u'/' + prefix + QString::number(::getpid())).toStdString();
    if (::mkdir(staging.c_str(), 0777) != 0) {
        return core::failure(io::writeError(errno, m_target));
    }
    m_staging = staging;
    m_number = ::open(staging.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return m_number >= 0 ? core::Result<>() : core::failure(io::writeError(errno, m_target));
}

core::Result<> StagedFolder::makeFolder(std::string_view relative)
{
    if (relative.empty() || relative == m_lastFolder) {
        return {};
    }
    const std::string path = m_staging + '/' + std::string(relative);
    if (::mkdir(path.c_str(), 0777) != 0 && errno != EEXIST) {
        if (errno != ENOENT) {
            return core::failure(io::writeError(errno, QString::fromStdString(path)));
        }
        if (const core::Result<> made = makeParents(QString::fromStdString(path)); !made) {
            return made;
        }
    }
    m_lastFolder = relative;
    return {};
}

core::Result<> StagedFolder::write(std::string_view relative, QByteArrayView bytes)
{
    const size_t slash = relative.rfind('/');
    if (slash != std::string_view::npos) {
        if (const core::Result<> made = makeFolder(relative.substr(0, slash)); !made) {
            return made;
        }
    }
    const std::string path(relative);
    if (const int error = io::writeNewFile(path.c_str(), bytes, m_number); error != 0) {
        return core::failure(io::writeError(error, QString::fromStdString(m_staging + '/' + path)));
    }
    return {};
}

core::Result<> StagedFolder::moveEntriesIn()
{
    const QDir staging(QString::fromStdString(m_staging));
    for (const QString& name : staging.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name)) {
        const QByteArray from = QFile::encodeName(staging.filePath(name));
        const QByteArray to = QFile::encodeName(QString(m_target + u'/' + name));
        if (::rename(from.constData(), to.constData()) != 0) {
            return core::failure(io::writeError(errno, m_target));
        }
    }
    ::rmdir(m_staging.c_str());
    return {};
}

core::Result<> StagedFolder::commit()
{
    // One call for a hundred thousand small files: the whole file system that the folder is on. A disk that fills up
    // while blocks are allocated late says so here, before anything is in its place.
    if (::syncfs(m_number) != 0) {
        return core::failure(io::writeError(errno, m_target));
    }
    if (m_isInside) {
        if (const core::Result<> moved = moveEntriesIn(); !moved) {
            return moved;
        }
    } else if (QFileInfo::exists(m_target)) {
        return core::failure(core::ErrorCode::AlreadyExists, {}, m_target);
    } else if (::rename(m_staging.c_str(), QFile::encodeName(m_target).constData()) != 0) {
        return core::failure(io::writeError(errno, m_target));
    }
    m_staging.clear();
    const int error = flushEntries((m_isInside ? m_target : QFileInfo(m_target).path()).toStdString());
    return error == 0 ? core::Result<>() : core::failure(io::writeError(error, m_target));
}

} // namespace lw::formats
