// SPDX-License-Identifier: GPL-3.0-or-later
//! Tools whose shape is made by two points: by two clicks, or by pressing, dragging and releasing.
#pragma once

#include "widgets/canvas/tools/DrawTool.h"

namespace lw::canvas {

class TwoPointTool : public DrawTool {
public:
    using DrawTool::DrawTool;

    void press(const ToolEvent& event) override;
    void release(const ToolEvent& event) override;
    bool cancel() override;
    bool stepBack() override { return cancel(); }
    [[nodiscard]] bool isBusy() const override { return m_start.has_value(); }

protected:
    /// The shape from the first point to the second one; may be invalid.
    [[nodiscard]] virtual domain::Shape shapeBetween(domain::ImagePoint first, domain::ImagePoint second,
                                                     Qt::KeyboardModifiers modifiers) const = 0;
    [[nodiscard]] std::optional<domain::Shape> draft() const override;

private:
    std::optional<domain::ImagePoint> m_start;
    ViewPoint m_pressedAt;
    bool m_isFirstPress = false; ///< the button that set the start is still down
};

} // namespace lw::canvas
