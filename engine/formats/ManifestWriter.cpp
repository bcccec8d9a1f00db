// SPDX-License-Identifier: GPL-3.0-or-later
//! Manifest rows in a fixed order of keys, so that the same state gives the same bytes.
#include "engine/formats/ManifestWriter.h"

#include "engine/formats/FileIo.h"
#include "engine/formats/JsonText.h"
#include "engine/formats/PictureNames.h"
#include "engine/formats/TextNumbers.h"
#include "engine/formats/VocXml.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>

namespace lw::formats {

namespace {

constexpr qsizetype kBlock = 1024 * 1024;

/// The row's id: the imported one, or one that depends on the source only.
QByteArray idOf(const ImportedSample& sample, const QByteArray& source)
{
    return sample.sample.externalId.isEmpty() ? QCryptographicHash::hash(source, QCryptographicHash::Md5).toHex()
                                              : sample.sample.externalId.toUtf8();
}

std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

/// Appends the kept members of `object` but those that are written elsewhere.
void appendKept(QByteArray& out, const QByteArray& object)
{
    forEachMember(object, [&out](std::string_view key, simdjson::dom::element value) {
        if (key != "voc" && key != "annotation") {
            out.append(',');
            appendJsonString(out, key);
            out.append(':').append(QByteArray::fromStdString(compactJson(value)));
        }
    });
}

} // namespace

core::Result<> ManifestWriter::begin(const QString& folder, const WriteOptions& options)
{
    m_options = options;
    if (const core::Result<> begun = m_folder.begin(folder); !begun) {
        return begun;
    }
    m_fileName =
        (options.name.isEmpty() ? QFileInfo(m_folder.target()).fileName() : options.name) + QStringLiteral(".manifest");
    const std::string path = m_folder.path() + '/' + m_fileName.toStdString();
    if (const int error = m_file.open(path.c_str()); error != 0) {
        return core::failure(io::writeError(error, m_folder.target()));
    }
    return {};
}

core::Result<> ManifestWriter::flushRows()
{
    const int error = m_file.write(m_rows);
    m_rows.resize(0);
    return error == 0 ? core::Result<>() : core::failure(io::writeError(error, m_folder.target()));
}

core::Result<> ManifestWriter::add(const ImportedSample& sample, core::ProblemList& problems)
{
    Q_UNUSED(problems)
    m_lastPicture = sample.path;
    std::string xml;
    if (!sample.annotations.empty() || sample.hasAnnotationFile) {
        const std::string path = sample.path.toStdString();
        xml = "annotation/" + m_names.take(std::string(withoutSuffix(fileNameOf(path))), 4) + ".xml";
        writeVoc(m_xml, sample, {m_options.withHard, false, {}});
        if (const core::Result<> written = m_folder.write(xml, m_xml); !written) {
            return written;
        }
    }
    appendRow(sample, xml);
    ++m_summary.samples;
    m_summary.annotations += qint64(sample.annotations.size());
    return m_rows.size() < kBlock ? core::Result<>() : flushRows();
}

void ManifestWriter::appendRow(const ImportedSample& sample, const std::string& xml)
{
    const domain::Sample& facts = sample.sample;
    const QByteArray source = (facts.sourceUri.isEmpty() ? sample.path : facts.sourceUri).toUtf8();
    m_rows.append("{\"source\":");
    appendJsonString(m_rows, view(source));
    if (facts.usage != domain::SampleUsage::None) {
        m_rows.append(",\"usage\":");
        appendJsonString(m_rows, domain::usageName(facts.usage));
    }
    if (m_options.withHard && facts.isHard) {
        m_rows.append(",\"hard\":\"true\"");
    }
    if (m_options.withHard && facts.hardCoefficient) {
        m_rows.append(",\"hard-coefficient\":");
        appendNumber(m_rows, *facts.hardCoefficient);
    }
    m_rows.append(",\"id\":");
    appendJsonString(m_rows, view(idOf(sample, source)));
    m_rows.append(",\"sample-type\":0");
    if (!xml.empty()) {
        m_rows.append(",\"annotation\":[");
        appendAnnotation(sample, xml);
        m_rows.append(']');
    }
    appendKept(m_rows, facts.extra);
    m_rows.append("}\n");
}

void ManifestWriter::appendAnnotation(const ImportedSample& sample, const std::string& xml)
{
    m_rows.append("{\"type\":\"modelarts/object_detection\",\"annotation-loc\":");
    appendJsonString(m_rows, "./" + xml);
    m_rows.append(",\"annotation-format\":\"PASCAL VOC\"");
    const auto latest = std::max_element(sample.annotations.begin(), sample.annotations.end(),
                                         [](const NamedAnnotation& a, const NamedAnnotation& b) {
                                             return a.annotation.createdAt < b.annotation.createdAt;
                                         });
    const QString author = latest == sample.annotations.end()      ? QString()
                           : latest->annotation.author.isEmpty() ? m_options.unknownAuthor
                                                                 : latest->annotation.author;
    if (!author.isEmpty()) {
        m_rows.append(",\"annotated-by\":");
        appendJsonString(m_rows, author);
    }
    if (latest != sample.annotations.end() && latest->annotation.createdAt != 0) {
        m_rows.append(",\"creation-time\":\"");
        appendTime(m_rows, latest->annotation.createdAt, false);
        m_rows.append('"');
    }
    forEachMember(sample.sample.extra, [this](std::string_view key, simdjson::dom::element value) {
        if (key == "annotation") {
            appendKept(m_rows, QByteArray::fromStdString(compactJson(value)));
        }
    });
    m_rows.append('}');
}

core::Result<WriteSummary> ManifestWriter::finish()
{
    if (const core::Result<> flushed = flushRows(); !flushed) {
        return core::failure(flushed.error());
    }
    if (const int error = m_file.close(); error != 0) {
        return core::failure(io::writeError(error, m_folder.target()));
    }
    if (const core::Result<> done = m_folder.commit(); !done) {
        return core::failure(done.error());
    }
    m_summary.path = m_folder.target() + u'/' + m_fileName;
    return m_summary;
}

} // namespace lw::formats
