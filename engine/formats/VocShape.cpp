// SPDX-License-Identifier: GPL-3.0-or-later
//! Geometry of VOC objects: table 2-22 of the reference.
#include "engine/formats/VocShape.h"

#include "engine/formats/TextNumbers.h"
#include "engine/formats/XmlExtra.h"

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

/// x1, y1, x2, y2 … in any order.
ShapeOrIssue readPoints(pugi::xml_node element, Shape shape)
{
    std::vector<unsigned char> seen; // 1: x, 2: y
    for (const pugi::xml_node& child : element.children()) {
        const bool isX = child.name()[0] == 'x';
        const size_t index = indexOf(child.name(), isX ? 'x' : 'y');
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
    } else {
        for (size_t i = 0; i < points.size(); ++i) {
            appendField(out, indent, "x", points[i].x, i + 1);
            appendField(out, indent, "y", points[i].y, i + 1);
        }
    }
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
    default:
        break;
    }
    return readPoints(element, Shape{kind, {}, 0});
}

void appendVocShape(QByteArray& out, const Shape& shape, int indent)
{
    const QByteArray name = domain::shapeName(shape.kind).toLatin1();
    appendSpaces(out, indent);
    out.append('<').append(name).append(">\n");
    appendFields(out, shape, indent + 4);
    appendSpaces(out, indent);
    out.append("</").append(name).append(">\n");
}

} // namespace lw::formats
