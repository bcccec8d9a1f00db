// SPDX-License-Identifier: GPL-3.0-or-later
//! The cache of repeated strings.
#include "engine/formats/StringCache.h"

#include "models/domain/Label.h"

namespace lw::formats {

CachedString StringCache::get(std::string_view utf8)
{
    constexpr size_t kMostKept = 10'000;
    if (const auto found = m_strings.find(utf8); found != m_strings.end()) {
        return found->second;
    }
    CachedString made;
    made.text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    made.isLabelName = domain::isValidLabelName(made.text);
    if (m_strings.size() < kMostKept) {
        m_strings.emplace(utf8, made);
    }
    return made;
}

} // namespace lw::formats
