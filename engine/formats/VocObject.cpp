// SPDX-License-Identifier: GPL-3.0-or-later
//! VOC objects: name, flags, shape, attributes.
#include "engine/formats/TextNumbers.h"
#include "engine/formats/VocParser.h"
#include "engine/formats/VocShape.h"

namespace lw::formats {

using core::ProblemCode;

/// One object while its elements are sorted.
struct VocParser::Object {
    NamedAnnotation annotation;
    pugi::xml_node name;
    pugi::xml_node shape;
    domain::ShapeKind kind = domain::ShapeKind::BoundingBox;
    pugi::xml_node otherShape; ///< the second one, if there is one
    std::vector<pugi::xml_node> unknown;
};

namespace {

bool hasElements(pugi::xml_node node)
{
    return node.first_child().type() == pugi::node_element;
}

QString textOf(pugi::xml_node node)
{
    const std::string_view text = trimmed(node.child_value());
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString nameAndValue(pugi::xml_node node)
{
    return QString::fromUtf8(node.name()) + u'=' + textOf(node).left(80);
}

} // namespace

void VocParser::readObject(VocDocument& document, pugi::xml_node element, PictureSize picture)
{
    Object object;
    for (const pugi::xml_node& child : element.children()) {
        if (child.type() == pugi::node_element) {
            sortElement(object, child);
        }
    }
    if (!takeName(object, element) || !takeShape(object, element, picture)) {
        ++document.skipped;
        return;
    }
    if (object.otherShape) {
        add(ProblemCode::ShapeAmbiguous, object.otherShape);
    }
    object.annotation.annotation.extra = keep(object.unknown, element);
    object.annotation.annotation.order = static_cast<int>(document.annotations.size());
    document.annotations.push_back(std::move(object.annotation));
}

void VocParser::sortElement(Object& object, pugi::xml_node child)
{
    domain::Annotation& annotation = object.annotation.annotation;
    const std::string_view name = child.name();
    if (name == "name") {
        object.name = child;
    } else if (name == "pose") {
        const std::string_view pose = trimmed(child.child_value());
        annotation.pose = pose == "Unspecified" ? QString() : m_strings.get(pose).text;
    } else if (name == "truncated") {
        takeFlag(annotation.isTruncated, child);
    } else if (name == "difficult") {
        takeFlag(annotation.isDifficult, child);
    } else if (name == "occluded") {
        takeFlag(annotation.isOccluded, child);
    } else if (const auto kind = shapeKindFromWord(name); kind && hasElements(child)) {
        if (object.shape) {
            object.otherShape = object.otherShape ? object.otherShape : child;
        } else {
            object.shape = child;
            object.kind = *kind;
        }
    } else if (kind && !object.shape) {
        object.shape = child;
        object.kind = *kind;
    } else if (name == "confidence") {
        takeShare(annotation.confidence, child);
    } else if (name == "hard") {
        takeFlag(annotation.isHard, child);
    } else if (name == "hard-coefficient") {
        takeShare(annotation.hardCoefficient, child);
    } else if (name == "properties" || name == "property" || name == "attributes") {
        takeAttributes(object, child);
    } else if (name == "annotated-by") {
        annotation.author = m_strings.get(trimmed(child.child_value())).text;
    } else if (name == "creation-time") {
        takeTime(object, child);
    } else {
        object.unknown.push_back(child);
    }
}

bool VocParser::takeName(Object& object, pugi::xml_node element)
{
    const std::string_view name = trimmed(object.name.child_value());
    if (name.empty()) {
        add(ProblemCode::FieldMissing, object.name ? object.name : element, QStringLiteral("name"));
        return false;
    }
    const CachedString label = m_strings.get(name);
    if (!label.isLabelName) {
        add(ProblemCode::LabelInvalid, object.name, label.text.left(200));
        return false;
    }
    object.annotation.label = label.text;
    return true;
}

bool VocParser::takeShape(Object& object, pugi::xml_node element, PictureSize picture)
{
    if (!object.shape) {
        // Extensions such as <robndbox> or <polyline> are shapes that this program does not have.
        for (const pugi::xml_node& unknown : object.unknown) {
            if (hasElements(unknown) && std::string_view(unknown.name()) != "part" &&
                std::string_view(unknown.name()) != "actions") {
                add(ProblemCode::TypeUnknown, unknown, QString::fromUtf8(unknown.name()).left(80));
                return false;
            }
        }
        add(ProblemCode::FieldMissing, element, QStringLiteral("bndbox"));
        return false;
    }
    auto shape = readVocShape(object.kind, object.shape);
    if (!shape) {
        add(shape.error().code, object.shape, shape.error().detail);
        return false;
    }
    const ShapeVerdict verdict = checkShape(*shape, picture);
    if (verdict.issue) {
        add(verdict.issue->code, object.shape, verdict.issue->detail);
    }
    object.annotation.annotation.shape = *std::move(shape);
    return verdict.isAccepted;
}

void VocParser::takeFlag(bool& flag, pugi::xml_node node)
{
    const std::optional<bool> value = parseFlag(node.child_value());
    flag = value.value_or(false);
    if (!value) {
        add(ProblemCode::FieldInvalid, node, nameAndValue(node));
    }
}

void VocParser::takeShare(std::optional<double>& share, pugi::xml_node node)
{
    const std::string_view text = trimmed(node.child_value());
    if (text.empty()) {
        return;
    }
    const std::optional<double> value = parseNumber(text);
    if (value && *value >= 0 && *value <= 1) {
        share = value;
    } else {
        add(ProblemCode::FieldInvalid, node, nameAndValue(node));
    }
}

/// Three spellings: <property><key/><value/></property>, <attribute><name/><value/></attribute>, and
/// <colour>red</colour>.
void VocParser::takeAttributes(Object& object, pugi::xml_node list)
{
    for (const pugi::xml_node& child : list.children()) {
        if (child.type() != pugi::node_element) {
            continue;
        }
        const pugi::xml_node key = child.child("key") ? child.child("key") : child.child("name");
        const std::string_view name = key ? trimmed(key.child_value()) : std::string_view(child.name());
        const char* const value = key ? child.child("value").child_value() : child.child_value();
        if (!name.empty()) {
            object.annotation.annotation.attributes.insert(m_strings.get(name).text, m_strings.get(value).text);
        }
    }
}

void VocParser::takeTime(Object& object, pugi::xml_node node)
{
    const std::optional<qint64> time = parseTime(node.child_value());
    if (time) {
        object.annotation.annotation.createdAt = *time;
    } else {
        add(ProblemCode::FieldInvalid, node, nameAndValue(node));
    }
}

} // namespace lw::formats
