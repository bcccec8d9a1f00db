// SPDX-License-Identifier: GPL-3.0-or-later
//! Shares the few strings that a big import repeats millions of times: label names, authors.
#pragma once

#include <QString>

#include <string>
#include <string_view>
#include <unordered_map>

namespace lw::formats {

/// A string, and whether it may be the name of a label (DS-3).
struct CachedString {
    QString text;
    bool isLabelName = false;
};

/// From UTF-8 bytes to one shared QString each. Keeps a bounded number, so that hostile input cannot fill the memory.
class StringCache {
public:
    [[nodiscard]] CachedString get(std::string_view utf8);

private:
    struct Hash {
        using is_transparent = void;
        size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, CachedString, Hash, std::equal_to<>> m_strings;
};

} // namespace lw::formats
