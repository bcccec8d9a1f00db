// SPDX-License-Identifier: GPL-3.0-or-later
//! One walk over the file, then a sort.
#include "engine/formats/CocoIndex.h"

#include "engine/formats/SampleIntake.h"

#include <algorithm>

namespace lw::formats {

using core::ProblemCode;
using simdjson::dom::element;

namespace {

constexpr size_t kPollEvery = 256;

/// Where `"image_id"` stands, from `from` on. By its underscore: quotes are everywhere.
size_t findImageKey(std::string_view object, size_t from)
{
    constexpr std::string_view kKey = "\"image_id\"";
    constexpr size_t kMark = kKey.find('_');
    for (size_t at = object.find('_', from); at != std::string_view::npos; at = object.find('_', at + 1)) {
        if (at >= from + kMark && object.substr(at - kMark, kKey.size()) == kKey) {
            return at - kMark;
        }
    }
    return std::string_view::npos;
}

/// The id behind "image_id": without parsing the rest. Nullopt if it is not that simple.
std::optional<qint64> quickImageId(std::string_view object)
{
    constexpr size_t kKeyLength = 10;
    const size_t at = findImageKey(object, 0);
    if (at == std::string_view::npos || findImageKey(object, at + kKeyLength) != std::string_view::npos) {
        return std::nullopt;
    }
    const size_t from = object.find_first_not_of(" \t\r\n:", at + kKeyLength);
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

core::Result<CocoIndex> CocoIndexer::make()
{
    scanFile();
    if (m_isCancelled) {
        return core::failure(core::ErrorCode::Cancelled);
    }
    sortIds();
    sortAnnotations();
    m_source.forget();
    return std::move(m_index);
}

void CocoIndexer::scanFile()
{
    const std::string_view text = m_source.text();
    JsonScan scan(text);
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) {
        m_source.add(ProblemCode::EncodingInvalid, 0, QStringLiteral("UTF-16"));
        return;
    }
    const size_t start = scan.skipSpace(text.starts_with("\xef\xbb\xbf") ? 3 : 0);
    if (start >= text.size()) {
        m_source.add(ProblemCode::FileEmpty, 0, {});
        return;
    }
    if (text[start] != '{') {
        // Results are a list of annotations without pictures.
        m_source.add(text[start] == '[' ? ProblemCode::TypeUnknown : ProblemCode::JsonMalformed, 0,
                     text[start] == '[' ? QStringLiteral("COCO results: a list without images")
                                        : QString::fromUtf8(text.substr(start, 20)));
        return;
    }
    scan.eachMember(start, [&](std::string_view key, size_t at) {
        if (key == "images" && text[at] == '[') {
            m_hasImages = true;
            return noteImages(scan, at);
        }
        if (key == "annotations" && text[at] == '[') {
            return noteAnnotations(scan, at);
        }
        const size_t end = scan.endOf(at);
        if (key == "categories" && end != JsonScan::npos) {
            m_hasCategories = true;
            m_index.categories = readCocoCategories(m_source, at, end, m_index.categoryOrder);
        }
        return end;
    });
    if (scan.brokenAt() != JsonScan::npos) {
        m_source.add(ProblemCode::JsonMalformed, scan.brokenAt(),
                     QStringLiteral("at byte %1").arg(std::min(scan.brokenAt(), text.size())));
    }
    if (!m_hasImages && !m_isCancelled) {
        m_source.add(ProblemCode::FieldMissing, start, QStringLiteral("images"));
    }
    if (!m_hasCategories && !m_index.annotations.empty() && !m_isCancelled) {
        m_source.add(ProblemCode::FieldMissing, start, QStringLiteral("categories"));
    }
}

size_t CocoIndexer::noteImages(JsonScan& scan, size_t at)
{
    return scan.eachElement(at, [&](size_t offset, size_t end) {
        if (m_index.images.size() % kPollEvery == 0 && m_control.isCancelled()) {
            m_isCancelled = true;
            return false;
        }
        simdjson::dom::object object;
        element id;
        if (!m_source.parse(offset, end, object)) {
            ++m_summary.skippedSamples;
            return true;
        }
        const std::optional<qint64> number =
            object["id"].get(id) == simdjson::SUCCESS ? cocoId(id) : std::optional<qint64>();
        if (!number) {
            m_source.add(ProblemCode::FieldMissing, offset, QStringLiteral("images: id"));
            ++m_summary.skippedSamples;
            return true;
        }
        m_ids.emplace_back(*number, quint32(m_index.images.size()));
        m_index.images.emplace_back(offset, end);
        return true;
    });
}

std::optional<qint64> CocoIndexer::imageOf(size_t offset, size_t end, bool& isBroken)
{
    const std::optional<qint64> quick = quickImageId(m_source.text().substr(offset, end - offset));
    if (quick) {
        return quick;
    }
    simdjson::dom::object object;
    element id;
    isBroken = !m_source.parse(offset, end, object);
    return !isBroken && object["image_id"].get(id) == simdjson::SUCCESS ? cocoId(id) : std::nullopt;
}

size_t CocoIndexer::noteAnnotations(JsonScan& scan, size_t at)
{
    if (!needsAnnotations(m_options)) {
        return scan.endOf(at);
    }
    return scan.eachElement(at, [&](size_t offset, size_t end) {
        if (m_index.annotations.size() % kPollEvery == 0 && m_control.isCancelled()) {
            m_isCancelled = true;
            return false;
        }
        m_source.hasRead(end - offset);
        bool isBroken = false;
        if (const std::optional<qint64> image = imageOf(offset, end, isBroken)) {
            m_index.annotations.push_back({{offset, end}, *image});
            return true;
        }
        if (!isBroken) {
            m_source.add(ProblemCode::FieldMissing, offset, QStringLiteral("image_id"));
        }
        ++m_summary.skippedAnnotations;
        return true;
    });
}

void CocoIndexer::sortIds()
{
    std::sort(m_ids.begin(), m_ids.end());
    for (size_t i = 1; i < m_ids.size(); ++i) {
        if (m_ids[i].first == m_ids[i - 1].first) {
            // The first one keeps the annotations; which image they belong to cannot be told.
            m_source.add(ProblemCode::FileDuplicate, m_index.images[m_ids[i].second].offset(),
                         QStringLiteral("image id %1").arg(m_ids[i].first));
        }
    }
}

void CocoIndexer::sortAnnotations()
{
    auto last = m_ids.cend(); // annotations of one image mostly stand together
    std::erase_if(m_index.annotations, [&](CocoIndex::Annotation& annotation) {
        if (last == m_ids.cend() || last->first != annotation.image) {
            last = std::lower_bound(m_ids.cbegin(), m_ids.cend(), std::pair<qint64, quint32>(annotation.image, 0));
        }
        if (last == m_ids.cend() || last->first != annotation.image) {
            m_source.add(ProblemCode::AnnotationOrphan, annotation.place.offset(),
                         QStringLiteral("image_id=%1").arg(annotation.image));
            ++m_summary.skippedAnnotations;
            return true;
        }
        annotation.image = last->second;
        return false;
    });
    m_ids = {};
    const auto byImage = [](const CocoIndex::Annotation& a, const CocoIndex::Annotation& b) {
        return a.image != b.image ? a.image < b.image : a.place.offset() < b.place.offset();
    };
    if (!std::is_sorted(m_index.annotations.begin(), m_index.annotations.end(), byImage)) {
        std::sort(m_index.annotations.begin(), m_index.annotations.end(), byImage);
    }
    std::vector<size_t>& firstOf = m_index.firstOf;
    firstOf.assign(m_index.images.size() + 1, 0);
    for (const CocoIndex::Annotation& annotation : m_index.annotations) {
        ++firstOf[size_t(annotation.image) + 1];
    }
    for (size_t i = 1; i < firstOf.size(); ++i) {
        firstOf[i] += firstOf[i - 1];
    }
}

} // namespace lw::formats
