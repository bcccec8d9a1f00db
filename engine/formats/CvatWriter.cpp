// SPDX-License-Identifier: GPL-3.0-or-later
//! CVAT XML with the attributes in the order of the tool's own exports.
#include "engine/formats/CvatWriter.h"

#include "engine/formats/JsonText.h"
#include "engine/formats/LabelMeShape.h"
#include "engine/formats/ManifestRow.h"
#include "engine/formats/ReadSession.h"
#include "engine/formats/TextNumbers.h"
#include "engine/formats/XmlExtra.h"

#include <algorithm>
#include <cmath>

namespace lw::formats {

using domain::ImagePoint;
using domain::Shape;
using domain::ShapeKind;

namespace {

constexpr qsizetype kBlock = 1024 * 1024;

void appendText(QByteArray& out, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    appendXmlText(out, std::string_view(utf8.constData(), size_t(utf8.size())));
}

void appendAttribute(QByteArray& out, const char* name, const QString& value)
{
    out.append(' ').append(name).append("=\"");
    appendText(out, value);
    out.append('"');
}

void appendAttribute(QByteArray& out, const char* name, double value)
{
    out.append(' ').append(name).append("=\"");
    appendNumber(out, value);
    out.append('"');
}

void appendElement(QByteArray& out, int indent, const char* name, const QString& text)
{
    appendSpaces(out, indent);
    out.append('<').append(name).append('>');
    appendText(out, text);
    out.append("</").append(name).append(">\n");
}

void appendPoints(QByteArray& out, std::span<const ImagePoint> points)
{
    out.append(" points=\"");
    for (const ImagePoint& point : points) {
        out.append(&point == points.data() ? "" : ";");
        appendNumber(out, point.x);
        out.append(',');
        appendNumber(out, point.y);
    }
    out.append('"');
}

const char* elementOf(ShapeKind kind)
{
    switch (kind) {
    case ShapeKind::BoundingBox:
    case ShapeKind::RotatedBox:
        return "box";
    case ShapeKind::Ellipse:
    case ShapeKind::Circle:
        return "ellipse";
    case ShapeKind::Polygon:
        return "polygon";
    case ShapeKind::Point:
        return "points";
    case ShapeKind::Skeleton:
        return "skeleton";
    case ShapeKind::Mask:
        return "mask";
    case ShapeKind::WholeSample:
        return "tag";
    default:
        return "polyline";
    }
}

QString textField(const QByteArray& extra, std::string_view key)
{
    QString text;
    forEachMember(extra, [&](std::string_view member, simdjson::dom::element value) {
        if (member == key) {
            const std::string_view found = textOf(value);
            text = QString::fromUtf8(found.data(), qsizetype(found.size()));
        }
    });
    return text;
}

double degrees(ImagePoint from, ImagePoint to)
{
    const double angle = std::atan2(to.y - from.y, to.x - from.x) * 180 / M_PI;
    return angle < 0 ? angle + 360 : angle;
}

void appendBox(QByteArray& out, double cx, double cy, double width, double height, double rotation)
{
    appendAttribute(out, "xtl", cx - width / 2);
    appendAttribute(out, "ytl", cy - height / 2);
    appendAttribute(out, "xbr", cx + width / 2);
    appendAttribute(out, "ybr", cy + height / 2);
    // A box that is not turned would be a plain one when it is read again; a full turn says that it can be.
    appendAttribute(out, "rotation", rotation == 0 ? 360 : rotation);
}

void appendGeometry(QByteArray& out, const Shape& shape, int ring)
{
    const std::vector<ImagePoint>& p = shape.points;
    switch (shape.kind) {
    case ShapeKind::BoundingBox:
        appendAttribute(out, "xtl", p[0].x);
        appendAttribute(out, "ytl", p[0].y);
        appendAttribute(out, "xbr", p[1].x);
        appendAttribute(out, "ybr", p[1].y);
        break;
    case ShapeKind::RotatedBox:
        appendBox(out, (p[0].x + p[2].x) / 2, (p[0].y + p[2].y) / 2, std::hypot(p[1].x - p[0].x, p[1].y - p[0].y),
                  std::hypot(p[2].x - p[1].x, p[2].y - p[1].y), degrees(p[0], p[1]));
        break;
    case ShapeKind::Ellipse:
    case ShapeKind::Circle: {
        const bool isCircle = shape.kind == ShapeKind::Circle;
        appendAttribute(out, "cx", p[0].x);
        appendAttribute(out, "cy", p[0].y);
        appendAttribute(out, "rx", isCircle ? shape.radius : std::hypot(p[1].x - p[0].x, p[1].y - p[0].y));
        appendAttribute(out, "ry", shape.radius);
        appendAttribute(out, "rotation", isCircle ? 0 : degrees(p[0], p[1]));
        break;
    }
    case ShapeKind::Mask: {
        out.append(" rle=\"");
        for (qsizetype i = 0; i < shape.mask.runs.size(); ++i) {
            out.append(i > 0 ? ", " : "").append(QByteArray::number(shape.mask.runs[i]));
        }
        out.append('"');
        appendAttribute(out, "left", shape.mask.x);
        appendAttribute(out, "top", shape.mask.y);
        appendAttribute(out, "width", shape.mask.width);
        appendAttribute(out, "height", shape.mask.height);
        break;
    }
    case ShapeKind::Skeleton:
    case ShapeKind::WholeSample:
        break;
    default:
        appendPoints(out, shape.ring(ring));
    }
}

} // namespace

core::Result<> CvatWriter::begin(const QString& folder, const WriteOptions& options)
{
    m_options = options;
    m_places = PicturePlaces({options.inputLocation, true, options.linkPictures});
    if (const core::Result<> begun = m_folder.begin(folder); !begun) {
        return begun;
    }
    const std::string path = m_folder.path() + "/annotations.xml";
    if (const int error = m_file.open(path.c_str()); error != 0) {
        return core::failure(io::writeError(error, m_folder.target()));
    }
    appendMeta();
    return {};
}

void CvatWriter::appendMeta()
{
    m_xml.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<annotations>\n  <version>1.1</version>\n  <meta>\n"
                 "    <task>\n");
    appendElement(m_xml, 6, "name", m_folder.target().mid(m_folder.target().lastIndexOf(u'/') + 1));
    m_xml.append("      <mode>annotation</mode>\n      <z_order>True</z_order>\n      <labels>\n");
    for (const domain::Label& label : m_options.labels) {
        appendLabel(label);
    }
    m_xml.append("      </labels>\n    </task>\n  </meta>\n");
}

