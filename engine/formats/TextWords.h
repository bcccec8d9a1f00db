// SPDX-License-Identifier: GPL-3.0-or-later
//! Lines of text taken apart.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace lw::formats {

/// What stands between spaces and tabs.
[[nodiscard]] inline std::vector<std::string_view> wordsOf(std::string_view line)
{
    std::vector<std::string_view> words;
    for (size_t at = line.find_first_not_of(" \t"); at != std::string_view::npos;) {
        const size_t end = std::min(line.find_first_of(" \t", at), line.size());
        words.push_back(line.substr(at, end - at));
        at = line.find_first_not_of(" \t", end);
    }
    return words;
}

} // namespace lw::formats
