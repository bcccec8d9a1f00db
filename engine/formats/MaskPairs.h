// SPDX-License-Identifier: GPL-3.0-or-later
//! Which pictures of a folder are samples and which are their masks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lw::formats {

struct MaskPair {
    std::string picture;
    std::string mask; ///< empty: the picture has none
};

struct MaskPairs {
    std::vector<MaskPair> pictures;   ///< in the order of the paths
    std::vector<std::string> orphans; ///< masks without a picture
};

/// Sorts relative paths; those that are no pictures are left out. A mask lies in a folder that is named for masks
/// (masks, SegmentationClass, labels, trainannot …) or has a name that ends so (a_mask.png, a_seg.png, a_L.png) beside
/// or apart from its picture.
[[nodiscard]] MaskPairs pairMasks(std::vector<std::string> paths);

} // namespace lw::formats
