// SPDX-License-Identifier: GPL-3.0-or-later
//! Decodes outside the lock; the first pictures stay, later ones pass through once the room is full.
#include "engine/learn/data/PictureCache.h"

#include <utility>

namespace lw::learn {

PictureCache::PictureCache(std::shared_ptr<const PictureSource> source, int longSide, std::size_t bytes)
    : m_source(std::move(source)), m_longSide(longSide), m_room(bytes)
{
}

Result<std::shared_ptr<const Pyramid>> PictureCache::get(std::size_t index)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_pictures.find(index); found != m_pictures.end()) {
            return found->second;
        }
        if (const auto broken = m_broken.find(index); broken != m_broken.end()) {
            return broken->second;
        }
    }
    Result<LoadedPicture> loaded = m_source->load(index, m_longSide);
    if (loaded && (loaded->picture.width < 1 || loaded->picture.height < 1)) {
        loaded = failure(ErrorCode::Malformed, "The picture has no pixels.");
    }
    if (!loaded) {
        const std::lock_guard lock(m_mutex);
        m_broken.emplace(index, loaded.error());
        return loaded.error();
    }
    const auto pyramid = std::make_shared<const Pyramid>(std::move(*loaded));
    const std::lock_guard lock(m_mutex);
    if (m_used + pyramid->bytes() <= m_room && m_pictures.emplace(index, pyramid).second) {
        m_used += pyramid->bytes();
    }
    return pyramid;
}

} // namespace lw::learn
