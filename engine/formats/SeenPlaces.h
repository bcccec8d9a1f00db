// SPDX-License-Identifier: GPL-3.0-or-later
//! Remembers where each of millions of texts was met first, in 16 bytes each.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace lw::formats {

/// An open table of 64-bit hashes. Two different texts of a million share a hash once in forty million imports.
class SeenPlaces {
public:
    /// The place under which `text` was added before, or 0 after remembering it with `place` (not 0).
    uint64_t add(std::string_view text, uint64_t place);

private:
    struct Slot {
        uint64_t hash = 0;
        uint64_t place = 0; ///< 0: free
    };
    [[nodiscard]] Slot& find(uint64_t hash);
    void grow();

    std::vector<Slot> m_slots;
    size_t m_used = 0;
};

} // namespace lw::formats
