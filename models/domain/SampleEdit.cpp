// SPDX-License-Identifier: GPL-3.0-or-later
//! Inversion and byte form of edits.
#include "models/domain/SampleEdit.h"

#include "models/domain/ShapeBytes.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace lw::domain {

namespace {

// Keys of the CBOR maps; append only.
enum Key : int {
    kId = 1, kLabel, kShapeKind, kPoints, kRadius, kOrder, kFlags, kHardCoefficient, kConfidence, kPose, kAttributes,
    kAuthor, kCreated, kExtra, kShape,
};
enum EditKey : int { kEditKind = 1, kChanges, kHardBefore, kHardAfter, kStateBefore, kStateAfter };

QCborValue toCbor(const Annotation& a)
{
    QCborMap map;
    map.insert(kId, a.id.value);
    map.insert(kLabel, a.labelId.value);
    map.insert(kShape, toBytes(a.shape));
    map.insert(kOrder, a.order);
    map.insert(kFlags, (a.isDifficult ? 1 : 0) | (a.isTruncated ? 2 : 0) | (a.isOccluded ? 4 : 0) | (a.isHard ? 8 : 0));
    if (a.hardCoefficient) {
        map.insert(kHardCoefficient, *a.hardCoefficient);
    }
    if (a.confidence) {
        map.insert(kConfidence, *a.confidence);
    }
    if (!a.pose.isEmpty()) {
        map.insert(kPose, a.pose);
    }
    if (!a.attributes.isEmpty()) {
        QCborMap attributes;
        for (auto it = a.attributes.begin(); it != a.attributes.end(); ++it) {
            attributes.insert(it.key(), it.value());
        }
        map.insert(kAttributes, attributes);
    }
    map.insert(kAuthor, a.author);
    map.insert(kCreated, a.createdAt);
    if (!a.extra.isEmpty()) {
        map.insert(kExtra, a.extra);
    }
    return map;
}

std::optional<double> optionalDouble(const QCborMap& map, int key)
{
    return map.contains(key) ? std::optional(map.value(key).toDouble()) : std::nullopt;
}

Shape shapeOf(const QByteArray& bytes)
{
    return shapeFromBytes(bytes.constData(), bytes.size());
}

/// Steps of projects of revision 1 have the points as an array.
Shape olderShape(const QCborMap& map)
{
    Shape shape;
    const qint64 kind = map.value(kShapeKind).toInteger();
    shape.kind = kind >= 0 && kind <= qint64(ShapeKind::Point) ? static_cast<ShapeKind>(kind) : ShapeKind::Point;
    const QCborArray points = map.value(kPoints).toArray();
    for (qsizetype i = 0; i + 1 < points.size(); i += 2) {
        shape.points.push_back({points.at(i).toDouble(), points.at(i + 1).toDouble()});
    }
    shape.radius = map.value(kRadius).toDouble();
    return shape;
}

Annotation annotationFromCbor(const QCborMap& map)
{
    Annotation a;
    a.id = AnnotationId(map.value(kId).toInteger());
    a.labelId = LabelId(map.value(kLabel).toInteger());
    a.shape = map.contains(kShape) ? shapeOf(map.value(kShape).toByteArray()) : olderShape(map);
    a.order = int(map.value(kOrder).toInteger());
    const qint64 flags = map.value(kFlags).toInteger();
    a.isDifficult = flags & 1;
    a.isTruncated = flags & 2;
    a.isOccluded = flags & 4;
    a.isHard = flags & 8;
    a.hardCoefficient = optionalDouble(map, kHardCoefficient);
    a.confidence = optionalDouble(map, kConfidence);
    a.pose = map.value(kPose).toString();
    const QCborMap attributes = map.value(kAttributes).toMap();
    for (auto it = attributes.begin(); it != attributes.end(); ++it) {
        a.attributes.insert(it.key().toString(), it.value().toString());
    }
    a.author = map.value(kAuthor).toString();
    a.createdAt = map.value(kCreated).toInteger();
    a.extra = map.value(kExtra).toByteArray();
    return a;
}

QCborValue toCbor(const HardMark& mark)
{
    return mark.coefficient ? QCborArray{mark.isHard, *mark.coefficient} : QCborArray{mark.isHard};
}

std::optional<HardMark> hardMarkFromCbor(const QCborMap& map, int key)
{
    if (!map.contains(key)) {
        return std::nullopt;
    }
    const QCborArray array = map.value(key).toArray();
    return HardMark{array.at(0).toBool(),
                    array.size() > 1 ? std::optional(array.at(1).toDouble()) : std::nullopt};
}

std::optional<SampleState> stateFromCbor(const QCborMap& map, int key)
{
    const qint64 state = map.value(key).toInteger(-1);
    const bool isKnown = state >= 0 && state <= qint64(SampleState::ToConfirm);
    return isKnown ? std::optional(static_cast<SampleState>(state)) : std::nullopt;
}

} // namespace

bool SampleEdit::isEmpty() const
{
    for (const AnnotationChange& change : changes) {
        if (change.before != change.after) {
            return false;
        }
    }
    return hardBefore == hardAfter && stateBefore == stateAfter;
}

SampleEdit SampleEdit::inverted() const
{
    SampleEdit result{kind, {}, hardAfter, hardBefore, stateAfter, stateBefore};
    result.changes.reserve(changes.size());
    for (auto it = changes.rbegin(); it != changes.rend(); ++it) {
        result.changes.push_back({it->after, it->before});
    }
    return result;
}

QByteArray toBytes(const SampleEdit& edit)
{
    QCborArray changes;
    for (const AnnotationChange& change : edit.changes) {
        changes.append(QCborArray{change.before ? toCbor(*change.before) : QCborValue(nullptr),
                                  change.after ? toCbor(*change.after) : QCborValue(nullptr)});
    }
    QCborMap map;
    map.insert(kEditKind, static_cast<int>(edit.kind));
    map.insert(kChanges, changes);
    if (edit.hardBefore && edit.hardAfter) {
        map.insert(kHardBefore, toCbor(*edit.hardBefore));
        map.insert(kHardAfter, toCbor(*edit.hardAfter));
    }
    if (edit.stateBefore && edit.stateAfter) {
        map.insert(kStateBefore, static_cast<int>(*edit.stateBefore));
        map.insert(kStateAfter, static_cast<int>(*edit.stateAfter));
    }
    return QCborValue(map).toCbor();
}

std::optional<SampleEdit> editFromBytes(const QByteArray& bytes)
{
    const QCborValue value = QCborValue::fromCbor(bytes);
    if (!value.isMap()) {
        return std::nullopt;
    }
    const QCborMap map = value.toMap();
    SampleEdit edit;
    edit.kind = static_cast<EditKind>(map.value(kEditKind).toInteger());
    for (const QCborValue& entry : map.value(kChanges).toArray()) {
        const QCborArray pair = entry.toArray();
        AnnotationChange change;
        if (pair.at(0).isMap()) {
            change.before = annotationFromCbor(pair.at(0).toMap());
        }
        if (pair.at(1).isMap()) {
            change.after = annotationFromCbor(pair.at(1).toMap());
        }
        edit.changes.push_back(std::move(change));
    }
    edit.hardBefore = hardMarkFromCbor(map, kHardBefore);
    edit.hardAfter = hardMarkFromCbor(map, kHardAfter);
    edit.stateBefore = stateFromCbor(map, kStateBefore);
    edit.stateAfter = stateFromCbor(map, kStateAfter);
    return edit;
}

} // namespace lw::domain
