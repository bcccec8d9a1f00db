// SPDX-License-Identifier: GPL-3.0-or-later
//! Collects the points; ends by double click, by Enter, or on the first point of a closed path.
#include "widgets/canvas/tools/PathTool.h"

#include "widgets/canvas/OverlayPainter.h"
#include "widgets/canvas/ShapePainter.h"

#include <QKeyEvent>
#include <QPainter>

#include <utility>

namespace lw::canvas {

namespace {

constexpr double kCloseDistance = 9;    // device-independent pixels
constexpr double kFreehandDistance = 5; // between two points of a freehand line

} // namespace

void PathTool::press(const ToolEvent& event)
{
    const domain::ImagePoint point = follow(event);
    const bool isRepeatedByKey = event.isKeyboard && m_points.size() >= leastPoints() && point == m_points.back();
    m_isEnding = isRepeatedByKey || closesAt(event.view);
    if (m_isEnding) {
        return;
    }
    addPoint(point);
    m_isFreehand = event.modifiers.testFlag(Qt::ShiftModifier) && !event.isKeyboard;
    m_lastFreehand = event.view;
    context().repaint();
}

void PathTool::move(const ToolEvent& event)
{
    const domain::ImagePoint point = follow(event);
    if (m_isFreehand && distance(event.view, m_lastFreehand) >= kFreehandDistance) {
        addPoint(point);
        m_lastFreehand = event.view;
    }
    context().repaint();
}

void PathTool::release(const ToolEvent& event)
{
    follow(event);
    const bool endsFreehand = std::exchange(m_isFreehand, false) && m_points.size() > 3 && closesAt(event.view);
    if (std::exchange(m_isEnding, false) || endsFreehand) {
        finish();
    }
}

void PathTool::doubleClick(const ToolEvent& event)
{
    follow(event);
    // The first of the two clicks has set a point already.
    m_isEnding = m_points.size() >= leastPoints();
}

bool PathTool::keyPress(QKeyEvent& event)
{
    if (event.key() == Qt::Key_Backspace) {
        return stepBack();
    }
    if (!m_points.empty() && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)) {
        finish();
        return true;
    }
    return false;
}

bool PathTool::cancel()
{
    const bool wasBusy = isBusy();
    m_points.clear();
    m_isFreehand = false;
    m_isEnding = false;
    context().repaint();
    return wasBusy;
}

bool PathTool::stepBack()
{
    if (m_points.empty()) {
        return false;
    }
    m_points.pop_back();
    context().repaint();
    return true;
}

void PathTool::paint(QPainter& painter)
{
    if (!m_points.empty()) {
        const ViewTransform& transform = context().transform();
        paintOpenOutline(painter, m_points, m_points, current(), transform, context().drawingColour(),
                         isClosed());
        if (m_points.size() >= leastPoints() && closesAt(transform.toView(current()))) {
            paintSnapMark(painter, transform.toView(m_points.front()));
        }
    }
    DrawTool::paint(painter);
}

void PathTool::addPoint(domain::ImagePoint point)
{
    if (m_points.empty() || m_points.back() != point) {
        m_points.push_back(point);
    }
}

void PathTool::finish()
{
    const domain::Shape shape = shapeOf(m_points);
    if (!shape.isValid()) {
        context().tell(tooFewMessage());
        return;
    }
    m_points.clear();
    context().finishShape(shape);
    context().repaint();
}

bool PathTool::closesAt(ViewPoint at) const
{
    return isClosed() && m_points.size() >= leastPoints() &&
           distance(context().transform().toView(m_points.front()), at) <= kCloseDistance;
}

} // namespace lw::canvas
