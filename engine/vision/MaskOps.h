// SPDX-License-Identifier: GPL-3.0-or-later
//! Painting, combining and cleaning masks, and turning them into polygons and back.
#pragma once

#include "engine/vision/Outline.h"
#include "models/domain/Mask.h"

#include <QSize>

namespace lw::vision {

/// All functions: any thread, exact, linear in the runs (and the rows of the bounding box). Parts are connected over
/// sides and corners; holes over sides only.

[[nodiscard]] domain::Mask united(const domain::Mask& a, const domain::Mask& b);
[[nodiscard]] domain::Mask subtracted(const domain::Mask& a, const domain::Mask& b);
[[nodiscard]] domain::Mask intersected(const domain::Mask& a, const domain::Mask& b);
/// Shared pixels over pixels of either, 0 to 1; 0 when both are empty.
[[nodiscard]] double overlapOf(const domain::Mask& a, const domain::Mask& b);

/// One step of a brush.
struct Stroke {
    domain::ImagePoint from;
    domain::ImagePoint to;
    double radius = 1; ///< pixels
    bool isEraser = false;
};
/// The pixels whose centre is at most `radius` from the line of the stroke, within `limits`; at least the pixel under
/// its end, so that the thinnest brush leaves a mark.
[[nodiscard]] domain::Mask strokeMask(const Stroke& stroke, QRect limits);
/// Adds the stroke to `mask` or takes it away. Returns the rectangle in which pixels may have changed.
QRect paint(domain::Mask& mask, const Stroke& stroke, QRect limits);

[[nodiscard]] domain::Mask holesFilled(const domain::Mask& mask);
/// Without the parts of fewer than `leastArea` pixels.
[[nodiscard]] domain::Mask specksRemoved(const domain::Mask& mask, qint64 leastArea);
/// The connected parts, the biggest first.
[[nodiscard]] std::vector<domain::Mask> partsOf(const domain::Mask& mask);

/// The pixels of any area shape (see spansOf(rings) for the rule) inside of the picture; empty for other kinds.
[[nodiscard]] domain::Mask maskOf(const domain::Shape& shape, QSize picture);
/// Polygon of all parts and holes. `tolerance` 0 traces the pixel edges, and maskOf() gives the same mask back.
[[nodiscard]] domain::Shape polygonOf(const domain::Mask& mask, double tolerance);

} // namespace lw::vision
