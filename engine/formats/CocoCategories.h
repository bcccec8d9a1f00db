// SPDX-License-Identifier: GPL-3.0-or-later
//! The categories of a COCO file, and how its ids are compared.
#pragma once

#include "engine/formats/CocoSource.h"
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

/// Reads the array of categories that stands there. Wrong ones are told to `source`. `order` gets the ids as they come.
[[nodiscard]] CocoCategories readCocoCategories(CocoSource& source, size_t offset, size_t end,
                                                std::vector<qint64>& order);

} // namespace lw::formats
