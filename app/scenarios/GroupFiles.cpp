// SPDX-License-Identifier: GPL-3.0-or-later
//! Copies first, lists last: where the lists are, all is there.
#include "app/scenarios/GroupFiles.h"

#include "app/scenarios/WholeFile.h"
#include "engine/formats/CsvText.h"
#include "models/store/SampleRepository.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace lw::scenarios {

namespace {

constexpr qint64 kReportEvery = 64;

core::Result<> makeFolder(const QString& path)
{
    return QDir().mkpath(path) ? core::Result<>() : core::failure(core::ErrorCode::WriteFailed, {}, path);
}

/// A name that is free in `folder`.
QString freeName(const QString& folder, const QString& name)
{
    const QFileInfo info(name);
    QString free = name;
    for (int number = 2; QFileInfo::exists(folder + u'/' + free); ++number) {
        const QString suffix = info.suffix().isEmpty() ? QString() : QString(u'.' + info.suffix());
        free = QStringLiteral("%1_%2%3").arg(info.completeBaseName()).arg(number).arg(suffix);
    }
    return free;
}

/// Both lists as they grow.
class Lists {
public:
    explicit Lists(bool hasCopies) : m_hasCopies(hasCopies)
    {
        m_csv = m_hasCopies ? "file,group,copy\n" : "file,group\n";
    }

    void beginGroup(const PictureGroup& group)
    {
        m_group = group.name;
        m_files = {};
    }
    void add(const QString& path, const QString& copy)
    {
        formats::appendCsvCell(m_csv, path.toStdString());
        m_csv += ',';
        formats::appendCsvCell(m_csv, m_group.toStdString());
        if (m_hasCopies) {
            m_csv += ',';
            formats::appendCsvCell(m_csv, copy.toStdString());
        }
        m_csv += '\n';
        m_files.append(path);
    }
    void endGroup()
    {
        m_groups.append(QJsonObject{{QStringLiteral("name"), m_group}, {QStringLiteral("files"), m_files}});
    }

    core::Result<> write(const QString& location, const domain::Dataset& dataset) const
    {
        const QJsonObject json{{QStringLiteral("dataset"), dataset.name}, {QStringLiteral("groups"), m_groups}};
        if (auto written = writeWholeFile(location + QStringLiteral("/groups.json"), QJsonDocument(json).toJson());
            !written) {
            return written;
        }
        return writeWholeFile(location + QStringLiteral("/groups.csv"), m_csv);
    }

private:
    bool m_hasCopies;
    QByteArray m_csv;
    QString m_group;
    QJsonArray m_files;
    QJsonArray m_groups;
};

/// Path of the copy within the location, or empty when the picture could not be copied.
core::Result<QString> copyInto(const QString& location, const QString& group, const QString& path,
                               core::ProblemList& problems)
{
    const QString folder = location + u'/' + group;
    const QString name = freeName(folder, QFileInfo(path).fileName());
    QFile source(path);
    if (source.copy(folder + u'/' + name)) {
        return QString(group + u'/' + name);
    }
    if (source.error() == QFileDevice::ResourceError || source.error() == QFileDevice::WriteError) {
        return core::failure(writeError(source, folder));
    }
    problems.add(source.exists() ? core::ProblemCode::CopyFailed : core::ProblemCode::FileMissing, path, 0,
                 source.exists() ? source.errorString() : QString());
    return QString();
}

} // namespace

core::Result<> writeGroups(store::Store& store, const domain::Dataset& dataset, const QString& location,
                           bool copiesFiles, const std::vector<PictureGroup>& groups, core::ProblemList& problems,
                           const core::Control& control)
{
    if (auto made = makeFolder(location); !made) {
        return made;
    }
    qint64 total = 0;
    for (const PictureGroup& group : groups) {
        total += group.members.size();
    }
    qint64 done = 0;
    Lists lists(copiesFiles);
    for (const PictureGroup& group : groups) {
        lists.beginGroup(group);
        const auto rows = store::SampleRepository(store).rows(group.members);
        const core::Result<> made = copiesFiles ? makeFolder(location + u'/' + group.name) : core::Result<>();
        if (!rows || !made) {
            return core::failure(!rows ? rows.error() : made.error());
        }
        for (const domain::Sample& sample : *rows) {
            if (control.isCancelled()) {
                return core::failure(core::ErrorCode::Cancelled);
            }
            const QString path = domain::absolutePath(sample, dataset.inputLocation);
            const auto copy =
                copiesFiles ? copyInto(location, group.name, path, problems) : core::Result<QString>(QString());
            if (!copy) {
                return core::failure(copy.error());
            }
            lists.add(path, *copy);
            if (++done % kReportEvery == 0) {
                control.report(done, total);
            }
        }
        lists.endGroup();
    }
    return lists.write(location, dataset);
}

} // namespace lw::scenarios
