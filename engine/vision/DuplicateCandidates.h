// SPDX-License-Identifier: GPL-3.0-or-later
//! Pairs of pictures whose hashes are near each other: what is worth a look at the pixels.
#pragma once

#include "engine/vision/HashIndex.h"
#include "engine/vision/PictureHash.h"
#include "models/core/Progress.h"

#include <memory>
#include <vector>

namespace lw::vision {

/// Positions in the list of hashes, `a` < `b`.
struct DuplicateCandidate {
    int a = 0;
    int b = 0;
    int distance = 0;        ///< bits
    bool isMirrored = false; ///< `b` is like the mirror image of `a`

    bool operator==(const DuplicateCandidate&) const = default;
};

struct CandidateOptions {
    int radius = 18; ///< bits that may differ: what is no copy is sorted out by its pixels
    /// Each picture is paired with at most this many later ones, the nearest first: thousands of nearly equal pictures
    /// hang together all the same, but their pairs would be millions.
    int mostPerPicture = 24;
};

/// Finds pairs within the radius, plain or mirrored. Pictures with the very same hash are paired with the first of them
/// and with their next neighbours only. Any number of threads may ask for different parts at a time.
class DuplicateCandidates final {
public:
    /// `hashes` must outlive it.
    DuplicateCandidates(const std::vector<PictureHash>& hashes, const CandidateOptions& options = {});

    /// Pairs whose `a` is in [first, last), and for equal hashes also those with the first of them, sorted by `a`, `b`;
    /// a pair that is near both ways is given twice. A pair is given by one part only. About 0.1 ms a picture among
    /// 100,000.
    [[nodiscard]] std::vector<DuplicateCandidate> ofPart(int first, int last) const;
    /// ofPart() of everything; empty when it was stopped.
    [[nodiscard]] std::vector<DuplicateCandidate> all(const core::Control& control = {}) const;

private:
    struct Scratch;
    void take(int picture, Scratch& scratch) const;
    void addHits(int picture, bool isMirrored, Scratch& scratch) const;
    void addEquals(int picture, Scratch& scratch) const;

    const std::vector<PictureHash>& m_hashes;
    CandidateOptions m_options;
    std::vector<std::vector<int>> m_members; ///< by distinct hash, ascending
    std::vector<int> m_groupOf;              ///< by picture: its distinct hash
    std::unique_ptr<HashIndex> m_index;
};

} // namespace lw::vision
