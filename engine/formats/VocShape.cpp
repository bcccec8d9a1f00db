// SPDX-License-Identifier: GPL-3.0-or-later
//! Geometry of VOC objects: tables 2-18 and 2-22 of the reference, and elements of our own for the other kinds.
#include "engine/formats/VocShape.h"

#include "engine/formats/TextNumbers.h"
#include "engine/formats/XmlExtra.h"
#include "models/domain/Rings.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace lw::formats {

namespace {

using core::ProblemCode;
using domain::ImagePoint;
using domain::Shape;
using domain::ShapeKind;
using ShapeOrIssue = tl::expected<Shape, ShapeIssue>;

constexpr size_t kMostPoints = 1'000'000;

/// Collects numbers by name and remembers the first thing that was wrong.
class Fields {
public:
    explicit Fields(pugi::xml_node element) : m_element(element) {}

    double number(const char* name)
    {
        const pugi::xml_node child = m_element.child(name);
        if (!child) {
            note(ProblemCode::FieldMissing, QString::fromLatin1(name));
            return 0;
        }
        const std::optional<double> value = parseNumber(child.child_value());
        if (!value) {
            note(ProblemCode::FieldInvalid,
                 QString::fromLatin1(name) + u'=' + QString::fromUtf8(child.child_value()).left(80));
        }
        return value.value_or(0);
    }
    ShapeOrIssue finish(Shape shape) const { return m_issue ? ShapeOrIssue(tl::unexpect, *m_issue) : shape; }

private:
    void note(ProblemCode code, const QString& detail)
    {
        if (!m_issue) {
            m_issue = ShapeIssue{code, detail};
        }
    }

