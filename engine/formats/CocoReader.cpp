// SPDX-License-Identifier: GPL-3.0-or-later
//! COCO files to samples.
#include "engine/formats/CocoReader.h"

#include "engine/formats/CocoText.h"
#include "engine/formats/PictureNames.h"
#include "engine/formats/SampleIntake.h"

namespace lw::formats {

using core::ProblemCode;

namespace {

constexpr qint64 kPollEvery = 256;

} // namespace

core::Result<ReadSummary> CocoReader::read(const QString& from, const ReadOptions& options, const SampleSink& sink,
                                           core::ProblemList& problems, const core::Control& control)
{
    m_options = &options;
    m_control = &control;
    const auto files = findCocoFiles(from, options, problems, control);
    if (!files) {
        return core::failure(files.error());
    }
    for (const CocoFile& file : *files) {
        if (const core::Result<> done = readFile(file, sink, problems); !done) {
            return core::failure(done.error());
        }
    }
    return m_summary;
}

core::Result<> CocoReader::readFile(const CocoFile& file, const SampleSink& sink, core::ProblemList& problems)
{
    CocoSource source(QString::fromStdString(file.path), problems);
    if (const core::Result<> opened = source.open(); !opened) {
        return opened;
    }
    m_finder.emplace(file.folders, file.root);
    const core::Result<CocoIndex> index = CocoIndexer(source, *m_options, *m_control, m_summary).make();
    if (!index) {
        return core::failure(index.error());
    }
    declareLabels(*index);
    return readImages(source, *index, file.usage, sink) ? core::Result<>()
                                                        : core::failure(core::ErrorCode::Cancelled);
}

void CocoReader::declareLabels(const CocoIndex& index)
{
    if (!m_options->labels) {
        return;
    }
    for (const qint64 id : index.categoryOrder) {
        if (const auto found = index.categories.find(id); found != index.categories.end()) {
            m_options->labels(found->second.label);
        }
    }
}

bool CocoReader::readImages(CocoSource& source, const CocoIndex& index, domain::SampleUsage usage,
                            const SampleSink& sink)
{
    CocoAnnotationReader reader(index.categories, *m_options);
    for (size_t i = 0; i < index.images.size(); ++i) {
        if (m_control->isCancelled()) {
            return false;
        }
        if (m_done++ % kPollEvery == 0) {
            m_control->report(qint64(i), qint64(index.images.size()));
        }
        const size_t offset = index.images[i].offset();
        ImportedSample sample;
        simdjson::dom::object object;
        if (!source.parse(offset, index.images[i].end(source.text()), object) ||
            !readImage(source, object, offset, usage, sample)) {
            ++m_summary.skippedSamples;
            m_summary.skippedAnnotations += qint64(index.firstOf[i + 1] - index.firstOf[i]);
            continue;
        }
        readAnnotations(source, index, i, reader, sample);
        if (!passesOptions(sample, *m_options)) {
            ++m_summary.filteredSamples;
            continue;
        }
        ++m_summary.samples;
        m_summary.annotations += qint64(sample.annotations.size());
        if (!sink(std::move(sample))) {
            return false;
        }
    }
    m_control->report(qint64(index.images.size()), qint64(index.images.size()));
    return true;
}

bool CocoReader::readImage(CocoSource& source, simdjson::dom::object object, size_t offset,
                           domain::SampleUsage usage, ImportedSample& sample)
{
    std::string_view name;
    JsonObject extra;
    domain::Sample& facts = sample.sample;
    facts.usage = usage;
    for (const simdjson::dom::key_value_pair& field : object) {
        if (field.key == "file_name") {
            name = textOf(field.value);
        } else if (field.key == "width" || field.key == "height") {
            const std::optional<double> number = numberOf(field.value);
            const bool isGood = number && *number >= 0 && *number < 1e9;
            (field.key == "width" ? facts.width : facts.height) = isGood ? int(*number) : 0;
        } else if (field.key == "id") {
            facts.externalId = QString::fromUtf8(textOf(field.value));
            if (facts.externalId.isEmpty()) {
                facts.externalId = QString::fromStdString(compactJson(field.value));
            }
        } else if (field.key == "hard") {
            facts.isHard = flagOf(field.value).value_or(false);
        } else if (field.key == "hard_coefficient") {
            facts.hardCoefficient = shareOf(field.value);
        } else if (field.key == "usage") {
            facts.usage = domain::usageFromName(QString::fromUtf8(textOf(field.value)));
        } else if (simdjson::dom::object kept; field.key == kKeptMember && field.value.get(kept) == simdjson::SUCCESS) {
            for (const simdjson::dom::key_value_pair& member : kept) {
                extra.addRaw(member.key, compactJson(member.value));
            }
        } else {
            extra.addRaw(field.key, compactJson(field.value));
        }
    }
    facts.extra = extra.take();
    if (name.empty()) {
        source.add(ProblemCode::FieldMissing, offset, QStringLiteral("file_name"));
        return false;
    }
    return findPicture(source, name, offset, sample);
}

bool CocoReader::findPicture(CocoSource& source, std::string_view name, size_t offset, ImportedSample& sample)
{
    io::FileFacts known;
    core::Result<ProbedImage> probed = core::failure(core::ErrorCode::NotFound);
    if (m_options->probe && m_finder->guess(name, m_picture)) {
        // Whoever opens the file sees whether it is there: no need to ask the system twice.
        sample.path = QString::fromUtf8(m_picture);
        probed = m_options->probe(sample.path);
    }
    if (!probed) {
        switch (m_finder->find(name, m_picture, known)) {
        case PictureFinder::Result::NotFound:
            source.add(ProblemCode::FileMissing, offset, QString::fromUtf8(m_picture).left(300));
            return false;
        case PictureFinder::Result::Outside:
            source.add(ProblemCode::PathOutside, offset, QString::fromUtf8(name).left(300));
            return false;
        case PictureFinder::Result::NotAPicture:
            source.add(ProblemCode::TypeMismatch, offset, QString::fromUtf8(name).left(80));
            return false;
        case PictureFinder::Result::Found:
            break;
        }
        sample.path = QString::fromUtf8(m_picture);
    }
    if (m_seen.add(m_picture, 1) != 0) {
        source.add(ProblemCode::FileDuplicate, offset, QString::fromUtf8(name).left(300));
        return false;
    }
    sample.sample.name = QString::fromUtf8(fileNameOf(m_picture));
    const int width = sample.sample.width;
    const int height = sample.sample.height;
    const bool isTaken = probed ? takeProbedFacts(sample, m_picture.c_str(), probed, source.problems())
                                : takePictureFacts(sample, m_picture.c_str(), m_options->probe, source.problems(), &known);
    if (!isTaken) {
        return false;
    }
    const domain::Sample& facts = sample.sample;
    if (width > 0 && height > 0 && (width != facts.width || height != facts.height)) {
        source.problems().add(
            ProblemCode::SizeMismatch, sample.path, 0,
            QStringLiteral("%1 x %2, %3 x %4").arg(width).arg(height).arg(facts.width).arg(facts.height));
    }
    return true;
}

void CocoReader::readAnnotations(CocoSource& source, const CocoIndex& index, size_t image,
                                 CocoAnnotationReader& reader, ImportedSample& sample)
{
    const PictureSize size{sample.sample.width, sample.sample.height};
    sample.annotations.reserve(index.firstOf[image + 1] - index.firstOf[image]);
    std::vector<RowIssue> issues;
    for (size_t i = index.firstOf[image]; i < index.firstOf[image + 1]; ++i) {
        const CocoPlace place = index.annotations[i].place;
        simdjson::dom::object object;
        NamedAnnotation& named = sample.annotations.emplace_back();
        issues.clear();
        const bool isTaken = source.parse(place.offset(), place.end(source.text()), object) &&
                             reader.read(object, size, named, issues);
        for (const RowIssue& issue : issues) {
            source.add(issue.code, place.offset(), issue.detail);
        }
        if (!isTaken) {
            sample.annotations.pop_back();
            ++m_summary.skippedAnnotations;
            continue;
        }
        named.annotation.order = int(sample.annotations.size()) - 1;
    }
}

} // namespace lw::formats
