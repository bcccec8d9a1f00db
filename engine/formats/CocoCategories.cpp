// SPDX-License-Identifier: GPL-3.0-or-later
//! Categories to labels.
#include "engine/formats/CocoCategories.h"

#include <charconv>
#include <cmath>
#include <functional>

namespace lw::formats {

using core::ProblemCode;
using simdjson::dom::element;

namespace {

domain::SkeletonLayout skeletonOf(simdjson::dom::object category)
{
    domain::SkeletonLayout layout;
    simdjson::dom::array joints, bones;
    if (category["keypoints"].get(joints) != simdjson::SUCCESS) {
        return layout;
    }
    for (const element joint : joints) {
        std::string_view name;
        layout.joints.append(joint.get(name) == simdjson::SUCCESS ? QString::fromUtf8(name)
                                                                  : QString::number(layout.joints.size() + 1));
    }
    if (category["skeleton"].get(bones) == simdjson::SUCCESS) {
        for (const element bone : bones) {
            int64_t a = 0, b = 0;
            // Joints count from 1 here.
            if (bone.at(0).get(a) == simdjson::SUCCESS && bone.at(1).get(b) == simdjson::SUCCESS && a >= 1 && b >= 1 &&
                a <= layout.joints.size() && b <= layout.joints.size()) {
                layout.bones.emplace_back(int(a) - 1, int(b) - 1);
            }
        }
    }
    return layout;
}

} // namespace

std::optional<qint64> cocoIdFromText(std::string_view text)
{
    if (text.empty()) {
        return std::nullopt;
    }
    qint64 number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    if (parsed.ec == std::errc() && parsed.ptr == text.data() + text.size()) {
        return number;
    }
    // Far away from any number that somebody would use.
    return qint64(std::hash<std::string_view>{}(text) | (quint64(1) << 63));
}

std::optional<qint64> cocoId(element value)
{
    int64_t number = 0;
    double real = 0;
    std::string_view text;
    if (value.get(number) == simdjson::SUCCESS) {
        return number;
    }
    if (value.get(real) == simdjson::SUCCESS && std::floor(real) == real && std::abs(real) < 1e15) {
        return qint64(real);
    }
    return value.get(text) == simdjson::SUCCESS ? cocoIdFromText(text) : std::nullopt;
}

CocoCategories readCocoCategories(CocoSource& source, size_t offset, size_t end, std::vector<qint64>& order)
{
    CocoCategories categories;
    simdjson::dom::parser parser;
    simdjson::dom::array list;
    const simdjson::padded_string padded(source.text().substr(offset, end - offset));
    if (parser.parse(padded).get(list) != simdjson::SUCCESS) {
        source.add(ProblemCode::FieldInvalid, offset, QStringLiteral("categories"));
        return categories;
    }
    for (const element item : list) {
        simdjson::dom::object object;
        element id;
        std::string_view name;
        if (item.get(object) != simdjson::SUCCESS || object["id"].get(id) != simdjson::SUCCESS ||
            object["name"].get(name) != simdjson::SUCCESS) {
            source.add(ProblemCode::FieldMissing, offset, QStringLiteral("categories: id, name"));
            continue;
        }
        const std::optional<qint64> number = cocoId(id);
        CocoCategory category;
        category.label.name = QString::fromUtf8(name).trimmed();
        category.label.colour = 0;
        category.label.skeleton = skeletonOf(object);
        category.isNameValid = domain::isValidLabelName(category.label.name);
        if (!category.isNameValid) {
            source.add(ProblemCode::LabelInvalid, offset, category.label.name.left(200));
        }
        if (!number || !categories.emplace(*number, std::move(category)).second) {
            source.add(ProblemCode::FileDuplicate, offset, QStringLiteral("category %1").arg(QString::fromUtf8(name)));
            continue;
        }
        order.push_back(*number);
    }
    return categories;
}

} // namespace lw::formats
