// SPDX-License-Identifier: GPL-3.0-or-later
//! Copies, compares, and takes back.
#include "app/scenarios/PictureCopies.h"

#include "app/scenarios/DatasetRules.h"
#include "engine/formats/PictureCopy.h"
#include "models/store/SampleRepository.h"
#include "models/store/TaskRepository.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace lw::scenarios {

namespace {

constexpr qint64 kBlock = 256 * 1024;

QString listPrefix(const domain::Dataset& dataset)
{
    return QStringLiteral(".labelwright-copies-%1-").arg(dataset.uid);
}

bool haveSameContent(const QString& first, const QString& second)
{
    QFile a(first);
    QFile b(second);
    if (!a.open(QIODevice::ReadOnly) || !b.open(QIODevice::ReadOnly) || a.size() != b.size()) {
        return false;
    }
    QByteArray bytesA(kBlock, Qt::Uninitialized);
    QByteArray bytesB(kBlock, Qt::Uninitialized);
    for (;;) {
        const qint64 readA = a.read(bytesA.data(), kBlock);
        const qint64 readB = b.read(bytesB.data(), kBlock);
        if (readA != readB || readA < 0) {
            return false;
        }
        if (readA == 0) {
            return true;
        }
        if (!std::equal(bytesA.cbegin(), bytesA.cbegin() + readA, bytesB.cbegin())) {
            return false;
        }
    }
}

/// Removes a copy, and the folders above it that are empty then, up to `root`.
void removeCopy(const QString& path, const QString& root)
{
    QFile::remove(path);
    QString folder = QFileInfo(path).path();
    while (folder.startsWith(root + u'/') && QDir().rmdir(folder)) {
        folder = QFileInfo(folder).path();
    }
}

/// "name.jpg", "name_2.jpg", "name_3.jpg", …
QString numbered(const QFileInfo& file, int number)
{
    if (number == 1) {
        return file.fileName();
    }
    const QString suffix = file.suffix().isEmpty() ? QString() : QString(u'.' + file.suffix());
    return QStringLiteral("%1_%2%3").arg(file.completeBaseName()).arg(number).arg(suffix);
}

} // namespace

PictureCopies::PictureCopies(const domain::Dataset& dataset, domain::TaskId task)
    : m_folder(dataset.inputLocation),
      m_list(m_folder + u'/' + listPrefix(dataset) + QString::number(task.value) + QStringLiteral(".list"))
{
}

PictureCopies::~PictureCopies()
{
    for (const QString& path : std::as_const(m_copied)) {
        removeCopy(path, m_folder);
    }
    keep();
}

core::Result<> PictureCopies::adopt(const QStringList& paths)
{
    for (const QString& path : paths) {
        if (auto entered = enter(path); !entered) {
            return entered;
        }
    }
    m_copied.append(paths);
    return {};
}

void PictureCopies::keep()
{
    m_copied.clear();
    if (m_list.isOpen()) {
        m_list.remove();
    }
}

core::Result<> PictureCopies::enter(const QString& path)
{
    if (!m_list.isOpen() && !m_list.open(QIODevice::WriteOnly | QIODevice::Append)) {
        const bool isReadOnly = !QFileInfo(m_folder).isWritable();
        return core::failure(isReadOnly ? core::ErrorCode::ReadOnly : core::ErrorCode::WriteFailed,
                             isReadOnly ? QString() : m_list.errorString(), m_folder);
    }
    if (m_list.write(path.toUtf8() + '\n') < 0 || !m_list.flush()) {
        return core::failure(m_list.error() == QFileDevice::ResourceError ? core::ErrorCode::DiskFull
                                                                          : core::ErrorCode::WriteFailed,
                             m_list.errorString(), m_folder);
    }
    return {};
}

core::Result<QString> PictureCopies::copy(const QString& path, const QString& subfolder)
{
    const QString folder = subfolder.isEmpty() ? m_folder : QString(m_folder + u'/' + subfolder);
    const QFileInfo file(path);
    for (int number = 1;; ++number) {
        const QString target = folder + u'/' + numbered(file, number);
        if (QFileInfo::exists(target)) {
            if (haveSameContent(path, target)) {
                return target;
            }
            continue;
        }
        if (auto entered = enter(target); !entered) {
            return core::failure(entered.error());
        }
        m_copied.append(target);
        if (auto copied = formats::copyPicture(path, target); !copied) {
            m_copied.removeLast();
            if (copied.error().code == core::ErrorCode::AlreadyExists) {
                continue;
            }
            return core::failure(copied.error());
        }
        if (!haveSameContent(path, target)) {
            return core::failure(core::ErrorCode::WriteFailed, QStringLiteral("the copy differs"), target);
        }
        return target;
    }
}

void removeAbandonedCopies(store::Store& store, const domain::Dataset& dataset)
{
    const QString prefix = listPrefix(dataset);
    const QFileInfoList lists =
        QDir(dataset.inputLocation).entryInfoList({prefix + QStringLiteral("*.list")}, QDir::Files | QDir::Hidden);
    if (lists.isEmpty()) {
        return;
    }
    const auto tasks = store::TaskRepository(store).list(dataset.id, 1'000'000);
    const store::SampleRepository samples(store);
    for (const QFileInfo& info : lists) {
        const qint64 task = info.completeBaseName().mid(prefix.size()).toLongLong();
        const bool isAtWork = tasks && std::any_of(tasks->begin(), tasks->end(), [task](const domain::Task& t) {
                                  return t.id.value == task && t.state == domain::TaskState::Running;
                              });
        QFile list(info.absoluteFilePath());
        if (isAtWork || !tasks || !list.open(QIODevice::ReadOnly)) {
            continue;
        }
        while (!list.atEnd()) {
            const QString path = QString::fromUtf8(list.readLine()).chopped(1);
            const QFileInfo copy(path);
            const QString folder = domain::storedFolder(copy.path(), dataset.inputLocation);
            // A last line that a kill cut short names no file of ours: every path begins with the input location.
            if (path.startsWith(dataset.inputLocation + u'/') && !path.contains(QLatin1String("/../")) &&
                !samples.findByFile(dataset.id, folder, copy.fileName())) {
                removeCopy(path, dataset.inputLocation);
            }
        }
        list.remove();
    }
}

} // namespace lw::scenarios
