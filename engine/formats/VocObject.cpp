// SPDX-License-Identifier: GPL-3.0-or-later
//! VOC objects: name, flags, shape, attributes.
#include "engine/formats/ClassColours.h"
#include "engine/formats/MaskPixels.h"
#include "engine/formats/TextNumbers.h"
#include "engine/formats/VocMaskFile.h"
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
    pugi::xml_node colour;
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
    if (object.colour) {
        takeColour(object, object.colour);
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
    } else if (name == "mask_color" && m_type == domain::DatasetType::ImageSegmentation) {
        object.colour = child;
    } else if (const auto kind = shapeKindFromWord(name); kind && hasElements(child)) {
        const bool isOutlined = object.shape && object.kind == domain::ShapeKind::Polygon;
        if (*kind == domain::ShapeKind::Mask && isOutlined) {
            object.shape = child; // the polygon before it is its outline, for other programs
            object.kind = *kind;
        } else if (object.shape) {
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

void VocParser::takeColour(Object& object, pugi::xml_node node)
{
    const std::optional<QRgb> colour = colourFromText(trimmed(node.child_value()));
    if (!colour) {
        add(ProblemCode::FieldInvalid, node, nameAndValue(node));
        return;
    }
    const QString& name = object.annotation.label;
    if (m_labels && !m_labelsSeen.contains(name)) {
        m_labelsSeen.insert(name);
        domain::Label label;
        label.name = name;
        label.colour = *colour;
        m_labels(label);
    }
}

/// An object with a colour and no outline: its pixels are those of this colour in the mask picture.
bool VocParser::takeShapeFromMask(Object& object, pugi::xml_node element)
{
    const std::optional<QRgb> colour = colourFromText(trimmed(object.colour.child_value()));
    if (!colour || m_maskTaken.contains(*colour)) {
        add(ProblemCode::FieldMissing, element, QStringLiteral("polygon"));
        return false;
    }
    if (!m_isMaskRead) {
        m_isMaskRead = true;
        core::Result<QImage> mask = readMaskPicture(findMaskFile(*m_path, m_maskSource));
        if (mask) {
            m_mask = *std::move(mask);
        } else {
            const bool isMissing = mask.error().code == core::ErrorCode::NotFound;
            add(isMissing ? ProblemCode::FileMissing : ProblemCode::ImageUnreadable, element,
                isMissing ? m_maskSource.left(300) : mask.error().detail);
        }
    }
    m_maskTaken.insert(*colour);
    domain::Shape shape = domain::Shape::fromMask(pixelsWithColour(m_mask, *colour));
    return !m_mask.isNull() && acceptShape(object, std::move(shape), element, {});
}

bool VocParser::acceptShape(Object& object, domain::Shape&& shape, pugi::xml_node node, PictureSize picture)
{
    const ShapeVerdict verdict = checkShape(shape, picture);
    if (verdict.issue) {
        add(verdict.issue->code, node, verdict.issue->detail);
    }
    if (verdict.isAccepted && m_type && !fitsType(shape.kind, *m_type)) {
        add(ProblemCode::TypeMismatch, node, domain::shapeName(shape.kind));
        return false;
    }
    object.annotation.annotation.shape = std::move(shape);
    return verdict.isAccepted;
}

bool VocParser::takeShape(Object& object, pugi::xml_node element, PictureSize picture)
{
    if (!object.shape && object.colour && m_isOnDisk && !m_maskSource.isEmpty()) {
        return takeShapeFromMask(object, element);
    }
    if (!object.shape) {
        // An element with fields of its own is likely a shape that this program does not have.
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
    return acceptShape(object, *std::move(shape), object.shape, picture);
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
