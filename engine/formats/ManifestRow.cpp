// SPDX-License-Identifier: GPL-3.0-or-later
//! Sorts the fields of manifest rows.
#include "engine/formats/ManifestRow.h"

#include "engine/formats/TextNumbers.h"

namespace lw::formats {

using core::ProblemCode;
using simdjson::dom::element;

namespace {

RowIssue issueOf(simdjson::error_code error)
{
    switch (error) {
    case simdjson::UTF8_ERROR:
        return {ProblemCode::EncodingInvalid, QStringLiteral("UTF-8")};
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
        return {ProblemCode::FileTooLarge, {}};
    default:
        return {ProblemCode::JsonMalformed, QString::fromLatin1(simdjson::error_message(error))};
    }
}

/// Members that are no attribute of a sample stay under "property" in the row's other fields.
void takeAttributes(ManifestRow& row, element property)
{
    simdjson::dom::object members;
    if (property.get(members) != simdjson::SUCCESS) {
        return;
    }
    JsonObject rest;
    for (const simdjson::dom::key_value_pair& member : members) {
        const std::string_view text = textOf(member.value);
        const QString name = QString::fromUtf8(member.key.data(), qsizetype(member.key.size()));
        const QString value = QString::fromUtf8(text.data(), qsizetype(text.size()));
        if (member.value.is_string() && domain::isValidAttributeName(name) && domain::isValidAttributeValue(value)) {
            row.attributes.insert(name, value);
        } else {
            rest.addRaw(member.key, compactJson(member.value));
        }
    }
    if (!rest.isEmpty()) {
        const QByteArray kept = rest.take();
        row.extra.addRaw("property", std::string_view(kept.constData(), size_t(kept.size())));
    }
}

void takeField(ManifestRow& row, std::string_view key, element value)
{
    const auto refuse = [&] { row.issues.push_back({ProblemCode::FieldInvalid, fieldDetail(key, value)}); };
    if (key == "source") {
        row.source = textOf(value);
        if (!value.is_string()) {
            refuse();
        }
    } else if (key == "annotation") {
        if (!value.is_null()) {
            row.annotation = value;
        }
    } else if (key == "usage") {
        const std::string_view text = trimmed(textOf(value));
        row.usage = domain::usageFromName(QString::fromUtf8(text.data(), qsizetype(text.size())));
        if (row.usage == domain::SampleUsage::None && !text.empty()) {
            refuse();
        }
    } else if (key == "id" && value.is_string()) {
        row.id = textOf(value);
    } else if (key == "hard") {
        const std::optional<bool> flag = flagOf(value);
        row.isHard = flag.value_or(false);
        if (!flag) {
            refuse();
        }
    } else if (key == "hard-coefficient") {
        row.hardCoefficient = shareOf(value);
        if (!row.hardCoefficient) {
            refuse();
        }
    } else if (key == "hard-reasons") {
        std::int64_t number = 0;
        const std::string_view text = textOf(value);
        const auto reasons = domain::hardReasonsFromText(
            value.get(number) == simdjson::SUCCESS ? QString::number(number)
                                                   : QString::fromUtf8(text.data(), qsizetype(text.size())));
        row.hardReasons = reasons.value_or(domain::HardReasons());
        if (!reasons) {
            refuse();
        }
    } else if (key == "property" && value.is_object()) {
        takeAttributes(row, value);
    } else if (key != "sample-type") { // always 0 for the types that are read here, and written again
        row.extra.addRaw(key, compactJson(value));
    }
}

} // namespace

std::optional<RowIssue> ManifestRowParser::parse(std::string_view line, ManifestRow& row)
{
    element root;
    if (const auto error = m_parser.parse(line.data(), line.size(), false).get(root); error != simdjson::SUCCESS) {
        return issueOf(error);
    }
    simdjson::dom::object object;
    if (root.get(object) != simdjson::SUCCESS) {
        return RowIssue{ProblemCode::JsonMalformed, QStringLiteral("not an object")};
    }
    for (const simdjson::dom::key_value_pair& field : object) {
        takeField(row, field.key, field.value);
    }
    if (row.source.empty()) {
        return RowIssue{ProblemCode::FieldMissing, QStringLiteral("source")};
    }
    return std::nullopt;
}

std::optional<bool> flagOf(element value)
{
    if (value.is_bool()) {
        return bool(value);
    }
    if (value.is_string()) {
        return parseFlag(textOf(value));
    }
    const std::optional<double> number = numberOf(value);
    return number && (*number == 0 || *number == 1) ? std::optional(*number == 1) : std::nullopt;
}

std::optional<double> numberOf(element value)
{
    if (value.is_string()) {
        return parseNumber(textOf(value));
    }
    double number = 0;
    constexpr double kLargest = 1e9;
    return value.get(number) == simdjson::SUCCESS && number >= -kLargest && number <= kLargest ? std::optional(number)
                                                                                               : std::nullopt;
}

std::optional<double> shareOf(element value)
{
    const std::optional<double> number = numberOf(value);
    return number && *number >= 0 && *number <= 1 ? number : std::nullopt;
}

std::string_view textOf(element value)
{
    std::string_view text;
    return value.get(text) == simdjson::SUCCESS ? text : std::string_view();
}

QString fieldDetail(std::string_view name, element value)
{
    const std::string text = compactJson(value);
    return QString::fromUtf8(name.data(), qsizetype(name.size())) + u'=' + QString::fromStdString(text).left(80);
}

RowIssue fieldInvalid(std::string_view name, element value)
{
    return {ProblemCode::FieldInvalid, fieldDetail(name, value)};
}

} // namespace lw::formats
