// SPDX-License-Identifier: GPL-3.0-or-later
//! Which samples are near-duplicates of each other, and groups made of such pairs (AN-12).
#pragma once

#include "models/domain/Ids.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace lw::domain {

struct SimilarPair {
    SampleId a;
    SampleId b;
    float similarity = 0; ///< 0 to 1

    bool operator==(const SimilarPair&) const = default;
};

/// One of many in an order by likeness.
struct ScoredSample {
    SampleId id;
    float similarity = 0;
};

/// What makes one of several copies the one to keep.
struct SampleMerit {
    bool isLabelled = false;
    qint64 pixels = 0;
    qint64 bytes = 0;
};

/// Pairs down to some similarity, from which groups at any higher threshold follow without looking again.
struct DuplicateFindings {
    std::vector<SimilarPair> pairs;
    QHash<SampleId, SampleMerit> merits; ///< of the samples in `pairs`
    double lowest = 0;                   ///< pairs below it were not kept
    qint64 compared = 0;                 ///< samples that were looked at
};

struct GroupMember {
    SampleId id;
    float similarity = 0; ///< to the one that is kept if they were compared, else to its nearest in the group
};

/// Samples that hang together by pairs.
struct SampleGroup {
    std::vector<GroupMember> members; ///< the one to keep first (similarity 1), then by similarity
    float lowest = 1;                 ///< similarity of the weakest and the strongest pair that holds it together
    float highest = 0;
};

/// Groups of the pairs of at least `threshold`; the group with the strongest pair first. Of each, one of `preferred` is
/// kept, else a labelled one, else that with the most pixels, then bytes, then the first. O(pairs log pairs).
[[nodiscard]] std::vector<SampleGroup> groupDuplicates(const DuplicateFindings& findings, double threshold,
                                                       const QSet<SampleId>& preferred = {});

} // namespace lw::domain
