// SPDX-License-Identifier: GPL-3.0-or-later
//! Rotated boxes from three points.
#include "widgets/canvas/tools/RotatedBoxTool.h"

#include "models/domain/Frames.h"
#include "models/items/ShapeTexts.h"
#include "widgets/canvas/Handles.h"

#include <QKeyEvent>

#include <cmath>

namespace lw::canvas {

namespace {

/// Less movement than this between press and release is a click, device-independent pixels.
constexpr double kDragDistance = 4;

} // namespace

void RotatedBoxTool::press(const ToolEvent& event)
{
    const domain::ImagePoint point = follow(event);
    m_isFirstPress = m_points.empty();
    m_pressedAt = event.view;
    if (m_isFirstPress) {
        m_points.push_back(point);
    }
    context().repaint();
}

void RotatedBoxTool::release(const ToolEvent& event)
{
    if (m_points.empty()) {
        return;
    }
    const domain::ImagePoint point = follow(event);
    const bool isClick = event.isKeyboard || distance(m_pressedAt, event.view) < kDragDistance;
    if (m_isFirstPress && isClick) {
        m_isFirstPress = false;
        return;
    }
    m_isFirstPress = false;
    addPoint(point);
}

void RotatedBoxTool::addPoint(domain::ImagePoint point)
{
    if (m_points.size() == 1) {
        // A double click on one place is no edge; go on waiting for the second point.
        if (const domain::ImagePoint end = edgeEnd(point); end != m_points[0]) {
            m_points.push_back(end);
        }
    } else if (const domain::Shape box = boxTo(point); box.isValid()) {
        m_points.clear();
        context().finishShape(box);
    }
    context().repaint();
}

domain::ImagePoint RotatedBoxTool::edgeEnd(domain::ImagePoint to) const
{
    const domain::ImagePoint from = m_points[0];
    if (!modifiers().testFlag(Qt::ShiftModifier)) {
        return to;
    }
    const double angle = std::round(std::atan2(to.y - from.y, to.x - from.x) / kAngleStep) * kAngleStep;
    const double length = (to.x - from.x) * std::cos(angle) + (to.y - from.y) * std::sin(angle);
    return {from.x + length * std::cos(angle), from.y + length * std::sin(angle)};
}

domain::Shape RotatedBoxTool::boxTo(domain::ImagePoint to) const
{
    domain::ImagePoint from = m_points[0];
    domain::ImagePoint end = m_points[1];
    // From left to right, so that the box's top, and with it the turning handle, is above.
    if (end.x < from.x || (end.x == from.x && end.y > from.y)) {
        std::swap(from, end);
    }
    const double angle = std::atan2(end.y - from.y, end.x - from.x);
    const double width = std::hypot(end.x - from.x, end.y - from.y);
    const double depth = (to.y - from.y) * std::cos(angle) - (to.x - from.x) * std::sin(angle);
    const domain::ImagePoint centre{(from.x + end.x) / 2 - std::sin(angle) * depth / 2,
                                    (from.y + end.y) / 2 + std::cos(angle) * depth / 2};
    const domain::Shape box = domain::Shape::rotatedBox(centre, width, std::abs(depth), angle);
    const QSizeF size = scene().pictureSize();
    return box.isValid() ? domain::clampedToImage(box, size.width(), size.height()) : box;
}

bool RotatedBoxTool::keyPress(QKeyEvent& event)
{
    return event.key() == Qt::Key_Backspace && stepBack();
}

bool RotatedBoxTool::cancel()
{
    const bool wasBusy = isBusy();
    m_points.clear();
    m_isFirstPress = false;
    context().repaint();
    return wasBusy;
}

bool RotatedBoxTool::stepBack()
{
    if (m_points.empty()) {
        return false;
    }
    m_points.pop_back();
    m_isFirstPress = false;
    context().repaint();
    return true;
}

std::optional<domain::Shape> RotatedBoxTool::draft() const
{
    if (m_points.empty()) {
        return std::nullopt;
    }
    if (m_points.size() == 2) {
        if (domain::Shape box = boxTo(current()); box.isValid()) {
            return box;
        }
        return domain::Shape::line(m_points[0], m_points[1]);
    }
    return domain::Shape::line(m_points[0], edgeEnd(current()));
}

QString RotatedBoxTool::measure() const
{
    const auto shape = draft();
    return shape ? items::sizeText(*shape) : QString();
}

} // namespace lw::canvas
