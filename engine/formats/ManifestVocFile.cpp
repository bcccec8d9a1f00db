// SPDX-License-Identifier: GPL-3.0-or-later
//! Manifest annotations that name a VOC file.
#include "engine/formats/ManifestReader.h"
#include "engine/formats/ManifestAuthor.h"
#include "engine/formats/TextNumbers.h"

#include <algorithm>

namespace lw::formats {

using core::ProblemCode;
using simdjson::dom::key_value_pair;

/// What a row says about the file besides its place.
struct ManifestReader::FileReference {
    QString author;
    qint64 createdAt = 0;
    bool isHard = false;
    std::optional<double> hardCoefficient;
    JsonObject kept; ///< unknown fields
};

namespace {

QString qtText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

bool isPascalVoc(std::string_view format)
{
    return format.empty() || qtText(format).contains(QLatin1String("VOC"), Qt::CaseInsensitive);
}

/// Adds `kept` to the sample's extra fields as "annotation".
void keepFields(JsonObject& kept, domain::Sample& sample)
{
    if (kept.isEmpty()) {
        return;
    }
    const QByteArray json = kept.take();
    JsonObject extra;
    extra.addAll(sample.extra);
    extra.addRaw("annotation", std::string_view(json.constData(), size_t(json.size())));
    sample.extra = extra.take();
}

} // namespace

bool ManifestReader::sortReference(simdjson::dom::object object, FileReference& reference)
{
    std::string_view model;
    for (const key_value_pair& field : object) {
        if (field.key == "annotated-by") {
            reference.author = m_objects.sharedText(textOf(field.value));
        } else if (field.key == kModelField) {
            model = textOf(field.value);
        } else if (field.key == "creation-time") {
            reference.createdAt = parseTime(textOf(field.value)).value_or(0);
        } else if (field.key == "hard") {
            reference.isHard = flagOf(field.value).value_or(false);
        } else if (field.key == "hard-coefficient") {
            reference.hardCoefficient = shareOf(field.value);
        } else if (field.key == "annotation-format") {
            if (!isPascalVoc(textOf(field.value))) {
                add(ProblemCode::TypeUnknown, qtText(textOf(field.value)).left(80));
                return false;
            }
        } else if (field.key != "type" && field.key != "annotation-loc") {
            reference.kept.addRaw(field.key, compactJson(field.value));
        }
    }
    reference.author = authorOf(reference.author, model);
    return true;
}

/// Sets m_xmlPath; reports why when it cannot.
bool ManifestReader::findVocFile(std::string_view location)
{
    switch (m_mapping->map(location, m_xmlPath)) {
    case MappingWay::Outside:
        add(ProblemCode::PathOutside, qtText(location).left(300));
        return false;
    case MappingWay::NameTooLong:
        add(ProblemCode::NameTooLong, qtText(location).left(300));
        return false;
    case MappingWay::NotAFile:
        add(ProblemCode::FileMissing, qtText(location).left(300));
        return false;
    case MappingWay::NotFound:
        add(ProblemCode::FileMissing, qtText(m_xmlPath));
        return false;
    default:
        return true;
    }
}

void ManifestReader::takeVocFile(simdjson::dom::object object, std::string_view location, ImportedSample& sample)
{
    FileReference reference;
    if (!sortReference(object, reference) || !findVocFile(location)) {
        ++m_summary.skippedAnnotations;
        return;
    }
    std::vector<NamedAnnotation> before = std::exchange(sample.annotations, {});
    m_voc.readInto(qtText(m_xmlPath), m_xmlPath.c_str(), sample, *m_problems, m_summary.skippedAnnotations);
    // The row speaks for all objects of a file that does not name authors and times itself.
    const bool namesAuthors =
        std::any_of(sample.annotations.begin(), sample.annotations.end(), [](const NamedAnnotation& named) {
            return !named.annotation.author.isEmpty() || named.annotation.createdAt != 0;
        });
    for (NamedAnnotation& named : sample.annotations) {
        if (!namesAuthors) {
            named.annotation.author = reference.author;
            named.annotation.createdAt = reference.createdAt;
        }
        named.annotation.order += int(before.size());
    }
    sample.annotations.insert(sample.annotations.begin(), std::make_move_iterator(before.begin()),
                              std::make_move_iterator(before.end()));
    domain::Sample& facts = sample.sample;
    facts.isHard = facts.isHard || reference.isHard;
    facts.hardCoefficient = facts.hardCoefficient ? facts.hardCoefficient : reference.hardCoefficient;
    keepFields(reference.kept, facts);
}

} // namespace lw::formats