    pugi::xml_node m_element;
    std::optional<ShapeIssue> m_issue;
};

/// The number in "x12", or 0 if the name is not `letter` and a number.
size_t indexOf(const char* name, char letter)
{
    size_t index = 0;
    const char* const end = name + std::strlen(name);
    if (name[0] != letter) {
        return 0;
    }
    const auto [stop, error] = std::from_chars(name + 1, end, index);
    return error == std::errc() && stop == end && index <= kMostPoints ? index : 0;
}

/// x1, y1, x2, y2 … in any order; `numbers`, if given, gets v1, v2 … of the points (0 where there is none).
ShapeOrIssue readPoints(pugi::xml_node element, Shape shape, std::vector<double>* numbers = nullptr)
{
    std::vector<unsigned char> seen; // 1: x, 2: y
    for (const pugi::xml_node& child : element.children()) {
        const bool isX = child.name()[0] == 'x';
        const bool isNumber = numbers != nullptr && child.name()[0] == 'v';
        const size_t index = indexOf(child.name(), isNumber ? 'v' : isX ? 'x' : 'y');
        if (index == 0) {
            continue;
        }
        const std::optional<double> value = parseNumber(child.child_value());
        if (!value) {
            return tl::unexpected(
                ShapeIssue{ProblemCode::FieldInvalid,
                           QString::fromLatin1(child.name()) + u'=' + QString::fromUtf8(child.child_value()).left(80)});
        }
        if (index > shape.points.size()) {
            // Gaps in the numbering must not reserve memory: an index can be ahead of its partner, not far ahead.
            if (index > shape.points.size() + 1000) {
                return tl::unexpected(
                    ShapeIssue{ProblemCode::FieldMissing, QStringLiteral("x%1").arg(shape.points.size() + 1)});
            }
            shape.points.resize(index);
            seen.resize(index);
        }
        if (isNumber) {
            numbers->resize(std::max(numbers->size(), index));
            (*numbers)[index - 1] = *value;
            continue;
        }
        (isX ? shape.points[index - 1].x : shape.points[index - 1].y) = *value;
        seen[index - 1] |= isX ? 1 : 2;
    }
    for (size_t i = 0; i < seen.size(); ++i) {
        if (seen[i] != 3) {
            const QString letter = (seen[i] & 1) != 0 ? QStringLiteral("y") : QStringLiteral("x");
            return tl::unexpected(ShapeIssue{ProblemCode::FieldMissing, letter + QString::number(i + 1)});
        }
    }
    return shape;
}

ShapeOrIssue readLine(ShapeKind kind, pugi::xml_node element)
{
    ShapeOrIssue line = readPoints(element, Shape{kind, {}, 0});
    if (line && line->points.size() < 2) {
        return tl::unexpected(ShapeIssue{ProblemCode::ShapeTooFewPoints, QString::number(line->points.size())});
    }
    if (line && line->points.size() > 2) {
        return tl::unexpected(ShapeIssue{ProblemCode::TypeUnknown, QStringLiteral("polyline")});
    }
    return line;
}

/// Further rings stand within the polygon, each as <ring> with points of its own.
ShapeOrIssue readPolygon(pugi::xml_node element)
{
    ShapeOrIssue polygon = readPoints(element, Shape{ShapeKind::Polygon, {}, 0});
    for (pugi::xml_node child = element.child("ring"); child && polygon; child = child.next_sibling("ring")) {
        const ShapeOrIssue ring = readPoints(child, Shape{ShapeKind::Polygon, {}, 0});
        if (!ring) {
            return ring;
        }
        if (!ring->points.empty() && !polygon->points.empty()) {
            polygon->ringStarts.push_back(int(polygon->points.size()));
        }
        polygon->points.insert(polygon->points.end(), ring->points.begin(), ring->points.end());
    }
    return polygon;
}

ShapeOrIssue withPointCount(ShapeOrIssue shape, size_t least, size_t most)
{
    if (shape && shape->points.size() < least) {
        return tl::unexpected(ShapeIssue{ProblemCode::ShapeTooFewPoints, QString::number(shape->points.size())});
    }
    if (shape && shape->points.size() > most) {
        return tl::unexpected(ShapeIssue{ProblemCode::FieldInvalid, QStringLiteral("x%1").arg(most + 1)});
    }
    return shape;
}

/// Corners as we write them, or <robndbox> with centre, sides and an angle in radians.
ShapeOrIssue readRotatedBox(pugi::xml_node element)
{
    if (element.child("x1")) {
        return withPointCount(readPoints(element, Shape{ShapeKind::RotatedBox, {}, 0}), 4, 4);
    }
    Fields fields(element);
    const ImagePoint centre{fields.number("cx"), fields.number("cy")};
    const double width = fields.number("w");
    const double height = fields.number("h");
    return fields.finish(Shape::rotatedBox(centre, width, height, fields.number("angle")));
}

ShapeOrIssue readSkeleton(pugi::xml_node element)
{
    std::vector<double> seen;
    ShapeOrIssue shape = readPoints(element, Shape{ShapeKind::Skeleton, {}, 0}, &seen);
    if (shape) {
        seen.resize(shape->points.size(), 2);
        for (const double number : seen) {
            shape->visibility.push_back(number == 0   ? domain::JointVisibility::Absent
                                        : number == 1 ? domain::JointVisibility::Hidden
                                                      : domain::JointVisibility::Visible);
        }
    }
    return withPointCount(std::move(shape), 1, kMostPoints);
}

ShapeOrIssue readMask(pugi::xml_node element)
{
    Fields fields(element);
    domain::Mask mask;
    for (const auto& [name, side] : {std::pair("x", &mask.x), std::pair("y", &mask.y), std::pair("width", &mask.width),
                                     std::pair("height", &mask.height)}) {
        *side = int(std::clamp(fields.number(name), -1e6, 1e6));
    }
    std::string_view text = trimmed(element.child("runs").child_value());
    while (!text.empty()) {
        quint32 run = 0;
        const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), run);
        if (error != std::errc()) {
            return tl::unexpected(ShapeIssue{ProblemCode::FieldInvalid, QStringLiteral("runs")});
        }
        mask.runs.append(run);
        text = trimmed(text.substr(size_t(stop - text.data())));
    }
    const bool isGood = mask.isValid();
    ShapeOrIssue shape = fields.finish(Shape::fromMask(std::move(mask)));
    return shape && !isGood ? tl::unexpected(ShapeIssue{ProblemCode::FieldInvalid, QStringLiteral("runs")}) : shape;
}

void appendField(QByteArray& out, int indent, const char* name, double value, size_t number = 0)
{
    const auto appendName = [&] {
        appendBytes(out, name);
        if (number > 0) {
            char text[20];
            out.append(text, std::to_chars(text, text + sizeof text, number).ptr - text);
        }
    };
    appendSpaces(out, indent);
    out.append('<');
    appendName();
    out.append('>');
    appendNumber(out, value);
    appendBytes(out, "</");
    appendName();
    appendBytes(out, ">\n");
}

void appendPoints(QByteArray& out, const Shape& shape, int indent)
{
    for (int ring = 0; ring < shape.ringCount(); ++ring) {
        const std::span<const ImagePoint> points = shape.ring(ring);
        const int inner = ring > 0 ? indent + 4 : indent;
        if (ring > 0) {
            appendSpaces(out, indent);
            out.append("<ring>\n");
        }
        for (size_t i = 0; i < points.size(); ++i) {
            appendField(out, inner, "x", points[i].x, i + 1);
            appendField(out, inner, "y", points[i].y, i + 1);
            if (i < shape.visibility.size()) {
                appendField(out, inner, "v", double(shape.visibility[i]), i + 1);
            }
        }
        if (ring > 0) {
            appendSpaces(out, indent);
            out.append("</ring>\n");
        }
    }
}