void CvatWriter::appendLabel(const domain::Label& label)
{
    const auto colour = [](domain::Rgb rgb) { return QStringLiteral("#%1").arg(rgb & 0xffffffU, 6, 16, QLatin1Char('0')); };
    m_xml.append("        <label>\n");
    appendElement(m_xml, 10, "name", label.name);
    appendElement(m_xml, 10, "color", colour(label.colour));
    appendElement(m_xml, 10, "type", label.skeleton.joints.isEmpty() ? QStringLiteral("any") : QStringLiteral("skeleton"));
    m_xml.append("          <attributes>\n");
    for (const domain::LabelAttribute& attribute : label.attributes) {
        m_xml.append("            <attribute>\n");
        appendElement(m_xml, 14, "name", attribute.name);
        appendElement(m_xml, 14, "mutable", QStringLiteral("False"));
        appendElement(m_xml, 14, "input_type", attribute.values.isEmpty() ? QStringLiteral("text") : QStringLiteral("select"));
        appendElement(m_xml, 14, "default_value", attribute.values.value(0));
        appendElement(m_xml, 14, "values", attribute.values.join(u'\n'));
        m_xml.append("            </attribute>\n");
    }
    m_xml.append("          </attributes>\n");
    const QStringList& joints = label.skeleton.joints;
    if (!joints.isEmpty()) {
        m_joints.insert(label.name, joints);
        // A drawing of the layout: where the joints stand in it does not matter, so they stand in a circle.
        const auto place = [count = joints.size()](qsizetype i) {
            const double angle = 2 * M_PI * double(i) / double(count);
            return std::pair(std::round(50 + 40 * std::sin(angle)), std::round(50 - 40 * std::cos(angle)));
        };
        QByteArray svg;
        for (const auto& [from, to] : label.skeleton.bones) {
            const auto [x1, y1] = place(from);
            const auto [x2, y2] = place(to);
            svg.append("<line");
            appendAttribute(svg, "x1", x1);
            appendAttribute(svg, "y1", y1);
            appendAttribute(svg, "x2", x2);
            appendAttribute(svg, "y2", y2);
            svg.append(" stroke=\"black\" data-type=\"edge\"");
            appendAttribute(svg, "data-node-from", from + 1);
            appendAttribute(svg, "data-node-to", to + 1);
            svg.append(" stroke-width=\"0.5\"></line>");
        }
        for (qsizetype i = 0; i < joints.size(); ++i) {
            const auto [x, y] = place(i);
            svg.append("<circle r=\"1.5\" stroke=\"black\" fill=\"#b3b3b3\"");
            appendAttribute(svg, "cx", x);
            appendAttribute(svg, "cy", y);
            svg.append(" stroke-width=\"0.1\" data-type=\"element node\"");
            appendAttribute(svg, "data-element-id", double(i + 1));
            appendAttribute(svg, "data-node-id", double(i + 1));
            appendAttribute(svg, "data-label-name", joints[i]);
            svg.append("></circle>");
        }
        appendElement(m_xml, 10, "svg", QString::fromUtf8(svg));
    }
    m_xml.append("        </label>\n");
    for (const QString& joint : joints) {
        m_xml.append("        <label>\n");
        appendElement(m_xml, 10, "name", joint);
        appendElement(m_xml, 10, "color", colour(label.colour));
        appendElement(m_xml, 10, "type", QStringLiteral("points"));
        m_xml.append("          <attributes>\n          </attributes>\n");
        appendElement(m_xml, 10, "parent", label.name);
        m_xml.append("        </label>\n");
    }
}

