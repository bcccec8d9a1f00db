// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws polygons by clicks, or freehand while Shift is held.
#pragma once

#include "widgets/canvas/tools/DrawTool.h"

#include <vector>

namespace lw::canvas {

class PolygonTool final : public DrawTool {
public:
    using DrawTool::DrawTool;

    void press(const ToolEvent& event) override;
    void move(const ToolEvent& event) override;
    void release(const ToolEvent& event) override;
    void doubleClick(const ToolEvent& event) override;
    bool keyPress(QKeyEvent& event) override;
    bool cancel() override;
    bool stepBack() override;
    [[nodiscard]] bool isBusy() const override { return !m_points.empty(); }
    void paint(QPainter& painter) override;

protected:
    [[nodiscard]] std::optional<domain::Shape> draft() const override { return std::nullopt; }

private:
    void addPoint(domain::ImagePoint point);
    void finish();
    [[nodiscard]] bool closesAt(ViewPoint at) const;

    std::vector<domain::ImagePoint> m_points;
    ViewPoint m_lastFreehand;
    bool m_isFreehand = false;
    bool m_isClosing = false; ///< the press was on the first point
};

} // namespace lw::canvas
