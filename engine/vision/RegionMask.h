// SPDX-License-Identifier: GPL-3.0-or-later
//! From regions of a window to masks of the picture.
#pragma once

#include "engine/vision/Grid.h"
#include "engine/vision/PictureWindow.h"

namespace lw::vision {

/// Pixels of the picture whose centre lies in a cell of `region`, which covers the window. Exact when the window shows
/// whole pixels at their own size.
[[nodiscard]] domain::Mask maskOf(const Region& region, const PictureWindow& window);

} // namespace lw::vision
