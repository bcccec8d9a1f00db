// SPDX-License-Identifier: GPL-3.0-or-later
//! Gives every file of a folder a name of its own, the same way each time.
#pragma once

#include "engine/formats/SeenPlaces.h"

#include <string>
#include <unordered_map>

namespace lw::formats {

/// Appends _2, _3 … to names that are taken. Upper and lower case count as the same, for file systems that think so.
class UniqueNames {
public:
    /// A free name like `name` (UTF-8, without suffix; may have folders before it), which is taken from now on. Its
    /// last part and `suffixBytes` together stay within 255 bytes.
    [[nodiscard]] std::string take(const std::string& name, size_t suffixBytes);

private:
    [[nodiscard]] bool claim(const std::string& name);

    SeenPlaces m_taken;
    std::unordered_map<std::string, int> m_counters; ///< of names that were met more than once
};

} // namespace lw::formats
