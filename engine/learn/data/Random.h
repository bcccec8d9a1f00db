// SPDX-License-Identifier: GPL-3.0-or-later
//! Random numbers that are the same on every machine and with any number of threads: one stream for each batch.
#pragma once

#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace lw::learn {

/// SplitMix64: small, quick, and good enough for augmentation. Not for several threads at a time.
class Random {
public:
    /// The stream number `stream` of the seed `seed`.
    explicit Random(std::uint64_t seed, std::uint64_t stream = 0)
        : m_state(seed * 0x9e3779b97f4a7c15ULL + stream * 0xd1342543de82ef95ULL + 1)
    {
        next();
        next();
    }

    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    /// In [0, 1).
    double unit() { return double(next() >> 11) * 0x1.0p-53; }
    double between(double least, double most) { return least + (most - least) * unit(); }
    bool chance(double probability) { return unit() < probability; }
    /// In [0, count); `count` is greater than 0.
    std::size_t below(std::size_t count) { return std::size_t(next() % count); }

    template <typename Item> void shuffle(std::vector<Item>& items)
    {
        for (std::size_t i = items.size(); i > 1; --i) {
            std::swap(items[i - 1], items[below(i)]);
        }
    }

private:
    std::uint64_t m_state;
};

/// Goes through `count` samples in a new order each time round, the same for the same seed. The samples of any batch
/// are found without those before it, so that a resumed training sees what it would have seen.
class Rounds {
public:
    Rounds(std::size_t count, std::uint64_t seed) : m_count(count), m_seed(seed) {}

    /// Sample at the place `position` of the endless sequence. Not for several threads at a time.
    std::size_t at(std::uint64_t position)
    {
        const std::uint64_t round = position / m_count;
        if (m_order.empty() || round != m_round) {
            m_order.resize(m_count);
            for (std::size_t i = 0; i < m_count; ++i) {
                m_order[i] = i;
            }
            Random(m_seed, round).shuffle(m_order);
            m_round = round;
        }
        return m_order[std::size_t(position % m_count)];
    }

private:
    std::size_t m_count;
    std::uint64_t m_seed;
    std::uint64_t m_round = 0;
    std::vector<std::size_t> m_order;
};

} // namespace lw::learn
