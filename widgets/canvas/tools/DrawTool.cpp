// SPDX-License-Identifier: GPL-3.0-or-later
//! Common behaviour and looks of drawing tools.
#include "widgets/canvas/tools/DrawTool.h"

#include "widgets/canvas/OverlayPainter.h"
#include "widgets/canvas/ShapePainter.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>

namespace lw::canvas {

QString tooFewPointsMessage(domain::ShapeKind kind)
{
    return kind == domain::ShapeKind::Polygon
               ? QCoreApplication::translate("lw::canvas", "A polygon needs at least three points.")
               : QCoreApplication::translate("lw::canvas", "A polyline needs at least two points.");
}

void DrawTool::move(const ToolEvent& event)
{
    follow(event);
    context().repaint();
}

void DrawTool::leave()
{
    m_isInside = false;
    context().repaint();
}

bool DrawTool::keyPress(QKeyEvent&)
{
    return false;
}

void DrawTool::paint(QPainter& painter)
{
    if (const std::optional<domain::Shape> shape = draft()) {
        ShapeLook look;
        look.colour = context().drawingColour();
        look.skeleton = draftSkeleton();
        paintShape(painter, *shape, context().transform(), look);
    }
    paintCursor(painter);
}

void DrawTool::paintCursor(QPainter& painter)
{
    const ViewTransform& transform = context().transform();
    if (const QString text = draft() ? measure() : QString(); !text.isEmpty() && m_isInside) {
        paintMeasure(painter, text, transform.toView(current()), transform.viewSize());
    }
    if (m_isInside && m_current.isSnapped) {
        paintSnapMark(painter, transform.toView(current()));
    }
}

domain::ImagePoint DrawTool::follow(const ToolEvent& event)
{
    m_current = context().place(event.image, event.modifiers);
    m_modifiers = event.modifiers;
    m_isInside = true;
    return m_current.point;
}

} // namespace lw::canvas
