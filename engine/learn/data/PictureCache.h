// SPDX-License-Identifier: GPL-3.0-or-later
//! Keeps decoded pictures while there is room: few labelled pictures are seen hundreds of times.
#pragma once

#include "engine/learn/data/Warp.h"

#include <memory>
#include <mutex>
#include <unordered_map>

namespace lw::learn {

/// Any thread, several at a time.
class PictureCache {
public:
    /// Pictures come with long sides of `longSide` at least where they have so many pixels; `bytes` is the room.
    PictureCache(std::shared_ptr<const PictureSource> source, int longSide, std::size_t bytes);

    /// The picture, decoded now or earlier. A picture that cannot be read stays an error: it is not tried again.
    Result<std::shared_ptr<const Pyramid>> get(std::size_t index);

private:
    std::shared_ptr<const PictureSource> m_source;
    int m_longSide;
    std::size_t m_room;
    std::mutex m_mutex; ///< guards what follows
    std::size_t m_used = 0;
    std::unordered_map<std::size_t, std::shared_ptr<const Pyramid>> m_pictures;
    std::unordered_map<std::size_t, Error> m_broken;
};

} // namespace lw::learn
