// SPDX-License-Identifier: GPL-3.0-or-later
//! A point where the button is let go.
#include "widgets/canvas/tools/PointTool.h"

namespace lw::canvas {

void PointTool::press(const ToolEvent& event)
{
    follow(event);
    m_isPressed = true;
    context().repaint();
}

void PointTool::release(const ToolEvent& event)
{
    if (!m_isPressed) {
        return;
    }
    m_isPressed = false;
    context().finishShape(domain::Shape::point(follow(event)));
    context().repaint();
}

bool PointTool::cancel()
{
    const bool wasPressed = m_isPressed;
    m_isPressed = false;
    context().repaint();
    return wasPressed;
}

std::optional<domain::Shape> PointTool::draft() const
{
    return m_isPressed ? std::optional(domain::Shape::point(current())) : std::nullopt;
}

} // namespace lw::canvas
