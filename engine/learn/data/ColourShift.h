// SPDX-License-Identifier: GPL-3.0-or-later
//! Random changes of brightness, contrast and saturation.
#pragma once

#include "engine/learn/data/Picture.h"
#include "engine/learn/data/Random.h"

namespace lw::learn {

/// Changes all three by factors of up to 1 ± strength * 2/3, and each channel a little on its own.
void shiftColours(Picture& picture, double strength, Random& random);

} // namespace lw::learn
