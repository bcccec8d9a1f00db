// SPDX-License-Identifier: GPL-3.0-or-later
//! COCO files to samples.
#include "engine/formats/CocoReader.h"

#include "engine/formats/CocoText.h"
#include "engine/formats/PictureNames.h"
#include "engine/formats/SampleIntake.h"

#include <algorithm>

namespace lw::formats {

using core::ProblemCode;
using simdjson::dom::element;

namespace {

constexpr qint64 kPollEvery = 256;
constexpr size_t kLongestObject = size_t(256) << 20;
/// Bytes that are read before their memory is given back.
constexpr size_t kForgetEvery = size_t(32) << 20;

QString qtText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// The id behind "image_id": without parsing the rest. Nullopt if it is not that simple.
std::optional<qint64> quickImageId(std::string_view object)
{
    constexpr std::string_view kKey = "\"image_id\"";
    const size_t at = object.find(kKey);
    if (at == std::string_view::npos || object.find(kKey, at + kKey.size()) != std::string_view::npos) {
        return std::nullopt;
    }
    size_t from = object.find_first_not_of(" \t\r\n:", at + kKey.size());
    if (from == std::string_view::npos) {
        return std::nullopt;
    }
    const size_t end = object.find_first_not_of("-0123456789", from);
    return end == from || end == std::string_view::npos || object[end] == '.' || object[end] == 'e' ||
                   object[end] == 'E'
               ? std::nullopt
               : cocoIdFromText(object.substr(from, end - from));
}

} // namespace

/// Where everything stands in one file.
struct CocoReader::Index {
    struct Image {
        size_t offset = 0;
        size_t end = 0;
    };
    struct Annotation {
        size_t offset = 0;
        qint64 image = 0; ///< id, then the number of the image
    };
    std::vector<Image> images;
    std::vector<std::pair<qint64, quint32>> ids; ///< image ids with their numbers, sorted
    std::vector<Annotation> annotations;         ///< sorted by image, then by place
    std::vector<size_t> firstOf;                 ///< of image i: annotations firstOf[i] to firstOf[i + 1] - 1
    CocoCategories categories;
    std::vector<qint64> categoryOrder;
    size_t categoriesAt = std::string_view::npos;
    size_t imagesAt = std::string_view::npos;
    bool isCancelled = false;
};

core::Result<ReadSummary> CocoReader::read(const QString& from, const ReadOptions& options, const SampleSink& sink,
                                           core::ProblemList& problems, const core::Control& control)
{
    m_options = &options;
    m_problems = &problems;
    m_control = &control;
    const auto files = findCocoFiles(from, options, problems, control);
    if (!files) {
        return core::failure(files.error());
    }
    for (const CocoFile& file : *files) {
        if (const core::Result<> done = readFile(file, sink); !done) {
            return core::failure(done.error());
        }
    }
    return m_summary;
}

void CocoReader::add(ProblemCode code, size_t offset, const QString& detail)
{
    m_problems->add(code, m_path, m_file->lineAt(offset), detail);
}

core::Result<> CocoReader::readFile(const CocoFile& file, const SampleSink& sink)
{
    MappedFile mapped;
    m_path = QString::fromStdString(file.path);
    if (const core::Result<> opened = mapped.open(m_path); !opened) {
        return opened;
    }
    m_file = &mapped;
    m_finder.emplace(file.folders, file.root);
    Index index;
    makeIndex(index);
    if (index.isCancelled) {
        return core::failure(core::ErrorCode::Cancelled);
    }
    declareLabels(index);
    sortAnnotations(index);
    mapped.forget();
    const bool isDone = readImages(file, index, sink);
    m_file = nullptr;
    return isDone ? core::Result<>() : core::failure(core::ErrorCode::Cancelled);
}

void CocoReader::makeIndex(Index& index)
{
    const std::string_view text = m_file->text();
    JsonScan scan(text);
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) {
        add(ProblemCode::EncodingInvalid, 0, QStringLiteral("UTF-16"));
        return;
    }
    const size_t start = scan.skipSpace(text.starts_with("\xef\xbb\xbf") ? 3 : 0);
    if (start >= text.size()) {
        add(ProblemCode::FileEmpty, 0, {});
        return;
    }
    if (text[start] != '{') {
        // Results are a list of annotations without pictures.
        add(text[start] == '[' ? ProblemCode::TypeUnknown : ProblemCode::JsonMalformed, 0,
            text[start] == '[' ? QStringLiteral("COCO results: a list without images")
                               : qtText(text.substr(start, 20)));
        return;
    }
    scan.eachMember(start, [&](std::string_view key, size_t at) {
        if (key == "images" && text[at] == '[') {
            index.imagesAt = at;
            return noteImages(index, scan, at);
        }
        if (key == "annotations" && text[at] == '[') {
            return noteAnnotations(index, scan, at);
        }
        const size_t end = scan.endOf(at);
        if (key == "categories" && end != JsonScan::npos) {
            index.categoriesAt = at;
            index.categories = readCocoCategories(text.substr(at, end - at), m_path, m_file->lineAt(at),
                                                  index.categoryOrder, *m_problems);
        }
        return end;
    });
    if (scan.brokenAt() != JsonScan::npos) {
        add(ProblemCode::JsonMalformed, scan.brokenAt(),
            QStringLiteral("at byte %1").arg(std::min(scan.brokenAt(), text.size())));
    }
    if (index.imagesAt == std::string_view::npos && !index.isCancelled) {
        add(ProblemCode::FieldMissing, start, QStringLiteral("images"));
    }
    if (index.categoriesAt == std::string_view::npos && !index.annotations.empty() && !index.isCancelled) {
        add(ProblemCode::FieldMissing, start, QStringLiteral("categories"));
    }
}

