// SPDX-License-Identifier: GPL-3.0-or-later
//! Look-up by file name.
#include "engine/formats/NameIndex.h"

#include "engine/formats/PictureNames.h"

#include <algorithm>
#include <numeric>

namespace lw::formats {

NameIndex::NameIndex(std::vector<std::string> paths) : m_paths(std::move(paths)), m_byName(m_paths.size())
{
    std::iota(m_byName.begin(), m_byName.end(), 0U);
    std::stable_sort(m_byName.begin(), m_byName.end(),
                     [this](uint32_t a, uint32_t b) { return fileNameOf(m_paths[a]) < fileNameOf(m_paths[b]); });
}

const std::string* NameIndex::find(std::string_view source) const
{
    const std::string_view name = fileNameOf(source);
    auto at = std::lower_bound(m_byName.begin(), m_byName.end(), name, [this](uint32_t place, std::string_view wanted) {
        return fileNameOf(m_paths[place]) < wanted;
    });
    const std::string* best = nullptr;
    int bestEnd = 0;
    for (; at != m_byName.end() && fileNameOf(m_paths[*at]) == name; ++at) {
        const int end = commonEnd(m_paths[*at], source);
        if (end >= bestEnd) {
            best = end > bestEnd ? &m_paths[*at] : nullptr;
            bestEnd = end;
        }
    }
    return best;
}

} // namespace lw::formats
