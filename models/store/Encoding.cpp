// SPDX-License-Identifier: GPL-3.0-or-later
//! Byte forms of values.
#include "models/store/Encoding.h"

#include "models/domain/ShapeBytes.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QDataStream>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lw::store {

using domain::Annotation;

namespace {

// Keys of the CBOR maps; append only.
enum Key : int { kPose = 1, kAttributes = 2, kHardCoefficient = 3, kExtra = 4 };

constexpr int kStreamVersion = QDataStream::Qt_6_4;
constexpr quint8 kContentForm = 1;

} // namespace

int flagsOf(const Annotation& a)
{
    return (a.isDifficult ? kDifficult : 0) | (a.isTruncated ? kTruncated : 0) | (a.isOccluded ? kOccluded : 0) |
           (a.isHard ? kHard : 0);
}

void setFlags(Annotation& a, int flags)
{
    a.isDifficult = flags & kDifficult;
    a.isTruncated = flags & kTruncated;
    a.isOccluded = flags & kOccluded;
    a.isHard = flags & kHard;
}

QByteArray detailsOf(const Annotation& a)
{
    if (a.pose.isEmpty() && a.attributes.isEmpty() && !a.hardCoefficient && a.extra.isEmpty()) {
        return {};
    }
    QCborMap map;
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
    if (a.hardCoefficient) {
        map.insert(kHardCoefficient, *a.hardCoefficient);
    }
    if (!a.extra.isEmpty()) {
        map.insert(kExtra, a.extra);
    }
    return QCborValue(map).toCbor();
}

void setDetails(Annotation& a, const QByteArray& details)
{
    if (details.isEmpty()) {
        return;
    }
    const QCborMap map = QCborValue::fromCbor(details).toMap();
    a.pose = map.value(kPose).toString();
    const QCborMap attributes = map.value(kAttributes).toMap();
    for (auto it = attributes.begin(); it != attributes.end(); ++it) {
        a.attributes.insert(it.key().toString(), it.value().toString());
    }
    if (map.contains(kHardCoefficient)) {
        a.hardCoefficient = map.value(kHardCoefficient).toDouble();
    }
    a.extra = map.value(kExtra).toByteArray();
}

QString attributesToJson(const std::vector<domain::LabelAttribute>& attributes)
{
    if (attributes.empty()) {
        return QStringLiteral("");
    }
    QJsonArray array;
    for (const domain::LabelAttribute& attribute : attributes) {
        array.append(QJsonObject{{QStringLiteral("name"), attribute.name},
                                 {QStringLiteral("values"), QJsonArray::fromStringList(attribute.values)}});
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::vector<domain::LabelAttribute> attributesFromJson(const QString& json)
{
    std::vector<domain::LabelAttribute> attributes;
    for (const QJsonValue& value : QJsonDocument::fromJson(json.toUtf8()).array()) {
        domain::LabelAttribute attribute{value[QLatin1String("name")].toString(), {}};
        for (const QJsonValue& choice : value[QLatin1String("values")].toArray()) {
            attribute.values.append(choice.toString());
        }
        attributes.push_back(attribute);
    }
    return attributes;
}

QString skeletonToJson(const domain::SkeletonLayout& skeleton)
{
    if (skeleton.joints.isEmpty()) {
        return QStringLiteral("");
    }
    QJsonArray bones;
    for (const auto& [from, to] : skeleton.bones) {
        bones.append(QJsonArray{from, to});
    }
    const QJsonObject object{{QStringLiteral("joints"), QJsonArray::fromStringList(skeleton.joints)},
                             {QStringLiteral("bones"), bones}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

domain::SkeletonLayout skeletonFromJson(const QString& json)
{
    domain::SkeletonLayout skeleton;
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    for (const QJsonValue& joint : object[QLatin1String("joints")].toArray()) {
        skeleton.joints.append(joint.toString());
    }
    for (const QJsonValue& bone : object[QLatin1String("bones")].toArray()) {
        skeleton.bones.emplace_back(bone[0].toInt(), bone[1].toInt());
    }
    return skeleton;
}

QByteArray contentToBytes(const SampleContent& content)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(kStreamVersion);
    out << kContentForm << static_cast<quint8>(content.state) << content.isHard << content.hardCoefficient.has_value()
        << content.hardCoefficient.value_or(0) << static_cast<quint32>(content.annotations.size());
    for (const Annotation& a : content.annotations) {
        out << a.id.value << a.labelId.value << a.order << static_cast<quint8>(flagsOf(a)) << domain::toBytes(a.shape)
            << a.confidence.has_value() << a.confidence.value_or(0) << a.author.toUtf8() << a.createdAt << detailsOf(a);
    }
    return bytes;
}

SampleContent contentFromBytes(const QByteArray& bytes)
{
    QDataStream in(bytes);
    in.setVersion(kStreamVersion);
    SampleContent content;
    quint8 form = 0, state = 0;
    bool hasCoefficient = false;
    double coefficient = 0;
    quint32 count = 0;
    in >> form >> state >> content.isHard >> hasCoefficient >> coefficient >> count;
    content.state = static_cast<domain::SampleState>(state);
    if (hasCoefficient) {
        content.hardCoefficient = coefficient;
    }
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        Annotation a;
        quint8 flags = 0;
        bool hasConfidence = false;
        double confidence = 0;
        QByteArray shape, author, details;
        in >> a.id.value >> a.labelId.value >> a.order >> flags >> shape >> hasConfidence >> confidence >> author >>
            a.createdAt >> details;
        setFlags(a, flags);
        a.shape = domain::shapeFromBytes(shape.constData(), shape.size());
        if (hasConfidence) {
            a.confidence = confidence;
        }
        a.author = QString::fromUtf8(author);
        setDetails(a, details);
        content.annotations.push_back(std::move(a));
    }
    return content;
}

QByteArray labelsToBytes(const std::vector<domain::Label>& labels)
{
    QCborArray array;
    for (const domain::Label& label : labels) {
        array.append(QCborArray{label.id.value, label.name, qint64(label.colour), label.shortcut,
                                attributesToJson(label.attributes), label.position, skeletonToJson(label.skeleton)});
    }
    return QCborValue(array).toCbor();
}

std::vector<domain::Label> labelsFromBytes(const QByteArray& bytes)
{
    std::vector<domain::Label> labels;
    for (const QCborValue& value : QCborValue::fromCbor(bytes).toArray()) {
        const QCborArray row = value.toArray();
        domain::Label label;
        label.id = domain::LabelId(row.at(0).toInteger());
        label.name = row.at(1).toString();
        label.colour = static_cast<domain::Rgb>(row.at(2).toInteger());
        label.shortcut = row.at(3).toString();
        label.attributes = attributesFromJson(row.at(4).toString());
        label.position = int(row.at(5).toInteger());
        label.skeleton = skeletonFromJson(row.at(6).toString());
        labels.push_back(label);
    }
    return labels;
}

} // namespace lw::store
