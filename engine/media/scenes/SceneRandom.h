// SPDX-License-Identifier: GPL-3.0-or-later
//! Random numbers that are the same on every platform.
#pragma once

#include <QtGlobal>

#include <cstddef>

namespace lw::media {

/// SplitMix64; the standard library's distributions differ between implementations.
class SceneRandom final {
public:
    explicit SceneRandom(quint64 seed) : m_state(seed) {}

    quint64 next()
    {
        quint64 z = (m_state += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    /// 0 ≤ x < 1.
    double unit() { return double(next() >> 11) * 0x1.0p-53; }
    double between(double low, double high) { return low + (high - low) * unit(); }
    int below(int count) { return int(next() % quint64(count)); }
    bool chance(double probability) { return unit() < probability; }
    template <typename Range> const auto& pick(const Range& range)
    {
        return range[size_t(below(int(std::size(range))))];
    }

private:
    quint64 m_state;
};

} // namespace lw::media
