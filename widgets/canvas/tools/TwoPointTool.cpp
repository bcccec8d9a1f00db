// SPDX-License-Identifier: GPL-3.0-or-later
//! Two clicks or one drag.
#include "widgets/canvas/tools/TwoPointTool.h"

namespace lw::canvas {

namespace {

/// Less movement than this between press and release is a click, device-independent pixels.
constexpr double kDragDistance = 4;

} // namespace

void TwoPointTool::press(const ToolEvent& event)
{
    const domain::ImagePoint point = follow(event);
    m_isFirstPress = !m_start.has_value();
    m_pressedAt = event.view;
    if (m_isFirstPress) {
        m_start = point;
    }
    context().repaint();
}

void TwoPointTool::release(const ToolEvent& event)
{
    if (!m_start) {
        return;
    }
    const domain::ImagePoint end = follow(event);
    const bool isClick = event.isKeyboard || distance(m_pressedAt, event.view) < kDragDistance;
    if (m_isFirstPress && isClick) {
        m_isFirstPress = false;
        return;
    }
    m_isFirstPress = false;
    const domain::Shape shape = shapeBetween(*m_start, end, event.modifiers);
    // A double click on one place is no shape; go on waiting for the second point.
    if (!shape.isValid()) {
        return;
    }
    m_start.reset();
    context().finishShape(shape);
    context().repaint();
}

bool TwoPointTool::cancel()
{
    const bool wasBusy = isBusy();
    m_start.reset();
    m_isFirstPress = false;
    context().repaint();
    return wasBusy;
}

std::optional<domain::Shape> TwoPointTool::draft() const
{
    if (!m_start) {
        return std::nullopt;
    }
    return shapeBetween(*m_start, current(), modifiers());
}

} // namespace lw::canvas