void appendFields(QByteArray& out, const Shape& shape, int indent)
{
    const std::vector<ImagePoint>& points = shape.points;
    if (shape.kind == ShapeKind::BoundingBox && points.size() == 2) {
        appendField(out, indent, "xmin", points[0].x);
        appendField(out, indent, "ymin", points[0].y);
        appendField(out, indent, "xmax", points[1].x);
        appendField(out, indent, "ymax", points[1].y);
    } else if (shape.kind == ShapeKind::Circle && points.size() == 1) {
        appendField(out, indent, "cx", points[0].x);
        appendField(out, indent, "cy", points[0].y);
        appendField(out, indent, "r", shape.radius);
    } else if (shape.kind == ShapeKind::Point && points.size() == 1) {
        appendField(out, indent, "x", points[0].x);
        appendField(out, indent, "y", points[0].y);
    } else if (shape.kind == ShapeKind::Ellipse && points.size() == 2) {
        appendField(out, indent, "cx", points[0].x);
        appendField(out, indent, "cy", points[0].y);
        appendField(out, indent, "ax", points[1].x);
        appendField(out, indent, "ay", points[1].y);
        appendField(out, indent, "r", shape.radius);
    } else {
        appendPoints(out, shape, indent);
    }
}

void appendMask(QByteArray& out, const domain::Mask& mask, int indent)
{
    appendSpaces(out, indent);
    out.append("<mask>\n");
    appendField(out, indent + 4, "x", mask.x);
    appendField(out, indent + 4, "y", mask.y);
    appendField(out, indent + 4, "width", mask.width);
    appendField(out, indent + 4, "height", mask.height);
    appendSpaces(out, indent + 4);
    out.append("<runs>");
    for (qsizetype i = 0; i < mask.runs.size(); ++i) {
        out.append(i > 0 ? " " : "").append(QByteArray::number(mask.runs[i]));
    }
    out.append("</runs>\n");
    appendSpaces(out, indent);
    out.append("</mask>\n");
}

} // namespace

ShapeOrIssue readVocShape(ShapeKind kind, pugi::xml_node element)
{
    Fields fields(element);
    switch (kind) {
    case ShapeKind::BoundingBox: {
        const ImagePoint low{fields.number("xmin"), fields.number("ymin")};
        const ImagePoint high{fields.number("xmax"), fields.number("ymax")};
        return fields.finish({kind, {low, high}, 0});
    }
    case ShapeKind::Circle: {
        const ImagePoint centre{fields.number("cx"), fields.number("cy")};
        return fields.finish(Shape::circle(centre, fields.number("r")));
    }
    case ShapeKind::Point: {
        // The reference's table says x and y, its example x1 and y1.
        const bool isNumbered = static_cast<bool>(element.child("x1"));
        const ImagePoint at{fields.number(isNumbered ? "x1" : "x"), fields.number(isNumbered ? "y1" : "y")};
        return fields.finish(Shape::point(at));
    }
    case ShapeKind::Line:
    case ShapeKind::DashedLine:
        return readLine(kind, element);
    case ShapeKind::Polygon:
        return readPolygon(element);
    case ShapeKind::RotatedBox:
        return readRotatedBox(element);
    case ShapeKind::Ellipse: {
        Shape ellipse{kind, {{fields.number("cx"), fields.number("cy")}, {fields.number("ax"), fields.number("ay")}}, 0};
        ellipse.radius = fields.number("r");
        return fields.finish(std::move(ellipse));
    }
    case ShapeKind::Polyline:
        return withPointCount(readPoints(element, Shape{kind, {}, 0}), 2, kMostPoints);
    case ShapeKind::Skeleton:
        return readSkeleton(element);
    case ShapeKind::Mask:
        return readMask(element);
    case ShapeKind::WholeSample:
        break;
    }
    return Shape::wholeSample();
}

void appendVocShape(QByteArray& out, const Shape& shape, int indent)
{
    if (shape.kind == ShapeKind::Mask) {
        // The outline is for programs that know the reference's elements only.
        appendVocShape(out, Shape::polygon(ringsOfMask(shape.mask)), indent);
        return appendMask(out, shape.mask, indent);
    }
    if (shape.kind == ShapeKind::WholeSample) {
        appendSpaces(out, indent);
        out.append("<whole>1</whole>\n");
        return;
    }
    const QByteArray name = domain::shapeName(shape.kind).toLatin1();
    appendSpaces(out, indent);
    out.append('<').append(name).append(">\n");
    appendFields(out, shape, indent + 4);
    appendSpaces(out, indent);
    out.append("</").append(name).append(">\n");
}

} // namespace lw::formats
