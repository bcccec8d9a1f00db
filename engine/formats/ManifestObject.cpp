// SPDX-License-Identifier: GPL-3.0-or-later
//! Embedded annotations.
#include "engine/formats/ManifestObject.h"

#include "engine/formats/ManifestAuthor.h"
#include "engine/formats/TextNumbers.h"

namespace lw::formats {

using core::ProblemCode;
using domain::ShapeKind;
using simdjson::dom::element;
using simdjson::dom::key_value_pair;

namespace {

constexpr std::string_view kShape = "@modelarts:shape";
constexpr std::string_view kFeature = "@modelarts:feature";
constexpr size_t kMostNumbers = 2'000'000;

QString qtText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// All numbers of nested arrays in their order: [[1,2],[3,4]], [1,2,3] and [[1,2],[3]] are all in use. False if there
/// is anything else in them.
bool flatten(element value, std::vector<double>& numbers)
{
    simdjson::dom::array items;
    if (value.get(items) != simdjson::SUCCESS) {
        const std::optional<double> number = numberOf(value);
        if (number && numbers.size() < kMostNumbers) {
            numbers.push_back(*number);
        }
        return number.has_value();
    }
    for (const element item : items) {
        if (!flatten(item, numbers)) {
            return false;
        }
    }
    return true;
}

/// Four corners of an upright box; other files state two.
std::optional<domain::Shape> boxOfCorners(const std::vector<domain::ImagePoint>& p)
{
    const bool isUpright = (p[0].x == p[3].x && p[1].x == p[2].x && p[0].y == p[1].y && p[2].y == p[3].y) ||
                           (p[0].y == p[3].y && p[1].y == p[2].y && p[0].x == p[1].x && p[2].x == p[3].x);
    return isUpright ? std::optional(domain::Shape::box(p[0], p[2])) : std::nullopt;
}

/// Rings of a polygon: a list of lists of points. Empty if it is anything else.
std::vector<std::vector<domain::ImagePoint>> ringsOf(element value)
{
    std::vector<std::vector<domain::ImagePoint>> rings;
    simdjson::dom::array list;
    if (value.get(list) != simdjson::SUCCESS) {
        return {};
    }
    for (const element item : list) {
        simdjson::dom::array points;
        element first;
        std::vector<double> numbers;
        if (item.get(points) != simdjson::SUCCESS || points.at(0).get(first) != simdjson::SUCCESS ||
            !first.is_array() || !flatten(item, numbers) || numbers.size() % 2 != 0) {
            return {};
        }
        rings.emplace_back();
        for (size_t i = 0; i < numbers.size(); i += 2) {
            rings.back().push_back({numbers[i], numbers[i + 1]});
        }
    }
    return rings;
}

/// x, y and how it is seen, for each joint.
std::optional<domain::Shape> skeletonOf(const std::vector<double>& numbers)
{
    domain::Shape shape{ShapeKind::Skeleton, {}, 0};
    for (size_t i = 0; i + 2 < numbers.size(); i += 3) {
        shape.points.push_back({numbers[i], numbers[i + 1]});
        shape.visibility.push_back(numbers[i + 2] == 0   ? domain::JointVisibility::Absent
                                   : numbers[i + 2] == 1 ? domain::JointVisibility::Hidden
                                                         : domain::JointVisibility::Visible);
    }
    return numbers.size() % 3 == 0 ? std::optional(std::move(shape)) : std::nullopt;
}

std::optional<domain::Shape> shapeOf(ShapeKind kind, const std::vector<double>& numbers)
{
    if (kind == ShapeKind::Skeleton) {
        return skeletonOf(numbers);
    }
    if (kind == ShapeKind::Ellipse) {
        return numbers.size() == 5
                   ? std::optional(domain::Shape{kind, {{numbers[0], numbers[1]}, {numbers[2], numbers[3]}}, numbers[4]})
                   : std::nullopt;
    }
    if (kind == ShapeKind::Circle) {
        return numbers.size() == 3 ? std::optional(domain::Shape::circle({numbers[0], numbers[1]}, numbers[2]))
                                   : std::nullopt;
    }
    std::vector<domain::ImagePoint> points;
    points.reserve(numbers.size() / 2);
    for (size_t i = 0; i + 1 < numbers.size(); i += 2) {
        points.push_back({numbers[i], numbers[i + 1]});
    }
    if (numbers.size() % 2 != 0) {
        return std::nullopt;
    }
    if (kind == ShapeKind::BoundingBox && points.size() == 4) {
        return boxOfCorners(points);
    }
    const size_t wanted = kind == ShapeKind::Point ? 1 : kind == ShapeKind::RotatedBox ? 4 : 2;
    const bool fits = kind == ShapeKind::Polygon || (kind == ShapeKind::Polyline && points.size() >= 2) ||
                      (kind != ShapeKind::Mask && points.size() == wanted);
    return fits ? std::optional(domain::Shape{kind, std::move(points), 0}) : std::nullopt;
}

} // namespace

/// One object while its fields are sorted.
struct ManifestObjectReader::State {
    NamedAnnotation& named;
    std::vector<RowIssue>& issues;
    std::string_view shape;
    std::optional<element> feature;
    JsonObject extra;
    JsonObject extraProperties; ///< kept under "property" in extra