core::Result<> CvatWriter::flush()
{
    const int error = m_file.write(m_xml);
    m_xml.resize(0);
    return error == 0 ? core::Result<>() : core::failure(io::writeError(error, m_folder.target()));
}

core::Result<> CvatWriter::add(const ImportedSample& sample, core::ProblemList& problems)
{
    const std::string name = m_places.take(sample.path);
    m_lastPicture.clear();
    const core::Result<bool> copied = m_places.copy(sample.path, m_folder, "images/" + name, problems);
    if (!copied) {
        return core::failure(copied.error());
    }
    if (!*copied) {
        ++m_summary.skippedSamples;
        return {};
    }
    m_lastPicture = m_folder.target() + QStringLiteral("/images/") + QString::fromStdString(name);
    appendImage(sample, name);
    ++m_summary.samples;
    m_summary.annotations += qint64(sample.annotations.size());
    return m_xml.size() < kBlock ? core::Result<>() : flush();
}

void CvatWriter::appendImage(const ImportedSample& sample, const std::string& name)
{
    m_xml.append("  <image");
    appendAttribute(m_xml, "id", double(m_summary.samples));
    appendAttribute(m_xml, "name", QString::fromStdString(name));
    if (sample.sample.usage != domain::SampleUsage::None) {
        appendAttribute(m_xml, "subset", wordOfUsage(sample.sample.usage));
    }
    appendAttribute(m_xml, "width", sample.sample.width);
    appendAttribute(m_xml, "height", sample.sample.height);
    m_xml.append(">\n");
    std::vector<const NamedAnnotation*> ordered;
    int freeGroup = 1;
    for (const NamedAnnotation& named : sample.annotations) {
        ordered.push_back(&named);
        freeGroup = std::max(freeGroup, groupOf(named.annotation) + 1);
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const NamedAnnotation* a, const NamedAnnotation* b) {
        return a->annotation.order < b->annotation.order;
    });
    for (size_t i = 0; i < ordered.size(); ++i) {
        appendFigure(*ordered[i], int(i), freeGroup);
    }
    m_xml.append("  </image>\n");
}

