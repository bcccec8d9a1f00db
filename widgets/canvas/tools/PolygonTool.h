// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws polygons.
#pragma once

#include "widgets/canvas/tools/PathTool.h"

namespace lw::canvas {

class PolygonTool final : public PathTool {
public:
    using PathTool::PathTool;

protected:
    [[nodiscard]] bool isClosed() const override { return true; }
    [[nodiscard]] size_t leastPoints() const override { return 3; }
    [[nodiscard]] domain::Shape shapeOf(const std::vector<domain::ImagePoint>& points) const override
    {
        return domain::Shape::polygon(points);
    }
    [[nodiscard]] QString tooFewMessage() const override { return tooFewPointsMessage(domain::ShapeKind::Polygon); }
};

} // namespace lw::canvas
