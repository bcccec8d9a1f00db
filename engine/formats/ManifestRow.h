// SPDX-License-Identifier: GPL-3.0-or-later
//! One line of a manifest, its fields sorted: table 2-14 of the reference.
#pragma once

#include "engine/formats/JsonText.h"
#include "models/core/Problem.h"
#include "models/domain/Sample.h"

#include <optional>

namespace lw::formats {

/// Something wrong with a row or with one of its fields.
struct RowIssue {
    core::ProblemCode code = core::ProblemCode::JsonMalformed;
    QString detail;
};

/// The fields of a row; texts point into the parser and live until its next line.
struct ManifestRow {
    std::string_view source;
    std::string_view id;
    domain::SampleUsage usage = domain::SampleUsage::None;
    bool isHard = false;
    std::optional<double> hardCoefficient;
    domain::HardReasons hardReasons;
    domain::SampleAttributes attributes; ///< texts of the row's "property"
    std::optional<simdjson::dom::element> annotation;
    JsonObject extra;             ///< every other field
    std::vector<RowIssue> issues; ///< fields that were left out
};

/// Parses lines; keeps the parser's memory. Not thread-safe.
class ManifestRowParser {
public:
    /// `line` has simdjson's padding behind it. An issue means that the whole row is of no use.
    [[nodiscard]] std::optional<RowIssue> parse(std::string_view line, ManifestRow& row);

private:
    simdjson::dom::parser m_parser;
};

/// true, "true", "True", 1 … as a flag; nullopt for anything else.
[[nodiscard]] std::optional<bool> flagOf(simdjson::dom::element value);
/// A number, or a string that holds one; nullopt for anything else.
[[nodiscard]] std::optional<double> numberOf(simdjson::dom::element value);
/// A number from 0 to 1.
[[nodiscard]] std::optional<double> shareOf(simdjson::dom::element value);
/// The string, or an empty text for other types.
[[nodiscard]] std::string_view textOf(simdjson::dom::element value);
/// "name=value" to show what was wrong with a field.
[[nodiscard]] QString fieldDetail(std::string_view name, simdjson::dom::element value);
[[nodiscard]] RowIssue fieldInvalid(std::string_view name, simdjson::dom::element value);

} // namespace lw::formats
