// SPDX-License-Identifier: GPL-3.0-or-later
//! What several places of the sample scenes have in common, and the places themselves.
#pragma once

#include "engine/media/scenes/SceneObjects.h"
#include "engine/media/scenes/Scenery.h"

#include <array>
#include <vector>

namespace lw::media {

inline constexpr std::array<TreeKind, 4> kBroadTrees = {TreeKind::Round, TreeKind::Round, TreeKind::Birch,
                                                        TreeKind::Poplar};

/// A flock between two heights.
void addBirds(const ScenePen& pen, double top, double bottom, int count);
/// One place in each of `count` equal stretches between `left` and `right`.
std::vector<double> spread(SceneRandom& random, double left, double right, int count);
/// Blades and flowers below `ground`.
void paintGrass(const ScenePen& pen, const Ridge& ground, const QColor& colour);

void composeHarbour(const ScenePen& pen);
void composeCountryRoad(const ScenePen& pen);
void composeLake(const ScenePen& pen);
void composeTown(const ScenePen& pen);
void composeBalloonValley(const ScenePen& pen);
void composeCoast(const ScenePen& pen);

} // namespace lw::media
