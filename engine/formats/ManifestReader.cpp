// SPDX-License-Identifier: GPL-3.0-or-later
//! Manifest rows to samples.
#include "engine/formats/ManifestReader.h"

#include "engine/formats/CleanPath.h"
#include "engine/formats/ManifestLines.h"
#include "engine/formats/PictureNames.h"
#include "engine/formats/SampleIntake.h"
#include "engine/formats/TextNumbers.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace lw::formats {

using core::ProblemCode;
using simdjson::dom::element;
using simdjson::dom::key_value_pair;

namespace {

constexpr std::string_view kTypePrefix = "modelarts/";
constexpr std::string_view kKnownTypes[] = {
    "image_classification", "object_detection",     "image_segmentation", "text_classification", "text_entity",
    "text_triplet",         "audio_classification", "audio_content",      "audio_segmentation",  "video",
};

QString qtText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

core::Result<ReadSummary> ManifestReader::read(const QString& from, const ReadOptions& options, const SampleSink& sink,
                                               core::ProblemList& problems, const core::Control& control)
{
    ManifestLines lines(from);
    if (const core::Result<> opened = lines.open(); !opened) {
        return core::failure(opened.error());
    }
    m_manifest = from;
    m_options = &options;
    m_wantedType = domain::typeName(options.type).toStdString();
    m_problems = &problems;
    m_objects.setType(options.type);
    m_voc.setTarget(options.type, options.labels);
    m_mapping = std::make_unique<SourceMapping>(QFileInfo(from).absolutePath(), options.inputLocation, options.mapping);
    if (options.probe) {
        m_probeFile = [this](const std::string& path) { return probeFile(path); };
    }
    if (lines.isUtf16()) {
        add(ProblemCode::EncodingInvalid, QStringLiteral("UTF-16"));
        return m_summary;
    }
    constexpr qint64 kPollEvery = 128;
    std::string_view line;
    for (;;) {
        const ManifestLines::Next next = lines.next(line);
        m_line = lines.number();
        if (next == ManifestLines::Next::End) {
            break;
        }
        if (next == ManifestLines::Next::Failed) {
            add(ProblemCode::FileUnreadable, lines.errorText());
            m_summary.isComplete = false;
            break;
        }
        if (m_line % kPollEvery == 1) {
            control.report(lines.position(), lines.size());
            if (control.isCancelled()) {
                return core::failure(core::ErrorCode::Cancelled);
            }
        }
        if (next == ManifestLines::Next::TooLong) {
            add(ProblemCode::FileTooLarge, QStringLiteral("%1 MB").arg(ManifestLines::kLongestLine >> 20));
            ++m_summary.skippedSamples;
        } else if (!readLine(line, sink)) {
            return core::failure(core::ErrorCode::Cancelled);
        }
    }
    control.report(lines.size(), lines.size());
    return m_summary;
}

void ManifestReader::add(ProblemCode code, const QString& detail)
{
    m_problems->add(code, m_manifest, m_line, detail);
}

void ManifestReader::addAll(const std::vector<RowIssue>& issues)
{
    for (const RowIssue& issue : issues) {
        add(issue.code, issue.detail);
    }
}

bool ManifestReader::readLine(std::string_view line, const SampleSink& sink)
{
    if (trimmed(line).empty()) {
        return true;
    }
    ManifestRow row;
    if (const auto issue = m_rows.parse(line, row)) {
        add(issue->code, issue->detail);
        ++m_summary.skippedSamples;
        return true;
    }
    ImportedSample sample;
    if (!fillSample(row, sample)) {
        ++m_summary.skippedSamples;
        return true;
    }
    addAll(row.issues);
    if (row.annotation && needsAnnotations(*m_options)) {
        takeAnnotations(*row.annotation, sample);
    }
    if (!passesOptions(sample, *m_options)) {
        ++m_summary.filteredSamples;
        return true;
    }
    ++m_summary.samples;
    m_summary.annotations += qint64(sample.annotations.size());
    return sink(std::move(sample));
}

bool ManifestReader::fillSample(const ManifestRow& row, ImportedSample& sample)
{
    if (!findFile(row.source)) {
        return false;
    }
    sample.path = m_probeFile ? std::exchange(m_probedPath, {}) : qtText(m_path);
    domain::Sample& facts = sample.sample;
    facts.name = sample.path.mid(sample.path.lastIndexOf(u'/') + 1);
    facts.usage = row.usage;
    facts.isHard = row.isHard;
    facts.hardCoefficient = row.hardCoefficient;
    facts.hardReasons = row.hardReasons;
    facts.attributes = row.attributes;
    facts.externalId = qtText(row.id);
    // A path is written again as the absolute path; only a place in a cloud is worth keeping as it was.
    facts.sourceUri = hasScheme(row.source) && !row.source.starts_with("file://") ? qtText(row.source) : QString();
    facts.extra = JsonObject(row.extra).take();
    return m_probeFile ? takeProbedFacts(sample, m_path.c_str(), m_probed, *m_problems)
                       : takePictureFacts(sample, m_path.c_str(), {}, *m_problems, &m_mapping->facts());
}

/// Opening a file tells whether it is there; only what cannot be opened is looked at twice.
bool ManifestReader::probeFile(const std::string& path)
{
    m_probedPath = qtText(path);
    m_probed = m_options->probe(m_probedPath);
    if (m_probed) {
        return true;
    }
    io::FileFacts facts;
    return m_probed.error().code != core::ErrorCode::NotFound && io::isFile(path.c_str(), facts);
}

/// Sets m_path; reports why when it cannot.
bool ManifestReader::findFile(std::string_view source)
{
    switch (m_probeFile ? m_mapping->map(source, m_path, m_probeFile) : m_mapping->map(source, m_path)) {
    case MappingWay::NotFound:
        add(ProblemCode::FileMissing, qtText(m_path));
        return false;
    case MappingWay::Outside:
        add(ProblemCode::PathOutside, qtText(source).left(300));
        return false;
    case MappingWay::NameTooLong:
        add(ProblemCode::NameTooLong, qtText(source).left(300));
        return false;
    case MappingWay::NotAFile:
        add(ProblemCode::TypeMismatch, qtText(source).left(80));
        return false;
    default:
        break;
    }
    if (!hasPictureSuffix(m_path)) {
        add(ProblemCode::TypeMismatch, qtText(fileNameOf(m_path)));
        return false;
    }
    if (const quint64 first = m_seen.add(m_path, quint64(m_line)); first != 0) {
        add(ProblemCode::FileDuplicate, QStringLiteral("line %1").arg(first));
        return false;
    }
    return true;
}

void ManifestReader::takeAnnotations(element list, ImportedSample& sample)
{
    simdjson::dom::array items;
    simdjson::dom::object single;
    if (list.get(items) == simdjson::SUCCESS) {
        sample.annotations.reserve(items.size());
        for (const element item : items) {
            if (item.get(single) == simdjson::SUCCESS) {
                takeAnnotation(single, sample);
            } else {
                add(ProblemCode::FieldInvalid, fieldDetail("annotation", item));
                ++m_summary.skippedAnnotations;
            }
        }
    } else if (list.get(single) == simdjson::SUCCESS) {
        takeAnnotation(single, sample);
    } else {
        add(ProblemCode::FieldInvalid, fieldDetail("annotation", list));
    }
}

void ManifestReader::takeAnnotation(simdjson::dom::object object, ImportedSample& sample)
{
    element value;
    const std::string_view type =
        object.at_key("type").get(value) == simdjson::SUCCESS ? textOf(value) : std::string_view();
    if (!isWantedType(type)) {
        ++m_summary.skippedAnnotations;
        return;
    }
    if (fitsType(domain::ShapeKind::WholeSample, m_options->type) || m_objects.isEmbedded(object)) {
        NamedAnnotation annotation;
        std::vector<RowIssue> issues;
        const bool isTaken = m_objects.read(object, {sample.sample.width, sample.sample.height}, annotation, issues);
        addAll(issues);
        if (!isTaken) {
            ++m_summary.skippedAnnotations;
            return;
        }
        const bool isRepeated =
            annotation.annotation.shape.kind == domain::ShapeKind::WholeSample &&
            std::any_of(sample.annotations.begin(), sample.annotations.end(),
                        [&annotation](const NamedAnnotation& other) { return other.label == annotation.label; });
        if (isRepeated) {
            add(ProblemCode::FieldInvalid, QStringLiteral("name=") + annotation.label);
            ++m_summary.skippedAnnotations;
            return;
        }
        annotation.annotation.order = int(sample.annotations.size());
        sample.annotations.push_back(std::move(annotation));
        return;
    }
    const std::string_view location =
        object.at_key("annotation-loc").get(value) == simdjson::SUCCESS ? trimmed(textOf(value)) : std::string_view();
    if (location.empty()) {
        add(ProblemCode::FieldMissing, QStringLiteral("annotation-loc"));
        ++m_summary.skippedAnnotations;
        return;
    }
    takeVocFile(object, location, sample);
}

bool ManifestReader::isWantedType(std::string_view type)
{
    const std::string_view name = type.starts_with(kTypePrefix) ? type.substr(kTypePrefix.size()) : type;
    if (name.empty()) {
        add(ProblemCode::FieldMissing, QStringLiteral("type"));
        return false;
    }
    if (name == m_wantedType) {
        return true;
    }
    const bool isKnown = std::find(std::begin(kKnownTypes), std::end(kKnownTypes), name) != std::end(kKnownTypes);
    add(isKnown ? ProblemCode::TypeMismatch : ProblemCode::TypeUnknown, qtText(type).left(80));
    return false;
}

core::Result<QStringList> firstSources(const QString& manifestPath, int count)
{
    ManifestLines lines(manifestPath);
    if (const core::Result<> opened = lines.open(); !opened) {
        return core::failure(opened.error());
    }
    QStringList sources;
    ManifestRowParser rows;
    std::string_view line;
    // A file that is no manifest at all must not be read to its end for a preview.
    const qint64 mostLines = qint64(count) * 10 + 100;
    while (sources.size() < count && lines.number() < mostLines) {
        const ManifestLines::Next next = lines.next(line);
        if (next == ManifestLines::Next::End || next == ManifestLines::Next::Failed) {
            break;
        }
        ManifestRow row;
        if (next == ManifestLines::Next::Line && !rows.parse(line, row)) {
            sources.append(qtText(row.source));
        }
    }
    return sources;
}

} // namespace lw::formats