bool CocoReader::parse(size_t offset, size_t end, simdjson::dom::object& object)
{
    const std::string_view slice = m_file->text().substr(offset, end - offset);
    if (slice.size() > kLongestObject) {
        add(ProblemCode::FileTooLarge, offset, QStringLiteral("%1 MB").arg(kLongestObject >> 20));
        return false;
    }
    m_parsed += slice.size();
    if (m_parsed > kForgetEvery) {
        m_file->forget();
        m_parsed = 0;
    }
    // What lies behind the slice is the rest of the file, or the empty page after it.
    element root;
    const simdjson::error_code error = m_parser.parse(slice.data(), slice.size(), false).get(root);
    if (error == simdjson::SUCCESS && root.get(object) == simdjson::SUCCESS) {
        return true;
    }
    add(error == simdjson::UTF8_ERROR ? ProblemCode::EncodingInvalid : ProblemCode::JsonMalformed, offset,
        error == simdjson::SUCCESS ? qtText(slice.substr(0, 40)) : QString::fromLatin1(simdjson::error_message(error)));
    return false;
}

size_t CocoReader::noteImages(Index& index, JsonScan& scan, size_t at)
{
    return scan.eachElement(at, [&](size_t offset, size_t end) {
        if (index.images.size() % kPollEvery == 0 && m_control->isCancelled()) {
            index.isCancelled = true;
            return false;
        }
        simdjson::dom::object object;
        element id;
        if (!parse(offset, end, object)) {
            ++m_summary.skippedSamples;
            return true;
        }
        const std::optional<qint64> number =
            object["id"].get(id) == simdjson::SUCCESS ? cocoId(id) : std::optional<qint64>();
        if (!number) {
            add(ProblemCode::FieldMissing, offset, QStringLiteral("images: id"));
            ++m_summary.skippedSamples;
            return true;
        }
        index.ids.emplace_back(*number, quint32(index.images.size()));
        index.images.push_back({offset, end});
        return true;
    });
}

size_t CocoReader::noteAnnotations(Index& index, JsonScan& scan, size_t at)
{
    if (!needsAnnotations(*m_options)) {
        return scan.endOf(at);
    }
    const std::string_view text = m_file->text();
    return scan.eachElement(at, [&](size_t offset, size_t end) {
        if (index.annotations.size() % kPollEvery == 0 && m_control->isCancelled()) {
            index.isCancelled = true;
            return false;
        }
        m_parsed += end - offset;
        if (m_parsed > kForgetEvery) {
            m_file->forget();
            m_parsed = 0;
        }
        std::optional<qint64> image = quickImageId(text.substr(offset, end - offset));
        if (!image) {
            simdjson::dom::object object;
            element id;
            if (!parse(offset, end, object)) {
                ++m_summary.skippedAnnotations;
                return true;
            }
            image = object["image_id"].get(id) == simdjson::SUCCESS ? cocoId(id) : std::nullopt;
        }
        if (!image) {
            add(ProblemCode::FieldMissing, offset, QStringLiteral("image_id"));
            ++m_summary.skippedAnnotations;
            return true;
        }
        index.annotations.push_back({offset, *image});
        return true;
    });
}

void CocoReader::declareLabels(const Index& index)
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

void CocoReader::sortAnnotations(Index& index)
{
    std::sort(index.ids.begin(), index.ids.end());
    for (size_t i = 1; i < index.ids.size(); ++i) {
        if (index.ids[i].first == index.ids[i - 1].first) {
            // The first one keeps the annotations; which image they belong to cannot be told.
            add(ProblemCode::FileDuplicate, index.images[index.ids[i].second].offset,
                QStringLiteral("image id %1").arg(index.ids[i].first));
        }
    }
    std::erase_if(index.annotations, [&](Index::Annotation& annotation) {
        const auto found =
            std::lower_bound(index.ids.begin(), index.ids.end(), std::pair<qint64, quint32>(annotation.image, 0));
        if (found == index.ids.end() || found->first != annotation.image) {
            add(ProblemCode::AnnotationOrphan, annotation.offset, QStringLiteral("image_id=%1").arg(annotation.image));
            ++m_summary.skippedAnnotations;
            return true;
        }
        annotation.image = found->second;
        return false;
    });
    index.ids = {};
    const auto byImage = [](const Index::Annotation& a, const Index::Annotation& b) {
        return a.image != b.image ? a.image < b.image : a.offset < b.offset;
    };
    if (!std::is_sorted(index.annotations.begin(), index.annotations.end(), byImage)) {
        std::sort(index.annotations.begin(), index.annotations.end(), byImage);
    }
    index.firstOf.assign(index.images.size() + 1, 0);
    for (const Index::Annotation& annotation : index.annotations) {
        ++index.firstOf[size_t(annotation.image) + 1];
    }
    for (size_t i = 1; i < index.firstOf.size(); ++i) {
        index.firstOf[i] += index.firstOf[i - 1];
    }
}

