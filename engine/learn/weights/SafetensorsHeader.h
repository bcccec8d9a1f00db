// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. The JSON header of a safetensors file, and nothing else that JSON can be.
#pragma once

#include "engine/learn/base/Result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lw::learn {

struct SafetensorsEntry {
    std::string name;
    std::string type; ///< "F32" …
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0; ///< from the end of the header, in bytes
    std::uint64_t end = 0;
};

struct SafetensorsHeader {
    std::vector<SafetensorsEntry> entries;
    std::map<std::string, std::string> metadata;
};

/// Parses the header; what the format does not have (nested objects, fractions) is Malformed.
Result<SafetensorsHeader> parseSafetensorsHeader(std::string_view text);

/// The header's text for these entries, ready to be written.
std::string safetensorsHeaderText(const SafetensorsHeader& header);

} // namespace lw::learn
