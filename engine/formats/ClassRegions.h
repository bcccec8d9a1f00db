// SPDX-License-Identifier: GPL-3.0-or-later
//! Pictures of class numbers, taken apart into regions.
#pragma once

#include "engine/formats/ClassColours.h"
#include "models/domain/Mask.h"

#include <functional>
#include <vector>

namespace lw::formats {

struct ClassRegion {
    int number = 0; ///< of the class
    domain::Mask mask;
};

/// The regions of pixels with the same class number that touch by an edge or a corner; 0 is the background. `fill` gets
/// the class numbers of row `y`, `size.width()` of them. By class, then by their first pixels.
[[nodiscard]] std::vector<ClassRegion> regionsOf(QSize size, const std::function<void(int y, int* row)>& fill);

/// What is left of a sample's areas when they are painted as classes, see paintClasses(), and taken apart again: masks
/// that do not overlap, one per region, with their labels and nothing else. Empty if it cannot be painted.
[[nodiscard]] std::vector<NamedAnnotation> paintedRegions(const ImportedSample& sample, ClassColours& colours);

} // namespace lw::formats
