// SPDX-License-Identifier: GPL-3.0-or-later
//! Skeletons as drawn figures: from a label's layout to joints on a picture, and from one layout to the next.
#pragma once

#include "models/domain/Label.h"
#include "models/domain/Shape.h"

#include <QRectF>

#include <utility>
#include <vector>

namespace lw::domain {

/// Where the joints lie on the board, one for each: the layout's own places, or, where it has none, places found from
/// its names (a person) or its bones. O(joints squared).
[[nodiscard]] std::vector<JointPlace> placesOf(const SkeletonLayout& layout);
/// The 17 joints of COCO's persons, seen from the front, with bones and places.
[[nodiscard]] SkeletonLayout personLayout();
/// True if bones join two different joints that exist, each pair once, and there are no places or one for each joint.
[[nodiscard]] bool isValid(const SkeletonLayout& layout);

/// A skeleton whose joints fill `rect` (picture pixels) as `places` fill the board, all visible.
[[nodiscard]] Shape skeletonIn(const QRectF& rect, const std::vector<JointPlace>& places);
/// Where an absent joint would probably be: its place on the board, carried over as the other joints lie.
[[nodiscard]] ImagePoint likelyPlace(const Shape& skeleton, int joint, const std::vector<JointPlace>& places);
/// The skeleton with another visibility of `joint`. An absent one that comes back lies at its likely place.
[[nodiscard]] Shape withVisibility(const Shape& skeleton, int joint, JointVisibility visibility,
                                   const SkeletonLayout& layout);
/// Distance in pixels to the nearest bone between joints that are not absent; infinite without any.
[[nodiscard]] double distanceToBones(const Shape& skeleton, const std::vector<std::pair<int, int>>& bones,
                                     ImagePoint at);

/// The skeleton after its label's joints were changed: joint i was joint `origins[i]`, or is new (-1) and then absent.
[[nodiscard]] Shape withJoints(const Shape& skeleton, const std::vector<int>& origins);
/// True if `origins` changes the joints of a skeleton of `count` joints: one goes, comes, or stands elsewhere.
[[nodiscard]] bool changesJoints(const std::vector<int>& origins, int count);

/// Compact JSON, empty without joints.
[[nodiscard]] QString skeletonToJson(const SkeletonLayout& skeleton);
/// Without joints when it is not such JSON.
[[nodiscard]] SkeletonLayout skeletonFromJson(const QString& json);

} // namespace lw::domain
