// SPDX-License-Identifier: GPL-3.0-or-later
//! The categories of a COCO file, and how its ids are compared.
#pragma once

#include "models/core/Problem.h"
#include "models/domain/Label.h"

#include <simdjson.h>

#include <optional>
#include <string_view>
#include <unordered_map>

namespace lw::formats {

/// An id as a number: integers, integral floats and texts that hold one are the same; other texts by their hash.
[[nodiscard]] std::optional<qint64> cocoId(simdjson::dom::element value);
[[nodiscard]] std::optional<qint64> cocoIdFromText(std::string_view text);

struct CocoCategory {
    domain::Label label; ///< name and skeleton; colour 0
    bool isNameValid = false;
};

/// By id.
using CocoCategories = std::unordered_map<qint64, CocoCategory>;

/// Reads the array of categories. Wrong ones are reported with `file` and `line`. `order` gets the ids as they come.
[[nodiscard]] CocoCategories readCocoCategories(std::string_view json, const QString& file, qint64 line,
                                                std::vector<qint64>& order, core::ProblemList& problems);

} // namespace lw::formats
