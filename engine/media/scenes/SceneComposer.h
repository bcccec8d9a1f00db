// SPDX-License-Identifier: GPL-3.0-or-later
//! The places of the sample scenes: each arranges scenery and objects on a canvas.
#pragma once

#include "engine/media/scenes/SceneObjects.h"

namespace lw::media {

inline constexpr int kScenePlaces = 6;

/// Name of place `index` modulo kScenePlaces, for file names.
[[nodiscard]] QLatin1String placeName(int index);
/// Paints place `index` modulo kScenePlaces.
void composePlace(int index, const ScenePen& pen);

} // namespace lw::media
