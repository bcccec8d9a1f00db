// SPDX-License-Identifier: GPL-3.0-or-later
//! Images, annotations and categories as text.
#include "engine/formats/CocoText.h"

#include "engine/formats/CocoRle.h"
#include "engine/formats/JsonText.h"
#include "engine/formats/TextNumbers.h"

#include <algorithm>
#include <cmath>

namespace lw::formats {

using domain::Annotation;
using domain::ImagePoint;
using domain::JointVisibility;
using domain::Shape;
using domain::ShapeKind;

namespace {

constexpr std::string_view kOwnKeys[] = {"id",
                                         "image_id",
                                         "category_id",
                                         "bbox",
                                         "area",
                                         "keypoints",
                                         "segmentation",
                                         "iscrowd",
                                         "score",
                                         "num_keypoints",
                                         "hard",
                                         "attributes",
                                         "difficult",
                                         "truncated",
                                         "occluded",
                                         "pose",
                                         "annotated_by",
                                         "creation_time",
                                         "hard_coefficient"};

void appendMember(QByteArray& out, const char* name, double value)
{
    appendBytes(out, ",\"");
    appendBytes(out, name);
    appendBytes(out, "\":");
    appendNumber(out, value);
}

void appendMember(QByteArray& out, const char* name, const QString& text)
{
    appendBytes(out, ",\"");
    appendBytes(out, name);
    appendBytes(out, "\":");
    appendJsonString(out, text);
}

/// The width that gives the right edge back when it is added to the left one.
double extent(double from, double to)
{
    double length = to - from;
    for (int i = 0; i < 4 && from + length != to; ++i) {
        length = std::nextafter(length, from + length < to ? INFINITY : -INFINITY);
    }
    return length;
}

void appendBox(QByteArray& out, ImagePoint a, ImagePoint b)
{
    appendBytes(out, ",\"bbox\":[");
    appendNumber(out, a.x);
    appendBytes(out, ",");
    appendNumber(out, a.y);
    appendBytes(out, ",");
    appendNumber(out, extent(a.x, b.x));
    appendBytes(out, ",");
    appendNumber(out, extent(a.y, b.y));
    appendBytes(out, "]");
}

void appendBox(QByteArray& out, const QRectF& r)
{
    appendBox(out, {r.left(), r.top()}, {r.right(), r.bottom()});
}

void appendRings(QByteArray& out, const Shape& shape)
{
    appendBytes(out, ",\"segmentation\":[");
    for (int i = 0; i < shape.ringCount(); ++i) {
        appendBytes(out, i > 0 ? ",[" : "[");
        bool isFirst = true;
        for (const ImagePoint p : shape.ring(i)) {
            if (!isFirst) {
                appendBytes(out, ",");
            }
            isFirst = false;
            appendNumber(out, p.x);
            appendBytes(out, ",");
            appendNumber(out, p.y);
        }
        appendBytes(out, "]");
    }
    appendBytes(out, "]");
}

void appendMask(QByteArray& out, const domain::Mask& mask, const domain::Sample& sample, bool isCompact)
{
    const int width = sample.width > 0 ? sample.width : mask.x + mask.width;
    const int height = sample.height > 0 ? sample.height : mask.y + mask.height;
    const ColumnRuns runs = columnRunsOf(mask, width, height);
    out.append(",\"segmentation\":{\"counts\":");
    if (isCompact) {
        const QByteArray text = textFromColumnRuns(runs);
        appendJsonString(out, std::string_view(text.constData(), size_t(text.size())));
    } else {
        out.append('[');
        for (size_t i = 0; i < runs.size(); ++i) {
            out.append(i > 0 ? "," : "").append(QByteArray::number(runs[i]));
        }
        out.append(']');
    }
    out.append(",\"size\":[" + QByteArray::number(height) + ',' + QByteArray::number(width) + "]}");
}

void appendSkeleton(QByteArray& out, const Shape& shape)
{
    int labelled = 0;
    out.append(",\"keypoints\":[");
    for (size_t i = 0; i < shape.points.size(); ++i) {
        const JointVisibility seen = i < shape.visibility.size() ? shape.visibility[i] : JointVisibility::Visible;
        out.append(i > 0 ? "," : "");
        if (seen == JointVisibility::Absent) {
            out.append("0,0,0");
            continue;
        }
        ++labelled;
        appendNumber(out, shape.points[i].x);
        out.append(',');
        appendNumber(out, shape.points[i].y);
        out.append(',').append(seen == JointVisibility::Hidden ? '1' : '2');
    }
    appendBytes(out, "],\"num_keypoints\":");
    appendInteger(out, labelled);
}

/// Appends the kept members. Those that are called like a member of ours go into an object of their own, unless they
/// are among `also`, which is not written elsewhere.
void appendKept(QByteArray& out, const QByteArray& extra, std::span<const std::string_view> own,
                std::span<const std::string_view> also)
{
    QByteArray aside;
    forEachMember(extra, [&](std::string_view key, simdjson::dom::element value) {
        const bool isTaken = std::find(own.begin(), own.end(), key) != own.end() &&
                             std::find(also.begin(), also.end(), key) == also.end();
        QByteArray& place = isTaken ? aside : out;
        place.append(',');
        appendJsonString(place, key);
        place.append(':').append(QByteArray::fromStdString(compactJson(value)));
    });
    if (!aside.isEmpty()) {
        out.append(",\"").append(kKeptMember.data(), qsizetype(kKeptMember.size())).append("\":{").append(aside.mid(1)).append('}');
    }
}

bool hasMember(const QByteArray& extra, std::string_view name)
{
    bool isThere = false;
    forEachMember(extra, [&](std::string_view key, simdjson::dom::element) { isThere = isThere || key == name; });
    return isThere;
}

/// Width times height of the box among the kept members.
double keptBoxArea(const QByteArray& extra)
{
    double area = 0;
    forEachMember(extra, [&area](std::string_view key, simdjson::dom::element value) {
        double width = 0, height = 0;
        if (key == "bbox" && value.at(2).get(width) == simdjson::SUCCESS &&
            value.at(3).get(height) == simdjson::SUCCESS) {
            area = width * height;
        }
    });
    return area;
}

bool appendShape(QByteArray& out, const ImportedSample& sample, const Annotation& a, bool isCompact)
{
    const Shape& shape = a.shape;
    const QRectF bounds = shape.boundingRect();
    switch (shape.kind) {
    case ShapeKind::WholeSample:
        return true;
    case ShapeKind::BoundingBox:
        appendBox(out, shape.points[0], shape.points[1]);
        appendBytes(out, ",\"segmentation\":[]");
        break;
    case ShapeKind::Polygon:
        appendBox(out, bounds);
        appendRings(out, shape);
        break;
    case ShapeKind::Mask:
        appendBox(out, bounds);
        appendMask(out, shape.mask, sample.sample, isCompact);
        break;
    case ShapeKind::Skeleton: {
        // What was said of the object besides its joints is kept among the unknown fields.
        appendSkeleton(out, shape);
        const bool hasBox = hasMember(a.extra, "bbox");
        if (!hasBox) {
            appendBox(out, bounds);
        }
        if (!hasMember(a.extra, "area")) {
            appendMember(out, "area", hasBox ? keptBoxArea(a.extra) : bounds.width() * bounds.height());
        }
        return true;
    }
    default:
        return false;
    }
    appendMember(out, "area", shape.area());
    return true;
}

} // namespace

CocoLabels::CocoLabels(const std::vector<domain::Label>& labels) : m_labels(labels)
{
    for (size_t i = 0; i < m_labels.size(); ++i) {
        m_ids.insert(m_labels[i].name, int(i) + 1);
    }
}

int CocoLabels::idOf(const QString& label)
{
    if (label == m_lastName && m_lastId != 0) {
        return m_lastId;
    }
    int id = m_ids.value(label);
    if (id == 0) {
        domain::Label added;
        added.name = label;
        m_labels.push_back(std::move(added));
        id = int(m_labels.size());
        m_ids.insert(label, id);
    }
    m_lastName = label;
    m_lastId = id;
    return id;
}

QByteArray CocoLabels::text() const
{
    QByteArray out("[");
    for (size_t i = 0; i < m_labels.size(); ++i) {
        const domain::Label& label = m_labels[i];
        out.append(i > 0 ? ",\n" : "\n").append("{\"id\":").append(QByteArray::number(qint64(i) + 1));
        appendMember(out, "name", label.name);
        appendMember(out, "supercategory", QString());
        if (!label.skeleton.joints.isEmpty()) {
            out.append(",\"keypoints\":[");
            for (qsizetype j = 0; j < label.skeleton.joints.size(); ++j) {
                out.append(j > 0 ? "," : "");
                appendJsonString(out, label.skeleton.joints.at(j));
            }
            out.append("],\"skeleton\":[");
            for (size_t j = 0; j < label.skeleton.bones.size(); ++j) {
                const auto [a, b] = label.skeleton.bones[j];
                out.append(j > 0 ? "," : "");
                out.append('[' + QByteArray::number(a + 1) + ',' + QByteArray::number(b + 1) + ']');
            }
            out.append(']');
        }
        out.append('}');
    }
    return out.append("\n]");
}

void appendCocoImage(QByteArray& out, const ImportedSample& sample, qint64 id, const std::string& fileName,
                     const WriteOptions& options)
{
    static constexpr std::string_view kImageKeys[] = {"id",   "file_name",        "width", "height",
                                                      "hard", "hard_coefficient", "usage"};
    const domain::Sample& facts = sample.sample;
    appendBytes(out, "{\"id\":");
    appendInteger(out, id);
    out.append(",\"file_name\":");
    appendJsonString(out, fileName);
    appendMember(out, "width", facts.width);
    appendMember(out, "height", facts.height);
    if (facts.usage == domain::SampleUsage::Inference) {
        appendMember(out, "usage", domain::usageName(facts.usage));
    }
    if (options.withHard && facts.isHard) {
        out.append(",\"hard\":true");
    }
    if (options.withHard && facts.hardCoefficient) {
        appendMember(out, "hard_coefficient", *facts.hardCoefficient);
    }
    appendKept(out, facts.extra, kImageKeys, {});
    out.append('}');
}

bool appendCocoAnnotation(QByteArray& out, const ImportedSample& sample, const Annotation& a,
                          const CocoAnnotationIds& ids, const WriteOptions& options)
{
    const qsizetype before = out.size();
    appendBytes(out, "{\"id\":");
    appendInteger(out, ids.annotation);
    appendBytes(out, ",\"image_id\":");
    appendInteger(out, ids.image);
    appendBytes(out, ",\"category_id\":");
    appendInteger(out, ids.category);
    if (!appendShape(out, sample, a, options.compactMasks)) {
        out.resize(before);
        return false;
    }
    const bool isArea = a.shape.kind != ShapeKind::WholeSample;
    if (isArea && (a.extra.isEmpty() || !hasMember(a.extra, "iscrowd"))) {
        appendBytes(out, ",\"iscrowd\":0");
    }
    if (a.confidence) {
        appendMember(out, "score", *a.confidence);
    }
    for (const auto& [name, isSet] :
         {std::pair("occluded", a.isOccluded), std::pair("truncated", a.isTruncated),
          std::pair("difficult", a.isDifficult), std::pair("hard", options.withHard && a.isHard)}) {
        if (isSet) {
            out.append(",\"").append(name).append("\":true");
        }
    }
    if (options.withHard && a.hardCoefficient) {
        appendMember(out, "hard_coefficient", *a.hardCoefficient);
    }
    if (!a.pose.isEmpty()) {
        appendMember(out, "pose", a.pose);
    }
    if (!a.author.isEmpty()) {
        appendMember(out, "annotated_by", a.author);
        if (a.createdAt != 0) {
            out.append(",\"creation_time\":\"");
            appendTime(out, a.createdAt, true);
            out.append('"');
        }
    }
    if (!a.attributes.isEmpty()) {
        out.append(",\"attributes\":{");
        bool isFirst = true;
        for (auto it = a.attributes.begin(); it != a.attributes.end(); ++it) {
            out.append(isFirst ? "" : ",");
            isFirst = false;
            appendJsonString(out, it.key());
            out.append(':');
            appendJsonString(out, it.value());
        }
        out.append('}');
    }
    if (!a.extra.isEmpty()) {
        static constexpr std::string_view kAlso[] = {"iscrowd", "bbox", "area", "segmentation"};
        // Of a skeleton's object the box and the outline are kept fields too.
        const size_t count = a.shape.kind == ShapeKind::Skeleton ? std::size(kAlso) : 1;
        appendKept(out, a.extra, kOwnKeys, std::span(kAlso).first(count));
    }
    out.append('}');
    return true;
}

} // namespace lw::formats
