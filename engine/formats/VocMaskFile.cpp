// SPDX-License-Identifier: GPL-3.0-or-later
//! Finds and writes mask pictures.
#include "engine/formats/VocMaskFile.h"

#include "engine/formats/MaskPixels.h"

#include <QFileInfo>

#include <algorithm>

namespace lw::formats {

bool isInMaskFolder(std::string_view path)
{
    constexpr std::string_view kFolders[] = {kMaskFolder, "SegmentationClass", "SegmentationObject"};
    return std::any_of(std::begin(kFolders), std::end(kFolders), [path](std::string_view folder) {
        const size_t at = path.find(folder);
        return at != std::string_view::npos && (at == 0 || path[at - 1] == '/') &&
               path.substr(at + folder.size()).starts_with('/');
    });
}

QString findMaskFile(const QString& xml, const QString& maskSource)
{
    QString source = maskSource;
    source.replace(u'\\', u'/');
    const QStringList parts = source.split(u'/', Qt::SkipEmptyParts);
    if (parts.isEmpty() || parts.contains(QStringLiteral(".."))) {
        return {};
    }
    const QString folder = QFileInfo(xml).path();
    const QString above = QFileInfo(folder).path();
    QStringList candidates;
    if (source.startsWith(u'/')) {
        candidates.append(source);
    }
    for (const QString& base : {folder, above}) {
        if (!source.startsWith(u'/') && !source.contains(QLatin1String("://"))) {
            candidates.append(QString(base + u'/' + source));
        }
        for (const qsizetype count : {2, 1}) {
            candidates.append(QString(base + u'/' + parts.mid(std::max<qsizetype>(0, parts.size() - count)).join(u'/')));
        }
    }
    const auto found = std::find_if(candidates.begin(), candidates.end(),
                                    [](const QString& path) { return QFileInfo(path).isFile(); });
    return found == candidates.end() ? QString() : *found;
}

VocMaskWriter::VocMaskWriter(std::string folder, const std::vector<domain::Label>& labels)
    : m_folder(std::move(folder)), m_colours(labels)
{
}

core::Result<> VocMaskWriter::write(StagedFolder& staged, const std::string& name, const ImportedSample& sample,
                                    VocWriteOptions& options)
{
    options.colours = &m_colours;
    for (const NamedAnnotation& named : sample.annotations) {
        static_cast<void>(m_colours.number(named.label));
    }
    const QImage mask = paintClasses(sample, m_colours);
    if (mask.isNull()) {
        return {};
    }
    const std::string place = m_folder + '/' + name + ".png";
    options.maskSource = QByteArray::fromStdString("./" + place);
    return staged.write(place, toPng(mask));
}

} // namespace lw::formats
