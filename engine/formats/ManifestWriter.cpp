// SPDX-License-Identifier: GPL-3.0-or-later
//! Manifest rows in a fixed order of keys, so that the same state gives the same bytes.
#include "engine/formats/ManifestWriter.h"

#include "engine/formats/ManifestAuthor.h"
#include "engine/formats/FileIo.h"
#include "engine/formats/JsonText.h"
#include "engine/formats/PictureNames.h"
#include "engine/formats/ShapeCheck.h"
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
/// Without the member `but`.
void appendKept(QByteArray& out, const QByteArray& object, std::string_view but = {})
{
    forEachMember(object, [&out, but](std::string_view key, simdjson::dom::element value) {
        if (key != "voc" && key != "annotation" && key != but) {
            out.append(',');
            appendJsonString(out, key);
            out.append(':').append(QByteArray::fromStdString(compactJson(value)));
        }
    });
}

/// Attributes of the whole sample, with what was kept of a row's "property".
void appendAttributes(QByteArray& out, const domain::Sample& sample)
{
    if (sample.attributes.isEmpty()) {
        return;
    }
    JsonObject property;
    for (auto it = sample.attributes.begin(); it != sample.attributes.end(); ++it) {
        appendJsonString(property.member(it.key().toStdString()), it.value());
    }
    forEachMember(sample.extra, [&property](std::string_view key, simdjson::dom::element value) {
        if (key == "property") {
            property.addAll(QByteArray::fromStdString(compactJson(value)));
        }
    });
    out.append(",\"property\":").append(property.take());
}

/// Attributes, marks and kept properties as one object; kept properties that are no object as they were.
QByteArray propertiesOf(const domain::Annotation& annotation)
{
    JsonObject properties;
    QByteArray whole;
    for (auto it = annotation.attributes.begin(); it != annotation.attributes.end(); ++it) {
        appendJsonString(properties.member(it.key().toStdString()), it.value());
    }
    for (const auto& [name, isSet] :
         {std::pair("truncated", annotation.isTruncated), std::pair("difficult", annotation.isDifficult),
          std::pair("occluded", annotation.isOccluded)}) {
        if (isSet) {
            properties.addString(name, "1");
        }
    }
    if (!annotation.pose.isEmpty()) {
        appendJsonString(properties.member("pose"), annotation.pose);
    }
    forEachMember(annotation.extra, [&](std::string_view key, simdjson::dom::element value) {
        if (key == "property") {
            whole = QByteArray::fromStdString(compactJson(value));
        }
    });
    if (whole.startsWith('{')) {
        properties.addAll(whole);
        whole.clear();
    }
    return properties.isEmpty() ? whole : properties.take();
}

} // namespace

core::Result<> ManifestWriter::begin(const QString& folder, const WriteOptions& options)
{
    m_options = options;
    if (options.type == domain::DatasetType::ImageSegmentation) {
        m_masks.emplace(std::string(kMaskFolder), options.labels);
    }
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
    if (!fitsType(domain::ShapeKind::WholeSample, m_options.type) &&
        (!sample.annotations.empty() || sample.hasAnnotationFile)) {
        if (const core::Result<> written = writeXml(sample, xml); !written) {
            return written;
        }
    }
    appendRow(sample, xml);
    ++m_summary.samples;
    m_summary.annotations += qint64(sample.annotations.size());
    return m_rows.size() < kBlock ? core::Result<>() : flushRows();
}

core::Result<> ManifestWriter::writeXml(const ImportedSample& sample, std::string& xml)
{
    const std::string path = sample.path.toStdString();
    const std::string name = m_names.take(std::string(withoutSuffix(fileNameOf(path))), 4);
    VocWriteOptions options{m_options.withHard, false, {}};
    if (m_masks) {
        if (const core::Result<> written = m_masks->write(m_folder, name, sample, options); !written) {
            return written;
        }
    }
    xml = "annotation/" + name + ".xml";
    writeVoc(m_xml, sample, options);
    return m_folder.write(xml, m_xml);
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
    if (m_options.withHard && !facts.hardReasons.isEmpty()) {
        m_rows.append(",\"hard-reasons\":");
        appendJsonString(m_rows, domain::hardReasonsText(facts.hardReasons));
    }
    m_rows.append(",\"id\":");
    appendJsonString(m_rows, view(idOf(sample, source)));
    m_rows.append(",\"sample-type\":0");
    if (!xml.empty()) {
        m_rows.append(",\"annotation\":[");
        appendAnnotation(sample, xml);
        m_rows.append(']');
    } else if (!sample.annotations.empty()) {
        appendLabels(sample);
    }
    appendAttributes(m_rows, facts);
    appendKept(m_rows, facts.extra, facts.attributes.isEmpty() ? std::string_view() : "property");
    m_rows.append("}\n");
}

void ManifestWriter::appendAnnotation(const ImportedSample& sample, const std::string& xml)
{
    m_rows.append("{\"type\":\"modelarts/").append(domain::typeName(m_options.type).toLatin1());
    m_rows.append("\",\"annotation-loc\":");
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
        appendAuthor(m_rows, author);
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

void ManifestWriter::appendLabels(const ImportedSample& sample)
{
    std::vector<const NamedAnnotation*> ordered;
    for (const NamedAnnotation& named : sample.annotations) {
        ordered.push_back(&named);
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const NamedAnnotation* a, const NamedAnnotation* b) {
        return a->annotation.order < b->annotation.order;
    });
    m_rows.append(",\"annotation\":[");
    for (const NamedAnnotation* named : ordered) {
        m_rows.append(named == ordered.front() ? "" : ",");
        appendLabel(*named);
    }
    m_rows.append(']');
}

/// A label of the whole sample: table 2-16 of the reference.
void ManifestWriter::appendLabel(const NamedAnnotation& named)
{
    const domain::Annotation& annotation = named.annotation;
    m_rows.append("{\"type\":\"modelarts/").append(domain::typeName(m_options.type).toLatin1());
    m_rows.append("\",\"name\":");
    appendJsonString(m_rows, named.label);
    const QByteArray properties = propertiesOf(annotation);
    if (!properties.isEmpty()) {
        m_rows.append(",\"property\":").append(properties);
    }
    if (m_options.withHard && annotation.isHard) {
        m_rows.append(",\"hard\":\"true\"");
    }
    if (m_options.withHard && annotation.hardCoefficient) {
        m_rows.append(",\"hard-coefficient\":");
        appendNumber(m_rows, *annotation.hardCoefficient);
    }
    if (!annotation.author.isEmpty()) {
        appendAuthor(m_rows, annotation.author);
    }
    if (annotation.confidence) {
        m_rows.append(",\"confidence\":");
        appendNumber(m_rows, *annotation.confidence);
    }
    if (annotation.createdAt != 0) {
        m_rows.append(",\"creation-time\":\"");
        appendTime(m_rows, annotation.createdAt, true);
        m_rows.append('"');
    }
    forEachMember(annotation.extra, [this](std::string_view key, simdjson::dom::element value) {
        if (key != "property") {
            m_rows.append(',');
            appendJsonString(m_rows, key);
            m_rows.append(':').append(QByteArray::fromStdString(compactJson(value)));
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
