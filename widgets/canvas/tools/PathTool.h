// SPDX-License-Identifier: GPL-3.0-or-later
//! What polygon and polyline tools share: points by clicks, or freehand while Shift is held.
#pragma once

#include "widgets/canvas/tools/DrawTool.h"

#include <vector>

namespace lw::canvas {

class PathTool : public DrawTool {
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
    /// A click on the first point ends it.
    [[nodiscard]] virtual bool isClosed() const = 0;
    /// Fewer points make no shape.
    [[nodiscard]] virtual size_t leastPoints() const = 0;
    [[nodiscard]] virtual domain::Shape shapeOf(const std::vector<domain::ImagePoint>& points) const = 0;
    /// Says that there are too few points.
    [[nodiscard]] virtual QString tooFewMessage() const = 0;

private:
    void addPoint(domain::ImagePoint point);
    void finish();
    [[nodiscard]] bool closesAt(ViewPoint at) const;

    std::vector<domain::ImagePoint> m_points;
    ViewPoint m_lastFreehand;
    bool m_isFreehand = false;
    bool m_isEnding = false; ///< the press was on the first point, or the second one of a double click
};

} // namespace lw::canvas