void CvatWriter::appendFigure(const NamedAnnotation& named, int layer, int& freeGroup)
{
    const domain::Annotation& annotation = named.annotation;
    const Shape& shape = annotation.shape;
    const char* const element = elementOf(shape.kind);
    const QString source = textField(annotation.extra, "source");
    int group = groupOf(annotation);
    if (shape.ringCount() > 1 && group <= 0) {
        group = freeGroup++;
    }
    const int rings = shape.kind == ShapeKind::Polygon ? std::max(1, shape.ringCount()) : 1;
    for (int ring = 0; ring < rings; ++ring) {
        m_xml.append("    <").append(element);
        appendAttribute(m_xml, "label", named.label);
        appendAttribute(m_xml, "source", source.isEmpty() ? QStringLiteral("manual") : source);
        if (shape.kind != ShapeKind::WholeSample) {
            appendAttribute(m_xml, "occluded", annotation.isOccluded);
            appendGeometry(m_xml, shape, ring);
        } else if (annotation.isOccluded) {
            appendAttribute(m_xml, "occluded", 1);
        }
        appendAttribute(m_xml, "z_order", layer);
        if (group > 0) {
            appendAttribute(m_xml, "group_id", group);
        }
        m_xml.append(">\n");
        if (shape.kind == ShapeKind::Skeleton) {
            appendJoints(named, layer);
        }
        appendChildren(annotation);
        m_xml.append("    </").append(element).append(">\n");
    }
}

void CvatWriter::appendJoints(const NamedAnnotation& named, int layer)
{
    const Shape& shape = named.annotation.shape;
    const QStringList names = m_joints.value(named.label);
    for (size_t i = 0; i < shape.points.size(); ++i) {
        const domain::JointVisibility seen = shape.visibility[i];
        m_xml.append("      <points");
        appendAttribute(m_xml, "label", names.value(qsizetype(i), QString::number(i + 1)));
        appendAttribute(m_xml, "source", QStringLiteral("manual"));
        appendAttribute(m_xml, "occluded", seen == domain::JointVisibility::Hidden);
        appendAttribute(m_xml, "outside", seen == domain::JointVisibility::Absent);
        appendPoints(m_xml, std::span(&shape.points[i], 1));
        appendAttribute(m_xml, "z_order", layer);
        m_xml.append(">\n      </points>\n");
    }
}

void CvatWriter::appendChildren(const domain::Annotation& annotation)
{
    const auto append = [this](const QString& name, const QString& value) {
        m_xml.append("      <attribute");
        appendAttribute(m_xml, "name", name);
        m_xml.append('>');
        appendText(m_xml, value);
        m_xml.append("</attribute>\n");
    };
    for (auto it = annotation.attributes.begin(); it != annotation.attributes.end(); ++it) {
        append(it.key(), it.value());
    }
    if (annotation.isDifficult) {
        append(QStringLiteral("difficult"), QStringLiteral("true"));
    }
    if (annotation.isTruncated) {
        append(QStringLiteral("truncated"), QStringLiteral("true"));
    }
    if (!annotation.pose.isEmpty()) {
        append(QStringLiteral("pose"), annotation.pose);
    }
}

core::Result<WriteSummary> CvatWriter::finish()
{
    m_xml.append("</annotations>\n");
    if (const core::Result<> flushed = flush(); !flushed) {
        return core::failure(flushed.error());
    }
    if (const int error = m_file.close(); error != 0) {
        return core::failure(io::writeError(error, m_folder.target()));
    }
    if (const core::Result<> done = m_folder.commit(); !done) {
        return core::failure(done.error());
    }
    m_summary.path = m_folder.target();
    return m_summary;
}

} // namespace lw::formats
