// SPDX-License-Identifier: GPL-3.0-or-later
//! Intelligent scissors: a line that follows the edges of the picture.
#pragma once

#include "engine/vision/PathFinder.h"
#include "engine/vision/PictureWindow.h"

namespace lw::vision {

/// Costs are computed once per window (about 20 ms); a path then takes at most about 15 ms. One
/// thread at a time.
class LiveWire {
public:
    /// Windows of at most kMostSide pixels a side keep paths quick.
    static constexpr int kMostSide = 420;
    explicit LiveWire(const PictureWindow& window);

    /// Where the next paths begin; moved into the window.
    void startAt(domain::ImagePoint anchor);
    /// From the anchor to `cursor` (moved into the window), both ends exactly as given, along edges between them;
    /// thinned out to about a pixel. Empty without a picture or before startAt().
    [[nodiscard]] std::vector<domain::ImagePoint> pathTo(domain::ImagePoint cursor);

private:
    [[nodiscard]] QPoint cellOf(domain::ImagePoint p) const;

    PictureWindow m_window;
    PathFinder m_finder;
    domain::ImagePoint m_anchor;
};

} // namespace lw::vision
