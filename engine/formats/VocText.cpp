// SPDX-License-Identifier: GPL-3.0-or-later
//! Writes VOC XML in the reference's layout.
#include "engine/formats/ClassColours.h"
#include "engine/formats/JsonText.h"
#include "engine/formats/TextNumbers.h"
#include "engine/formats/VocShape.h"
#include "engine/formats/XmlExtra.h"

#include <algorithm>

namespace lw::formats {

namespace {

void openTag(QByteArray& out, int indent, std::string_view name)
{
    appendSpaces(out, indent);
    appendBytes(out, "<");
    appendBytes(out, name);
    appendBytes(out, ">");
}

void closeTag(QByteArray& out, std::string_view name)
{
    appendBytes(out, "</");
    appendBytes(out, name);
    appendBytes(out, ">\n");
}

void appendTag(QByteArray& out, int indent, const char* name, const QString& value)
{
    const QByteArray utf8 = value.toUtf8();
    openTag(out, indent, name);
    appendXmlText(out, std::string_view(utf8.constData(), size_t(utf8.size())));
    closeTag(out, name);
}

void appendTag(QByteArray& out, int indent, const char* name, double value)
{
    openTag(out, indent, name);
    appendNumber(out, value);
    closeTag(out, name);
}

void appendAttributes(QByteArray& out, const QMap<QString, QString>& attributes)
{
    if (attributes.isEmpty()) {
        return;
    }
    out.append("        <properties>\n");
    for (auto it = attributes.begin(); it != attributes.end(); ++it) {
        out.append("            <property>\n");
        appendTag(out, 16, "key", it.key());
        appendTag(out, 16, "value", it.value());
        out.append("            </property>\n");
    }
    out.append("        </properties>\n");
}

void appendObject(QByteArray& out, const NamedAnnotation& named, const VocWriteOptions& options)
{
    const domain::Annotation& annotation = named.annotation;
    out.append("    <object>\n");
    appendTag(out, 8, "name", named.label);
    appendTag(out, 8, "pose", annotation.pose.isEmpty() ? QStringLiteral("Unspecified") : annotation.pose);
    appendTag(out, 8, "truncated", annotation.isTruncated);
    appendTag(out, 8, "difficult", annotation.isDifficult);
    const qsizetype number = options.colours != nullptr ? options.colours->names().indexOf(named.label) : -1;
    if (number > 0) {
        appendTag(out, 8, "mask_color", QString::fromLatin1(colourText(options.colours->colour(int(number)))));
    }
    appendTag(out, 8, "occluded", annotation.isOccluded);
    if (annotation.confidence) {
        appendTag(out, 8, "confidence", *annotation.confidence);
    }
    if (options.withHard && annotation.isHard) {
        appendTag(out, 8, "hard", 1);
    }
    if (options.withHard && annotation.hardCoefficient) {
        appendTag(out, 8, "hard-coefficient", *annotation.hardCoefficient);
    }
    appendVocShape(out, annotation.shape, 8);
    appendAttributes(out, annotation.attributes);
    if (!annotation.author.isEmpty()) {
        appendTag(out, 8, "annotated-by", annotation.author);
    }
    if (annotation.createdAt != 0) {
        out.append("        <creation-time>");
        appendTime(out, annotation.createdAt, true);
        out.append("</creation-time>\n");
    }
    appendJsonAsElements(out, annotation.extra, 8);
    out.append("    </object>\n");
}

/// What of a sample's extra belongs where in the document.
struct DocumentExtra {
    QByteArray elements; ///< unknown elements of an imported VOC file
    QByteArray sample;   ///< unknown fields of an imported manifest row
    QString depth = QStringLiteral("3");
    QByteArray attributes; ///< of the root, as they are written
    QByteArray source; ///< a <source> that says something, as a JSON object {"source": …}
    bool isSegmented = false;
};

DocumentExtra splitExtra(const QByteArray& extra)
{
    DocumentExtra parts;
    QByteArray voc;
    JsonObject sample;
    forEachMember(extra, [&](std::string_view key, simdjson::dom::element value) {
        if (key == "voc" && value.is_object()) {
            voc = QByteArray::fromStdString(compactJson(value));
        } else {
            sample.addRaw(key, compactJson(value));
        }
    });
    parts.sample = sample.take();
    JsonObject elements;
    JsonObject source;
    forEachMember(voc, [&](std::string_view key, simdjson::dom::element value) {
        if (key == "depth" && value.is_string()) {
            const std::string_view depth = value;
            parts.depth = QString::fromUtf8(depth.data(), qsizetype(depth.size()));
        } else if (key == "segmented") {
            parts.isSegmented = true;
        } else if (key.starts_with('@') && value.is_string()) {
            const std::string_view text = value;
            parts.attributes.append(' ').append(key.data() + 1, qsizetype(key.size()) - 1).append("=\"");
            appendXmlText(parts.attributes, text);
            parts.attributes.append('"');
        } else if (key == "source") {
            source.addRaw(key, compactJson(value));
        } else {
            elements.addRaw(key, compactJson(value));
        }
    });
    parts.elements = elements.take();
    parts.source = source.take();
    return parts;
}

void appendHead(QByteArray& out, const ImportedSample& sample, const VocWriteOptions& options,
                const DocumentExtra& extra)
{
    const QString& path = options.picturePath.isEmpty() ? sample.path : options.picturePath;
    const qsizetype slash = path.lastIndexOf(u'/');
    const QString folder = slash > 0 ? path.left(slash) : QString();
    appendTag(out, 4, "folder", slash > 0 ? folder.mid(folder.lastIndexOf(u'/') + 1) : QStringLiteral("NA"));
    appendTag(out, 4, "filename", path.mid(slash + 1));
    if (extra.source.isEmpty()) {
        out.append("    <source>\n        <database>Unknown</database>\n    </source>\n");
    } else {
        appendJsonAsElements(out, extra.source, 4);
    }
    out.append("    <size>\n");
    appendTag(out, 8, "width", sample.sample.width);
    appendTag(out, 8, "height", sample.sample.height);
    appendTag(out, 8, "depth", extra.depth);
    out.append("    </size>\n");
    appendTag(out, 4, "segmented", extra.isSegmented || options.colours != nullptr);
    if (!options.maskSource.isEmpty()) {
        appendTag(out, 4, "mask_source", QString::fromUtf8(options.maskSource));
    }
}

} // namespace

void writeVoc(QByteArray& out, const ImportedSample& sample, const VocWriteOptions& options)
{
    const DocumentExtra extra = sample.sample.extra.isEmpty() ? DocumentExtra{} : splitExtra(sample.sample.extra);
    out.resize(0);
    out.reserve(qsizetype(512 + 512 * sample.annotations.size()));
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<annotation");
    out.append(extra.attributes).append(">\n");
    appendHead(out, sample, options, extra);
    std::vector<const NamedAnnotation*> ordered;
    ordered.reserve(sample.annotations.size());
    for (const NamedAnnotation& annotation : sample.annotations) {
        ordered.push_back(&annotation);
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const NamedAnnotation* a, const NamedAnnotation* b) {
        return a->annotation.order < b->annotation.order;
    });
    for (const NamedAnnotation* annotation : ordered) {
        appendObject(out, *annotation, options);
    }
    appendJsonAsElements(out, extra.elements, 4, options.withSampleExtra ? extra.sample : QByteArray());
    out.append("</annotation>\n");
}

} // namespace lw::formats
