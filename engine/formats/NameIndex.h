// SPDX-License-Identifier: GPL-3.0-or-later
//! Looks files of a folder tree up by their names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lw::formats {

/// A sorted list of relative paths with a second order by file name.
class NameIndex {
public:
    NameIndex() = default;
    explicit NameIndex(std::vector<std::string> paths);

    /// The one path whose end has most parts in common with `source`, the file name at least; null if there is none or
    /// more than one is as good.
    [[nodiscard]] const std::string* find(std::string_view source) const;

private:
    std::vector<std::string> m_paths;
    std::vector<uint32_t> m_byName;
};

} // namespace lw::formats
