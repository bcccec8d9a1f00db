// SPDX-License-Identifier: GPL-3.0-or-later
//! Annotations of COCO files: their members sorted, labels, flags.
#include "engine/formats/CocoAnnotation.h"

#include "engine/formats/CocoText.h"
#include "engine/formats/TextNumbers.h"
#include "models/domain/Rings.h"

#include <algorithm>

namespace lw::formats {

using core::ProblemCode;
using domain::DatasetType;
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

constexpr size_t kMostKnown = 64;

bool isEmpty(const std::optional<element>& value)
{
    simdjson::dom::array list;
    return !value || value->is_null() || (value->get(list) == simdjson::SUCCESS && list.size() == 0);
}

bool holds(DatasetType type, ShapeKind kind)
{
    const auto kinds = domain::shapeKindsOf(type);
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

} // namespace

CocoAnnotationReader::Place CocoAnnotationReader::placeOf(std::string_view key, size_t position)
{
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
    // The objects of a file mostly have the same members in the same order.
    if (position < m_known.size() && m_known[position].first == key) {
        return m_known[position].second;
    }
    const auto found = kPlaces.find(key);
    const Place place = found != kPlaces.end() ? found->second : nullptr;
    if (position < kMostKnown) {
        m_known.resize(std::max(m_known.size(), position + 1));
        m_known[position] = {std::string(key), place};
    }
    return place;
}

void CocoAnnotationReader::sort(simdjson::dom::object object, Fields& fields)
{
    size_t position = 0;
    for (const simdjson::dom::key_value_pair& field : object) {
        if (const Place place = placeOf(field.key, position++)) {
            fields.*place = field.value;
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
        issues.push_back(fieldInvalid("category_id", *fields.category));
        return false;
    }
    named.label = found->second.label.name;
    return found->second.isNameValid;
}

std::optional<RowIssue> CocoAnnotationReader::shapeOf(Fields& fields, Shape& shape)
{
    if (m_options.type == DatasetType::ImageClassification) {
        if (isEmpty(fields.bbox) && isEmpty(fields.segmentation) && isEmpty(fields.keypoints)) {
            shape = Shape::wholeSample();
            return std::nullopt;
        }
        return RowIssue{ProblemCode::TypeMismatch, QStringLiteral("bbox")};
    }
    if (m_options.boxesOnly && !isEmpty(fields.bbox)) {
        return m_shapes.box(*fields.bbox, shape);
    }
    if (!isEmpty(fields.keypoints)) {
        bool isFound = false;
        if (auto issue = m_shapes.skeleton(*fields.keypoints, shape, isFound)) {
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
                                            ? m_shapes.mask(rle, *fields.segmentation, shape)
                                            : m_shapes.polygon(*fields.segmentation, shape);
        if (!issue && shape.kind == ShapeKind::Mask && !holds(m_options.type, ShapeKind::Mask)) {
            shape = Shape::polygon(ringsOfMask(shape.mask));
        }
        if (!issue || isEmpty(fields.bbox)) {
            return issue;
        }
        // A box is better than nothing; polygons of a point or two stand beside good boxes in real files.
        return issue->code == ProblemCode::ShapeTooFewPoints ? m_shapes.box(*fields.bbox, shape) : issue;
    }
    if (!isEmpty(fields.bbox)) {
        return m_shapes.box(*fields.bbox, shape);
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
                issues.push_back(fieldInvalid(name, *value));
            }
        }
    };
    const auto takeFlag = [&](const std::optional<element>& value, std::string_view name, bool& flag) {
        if (value && !value->is_null()) {
            const std::optional<bool> isSet = flagOf(*value);
            flag = isSet.value_or(flag);
            if (!isSet) {
                issues.push_back(fieldInvalid(name, *value));
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
