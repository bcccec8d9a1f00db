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
    kAuthor, kCreated, kExtra, kShape, kPatch,
};
enum EditKey : int { kEditKind = 1, kChanges, kHardBefore, kHardAfter, kStateBefore, kStateAfter };

QCborValue toCbor(const Annotation& a, const std::optional<Mask>& patch)
{
    QCborMap map;
    map.insert(kId, a.id.value);
    map.insert(kLabel, a.labelId.value);
    if (patch) {
        map.insert(kPatch, toBytes(*patch));
    } else {
        map.insert(kShape, toBytes(a.shape));
    }
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

/// The pixels in which both masks differ; none unless both are masks.
std::optional<Mask> patchOf(const AnnotationChange& change)
{
    const auto isMask = [](const std::optional<Annotation>& a) { return a && a->shape.kind == ShapeKind::Mask; };
    if (!isMask(change.before) || !isMask(change.after)) {
        return std::nullopt;
    }
    return change.patch ? change.patch : std::optional(exclusiveOr(change.before->shape.mask, change.after->shape.mask));
}

std::optional<Mask> patchFromCbor(const QCborValue& annotation)
{
    const QCborMap map = annotation.toMap();
    if (!map.contains(kPatch)) {
        return std::nullopt;
    }
    const QByteArray bytes = map.value(kPatch).toByteArray();
    return maskFromBytes(bytes.constData(), bytes.size());
}

Shape shapeOf(const QCborMap& map)
{
    if (map.contains(kPatch)) {
        return Shape::fromMask({});
    }
    const QByteArray bytes = map.value(kShape).toByteArray();
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
    a.shape = map.contains(kShape) || map.contains(kPatch) ? shapeOf(map) : olderShape(map);
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
    QCborArray array{mark.isHard};
    if (mark.coefficient || !mark.reasons.isEmpty()) {
        array.append(mark.coefficient ? QCborValue(*mark.coefficient) : QCborValue(nullptr));
    }
    if (!mark.reasons.isEmpty()) {
        array.append(hardReasonsText(mark.reasons));
    }
    return array;
}

std::optional<HardMark> hardMarkFromCbor(const QCborMap& map, int key)
{
    if (!map.contains(key)) {
        return std::nullopt;
    }
    const QCborArray array = map.value(key).toArray();
    return HardMark{array.at(0).toBool(),
                    array.at(1).isDouble() ? std::optional(array.at(1).toDouble()) : std::nullopt,
                    hardReasonsFromText(array.at(2).toString()).value_or(HardReasons())};
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
        const std::optional<Mask> patch = patchOf(change);
        changes.append(QCborArray{change.before ? toCbor(*change.before, patch) : QCborValue(nullptr),
                                  change.after ? toCbor(*change.after, patch) : QCborValue(nullptr)});
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
        change.patch = patchFromCbor(pair.at(1));
        edit.changes.push_back(std::move(change));
    }
    edit.hardBefore = hardMarkFromCbor(map, kHardBefore);
    edit.hardAfter = hardMarkFromCbor(map, kHardAfter);
    edit.stateBefore = stateFromCbor(map, kStateBefore);
    edit.stateAfter = stateFromCbor(map, kStateAfter);
    return edit;
}

void complete(SampleEdit& edit, bool isDone, const std::function<const Annotation*(AnnotationId)>& current)
{
    for (AnnotationChange& change : edit.changes) {
        const Annotation* now = current(change.id());
        if (!change.patch || !change.before || !change.after || !now) {
            continue;
        }
        Shape& known = isDone ? change.after->shape : change.before->shape;
        Shape& other = isDone ? change.before->shape : change.after->shape;
        known.mask = now->shape.mask;
        other.mask = exclusiveOr(known.mask, *change.patch);
        change.patch.reset();
    }
}

} // namespace lw::domain
