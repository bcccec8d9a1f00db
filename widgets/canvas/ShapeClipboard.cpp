// SPDX-License-Identifier: GPL-3.0-or-later
//! Writing and careful reading of clipboard JSON: other programs can put anything there.
#include "widgets/canvas/ShapeClipboard.h"

#include "models/domain/ShapeBytes.h"
#include "models/domain/Skeletons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>

#include <utility>

namespace lw::canvas {

namespace {

constexpr qsizetype kLargestClip = 64 * 1024 * 1024; // bytes

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

QJsonObject toObject(const domain::Annotation& a, const domain::Label& label)
{
    QJsonArray points;
    for (const domain::ImagePoint& p : a.shape.points) {
        points.append(QJsonArray{p.x, p.y});
    }
    QJsonObject attributes;
    for (auto it = a.attributes.begin(); it != a.attributes.end(); ++it) {
        attributes.insert(it.key(), it.value());
    }
    return {{key("label"), label.name},
            {key("skeleton"), domain::skeletonToJson(label.skeleton)},
            {key("figure"), QString::fromLatin1(domain::toBytes(a.shape).toBase64())},
            {key("colour"), QColor::fromRgb(label.colour).name()},
            {key("shape"), domain::shapeName(a.shape.kind)},
            {key("points"), points},
            {key("radius"), a.shape.radius},
            {key("difficult"), a.isDifficult},
            {key("truncated"), a.isTruncated},
            {key("occluded"), a.isOccluded},
            {key("hard"), a.isHard},
            {key("pose"), a.pose},
            {key("attributes"), attributes}};
}

std::optional<ClippedShape> fromObject(const QJsonObject& object)
{
    ClippedShape clipped;
    domain::Annotation& a = clipped.annotation;
    const auto kind = domain::shapeFromName(object.value(key("shape")).toString());
    clipped.labelName = object.value(key("label")).toString();
    if (!kind || !domain::isValidLabelName(clipped.labelName)) {
        return std::nullopt;
    }
    a.shape.kind = *kind;
    a.shape.radius = object.value(key("radius")).toDouble();
    for (const QJsonValue& value : object.value(key("points")).toArray()) {
        a.shape.points.push_back({value.toArray().at(0).toDouble(), value.toArray().at(1).toDouble()});
    }
    // Rings, joints and pixels of those kinds that have more than points.
    const QByteArray figure = QByteArray::fromBase64(object.value(key("figure")).toString().toLatin1());
    if (!figure.isEmpty()) {
        a.shape = domain::shapeFromBytes(figure.constData(), figure.size());
    }
    if (!a.shape.isValid()) {
        return std::nullopt;
    }
    clipped.labelSkeleton = domain::skeletonFromJson(object.value(key("skeleton")).toString());
    if (!domain::isValid(clipped.labelSkeleton)) {
        clipped.labelSkeleton = {};
    }
    clipped.labelColour = QColor(object.value(key("colour")).toString()).rgb();
    a.isDifficult = object.value(key("difficult")).toBool();
    a.isTruncated = object.value(key("truncated")).toBool();
    a.isOccluded = object.value(key("occluded")).toBool();
    a.isHard = object.value(key("hard")).toBool();
    a.pose = object.value(key("pose")).toString();
    const QJsonObject attributes = object.value(key("attributes")).toObject();
    for (auto it = attributes.begin(); it != attributes.end(); ++it) {
        a.attributes.insert(it.key(), it.value().toString());
    }
    return clipped;
}

} // namespace

QByteArray toClipboardJson(const std::vector<domain::Annotation>& annotations, const document::LabelSet& labels)
{
    QJsonArray shapes;
    for (const domain::Annotation& annotation : annotations) {
        if (const domain::Label* label = labels.find(annotation.labelId)) {
            shapes.append(toObject(annotation, *label));
        }
    }
    return QJsonDocument(QJsonObject{{key("shapes"), shapes}}).toJson(QJsonDocument::Compact);
}

std::vector<ClippedShape> fromClipboardJson(const QByteArray& json)
{
    std::vector<ClippedShape> shapes;
    if (json.size() > kLargestClip) {
        return shapes;
    }
    for (const QJsonValue& value : QJsonDocument::fromJson(json).object().value(key("shapes")).toArray()) {
        if (auto shape = fromObject(value.toObject())) {
            shapes.push_back(std::move(*shape));
        }
    }
    return shapes;
}

void copyShapes(const std::vector<domain::Annotation>& annotations, const document::LabelSet& labels)
{
    auto* data = new QMimeData;
    data->setData(key(kShapesMimeType), toClipboardJson(annotations, labels));
    QGuiApplication::clipboard()->setMimeData(data);
}

std::vector<ClippedShape> clippedShapes()
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    return data ? fromClipboardJson(data->data(key(kShapesMimeType))) : std::vector<ClippedShape>();
}

bool hasClippedShapes()
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    return data && data->hasFormat(key(kShapesMimeType));
}

} // namespace lw::canvas
