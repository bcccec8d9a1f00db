// SPDX-License-Identifier: GPL-3.0-or-later
//! Auto-grouping (SM-5): pictures that look alike come into one group.
#pragma once

#include "app/scenarios/EmbedSamples.h"
#include "app/scenarios/SampleChoice.h"

#include <vector>

namespace lw::scenarios {

inline constexpr int kFewestGroups = 2;
inline constexpr int kMostGroups = 200;

/// How much each counts besides what is in the picture; 0: not at all, 1: as much as the content.
struct GroupWeights {
    double sharpness = 0;
    double brightness = 0;
    double colour = 0;

    bool operator==(const GroupWeights&) const = default;
};

struct GroupRequest {
    domain::DatasetId dataset;
    SampleChoice samples; ///< all by default
    int groups = 10;      ///< kFewestGroups … kMostGroups; never more than pictures
    GroupWeights weights;
    QString attribute;        ///< name of the sample attribute that tells the group; empty: none is written
    QString location;         ///< folder for groups.csv and groups.json; empty: nothing is saved
    bool copiesFiles = false; ///< also puts copies of the pictures into a folder for each group there
};

struct PictureGroup {
    QString name;                    ///< the attribute's value: "01", "02", …; the greatest group first
    QList<domain::SampleId> members; ///< the most typical first
};

struct GroupOutcome {
    std::vector<PictureGroup> groups;
    qint64 samples = 0; ///< that are in a group
    QString location;   ///< where the result was saved, or empty
    core::ProblemList problems;
};

/// What is wrong with a request, told before anything is done: InvalidArgument with a sentence (number of groups, an
/// attribute's name that is not allowed, nothing to write to, a location inside the dataset's own folder).
core::Result<> checkGroupRequest(store::Store& store, const GroupRequest& request);

/// Groups the pictures, writes the attribute (one step that can be undone) and/or files, and enters a task into the
/// history. The same pictures and request give the same groups. On a job thread; blocks. Errors: those of
/// checkGroupRequest() and embedSamples(), InvalidArgument with a sentence when there is no
/// picture that can be grouped.
core::Result<GroupOutcome> groupSamples(store::Store& store, const GroupRequest& request, const EngineLens& engine,
                                        const core::Control& control);

} // namespace lw::scenarios
