// SPDX-License-Identifier: GPL-3.0-or-later
//! Annotations of COCO files: labels, boxes, polygons, run lengths, joints.
#include "engine/formats/CocoAnnotation.h"

#include "engine/formats/CocoRle.h"
#include "engine/formats/CocoText.h"
#include "engine/formats/PixelRings.h"
#include "engine/formats/TextNumbers.h"

#include <algorithm>

namespace lw::formats {

using core::ProblemCode;
using domain::DatasetType;
using domain::ImagePoint;
using domain::Shape;
using domain::ShapeKind;
using simdjson::dom::element;

/// The members that mean something; the others are kept as they are.
struct CocoAnnotationReader::Fields {
    std::optional<element> id, category, bbox, segmentation, keypoints, score, attributes, crowd;
    std::optional<element> area, hard, hardCoefficient, difficult, truncated, occluded, pose, author, time;
    JsonObject extra;
};

namespace {

constexpr int kMostPoints = 10'000'000;

std::optional<std::vector<double>> numbersOf(element list)
{
    simdjson::dom::array values;
    if (list.get(values) != simdjson::SUCCESS || values.size() > kMostPoints) {
        return std::nullopt;
    }
    std::vector<double> numbers;
    numbers.reserve(values.size());
    for (const element value : values) {
        double number = 0;
        if (value.get(number) != simdjson::SUCCESS) {
            const std::optional<double> text = numberOf(value);
            if (!text) {
                return std::nullopt;
            }
            number = *text;
        }
        numbers.push_back(number);
    }
    return numbers;
}

bool isEmpty(const std::optional<element>& value)
{
    simdjson::dom::array list;
    return !value || value->is_null() || (value->get(list) == simdjson::SUCCESS && list.size() == 0);
}

RowIssue invalid(std::string_view name, element value)
{
    return {ProblemCode::FieldInvalid, fieldDetail(name, value)};
}

std::optional<RowIssue> boxOf(element value, Shape& shape)
{
    const auto n = numbersOf(value);
    if (!n || n->size() != 4) {
        return invalid("bbox", value);
    }
    shape = Shape::box({(*n)[0], (*n)[1]}, {(*n)[0] + (*n)[2], (*n)[1] + (*n)[3]});
    return std::nullopt;
}

/// True if every point of `inner` lies within `outer`.
bool isWithin(const Ring& inner, const Ring& outer)
{
    const Shape around = Shape::polygon(outer);
    return std::all_of(inner.begin(), inner.end(), [&](ImagePoint p) { return domain::containsPoint(around, p); });
}

/// Here the parts of an object add up, so one within another says nothing; with even-odd rings it would be a hole.
void removeCovered(std::vector<Ring>& rings)
{
    constexpr size_t kMostRings = 200; // more is a sieve of specks, none of them in another
    for (size_t i = 0; rings.size() <= kMostRings && i < rings.size();) {
        const bool isCovered = std::any_of(rings.begin(), rings.end(), [&](const Ring& outer) {
            return &outer != &rings[i] && isWithin(rings[i], outer);
        });
        if (isCovered) {
            rings.erase(rings.begin() + std::ptrdiff_t(i));
        } else {
            ++i;
        }
    }
}

std::optional<RowIssue> polygonOf(element value, Shape& shape)
{
    simdjson::dom::array list;
    if (value.get(list) != simdjson::SUCCESS) {
        return invalid("segmentation", value);
    }
    std::vector<Ring> rings;
    bool isFlat = list.size() > 0 && !list.at(0).is_array(); // some tools write one ring without the outer list
    size_t fewest = 0;
    const auto take = [&](element item) {
        const auto n = numbersOf(item);
        if (!n || n->size() % 2 != 0) {
            return false;
        }
        Ring ring;
        for (size_t i = 0; i + 1 < n->size(); i += 2) {
            ring.push_back({(*n)[i], (*n)[i + 1]});
        }
        if (ring.size() > 3 && ring.front() == ring.back()) {
            ring.pop_back();
        }
        if (ring.size() >= 3) {
            rings.push_back(std::move(ring));
        } else {
            fewest = ring.size();
        }
        return true;
    };
    if (isFlat) {
        if (!take(value)) {
            return invalid("segmentation", value);
        }
    } else {
        for (const element item : list) {
            if (!take(item)) {
                return invalid("segmentation", item);
            }
        }
    }
    if (rings.empty()) {
        return RowIssue{ProblemCode::ShapeTooFewPoints, QString::number(fewest)};
    }
    removeCovered(rings);
    shape = Shape::polygon(rings);
    return std::nullopt;
}

std::optional<RowIssue> maskOf(simdjson::dom::object rle, element whole, Shape& shape)
{
    element counts;
    int64_t height = 0, width = 0;
    const auto size = rle["size"];
    if (size.at(0).get(height) != simdjson::SUCCESS || size.at(1).get(width) != simdjson::SUCCESS ||
        rle["counts"].get(counts) != simdjson::SUCCESS || width <= 0 || height <= 0 || width > 1'000'000 ||
        height > 1'000'000) {
        return invalid("segmentation", whole);
    }
    std::optional<ColumnRuns> runs;
    std::string_view text;
    if (counts.get(text) == simdjson::SUCCESS) {
        runs = columnRunsFromText(text);
    } else if (const auto numbers = numbersOf(counts)) {
        runs.emplace();
        for (const double number : *numbers) {
            if (!(number >= 0 && number < 4e9)) {
                return invalid("counts", counts);
            }
            runs->push_back(quint32(number));
        }
    }
    std::optional<domain::Mask> mask = runs ? maskFromColumnRuns(*runs, int(width), int(height)) : std::nullopt;
    if (!mask) {
        return invalid("segmentation", whole);
    }
    if (mask->isEmpty()) {
        return RowIssue{ProblemCode::ShapeZeroSize, {}};
    }
    shape = Shape::fromMask(*std::move(mask));
    return std::nullopt;
}

/// Joints, or nothing if none is labelled.
std::optional<RowIssue> skeletonOf(element value, Shape& shape, bool& isFound)
{
    const auto n = numbersOf(value);
    if (!n || n->size() % 3 != 0) {
        return invalid("keypoints", value);
    }
    std::vector<ImagePoint> joints;
    std::vector<domain::JointVisibility> visibility;
    isFound = false;
    for (size_t i = 0; i < n->size(); i += 3) {
        const int seen = std::clamp(int((*n)[i + 2]), 0, 2);
        joints.push_back({(*n)[i], (*n)[i + 1]});
        visibility.push_back(domain::JointVisibility(seen));
        isFound = isFound || seen > 0;
    }
    if (isFound) {
        shape = Shape::skeleton(std::move(joints), std::move(visibility));
    }
    return std::nullopt;
}

bool holds(DatasetType type, ShapeKind kind)
{
    const auto kinds = domain::shapeKindsOf(type);
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

} // namespace

void CocoAnnotationReader::sort(simdjson::dom::object object, Fields& fields)
{
    using Place = std::optional<element> Fields::*;
    static const std::unordered_map<std::string_view, Place> kPlaces = {
        {"id", &Fields::id},
        {"category_id", &Fields::category},
        {"bbox", &Fields::bbox},
        {"segmentation", &Fields::segmentation},
        {"keypoints", &Fields::keypoints},
        {"score", &Fields::score},
        {"attributes", &Fields::attributes},
        {"iscrowd", &Fields::crowd},
        {"area", &Fields::area},
        {"hard", &Fields::hard},
        {"hard_coefficient", &Fields::hardCoefficient},
        {"difficult", &Fields::difficult},
        {"truncated", &Fields::truncated},
        {"occluded", &Fields::occluded},
        {"pose", &Fields::pose},
        {"annotated_by", &Fields::author},
        {"creation_time", &Fields::time},
    };
    for (const simdjson::dom::key_value_pair& field : object) {
        if (const auto place = kPlaces.find(field.key); place != kPlaces.end()) {
            fields.*(place->second) = field.value;
        } else if (simdjson::dom::object kept; field.key == kKeptMember && field.value.get(kept) == simdjson::SUCCESS) {
            for (const simdjson::dom::key_value_pair& member : kept) {
                fields.extra.addRaw(member.key, compactJson(member.value));
            }
        } else if (field.key != "image_id" && field.key != "num_keypoints") {
            fields.extra.addRaw(field.key, compactJson(field.value));
        }
    }
}

bool CocoAnnotationReader::read(simdjson::dom::object object, PictureSize picture, NamedAnnotation& named,
                                std::vector<RowIssue>& issues)
{
    Fields fields;
    sort(object, fields);
    const size_t before = issues.size();
    const bool isTaken = takeLabel(fields, named, issues) && takeShape(fields, picture, named.annotation.shape, issues);
    if (isTaken) {
        takeCommon(fields, named.annotation, issues);
        named.annotation.extra = fields.extra.take();
    }
    // The line is of no use where a whole file is one line.
    for (size_t i = before; i < issues.size(); ++i) {
        const QString id = fields.id ? QString::fromStdString(compactJson(*fields.id)).left(80) : QString();
        QString& detail = issues[i].detail;
        detail = detail.isEmpty() ? QStringLiteral("id %1").arg(id) : QStringLiteral("id %1: %2").arg(id, detail);
    }
    return isTaken;
}

bool CocoAnnotationReader::takeLabel(const Fields& fields, NamedAnnotation& named, std::vector<RowIssue>& issues)
{
    if (!fields.category) {
        issues.push_back({ProblemCode::FieldMissing, QStringLiteral("category_id")});
        return false;
    }
    const std::optional<qint64> id = cocoId(*fields.category);
    const auto found = id ? m_categories.find(*id) : m_categories.end();
    if (found == m_categories.end()) {
        issues.push_back(invalid("category_id", *fields.category));
        return false;
    }
    named.label = found->second.label.name;
    return found->second.isNameValid;
}

std::optional<RowIssue> CocoAnnotationReader::shapeOf(Fields& fields, Shape& shape) const
{
    if (m_options.type == DatasetType::ImageClassification) {
        if (isEmpty(fields.bbox) && isEmpty(fields.segmentation) && isEmpty(fields.keypoints)) {
            shape = Shape::wholeSample();
            return std::nullopt;
        }
        return RowIssue{ProblemCode::TypeMismatch, QStringLiteral("bbox")};
    }
    if (m_options.boxesOnly && !isEmpty(fields.bbox)) {
        return boxOf(*fields.bbox, shape);
    }
    if (!isEmpty(fields.keypoints)) {
        bool isFound = false;
        if (auto issue = skeletonOf(*fields.keypoints, shape, isFound)) {
            return issue;
        }
        if (isFound) {
            // One object has one shape; what else is said of it goes along and is written again.
            for (const auto& [name, value] : {std::pair("segmentation", fields.segmentation),
                                              std::pair("bbox", fields.bbox), std::pair("area", fields.area)}) {
                if (!isEmpty(value)) {
                    fields.extra.addRaw(name, compactJson(*value));
                }
            }
            return std::nullopt;
        }
    }
    if (!isEmpty(fields.segmentation)) {
        simdjson::dom::object rle;
        std::optional<RowIssue> issue = fields.segmentation->get(rle) == simdjson::SUCCESS
                                            ? maskOf(rle, *fields.segmentation, shape)
                                            : polygonOf(*fields.segmentation, shape);
        if (!issue && shape.kind == ShapeKind::Mask && !holds(m_options.type, ShapeKind::Mask)) {
            shape = Shape::polygon(ringsOfMask(shape.mask));
        }
        if (!issue || isEmpty(fields.bbox)) {
            return issue;
        }
        // A box is better than nothing; polygons of a point or two stand beside good boxes in real files.
        return issue->code == ProblemCode::ShapeTooFewPoints ? boxOf(*fields.bbox, shape) : issue;
    }
    if (!isEmpty(fields.bbox)) {
        return boxOf(*fields.bbox, shape);
    }
    return RowIssue{ProblemCode::FieldMissing, QStringLiteral("bbox")};
}

bool CocoAnnotationReader::takeShape(Fields& fields, PictureSize picture, Shape& shape, std::vector<RowIssue>& issues)
{
    if (auto issue = shapeOf(fields, shape)) {
        issues.push_back(*std::move(issue));
        return false;
    }
    const QRect whole(0, 0, picture.width, picture.height);
    if (shape.kind == ShapeKind::Mask && picture.isKnown() && !whole.contains(shape.mask.boundingRect())) {
        issues.push_back({ProblemCode::SizeMismatch, QStringLiteral("segmentation")});
        shape.mask = shape.mask.cropped(whole);
    }
    const ShapeVerdict verdict = checkShape(shape, picture);
    if (verdict.issue) {
        issues.push_back({verdict.issue->code, verdict.issue->detail});
    }
    return verdict.isAccepted;
}

void CocoAnnotationReader::takeAttributes(element list, domain::Annotation& annotation)
{
    simdjson::dom::object object;
    if (list.get(object) != simdjson::SUCCESS) {
        return;
    }
    for (const simdjson::dom::key_value_pair& field : object) {
        bool isSet = false;
        // Flags are booleans where other programs keep them among the attributes; our attributes are texts.
        if (field.value.get(isSet) == simdjson::SUCCESS) {
            if (field.key == "occluded") {
                annotation.isOccluded = isSet;
                continue;
            }
            if (field.key == "truncated") {
                annotation.isTruncated = isSet;
                continue;
            }
            if (field.key == "difficult") {
                annotation.isDifficult = isSet;
                continue;
            }
        }
        std::string_view text;
        const std::string other = field.value.get(text) == simdjson::SUCCESS ? std::string() : compactJson(field.value);
        annotation.attributes.insert(m_strings.get(field.key).text,
                                     m_strings.get(other.empty() ? text : std::string_view(other)).text);
    }
}

void CocoAnnotationReader::takeCommon(Fields& fields, domain::Annotation& annotation, std::vector<RowIssue>& issues)
{
    const auto takeShare = [&](const std::optional<element>& value, std::string_view name,
                               std::optional<double>& share) {
        if (value && !value->is_null()) {
            share = shareOf(*value);
            if (!share) {
                issues.push_back(invalid(name, *value));
            }
        }
    };
    const auto takeFlag = [&](const std::optional<element>& value, std::string_view name, bool& flag) {
        if (value && !value->is_null()) {
            const std::optional<bool> isSet = flagOf(*value);
            flag = isSet.value_or(flag);
            if (!isSet) {
                issues.push_back(invalid(name, *value));
            }
        }
    };
    if (fields.attributes) {
        takeAttributes(*fields.attributes, annotation);
    }
    takeShare(fields.score, "score", annotation.confidence);
    takeShare(fields.hardCoefficient, "hard_coefficient", annotation.hardCoefficient);
    takeFlag(fields.hard, "hard", annotation.isHard);
    takeFlag(fields.difficult, "difficult", annotation.isDifficult);
    takeFlag(fields.truncated, "truncated", annotation.isTruncated);
    takeFlag(fields.occluded, "occluded", annotation.isOccluded);
    if (fields.pose) {
        annotation.pose = m_strings.get(textOf(*fields.pose)).text;
    }
    if (fields.author) {
        annotation.author = m_strings.get(textOf(*fields.author)).text;
    }
    if (fields.time) {
        annotation.createdAt = parseTime(textOf(*fields.time)).value_or(0);
    }
    std::string crowd = fields.crowd ? compactJson(*fields.crowd) : std::string();
    if (!crowd.empty() && crowd != "0" && crowd != "false" && crowd != "null") {
        fields.extra.addRaw("iscrowd", crowd);
    }
}

} // namespace lw::formats
