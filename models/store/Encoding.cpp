// SPDX-License-Identifier: GPL-3.0-or-later
//! Byte forms of values.
#include "models/store/Encoding.h"

#include "models/domain/ShapeBytes.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <array>
#include <bit>

namespace lw::store {

using domain::Annotation;

namespace {

// Keys of the CBOR maps; append only.
enum Key : int { kPose = 1, kAttributes = 2, kHardCoefficient = 3, kExtra = 4 };

constexpr quint8 kContentForm = 1;
/// The same with reasons and attributes behind it. Only written where there are some, so that contents of older versions
/// still have the same bytes.
constexpr quint8 kContentFormWithAttributes = 2;

// The bytes that QDataStream would write, at a fifth of its cost: big-endian numbers, and byte arrays behind their length,
// which is kNull for one that is null.
constexpr quint32 kNull = 0xFFFF'FFFF;

class ByteSink {
public:
    explicit ByteSink(QByteArray& bytes) : m_bytes(bytes) {}

    template <typename T> void put(T value)
    {
        std::array<char, sizeof(T)> raw;
        qToBigEndian(value, raw.data());
        m_bytes.append(raw.data(), qsizetype(raw.size()));
    }
    void put(double value) { put(std::bit_cast<quint64>(value)); }
    void put(bool value) { put(static_cast<quint8>(value ? 1 : 0)); }
    void put(const QByteArray& value)
    {
        put(value.isNull() ? kNull : static_cast<quint32>(value.size()));
        m_bytes.append(value);
    }

private:
    QByteArray& m_bytes;
};

/// Zeros and empty arrays after the end.
class ByteSource {
public:
    explicit ByteSource(const QByteArray& bytes) : m_bytes(bytes) {}

    [[nodiscard]] bool isOver() const { return m_isOver; }
    template <typename T> T get()
    {
        const char* raw = take(sizeof(T));
        return raw != nullptr ? qFromBigEndian<T>(raw) : T{};
    }
    double real() { return std::bit_cast<double>(get<quint64>()); }
    /// Valid as long as the source's bytes.
    QByteArray bytes()
    {
        const auto size = get<quint32>();
        const char* raw = size != kNull ? take(size) : nullptr;
        return raw != nullptr ? QByteArray::fromRawData(raw, qsizetype(size)) : QByteArray();
    }

private:
    const char* take(quint32 size)
    {
        m_isOver = m_isOver || qsizetype(size) > m_bytes.size() - m_at;
        if (m_isOver) {
            return nullptr;
        }
        m_at += qsizetype(size);
        return m_bytes.constData() + m_at - qsizetype(size);
    }

    const QByteArray& m_bytes;
    qsizetype m_at = 0;
    bool m_isOver = false;
};

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

QByteArray contentToBytes(const SampleContent& content)
{
    QByteArray bytes;
    bytes.reserve(qsizetype(32 + 96 * content.annotations.size()));
    ByteSink out(bytes);
    const bool hasMore = !content.hardReasons.isEmpty() || !content.attributes.isEmpty();
    out.put(hasMore ? kContentFormWithAttributes : kContentForm);
    out.put(static_cast<quint8>(content.state));
    out.put(content.isHard);
    out.put(content.hardCoefficient.has_value());
    out.put(content.hardCoefficient.value_or(0));
    out.put(static_cast<quint32>(content.annotations.size()));
    for (const Annotation& a : content.annotations) {
        out.put(a.id.value);
        out.put(a.labelId.value);
        out.put(a.order);
        out.put(static_cast<quint8>(flagsOf(a)));
        out.put(domain::toBytes(a.shape));
        out.put(a.confidence.has_value());
        out.put(a.confidence.value_or(0));
        out.put(a.author.toUtf8());
        out.put(a.createdAt);
        out.put(detailsOf(a));
    }
    if (hasMore) {
        out.put(domain::hardReasonsText(content.hardReasons).toUtf8());
        out.put(sampleAttributesToJson(content.attributes).toUtf8());
    }
    return bytes;
}

SampleContent contentFromBytes(const QByteArray& bytes)
{
    ByteSource in(bytes);
    SampleContent content;
    const auto form = in.get<quint8>();
    content.state = static_cast<domain::SampleState>(in.get<quint8>());
    content.isHard = in.get<quint8>() != 0;
    const bool hasCoefficient = in.get<quint8>() != 0;
    const double coefficient = in.real();
    if (hasCoefficient) {
        content.hardCoefficient = coefficient;
    }
    const auto count = in.get<quint32>();
    for (quint32 i = 0; i < count && !in.isOver(); ++i) {
        Annotation a;
        a.id = domain::AnnotationId(in.get<qint64>());
        a.labelId = domain::LabelId(in.get<qint64>());
        a.order = in.get<int>();
        setFlags(a, in.get<quint8>());
        const QByteArray shape = in.bytes();
        a.shape = domain::shapeFromBytes(shape.constData(), shape.size());
        const bool hasConfidence = in.get<quint8>() != 0;
        const double confidence = in.real();
        if (hasConfidence) {
            a.confidence = confidence;
        }
        a.author = QString::fromUtf8(in.bytes());
        a.createdAt = in.get<qint64>();
        setDetails(a, in.bytes());
        content.annotations.push_back(std::move(a));
    }
    if (form == kContentFormWithAttributes) {
        content.hardReasons =
            domain::hardReasonsFromText(QString::fromUtf8(in.bytes())).value_or(domain::HardReasons());
        content.attributes = sampleAttributesFromJson(QString::fromUtf8(in.bytes()));
    }
    return content;
}

QString sampleAttributesToJson(const domain::SampleAttributes& attributes)
{
    if (attributes.isEmpty()) {
        return QStringLiteral("");
    }
    QJsonObject object;
    for (auto it = attributes.begin(); it != attributes.end(); ++it) {
        object.insert(it.key(), it.value());
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

domain::SampleAttributes sampleAttributesFromJson(const QString& json)
{
    domain::SampleAttributes attributes;
    if (json.isEmpty()) {
        return attributes;
    }
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        attributes.insert(it.key(), it.value().toString());
    }
    return attributes;
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
