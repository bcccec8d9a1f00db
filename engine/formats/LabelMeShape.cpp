// SPDX-License-Identifier: GPL-3.0-or-later
//! LabelMe shapes to figures and back.
#include "engine/formats/LabelMeShape.h"

#include "engine/formats/JsonText.h"
#include "engine/formats/ManifestRow.h"
#include "engine/formats/MaskPixels.h"
#include "engine/formats/TextNumbers.h"
#include "models/domain/Rings.h"

#include <algorithm>
#include <cmath>

namespace lw::formats {

using core::ProblemCode;
using domain::ImagePoint;
using domain::Shape;
using domain::ShapeKind;
using simdjson::dom::element;

namespace {

using ShapeOrIssue = tl::expected<Shape, ShapeIssue>;

QString qtText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

tl::unexpected<ShapeIssue> refuse(ProblemCode code, const QString& detail)
{
    return tl::unexpected(ShapeIssue{code, detail});
}

std::optional<std::vector<ImagePoint>> pointsOf(element value)
{
    std::vector<ImagePoint> points;
    simdjson::dom::array list;
    if (value.get(list) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    for (const element item : list) {
        element x, y;
        simdjson::dom::array pair;
        if (item.get(pair) != simdjson::SUCCESS || pair.size() != 2 || pair.at(0).get(x) != simdjson::SUCCESS ||
            pair.at(1).get(y) != simdjson::SUCCESS) {
            return std::nullopt;
        }
        const std::optional<double> px = numberOf(x), py = numberOf(y);
        if (!px || !py) {
            return std::nullopt;
        }
        points.push_back({*px, *py});
    }
    return points;
}

/// A mask picture of the size of the points' box, its pixels inside are those that are not 0.
ShapeOrIssue maskOf(const std::vector<ImagePoint>& points, std::string_view base64)
{
    const QByteArray text = QByteArray::fromRawData(base64.data(), qsizetype(base64.size()));
    const QImage picture = QImage::fromData(QByteArray::fromBase64(text), "PNG").convertToFormat(QImage::Format_RGB32);
    if (picture.isNull()) {
        return refuse(ProblemCode::FieldInvalid, QStringLiteral("mask"));
    }
    std::vector<uchar> pixels;
    pixels.reserve(size_t(picture.width()) * size_t(picture.height()));
    for (int y = 0; y < picture.height(); ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        std::transform(row, row + picture.width(), std::back_inserter(pixels),
                       [](QRgb pixel) { return uchar((pixel & 0xffffff) != 0 ? 1 : 0); });
    }
    // Half pixels are cut off, as the tool does when it takes its mask apart.
    const int x = int(std::min(points[0].x, points[1].x));
    const int y = int(std::min(points[0].y, points[1].y));
    return Shape::fromMask(
        domain::Mask::fromPixels(pixels.data(), picture.width(), {x, y, picture.width(), picture.height()}));
}

ShapeOrIssue shapeOf(std::string_view type, std::vector<ImagePoint> points, std::string_view mask)
{
    const auto needs = [&points](size_t count) { return points.size() == count; };
    const auto wrongCount = [&points] {
        return refuse(ProblemCode::ShapeTooFewPoints, QString::number(points.size()));
    };
    if (type == "polygon" || type.empty()) {
        return Shape::polygon(std::move(points));
    }
    if (type == "linestrip") {
        return points.size() >= 2 ? ShapeOrIssue(Shape::polyline(std::move(points))) : wrongCount();
    }
    if (type == "point") {
        return needs(1) ? ShapeOrIssue(Shape::point(points[0])) : wrongCount();
    }
    if (type == "rectangle" && needs(4)) {
        // X-AnyLabeling states four corners.
        const auto [left, right] = std::minmax({points[0].x, points[1].x, points[2].x, points[3].x});
        const auto [top, bottom] = std::minmax({points[0].y, points[1].y, points[2].y, points[3].y});
        return Shape::box({left, top}, {right, bottom});
    }
    if (type == "rotation") {
        return needs(4) ? ShapeOrIssue(Shape{ShapeKind::RotatedBox, std::move(points), 0}) : wrongCount();
    }
    const bool isKnown = type == "rectangle" || type == "circle" || type == "line" || type == "mask";
    if (!isKnown) {
        return refuse(ProblemCode::TypeUnknown, qtText(type).left(80));
    }
    if (!needs(2)) {
        return wrongCount();
    }
    if (type == "rectangle") {
        return Shape::box(points[0], points[1]);
    }
    if (type == "circle") {
        return Shape::circle(points[0], std::hypot(points[1].x - points[0].x, points[1].y - points[0].y));
    }
    return type == "line" ? ShapeOrIssue(Shape::line(points[0], points[1])) : maskOf(points, mask);
}

/// The marks among a shape's flags go to their places; the rest is kept.
void takeFlags(element value, domain::Annotation& annotation, JsonObject& extra)
{
    simdjson::dom::object flags;
    JsonObject kept;
    if (value.get(flags) != simdjson::SUCCESS) {
        return;
    }
    for (const simdjson::dom::key_value_pair& flag : flags) {
        const bool isSet = flagOf(flag.value).value_or(false);
        if (flag.key == "difficult") {
            annotation.isDifficult = isSet;
        } else if (flag.key == "truncated") {
            annotation.isTruncated = isSet;
        } else if (flag.key == "occluded") {
            annotation.isOccluded = isSet;
        } else {
            kept.addRaw(flag.key, compactJson(flag.value));
        }
    }
    if (!kept.isEmpty()) {
        const QByteArray json = kept.take();
        extra.addRaw("flags", std::string_view(json.constData(), size_t(json.size())));
    }
}

void takeAttributes(element value, domain::Annotation& annotation)
{
    simdjson::dom::object attributes;
    if (value.get(attributes) != simdjson::SUCCESS) {
        return;
    }
    for (const simdjson::dom::key_value_pair& field : attributes) {
        annotation.attributes.insert(qtText(field.key), field.value.is_string()
                                                            ? qtText(textOf(field.value))
                                                            : QString::fromStdString(compactJson(field.value)));
    }
}

/// Fields besides label, type, points and mask. False for those that are nothing to this program.
bool takeField(std::string_view key, element value, domain::Annotation& annotation, JsonObject& extra,
               std::vector<ShapeIssue>& notes)
{
    const auto note = [&](bool isGood) {
        if (!isGood) {
            notes.push_back({ProblemCode::FieldInvalid, fieldDetail(key, value)});
        }
        return true;
    };
    if (key == "flags") {
        takeFlags(value, annotation, extra);
    } else if (key == "attributes" && value.is_object()) {
        takeAttributes(value, annotation);
    } else if (key == "difficult") {
        annotation.isDifficult = flagOf(value).value_or(false);
    } else if (key == "score" || key == "confidence") {
        annotation.confidence = shareOf(value);
        return note(annotation.confidence || value.is_null());
    } else if (key == "hard") {
        annotation.isHard = flagOf(value).value_or(false);
    } else if (key == "hard-coefficient") {
        annotation.hardCoefficient = shareOf(value);
        return note(annotation.hardCoefficient.has_value());
    } else if (key == "pose") {
        annotation.pose = qtText(textOf(value));
    } else if (key == "annotated-by") {
        annotation.author = qtText(textOf(value));
    } else if (key == "creation-time") {
        const std::optional<qint64> time = parseTime(textOf(value));
        annotation.createdAt = time.value_or(0);
        return note(time.has_value());
    } else {
        const bool isNothing = value.is_null() || (key == "description" && textOf(value).empty());
        if (!isNothing) {
            extra.addRaw(key, compactJson(value));
        }
    }
    return true;
}

/// True if no two rings share a pixel.
bool areApart(const std::vector<std::vector<ImagePoint>>& rings)
{
    qint64 sum = 0;
    for (const std::vector<ImagePoint>& ring : rings) {
        sum += domain::maskOfRings({ring}).area();
    }
    return domain::maskOfRings(rings).area() == sum;
}

void appendPoints(QByteArray& out, std::span<const ImagePoint> points)
{
    out.append('[');
    for (const ImagePoint& point : points) {
        out.append(&point == points.data() ? "[" : ",[");
        appendNumber(out, point.x);
        out.append(',');
        appendNumber(out, point.y);
        out.append(']');
    }
    out.append(']');
}

const char* typeName(ShapeKind kind)
{
    switch (kind) {
    case ShapeKind::BoundingBox:
        return "rectangle";
    case ShapeKind::Circle:
        return "circle";
    case ShapeKind::Line:
    case ShapeKind::DashedLine:
        return "line";
    case ShapeKind::Polyline:
        return "linestrip";
    case ShapeKind::Point:
        return "point";
    case ShapeKind::Mask:
        return "mask";
    default:
        return "polygon";
    }
}

void appendFlags(QByteArray& out, const domain::Annotation& annotation, const QByteArray& kept)
{
    JsonObject flags;
    for (const auto& [name, isSet] :
         {std::pair("difficult", annotation.isDifficult), std::pair("truncated", annotation.isTruncated),
          std::pair("occluded", annotation.isOccluded)}) {
        if (isSet) {
            flags.addRaw(name, "true");
        }
    }
    flags.addAll(kept);
    out.append(",\"flags\":").append(flags.isEmpty() ? QByteArray("{}") : flags.take());
}

/// Fields that the tool does not know; it keeps them.
void appendOwnFields(QByteArray& out, const domain::Annotation& annotation, bool withHard)
{
    JsonObject attributes;
    for (auto it = annotation.attributes.begin(); it != annotation.attributes.end(); ++it) {
        appendJsonString(attributes.member(it.key().toStdString()), it.value());
    }
    if (!attributes.isEmpty()) {
        out.append(",\"attributes\":").append(attributes.take());
    }
    const auto number = [&out](const char* key, const std::optional<double>& value) {
        if (value) {
            appendNumber(out.append(",\"").append(key).append("\":"), *value);
        }
    };
    const auto text = [&out](const char* key, const QString& value) {
        if (!value.isEmpty()) {
            appendJsonString(out.append(",\"").append(key).append("\":"), value);
        }
    };
    number("score", annotation.confidence);
    if (withHard && annotation.isHard) {
        out.append(",\"hard\":true");
    }
    number("hard-coefficient", withHard ? annotation.hardCoefficient : std::nullopt);
    text("pose", annotation.pose);
    text("annotated-by", annotation.author);
    if (annotation.createdAt != 0) {
        out.append(",\"creation-time\":\"");
        appendTime(out, annotation.createdAt, true);
        out.append('"');
    }
}

QByteArray maskPng(const domain::Mask& mask)
{
    QImage picture(mask.width, mask.height, QImage::Format_Grayscale8);
    picture.fill(0);
    mask.drawOn(picture.bits(), picture.bytesPerLine(), mask.boundingRect());
    return toPng(picture).toBase64();
}

} // namespace

tl::expected<LabelMeShape, ShapeIssue> readLabelMeShape(simdjson::dom::object object)
{
    LabelMeShape read;
    NamedAnnotation named;
    JsonObject extra;
    std::string_view type, mask;
    std::optional<std::vector<ImagePoint>> points;
    for (const simdjson::dom::key_value_pair& field : object) {
        if (field.key == "label") {
            named.label = qtText(trimmed(textOf(field.value)));
        } else if (field.key == "shape_type") {
            type = textOf(field.value);
        } else if (field.key == "points") {
            points = pointsOf(field.value);
        } else if (field.key == "mask") {
            mask = textOf(field.value);
        } else {
            takeField(field.key, field.value, named.annotation, extra, read.notes);
        }
    }
    if (!points) {
        return refuse(ProblemCode::FieldInvalid, QStringLiteral("points"));
    }
    named.annotation.extra = extra.take();
    std::vector<ShapeOrIssue> shapes;
    if (type == "points") {
        for (const ImagePoint& point : *points) {
            shapes.emplace_back(Shape::point(point));
        }
    } else {
        shapes.push_back(shapeOf(type, *std::move(points), mask));
    }
    for (ShapeOrIssue& shape : shapes) {
        if (!shape) {
            return tl::unexpected(shape.error());
        }
        read.annotations.push_back(named);
        read.annotations.back().annotation.shape = *std::move(shape);
    }
    return read;
}

int groupOf(const domain::Annotation& annotation)
{
    int group = -1;
    forEachMember(annotation.extra, [&group](std::string_view key, element value) {
        const std::optional<double> number = key == "group_id" ? numberOf(value) : std::nullopt;
        group = number && *number >= 0 && *number <= 1e9 ? int(*number) : group;
    });
    return group;
}

void joinGroups(std::vector<NamedAnnotation>& annotations)
{
    for (size_t i = 0; i < annotations.size(); ++i) {
        const int group = groupOf(annotations[i].annotation);
        if (group < 0 || annotations[i].annotation.shape.kind != ShapeKind::Polygon) {
            continue;
        }
        std::vector<std::vector<ImagePoint>> rings{annotations[i].annotation.shape.points};
        std::vector<size_t> others;
        for (size_t j = i + 1; j < annotations.size(); ++j) {
            const domain::Annotation& other = annotations[j].annotation;
            if (other.shape.kind == ShapeKind::Polygon && annotations[j].label == annotations[i].label &&
                groupOf(other) == group) {
                rings.push_back(other.shape.points);
                others.push_back(j);
            }
        }
        if (others.empty() || !areApart(rings)) {
            continue;
        }
        annotations[i].annotation.shape = Shape::polygon(rings);
        for (auto j = others.rbegin(); j != others.rend(); ++j) {
            annotations.erase(annotations.begin() + ptrdiff_t(*j));
        }
    }
    for (size_t i = 0; i < annotations.size(); ++i) {
        annotations[i].annotation.order = int(i);
    }
}

void appendLabelMeShape(QByteArray& out, const NamedAnnotation& named, bool withHard, int& freeGroup)
{
    const domain::Annotation& annotation = named.annotation;
    const Shape& shape = annotation.shape;
    int group = groupOf(annotation);
    if (shape.ringCount() > 1 && group < 0) {
        group = freeGroup++;
    }
    QByteArray flags, description;
    JsonObject others;
    forEachMember(annotation.extra, [&](std::string_view key, element value) {
        const QByteArray json = QByteArray::fromStdString(compactJson(value));
        if (key == "flags") {
            flags = json;
        } else if (key == "description") {
            description = json;
        } else if (key != "group_id") {
            others.addRaw(key, std::string_view(json.constData(), size_t(json.size())));
        }
    });
    const QByteArray rest = others.take();
    const domain::Mask& mask = shape.mask;
    for (int ring = 0; ring < std::max(1, shape.ringCount()); ++ring) {
        out.append(out.endsWith('[') ? "\n{\"label\":" : ",\n{\"label\":");
        appendJsonString(out, named.label);
        out.append(",\"points\":");
        if (shape.kind == ShapeKind::Mask) {
            const ImagePoint corners[] = {{double(mask.x), double(mask.y)},
                                          {mask.x + mask.width - 1.0, mask.y + mask.height - 1.0}};
            appendPoints(out, corners);
        } else if (shape.kind == ShapeKind::Circle) {
            const ImagePoint ends[] = {shape.points[0], {shape.points[0].x + shape.radius, shape.points[0].y}};
            appendPoints(out, ends);
        } else {
            appendPoints(out, shape.ring(ring));
        }
        out.append(",\"group_id\":").append(group < 0 ? QByteArray("null") : QByteArray::number(group));
        out.append(",\"description\":").append(description.isEmpty() ? QByteArray("\"\"") : description);
        out.append(",\"shape_type\":\"").append(typeName(shape.kind)).append('"');
        appendFlags(out, annotation, flags);
        out.append(",\"mask\":");
        out.append(shape.kind == ShapeKind::Mask ? QByteArray('"' + maskPng(mask) + '"') : QByteArray("null"));
        appendOwnFields(out, annotation, withHard);
        if (rest.size() > 2) {
            out.append(',').append(rest.constData() + 1, rest.size() - 2);
        }
        out.append('}');
    }
}

} // namespace lw::formats
