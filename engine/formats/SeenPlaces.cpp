// SPDX-License-Identifier: GPL-3.0-or-later
//! Open addressing with linear probing, at most half full.
#include "engine/formats/SeenPlaces.h"

#include <functional>

namespace lw::formats {

SeenPlaces::Slot& SeenPlaces::find(uint64_t hash)
{
    const size_t mask = m_slots.size() - 1;
    size_t at = hash & mask;
    while (m_slots[at].place != 0 && m_slots[at].hash != hash) {
        at = (at + 1) & mask;
    }
    return m_slots[at];
}

void SeenPlaces::grow()
{
    std::vector<Slot> old(m_slots.empty() ? 1024 : m_slots.size() * 2);
    old.swap(m_slots);
    for (const Slot& slot : old) {
        if (slot.place != 0) {
            find(slot.hash) = slot;
        }
    }
}

uint64_t SeenPlaces::add(std::string_view text, uint64_t place)
{
    if (m_used * 2 >= m_slots.size()) {
        grow();
    }
    const uint64_t hash = std::hash<std::string_view>{}(text);
    Slot& slot = find(hash);
    if (slot.place != 0) {
        return slot.place;
    }
    slot = {hash, place};
    ++m_used;
    return 0;
}

} // namespace lw::formats
