// SPDX-License-Identifier: GPL-3.0-or-later
//! Scales outlines, not pixels, so that any scale works.
#include "engine/vision/RegionMask.h"

#include "engine/vision/MaskOps.h"

namespace lw::vision {

domain::Mask maskOf(const Region& region, const PictureWindow& window)
{
    std::vector<Ring> rings = ringsOf(spansOf(region));
    for (Ring& ring : rings) {
        for (domain::ImagePoint& p : ring) {
            p = window.toImage({p.x, p.y});
        }
    }
    return maskOf(spansOf(rings, QRect(QPoint(0, 0), window.pictureSize)));
}

} // namespace lw::vision
