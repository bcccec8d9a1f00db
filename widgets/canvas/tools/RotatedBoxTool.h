// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws rotated boxes: an edge by two points, then how wide the box is.
#pragma once

#include "widgets/canvas/tools/DrawTool.h"

#include <vector>

namespace lw::canvas {

/// The edge by two clicks or one drag, the width by a third click. Shift holds the edge to steps of 15 degrees.
class RotatedBoxTool final : public DrawTool {
public:
    using DrawTool::DrawTool;

    void press(const ToolEvent& event) override;
    void release(const ToolEvent& event) override;
    bool keyPress(QKeyEvent& event) override;
    bool cancel() override;
    bool stepBack() override;
    [[nodiscard]] bool isBusy() const override { return !m_points.empty(); }

protected:
    [[nodiscard]] std::optional<domain::Shape> draft() const override;
    [[nodiscard]] QString measure() const override;

private:
    /// Where the edge ends if its second point is placed at `to`.
    [[nodiscard]] domain::ImagePoint edgeEnd(domain::ImagePoint to) const;
    /// The box whose far edge goes through `to`.
    [[nodiscard]] domain::Shape boxTo(domain::ImagePoint to) const;
    void addPoint(domain::ImagePoint point);

    std::vector<domain::ImagePoint> m_points; ///< 0 to 2
    ViewPoint m_pressedAt;
    bool m_isFirstPress = false; ///< the button that set the first point is still down
};

} // namespace lw::canvas
