// SPDX-License-Identifier: GPL-3.0-or-later
//! Walks two lists side by side and looks a little ahead where they part.
#include "models/items/ListSplices.h"

#include <algorithm>

namespace lw::items {

namespace {

/// A view with row signals for more runs than this is slower than one that starts anew.
constexpr size_t kMaxSplices = 64;
/// How far to look for the place where the lists meet again.
constexpr qsizetype kLookAhead = 512;

struct Walk {
    const QList<domain::SampleId>& before;
    const QList<domain::SampleId>& after;
    qsizetype oldEnd;
    qsizetype newEnd;

    /// The nearest pair of positions from (i, j) on at which the lists agree; their ends if there is none near.
    [[nodiscard]] std::pair<qsizetype, qsizetype> meetingPoint(qsizetype i, qsizetype j) const
    {
        const auto nearEnd = [](qsizetype at, qsizetype end) { return std::min(at + kLookAhead, end); };
        const auto removedOnly = std::find(before.begin() + i, before.begin() + nearEnd(i, oldEnd),
                                           j < newEnd ? after.at(j) : domain::SampleId());
        if (j < newEnd && removedOnly != before.begin() + nearEnd(i, oldEnd)) {
            return {removedOnly - before.begin(), j};
        }
        const auto insertedOnly = std::find(after.begin() + j, after.begin() + nearEnd(j, newEnd),
                                            i < oldEnd ? before.at(i) : domain::SampleId());
        if (i < oldEnd && insertedOnly != after.begin() + nearEnd(j, newEnd)) {
            return {i, insertedOnly - after.begin()};
        }
        return {oldEnd, newEnd};
    }
};

} // namespace

std::optional<std::vector<ListSplice>> listSplices(const QList<domain::SampleId>& before,
                                                   const QList<domain::SampleId>& after)
{
    Walk walk{before, after, before.size(), after.size()};
    while (walk.oldEnd > 0 && walk.newEnd > 0 && before.at(walk.oldEnd - 1) == after.at(walk.newEnd - 1)) {
        --walk.oldEnd;
        --walk.newEnd;
    }
    std::vector<ListSplice> splices;
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < walk.oldEnd || j < walk.newEnd) {
        if (i < walk.oldEnd && j < walk.newEnd && before.at(i) == after.at(j)) {
            ++i;
            ++j;
            continue;
        }
        const auto [oldNext, newNext] = walk.meetingPoint(i, j);
        splices.push_back({i, oldNext - i, j, newNext - j});
        const bool isReplaced = oldNext - i > kLookAhead && newNext - j > kLookAhead;
        if (isReplaced || splices.size() > kMaxSplices) {
            return std::nullopt;
        }
        i = oldNext;
        j = newNext;
    }
    return splices;
}

} // namespace lw::items
