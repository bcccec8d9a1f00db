// SPDX-License-Identifier: GPL-3.0-or-later
//! LabelMe folders, in the order of keys that the tool writes.
#include "engine/formats/LabelMeWriter.h"

#include "engine/formats/JsonText.h"
#include "engine/formats/LabelMeShape.h"
#include "engine/formats/PictureNames.h"
#include "engine/formats/ShapeCheck.h"

#include <QSet>

#include <algorithm>

namespace lw::formats {

using simdjson::dom::element;

core::Result<> LabelMeWriter::begin(const QString& folder, const WriteOptions& options)
{
    m_options = options;
    m_places = PicturePlaces({options.inputLocation, true, options.linkPictures});
    return m_folder.begin(folder);
}

core::Result<> LabelMeWriter::add(const ImportedSample& sample, core::ProblemList& problems)
{
    const std::string picture = m_places.take(sample.path);
    m_lastPicture.clear();
    const core::Result<bool> copied = m_places.copy(sample.path, m_folder, picture, problems);
    if (!copied) {
        return core::failure(copied.error());
    }
    if (!*copied) {
        ++m_summary.skippedSamples;
        return {};
    }
    m_lastPicture = m_folder.target() + u'/' + QString::fromStdString(picture);
    if (!sample.annotations.empty() || sample.hasAnnotationFile) {
        compose(sample, fileNameOf(picture));
        const std::string json = std::string(withoutSuffix(picture)) + ".json";
        if (const core::Result<> written = m_folder.write(json, m_json); !written) {
            return written;
        }
    }
    ++m_summary.samples;
    m_summary.annotations += qint64(sample.annotations.size());
    return {};
}

void LabelMeWriter::compose(const ImportedSample& sample, std::string_view pictureName)
{
    std::vector<const NamedAnnotation*> ordered;
    int freeGroup = 0;
    for (const NamedAnnotation& named : sample.annotations) {
        ordered.push_back(&named);
        freeGroup = std::max(freeGroup, groupOf(named.annotation) + 1);
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const NamedAnnotation* a, const NamedAnnotation* b) {
        return a->annotation.order < b->annotation.order;
    });
    QByteArray flags;
    JsonObject others;
    JsonObject foreign; ///< from other formats
    forEachMember(sample.sample.extra, [&](std::string_view key, element value) {
        simdjson::dom::object kept;
        if (key != "labelme" || value.get(kept) != simdjson::SUCCESS) {
            foreign.addRaw(key, compactJson(value));
            return;
        }
        for (const simdjson::dom::key_value_pair& field : kept) {
            if (field.key == "flags") {
                flags = QByteArray::fromStdString(compactJson(field.value));
            } else {
                others.addRaw(field.key, compactJson(field.value));
            }
        }
    });
    m_json = "{\n\"version\": \"5.5.0\",\n\"flags\": ";
    appendFlags(sample, flags);
    m_json.append(",\n\"shapes\": [");
    for (const NamedAnnotation* named : ordered) {
        if (named->annotation.shape.kind != domain::ShapeKind::WholeSample) {
            appendLabelMeShape(m_json, *named, m_options.withHard, freeGroup);
        }
    }
    m_json.append("\n],\n\"imagePath\": ");
    appendJsonString(m_json, pictureName);
    m_json.append(",\n\"imageData\": null,\n\"imageHeight\": ").append(QByteArray::number(sample.sample.height));
    m_json.append(",\n\"imageWidth\": ").append(QByteArray::number(sample.sample.width));
    if (!foreign.isEmpty()) {
        const QByteArray json = foreign.take();
        others.addRaw("extra", std::string_view(json.constData(), size_t(json.size())));
    }
    // Flags say no more than yes or no; what else is known of a label stands here.
    QByteArray labels = "[";
    for (const NamedAnnotation* named : ordered) {
        if (named->annotation.shape.kind == domain::ShapeKind::WholeSample) {
            appendLabelMeShape(labels, *named, m_options.withHard, freeGroup);
        }
    }
    if (labels.size() > 1) {
        labels.append("\n]");
        others.addRaw("labels", std::string_view(labels.constData(), size_t(labels.size())));
    }
    const QByteArray rest = others.take();
    if (rest.size() > 2) {
        m_json.append(",\n").append(rest.constData() + 1, rest.size() - 2);
    }
    m_json.append("\n}\n");
}

/// In classification every label of the set with true or false; elsewhere the flags that were read.
void LabelMeWriter::appendFlags(const ImportedSample& sample, const QByteArray& kept)
{
    if (!fitsType(domain::ShapeKind::WholeSample, m_options.type)) {
        m_json.append(kept.isEmpty() ? QByteArray("{}") : kept);
        return;
    }
    QSet<QString> set;
    QStringList names;
    for (const domain::Label& label : m_options.labels) {
        names.append(label.name);
    }
    for (const NamedAnnotation& named : sample.annotations) {
        set.insert(named.label);
        if (!names.contains(named.label)) {
            names.append(named.label);
        }
    }
    JsonObject flags;
    for (const QString& name : names) {
        flags.addRaw(name.toStdString(), set.contains(name) ? "true" : "false");
    }
    m_json.append(flags.isEmpty() ? QByteArray("{}") : flags.take());
}

core::Result<WriteSummary> LabelMeWriter::finish()
{
    if (const core::Result<> done = m_folder.commit(); !done) {
        return core::failure(done.error());
    }
    m_summary.path = m_folder.target();
    return m_summary;
}

} // namespace lw::formats