    void refuse(std::string_view key, element value) const
    {
        issues.push_back({ProblemCode::FieldInvalid, fieldDetail(key, value)});
    }
    void takeFlag(bool& flag, std::string_view key, element value) const
    {
        const std::optional<bool> taken = flagOf(value);
        flag = taken.value_or(false);
        if (!taken) {
            refuse(key, value);
        }
    }
    void takeShare(std::optional<double>& share, std::string_view key, element value) const
    {
        share = shareOf(value);
        if (!share && !value.is_null()) {
            refuse(key, value);
        }
    }
};

bool ManifestObjectReader::isEmbedded(simdjson::dom::object object)
{
    const auto property = propertyOf(object);
    return property && property->at_key(kShape).error() == simdjson::SUCCESS;
}

std::optional<simdjson::dom::object> ManifestObjectReader::propertyOf(simdjson::dom::object object)
{
    element property;
    simdjson::dom::object members;
    if (object.at_key("property").get(property) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    if (property.get(members) == simdjson::SUCCESS) {
        return members;
    }
    const std::string_view text = textOf(property);
    if (trimmed(text).starts_with('{') &&
        m_propertyParser.parse(text.data(), text.size()).get(members) == simdjson::SUCCESS) {
        return members;
    }
    return std::nullopt;
}

/// The fields that stand in the annotation or in its properties.
bool ManifestObjectReader::takeCommon(State& state, std::string_view key, element value)
{
    domain::Annotation& annotation = state.named.annotation;
    if (key == "confidence") {
        state.takeShare(annotation.confidence, key, value);
    } else if (key == "hard" || key == "@modelarts:hard") {
        state.takeFlag(annotation.isHard, key, value);
    } else if (key == "hard-coefficient" || key == "@modelarts:hard_coefficient") {
        state.takeShare(annotation.hardCoefficient, key, value);
    } else {
        return false;
    }
    return true;
}

bool ManifestObjectReader::read(simdjson::dom::object object, PictureSize picture, NamedAnnotation& annotation,
                                std::vector<RowIssue>& issues)
{
    State state{annotation, issues, {}, {}, {}, {}};
    std::string_view name;
    std::string_view model;
    for (const key_value_pair& field : object) {
        const std::string_view key = field.key;
        if (key == "name") {
            name = trimmed(textOf(field.value));
        } else if (key == "property") {
            if (const auto property = propertyOf(object)) {
                takeProperties(state, *property);
            } else {
                state.extra.addRaw(key, compactJson(field.value));
            }
        } else if (key == "annotated-by") {
            annotation.annotation.author = m_strings.get(textOf(field.value)).text;
        } else if (key == kModelField) {
            model = textOf(field.value);
        } else if (key == "creation-time") {
            const std::optional<qint64> time = parseTime(textOf(field.value));
            annotation.annotation.createdAt = time.value_or(0);
            if (!time) {
                state.refuse(key, field.value);
            }
        } else if (!takeCommon(state, key, field.value) && key != "type") {
            state.extra.addRaw(key, compactJson(field.value));
        }
    }
    annotation.annotation.author = authorOf(annotation.annotation.author, model);
    if (!takeName(state, name) || !takeShape(state, picture)) {
        return false;
    }
    if (!state.extraProperties.isEmpty()) {
        const QByteArray kept = state.extraProperties.take();
        state.extra.addRaw("property", std::string_view(kept.constData(), size_t(kept.size())));
    }
    annotation.annotation.extra = state.extra.take();
    return true;
}

bool ManifestObjectReader::takeName(State& state, std::string_view name)
{
    if (name.empty()) {
        state.issues.push_back({ProblemCode::FieldMissing, QStringLiteral("name")});
        return false;
    }
    const CachedString label = m_strings.get(name);
    if (!label.isLabelName) {
        state.issues.push_back({ProblemCode::LabelInvalid, label.text.left(200)});
        return false;
    }
    state.named.label = label.text;
    return true;
}

void ManifestObjectReader::takeProperties(State& state, simdjson::dom::object property)
{
    domain::Annotation& annotation = state.named.annotation;
    for (const key_value_pair& field : property) {
        const std::string_view key = field.key;
        const element value = field.value;
        if (key == kShape) {
            state.shape = textOf(value);
        } else if (key == kFeature) {
            state.feature = value;
        } else if (key == "truncated") {
            state.takeFlag(annotation.isTruncated, key, value);
        } else if (key == "difficult") {
            state.takeFlag(annotation.isDifficult, key, value);
        } else if (key == "occluded") {
            state.takeFlag(annotation.isOccluded, key, value);
        } else if (key == "pose" && value.is_string()) {
            annotation.pose = textOf(value) == "Unspecified" ? QString() : m_strings.get(textOf(value)).text;
        } else if (takeCommon(state, key, value)) {
            continue;
        } else if (key.starts_with('@') || value.is_array() || value.is_object() || value.is_null()) {
            state.extraProperties.addRaw(key, compactJson(value));
        } else if (value.is_string()) {
            annotation.attributes.insert(m_strings.get(key).text, m_strings.get(textOf(value)).text);
        } else {
            annotation.attributes.insert(m_strings.get(key).text, QString::fromStdString(compactJson(value)));
        }
    }
}

bool ManifestObjectReader::takeShape(State& state, PictureSize picture)
{
    if (fitsType(ShapeKind::WholeSample, m_type)) {
        state.named.annotation.shape = domain::Shape::wholeSample();
        return true;
    }
    return takeFigure(state, picture);
}

bool ManifestObjectReader::takeFigure(State& state, PictureSize picture)
{
    const std::optional<ShapeKind> kind = shapeKindFromWord(state.shape);
    if (!kind) {
        state.issues.push_back({ProblemCode::TypeUnknown, qtText(state.shape).left(80)});
        return false;
    }
    if (!state.feature) {
        state.issues.push_back({ProblemCode::FieldMissing, qtText(kFeature)});
        return false;
    }
    element feature = *state.feature;
    if (const std::string_view text = textOf(feature); feature.is_string()) {
        if (m_featureParser.parse(text.data(), text.size()).get(feature) != simdjson::SUCCESS) {
            state.refuse(kFeature, *state.feature);
            return false;
        }
    }
    std::vector<double> numbers;
    std::optional<domain::Shape> shape;
    if (auto rings = ringsOf(feature); *kind == ShapeKind::Polygon && !rings.empty()) {
        shape = domain::Shape::polygon(rings);
    } else if (flatten(feature, numbers)) {
        shape = shapeOf(*kind, numbers);
    }
    if (!shape) {
        state.refuse(kFeature, *state.feature);
        return false;
    }
    const ShapeVerdict verdict = checkShape(*shape, picture);
    if (verdict.issue) {
        state.issues.push_back({verdict.issue->code, verdict.issue->detail});
    }
    if (verdict.isAccepted && !fitsType(*kind, m_type)) {
        state.issues.push_back({ProblemCode::TypeMismatch, domain::shapeName(*kind)});
        return false;
    }
    state.named.annotation.shape = std::move(*shape);
    return verdict.isAccepted;
}

} // namespace lw::formats
