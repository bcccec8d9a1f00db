// SPDX-License-Identifier: GPL-3.0-or-later
//! Collects the outline; closes it on the first point, by double click or by Enter.
#include "widgets/canvas/tools/PolygonTool.h"

#include "widgets/canvas/OverlayPainter.h"
#include "widgets/canvas/ShapePainter.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>

#include <utility>

namespace lw::canvas {

namespace {

constexpr double kCloseDistance = 9;    // device-independent pixels
constexpr double kFreehandDistance = 5; // between two points of a freehand outline

} // namespace

void PolygonTool::press(const ToolEvent& event)
{
    const domain::ImagePoint point = follow(event);
    const bool isRepeatedByKey = event.isKeyboard && m_points.size() >= 3 && point == m_points.back();
    m_isClosing = isRepeatedByKey || closesAt(event.view);
    if (m_isClosing) {
        return;
    }
    addPoint(point);
    m_isFreehand = event.modifiers.testFlag(Qt::ShiftModifier) && !event.isKeyboard;
    m_lastFreehand = event.view;
    context().repaint();
}

void PolygonTool::move(const ToolEvent& event)
{
    const domain::ImagePoint point = follow(event);
    if (m_isFreehand && distance(event.view, m_lastFreehand) >= kFreehandDistance) {
        addPoint(point);
        m_lastFreehand = event.view;
    }
    context().repaint();
}

void PolygonTool::release(const ToolEvent& event)
{
    follow(event);
    const bool endsFreehand = std::exchange(m_isFreehand, false) && m_points.size() > 3 && closesAt(event.view);
    if (std::exchange(m_isClosing, false) || endsFreehand) {
        finish();
    }
}

void PolygonTool::doubleClick(const ToolEvent& event)
{
    follow(event);
    // The first of the two clicks has set a point already.
    m_isClosing = m_points.size() >= 3;
}

bool PolygonTool::keyPress(QKeyEvent& event)
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

bool PolygonTool::cancel()
{
    const bool wasBusy = isBusy();
    m_points.clear();
    m_isFreehand = false;
    m_isClosing = false;
    context().repaint();
    return wasBusy;
}

bool PolygonTool::stepBack()
{
    if (m_points.empty()) {
        return false;
    }
    m_points.pop_back();
    context().repaint();
    return true;
}

void PolygonTool::paint(QPainter& painter)
{
    if (!m_points.empty()) {
        const ViewTransform& transform = context().transform();
        paintOpenOutline(painter, m_points, m_points, current(), transform, context().drawingColour());
        if (m_points.size() >= 3 && closesAt(transform.toView(current()))) {
            paintSnapMark(painter, transform.toView(m_points.front()));
        }
    }
    DrawTool::paint(painter);
}

void PolygonTool::addPoint(domain::ImagePoint point)
{
    if (m_points.empty() || m_points.back() != point) {
        m_points.push_back(point);
    }
}

void PolygonTool::finish()
{
    const domain::Shape shape = domain::Shape::polygon(m_points);
    if (!shape.isValid()) {
        context().tell(QCoreApplication::translate("lw::canvas", "A polygon needs at least three points."));
        return;
    }
    m_points.clear();
    context().finishShape(shape);
    context().repaint();
}

bool PolygonTool::closesAt(ViewPoint at) const
{
    return m_points.size() >= 3 && distance(context().transform().toView(m_points.front()), at) <= kCloseDistance;
}

} // namespace lw::canvas
