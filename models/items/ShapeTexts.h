// SPDX-License-Identifier: GPL-3.0-or-later
//! Words for figures: their measures and the joints of skeletons.
#pragma once

#include "models/domain/Label.h"
#include "models/domain/Shape.h"

#include <QString>

namespace lw::items {

/// What one wants to know of a figure's size while drawing it, in picture pixels and degrees: "120 × 80", "120 × 80 30°",
/// "r 40", "12 of 17 joints". Empty for points and whole samples.
[[nodiscard]] QString sizeText(const domain::Shape& shape);
/// "visible", "covered", "absent".
[[nodiscard]] QString visibilityText(domain::JointVisibility visibility);
/// The name of joint `joint`, or its number from 1 where it has none.
[[nodiscard]] QString jointName(const domain::SkeletonLayout& layout, int joint);
/// "left_knee: covered".
[[nodiscard]] QString jointText(const domain::SkeletonLayout& layout, int joint, domain::JointVisibility visibility);

} // namespace lw::items