bool CocoReader::readImages(const CocoFile& file, Index& index, const SampleSink& sink)
{
    CocoAnnotationReader reader(index.categories, *m_options);
    for (size_t i = 0; i < index.images.size(); ++i) {
        if (m_control->isCancelled()) {
            return false;
        }
        if (m_done++ % kPollEvery == 0) {
            m_control->report(qint64(i), qint64(index.images.size()));
        }
        const Index::Image& image = index.images[i];
        ImportedSample sample;
        simdjson::dom::object object;
        if (!parse(image.offset, image.end, object) || !readImage(object, image.offset, file, sample)) {
            ++m_summary.skippedSamples;
            m_summary.skippedAnnotations += qint64(index.firstOf[i + 1] - index.firstOf[i]);
            continue;
        }
        readAnnotations(index, i, reader, sample);
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

bool CocoReader::readImage(simdjson::dom::object object, size_t offset, const CocoFile& file, ImportedSample& sample)
{
    std::string_view name;
    JsonObject extra;
    domain::Sample& facts = sample.sample;
    facts.usage = file.usage;
    for (const simdjson::dom::key_value_pair& field : object) {
        if (field.key == "file_name") {
            name = textOf(field.value);
        } else if (field.key == "width" || field.key == "height") {
            const std::optional<double> number = numberOf(field.value);
            const bool isGood = number && *number >= 0 && *number < 1e9;
            (field.key == "width" ? facts.width : facts.height) = isGood ? int(*number) : 0;
        } else if (field.key == "id") {
            facts.externalId = qtText(textOf(field.value));
            if (facts.externalId.isEmpty()) {
                facts.externalId = QString::fromStdString(compactJson(field.value));
            }
        } else if (field.key == "hard") {
            facts.isHard = flagOf(field.value).value_or(false);
        } else if (field.key == "hard_coefficient") {
            facts.hardCoefficient = shareOf(field.value);
        } else if (field.key == "usage") {
            facts.usage = domain::usageFromName(qtText(textOf(field.value)));
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
        add(ProblemCode::FieldMissing, offset, QStringLiteral("file_name"));
        return false;
    }
    return findPicture(name, offset, sample);
}

bool CocoReader::findPicture(std::string_view name, size_t offset, ImportedSample& sample)
{
    io::FileFacts known;
    switch (m_finder->find(name, m_picture, known)) {
    case PictureFinder::Result::NotFound:
        add(ProblemCode::FileMissing, offset, qtText(m_picture).left(300));
        return false;
    case PictureFinder::Result::Outside:
        add(ProblemCode::PathOutside, offset, qtText(name).left(300));
        return false;
    case PictureFinder::Result::NotAPicture:
        add(ProblemCode::TypeMismatch, offset, qtText(name).left(80));
        return false;
    case PictureFinder::Result::Found:
        break;
    }
    if (m_seen.add(m_picture, 1) != 0) {
        add(ProblemCode::FileDuplicate, offset, qtText(name).left(300));
        return false;
    }
    sample.path = qtText(m_picture);
    sample.sample.name = qtText(fileNameOf(m_picture));
    const int width = sample.sample.width;
    const int height = sample.sample.height;
    if (!takePictureFacts(sample, m_picture.c_str(), m_options->probe, *m_problems, &known)) {
        return false;
    }
    const domain::Sample& facts = sample.sample;
    if (width > 0 && height > 0 && (width != facts.width || height != facts.height)) {
        m_problems->add(ProblemCode::SizeMismatch, sample.path, 0,
                        QStringLiteral("%1 x %2, %3 x %4").arg(width).arg(height).arg(facts.width).arg(facts.height));
    }
    return true;
}

void CocoReader::readAnnotations(const Index& index, size_t image, CocoAnnotationReader& reader, ImportedSample& sample)
{
    const JsonScan scan(m_file->text());
    const PictureSize size{sample.sample.width, sample.sample.height};
    sample.annotations.reserve(index.firstOf[image + 1] - index.firstOf[image]);
    std::vector<RowIssue> issues;
    for (size_t i = index.firstOf[image]; i < index.firstOf[image + 1]; ++i) {
        const size_t offset = index.annotations[i].offset;
        simdjson::dom::object object;
        NamedAnnotation named;
        issues.clear();
        const bool isTaken = parse(offset, scan.endOf(offset), object) && reader.read(object, size, named, issues);
        for (const RowIssue& issue : issues) {
            add(issue.code, offset, issue.detail);
        }
        if (!isTaken) {
            ++m_summary.skippedAnnotations;
            continue;
        }
        named.annotation.order = int(sample.annotations.size());
        sample.annotations.push_back(std::move(named));
    }
}

} // namespace lw::formats
