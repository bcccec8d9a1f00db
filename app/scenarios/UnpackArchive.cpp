// SPDX-License-Identifier: GPL-3.0-or-later
//! Archive -> staged folder -> input location.
#include "app/scenarios/UnpackArchive.h"

#include "engine/formats/FolderScan.h"
#include "engine/formats/ReadSession.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace lw::scenarios {

using core::ErrorCode;

namespace {

struct Unpacking {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::Unpacking)
};

QString entryText(const QString& entry)
{
    return Unpacking::tr("The archive has an entry “%1”, which leads out of its folder, is a link, or is there twice. "
                         "Nothing was unpacked.")
        .arg(entry);
}

QString growthText(const QString& limit)
{
    return Unpacking::tr("The archive would grow beyond the limit (%1). If you trust it, raise the limit with "
                         "--max-unpacked-gb or --max-ratio in the command line.")
        .arg(limit);
}

QString freeFolder(const QString& place, const QString& name)
{
    QString folder = place + u'/' + name;
    for (int n = 2; QFileInfo::exists(folder); ++n) {
        folder = QStringLiteral("%1/%2_%3").arg(place, name).arg(n);
    }
    return folder;
}

/// The one folder that holds everything, as many archives have it; not one that says a usage or a label.
QString contentOf(const QString& folder)
{
    const QDir dir(folder);
    const QStringList entries = dir.entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    if (entries.size() != 1 || !QFileInfo(dir.filePath(entries.front())).isDir() ||
        formats::usageFromWord(entries.front()) != domain::SampleUsage::None) {
        return folder;
    }
    const QDir inner(dir.filePath(entries.front()));
    const QFileInfoList content = inner.entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot);
    const bool isLabel = std::all_of(content.begin(), content.end(), [](const QFileInfo& info) {
        return info.isFile() && formats::isPictureName(info.fileName());
    });
    return isLabel ? folder : contentOf(inner.path());
}

/// Where `archive` is unpacked to in the input location.
QString folderFor(const QString& archive, const domain::Dataset& dataset)
{
    QString name = QFileInfo(archive).completeBaseName();
    while (name.startsWith(u'.')) {
        name.remove(0, 1); // what is hidden is not read
    }
    return freeFolder(dataset.inputLocation, name.isEmpty() ? QStringLiteral("archive") : name);
}

/// Opens, checks and unpacks; `staged` has not been committed.
core::Result<> unpackInto(formats::StagedFolder& staged, const QString& folder, formats::ZipArchive& zip,
                          const QString& archive, const formats::ZipLimits& limits, const core::Control& control)
{
    if (const auto opened = zip.open(archive, limits); !opened) {
        return core::failure(archiveError(opened.error()));
    }
    if (const auto begun = staged.begin(folder); !begun) {
        return begun;
    }
    return zip.unpack(staged, control);
}

} // namespace

core::Error archiveError(core::Error error)
{
    if (error.code == ErrorCode::InvalidArgument) {
        error.detail = entryText(error.detail);
    } else if (error.code == ErrorCode::TooLarge) {
        error.code = ErrorCode::InvalidArgument;
        error.detail = growthText(error.detail);
    }
    return error;
}

core::Result<QString> unpackArchive(const QString& archive, const domain::Dataset& dataset,
                                    const formats::ZipLimits& limits, PictureCopies& copies,
                                    const core::Control& control)
{
    formats::ZipArchive zip;
    formats::StagedFolder staged;
    if (const auto unpacked = unpackInto(staged, folderFor(archive, dataset), zip, archive, limits, control);
        !unpacked) {
        return core::failure(unpacked.error());
    }
    QStringList files;
    for (const formats::ZipEntry& entry : zip.entries()) {
        files.append(staged.target() + u'/' + entry.name);
    }
    // Known before it appears, so that a kill right after leaves no unknown files.
    if (const auto adopted = copies.adopt(files); !adopted) {
        return core::failure(adopted.error());
    }
    if (const auto done = staged.commit(); !done) {
        return core::failure(done.error());
    }
    return contentOf(staged.target());
}

core::Result<ArchiveContent> lookInside(const QString& archive, const domain::Dataset& dataset,
                                        const formats::ZipLimits& limits, const core::Control& control)
{
    ArchiveContent content{std::make_unique<formats::StagedFolder>(), {}};
    formats::ZipArchive zip;
    if (const auto unpacked = unpackInto(*content.folder, folderFor(archive, dataset), zip, archive, limits, control);
        !unpacked) {
        return core::failure(unpacked.error());
    }
    content.place = contentOf(QString::fromStdString(content.folder->path()));
    return content;
}

} // namespace lw::scenarios
