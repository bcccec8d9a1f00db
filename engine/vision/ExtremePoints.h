// SPDX-License-Identifier: GPL-3.0-or-later
//! The outline of an object from a click on each of its four extreme points.
#pragma once

#include "engine/vision/Outline.h"
#include "engine/vision/PictureWindow.h"
#include "models/core/Result.h"

#include <array>
#include <stop_token>

namespace lw::vision {

/// The topmost, leftmost, bottommost and rightmost point of an object, in any order, image space.
using ExtremeClicks = std::array<domain::ImagePoint, 4>;

struct ContourOptions {
    int workSide = 208;     ///< longest side of the window the cuts work on, pixels
    double tolerance = 0.8; ///< of the polygon, in pixels of that window or of the picture, whichever are larger
    quint64 seed = 1;
    bool useTwoThreads = true; ///< the two cuts side by side
};

/// Where a contour comes from; candidates come in this order.
enum class ContourMethod {
    Majority, ///< what most of the others agree on; the best guess
    Colours,  ///< cut by colours, starting from ellipses
    Edges,    ///< cut by colours, starting from the strongest edges between the clicks
    Ellipses, ///< four quarters of ellipses through the clicks: always there
};

struct ContourCandidate {
    ContourMethod method = ContourMethod::Ellipses;
    std::vector<Ring> rings; ///< image space; the biggest first; no holes
    double confidence = 0;   ///< 0 to 1: the expected overlap (IoU) with the object
};

/// Part of the picture that contourFromClicks() wants to see: the box of the clicks and what lies around it.
[[nodiscard]] QRectF contourWindow(const ExtremeClicks& clicks, QSize picture);

/// 1 to 4 different candidates, the best guess first. Repeatable: the same input gives the same answer on any thread.
/// Synchronous, any thread; polls `stop` every few milliseconds.
/// Errors: InvalidArgument (no picture; a click outside of the picture or window; clicks without width or height),
/// Cancelled.
///
///     const auto window = PictureWindow::whole(picture);
///     const auto found = contourFromClicks(window, {top, left, bottom, right});
///     if (found) { Shape shape = Shape::polygon(found->front().rings.front()); }
[[nodiscard]] core::Result<std::vector<ContourCandidate>> contourFromClicks(const PictureWindow& window,
                                                                            const ExtremeClicks& clicks,
                                                                            const ContourOptions& options = {},
                                                                            const std::stop_token& stop = {});

} // namespace lw::vision
