// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws open lines of several points.
#pragma once

#include "widgets/canvas/tools/PathTool.h"

namespace lw::canvas {

class PolylineTool final : public PathTool {
public:
    using PathTool::PathTool;

protected:
    [[nodiscard]] bool isClosed() const override { return false; }
    [[nodiscard]] size_t leastPoints() const override { return 2; }
    [[nodiscard]] domain::Shape shapeOf(const std::vector<domain::ImagePoint>& points) const override
    {
        return domain::Shape::polyline(points);
    }
    [[nodiscard]] QString tooFewMessage() const override { return tooFewPointsMessage(domain::ShapeKind::Polyline); }
};

} // namespace lw::canvas
