// SPDX-License-Identifier: GPL-3.0-or-later
//! Tables by counting sort; buckets by flipping bits of the piece.
#include "engine/vision/HashIndex.h"

#include <algorithm>
#include <bit>

namespace lw::vision {

namespace {

constexpr std::array kBits = {13, 13, 13, 13, 12};
constexpr std::array kShift = {0, 13, 26, 39, 52};
constexpr int kMostFlips = 4;

quint32 pieceOf(quint64 hash, size_t piece)
{
    return quint32(hash >> kShift[piece]) & ((1U << kBits[piece]) - 1);
}

/// Patterns of at most kMostFlips of 13 bits, the fewest first; `ends[n]` patterns have at most n.
struct Flips {
    std::vector<quint32> patterns;
    std::array<size_t, kMostFlips + 1> ends{};

    Flips()
    {
        for (int count = 0; count <= kMostFlips; ++count) {
            for (quint32 pattern = 0; pattern < 1U << kBits.front(); ++pattern) {
                if (std::popcount(pattern) == count) {
                    patterns.push_back(pattern);
                }
            }
            ends[size_t(count)] = patterns.size();
        }
    }
};

const Flips& flips()
{
    static const Flips all;
    return all;
}

/// How many bits of a piece may differ: the first `radius` % 5 + 1 pieces a fifth of the radius, the others one less
/// (-1: the piece is not looked at). If all pieces differed in more, the sum would exceed the radius.
int pieceRadius(size_t piece, int radius)
{
    return int(piece) <= radius % 5 ? radius / 5 : radius / 5 - 1;
}

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define LW_FAST_POPCOUNT __attribute__((target_clones("default", "popcnt")))
#else
#define LW_FAST_POPCOUNT
#endif

/// What scanBuckets() looks at.
struct Buckets {
    const quint32* starts;
    quint32 size; ///< number of buckets
    const quint64* hashes;
    const quint32* patterns; ///< of flips
    size_t patternCount;
};

/// Appends positions whose hash is near enough, in all buckets that flipping bits of `own` leads to. One function, so
/// that processors that count bits by themselves get a version of their own.
LW_FAST_POPCOUNT
void scanBuckets(const Buckets& buckets, quint32 own, quint64 hash, int radius, std::vector<quint32>& found)
{
    for (size_t i = 0; i < buckets.patternCount; ++i) {
        const quint32 bucket = own ^ buckets.patterns[i];
        if (bucket >= buckets.size) {
            continue; // the last piece is shorter than the patterns
        }
        for (quint32 at = buckets.starts[bucket]; at < buckets.starts[bucket + 1]; ++at) {
            if (__builtin_popcountll(buckets.hashes[at] ^ hash) <= radius) {
                found.push_back(at);
            }
        }
    }
}

} // namespace

HashIndex::HashIndex(const std::vector<quint64>& hashes)
{
    for (size_t piece = 0; piece < m_tables.size(); ++piece) {
        Table& table = m_tables[piece];
        table.starts.assign((size_t(1) << kBits[piece]) + 1, 0);
        for (const quint64 hash : hashes) {
            ++table.starts[pieceOf(hash, piece) + 1];
        }
        for (size_t i = 1; i < table.starts.size(); ++i) {
            table.starts[i] += table.starts[i - 1];
        }
        table.hashes.resize(hashes.size());
        table.indices.resize(hashes.size());
        std::vector<quint32> next(table.starts.begin(), table.starts.end() - 1);
        for (size_t i = 0; i < hashes.size(); ++i) {
            const quint32 at = next[pieceOf(hashes[i], piece)]++;
            table.hashes[at] = hashes[i];
            table.indices[at] = int(i);
        }
    }
}

void HashIndex::find(quint64 hash, int radius, std::vector<HashHit>& hits) const
{
    hits.clear();
    radius = std::clamp(radius, 0, 5 * kMostFlips + 4);
    thread_local std::vector<quint32> found;
    for (size_t piece = 0; piece < m_tables.size(); ++piece) {
        const int most = pieceRadius(piece, radius);
        if (most < 0) {
            continue;
        }
        const Table& table = m_tables[piece];
        found.clear();
        scanBuckets({table.starts.data(), 1U << kBits[piece], table.hashes.data(), flips().patterns.data(),
                     flips().ends[size_t(most)]},
                    pieceOf(hash, piece), hash, radius, found);
        for (const quint32 at : found) {
            const quint64 other = table.hashes[at];
            bool isKnown = false; // an earlier piece led here already
            for (size_t earlier = 0; earlier < piece && !isKnown; ++earlier) {
                const int distance = std::popcount(pieceOf(other, earlier) ^ pieceOf(hash, earlier));
                isKnown = distance <= pieceRadius(earlier, radius);
            }
            if (!isKnown) {
                hits.push_back({table.indices[at], std::popcount(other ^ hash)});
            }
        }
    }
}

} // namespace lw::vision
