// SPDX-License-Identifier: GPL-3.0-or-later
//! Finds the hashes within some bits of one without looking at all of them.
#pragma once

#include <QtGlobal>

#include <array>
#include <vector>

namespace lw::vision {

struct HashHit {
    int index = 0;    ///< in the list that the index was made from
    int distance = 0; ///< bits
};

/// Multi-index hashing (Norouzi, Punjani, Fleet 2012): the 64 bits are cut into five pieces, each with a table. When
/// two hashes differ in few bits, at least one piece differs in at most a fifth of them, so only those buckets are
/// looked at. Memory: 60 bytes a hash. Reading from several threads is fine.
class HashIndex final {
public:
    explicit HashIndex(const std::vector<quint64>& hashes);

    /// Sets `hits` to all hashes at most `radius` bits (0 to 24) from `hash`, in no order, each once. With 100,000
    /// hashes and 18 bits about 50 µs.
    void find(quint64 hash, int radius, std::vector<HashHit>& hits) const;

private:
    static constexpr int kPieces = 5;

    struct Table {
        std::vector<quint32> starts; ///< by piece; one more than there are pieces
        std::vector<quint64> hashes; ///< sorted by piece
        std::vector<int> indices;    ///< of `hashes`
    };
    std::array<Table, kPieces> m_tables;
};

} // namespace lw::vision
