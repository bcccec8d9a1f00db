// SPDX-License-Identifier: GPL-3.0-or-later
//! Looks up each distinct hash once; equal ones share the answer.
#include "engine/vision/DuplicateCandidates.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace lw::vision {

namespace {

constexpr int kPollEvery = 256;
/// Of pictures with one and the same hash, each is paired with this many that follow it.
constexpr int kNeighbours = 4;

} // namespace

/// What one thread works with.
struct DuplicateCandidates::Scratch {
    std::vector<HashHit> hits;
    std::vector<DuplicateCandidate> found; ///< of one picture
    std::vector<DuplicateCandidate> all;
};

DuplicateCandidates::DuplicateCandidates(const std::vector<PictureHash>& hashes, const CandidateOptions& options)
    : m_hashes(hashes), m_options(options), m_groupOf(hashes.size())
{
    std::unordered_map<quint64, int> known;
    std::vector<quint64> distinct;
    for (size_t i = 0; i < hashes.size(); ++i) {
        const auto [place, isNew] = known.try_emplace(hashes[i].plain, int(distinct.size()));
        if (isNew) {
            distinct.push_back(hashes[i].plain);
            m_members.emplace_back();
        }
        m_members[size_t(place->second)].push_back(int(i));
        m_groupOf[i] = place->second;
    }
    m_index = std::make_unique<HashIndex>(distinct);
}

/// Pairs with the members of all hashes that were hit; equal hashes are left to addEquals().
void DuplicateCandidates::addHits(int picture, bool isMirrored, Scratch& scratch) const
{
    for (const HashHit& hit : scratch.hits) {
        if (!isMirrored && hit.index == m_groupOf[size_t(picture)]) {
            continue;
        }
        const std::vector<int>& members = m_members[size_t(hit.index)];
        auto member = std::upper_bound(members.begin(), members.end(), picture);
        for (int taken = 0; member != members.end() && taken < m_options.mostPerPicture; ++member, ++taken) {
            scratch.found.push_back({picture, *member, hit.distance, isMirrored});
        }
    }
}

void DuplicateCandidates::addEquals(int picture, Scratch& scratch) const
{
    const std::vector<int>& members = m_members[size_t(m_groupOf[size_t(picture)])];
    auto member = std::upper_bound(members.begin(), members.end(), picture);
    const qsizetype place = member - members.begin(); // of the next
    for (int taken = 0; member != members.end() && taken < kNeighbours; ++member, ++taken) {
        scratch.found.push_back({picture, *member, 0, false});
    }
    if (place > kNeighbours + 1) {
        scratch.all.push_back({members.front(), picture, 0, false}); // the first has not reached this far
    }
}

void DuplicateCandidates::take(int picture, Scratch& scratch) const
{
    scratch.found.clear();
    const PictureHash& hash = m_hashes[size_t(picture)];
    m_index->find(hash.plain, m_options.radius, scratch.hits);
    addHits(picture, false, scratch);
    addEquals(picture, scratch);
    m_index->find(hash.mirrored, m_options.radius, scratch.hits);
    addHits(picture, true, scratch);
    const auto most = size_t(std::max(1, m_options.mostPerPicture));
    if (scratch.found.size() > most) {
        const auto isNearer = [](const DuplicateCandidate& x, const DuplicateCandidate& y) {
            return std::tie(x.distance, x.b, x.isMirrored) < std::tie(y.distance, y.b, y.isMirrored);
        };
        std::nth_element(scratch.found.begin(), scratch.found.begin() + qsizetype(most), scratch.found.end(), isNearer);
        scratch.found.resize(most);
    }
    scratch.all.insert(scratch.all.end(), scratch.found.begin(), scratch.found.end());
}

std::vector<DuplicateCandidate> DuplicateCandidates::ofPart(int first, int last) const
{
    Scratch scratch;
    for (int picture = first; picture < last; ++picture) {
        take(picture, scratch);
    }
    std::sort(scratch.all.begin(), scratch.all.end(), [](const DuplicateCandidate& x, const DuplicateCandidate& y) {
        return std::tie(x.a, x.b, x.isMirrored) < std::tie(y.a, y.b, y.isMirrored);
    });
    return std::move(scratch.all);
}

std::vector<DuplicateCandidate> DuplicateCandidates::all(const core::Control& control) const
{
    std::vector<DuplicateCandidate> pairs;
    const auto count = int(m_hashes.size());
    for (int first = 0; first < count; first += kPollEvery) {
        if (control.isCancelled()) {
            return {};
        }
        control.report(first, count);
        const auto part = ofPart(first, std::min(count, first + kPollEvery));
        pairs.insert(pairs.end(), part.begin(), part.end());
    }
    return pairs;
}

} // namespace lw::vision
