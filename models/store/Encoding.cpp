// SPDX-License-Identifier: GPL-3.0-or-later
//! Byte forms of values.
#include "models/store/Encoding.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QDataStream>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <cstring>

namespace lw::store {

using domain::Annotation;

namespace {

enum Width : char { kInt16 = 0, kFloat = 1, kDouble = 2 };

Width widthFor(const std::vector<double>& numbers)
{
    Width width = kInt16;
    for (double n : numbers) {
        if (n == std::floor(n) && std::abs(n) <= 32767) {
            continue;
        }
        if (static_cast<double>(static_cast<float>(n)) == n) {
            width = std::max(width, kFloat);
        } else {
            return kDouble;
        }
    }
    return width;
}

template <typename T>
void appendAs(QByteArray& bytes, const std::vector<double>& numbers)
{
    for (double n : numbers) {
        const T value = static_cast<T>(n);
        bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
}

template <typename T>
void readAs(const char* data, qsizetype size, std::vector<double>& numbers)
{
    for (qsizetype at = 0; at + qsizetype(sizeof(T)) <= size; at += sizeof(T)) {
        T value;
        std::memcpy(&value, data + at, sizeof value);
        numbers.push_back(static_cast<double>(value));
    }
}

// Keys of the CBOR maps; append only.
enum Key : int { kPose = 1, kAttributes = 2, kHardCoefficient = 3, kExtra = 4 };

constexpr int kStreamVersion = QDataStream::Qt_6_4;
constexpr quint8 kContentForm = 1;

} // namespace

QByteArray shapeToBlob(const domain::Shape& shape)
{
    std::vector<double> numbers;
    numbers.reserve(shape.points.size() * 2 + 1);
    for (const domain::ImagePoint& p : shape.points) {
        numbers.push_back(p.x);
        numbers.push_back(p.y);
    }
    if (shape.kind == domain::ShapeKind::Circle) {
        numbers.push_back(shape.radius);
    }
    const Width width = widthFor(numbers);
    QByteArray bytes;
    bytes.reserve(qsizetype(2 + numbers.size() * sizeof(double)));
    bytes.append(static_cast<char>(shape.kind)).append(static_cast<char>(width));
    switch (width) {
    case kInt16:
        appendAs<qint16>(bytes, numbers);
        break;
    case kFloat:
        appendAs<float>(bytes, numbers);
        break;
    case kDouble:
        appendAs<double>(bytes, numbers);
        break;
    }
    return bytes;
}

domain::Shape shapeFromBlob(const void* data, qsizetype size)
{
    const char* bytes = static_cast<const char*>(data);
    domain::Shape shape;
    if (size < 2 || static_cast<size_t>(bytes[0]) >= domain::kAllShapeKinds.size()) {
        return shape;
    }
    shape.kind = static_cast<domain::ShapeKind>(bytes[0]);
    std::vector<double> numbers;
    switch (bytes[1]) {
    case kInt16:
        readAs<qint16>(bytes + 2, size - 2, numbers);
        break;
    case kFloat:
        readAs<float>(bytes + 2, size - 2, numbers);
        break;
    default:
        readAs<double>(bytes + 2, size - 2, numbers);
        break;
    }
    if (shape.kind == domain::ShapeKind::Circle && !numbers.empty()) {
        shape.radius = numbers.back();
        numbers.pop_back();
    }
    shape.points.reserve(numbers.size() / 2);
    for (size_t i = 0; i + 1 < numbers.size(); i += 2) {
        shape.points.push_back({numbers[i], numbers[i + 1]});
    }
    return shape;
}

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

QByteArray contentToBytes(const SampleContent& content)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(kStreamVersion);
    out << kContentForm << static_cast<quint8>(content.state) << content.isHard << content.hardCoefficient.has_value()
        << content.hardCoefficient.value_or(0) << static_cast<quint32>(content.annotations.size());
    for (const Annotation& a : content.annotations) {
        out << a.id.value << a.labelId.value << a.order << static_cast<quint8>(flagsOf(a)) << shapeToBlob(a.shape)
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
        a.shape = shapeFromBlob(shape.constData(), shape.size());
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
                                attributesToJson(label.attributes), label.position});
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
        labels.push_back(label);
    }
    return labels;
}

} // namespace lw::store
