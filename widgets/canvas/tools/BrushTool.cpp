// SPDX-License-Identifier: GPL-3.0-or-later
//! Strokes become previews of the selected mask, and one step when the button is let go.
#include "widgets/canvas/tools/BrushTool.h"

#include "widgets/canvas/ShapePainter.h"
#include "widgets/canvas/VisionService.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace lw::canvas {

namespace {

constexpr double kLeastRadius = 0.5; // picture pixels
constexpr double kMostRadius = 2000;
constexpr double kKeyFactor = 1.2;
constexpr double kHitReach = 5; // device-independent pixels

QString sentence(const char* text)
{
    return QCoreApplication::translate("lw::canvas", text);
}

} // namespace

bool BrushTool::chooseTarget(const ToolEvent& event)
{
    const domain::Annotation* only = scene().onlySelected();
    if (!only && m_isErasing) {
        for (const Hit& hit : scene().hitsAt(event.image, context().transform().toImageLength(kHitReach))) {
            const domain::Annotation* under = scene().find(hit.id);
            if (under->shape.kind == domain::ShapeKind::Mask && !scene().isLocked(hit.id)) {
                scene().setSelection({hit.id});
                only = under;
                break;
            }
        }
    }
    m_target = {};
    m_mask = {};
    if (!only) {
        if (m_isErasing) {
            context().tell(sentence(QT_TRANSLATE_NOOP("lw::canvas", "There is no mask to erase from here.")));
        }
        return !m_isErasing;
    }
    if (scene().isLocked(only->id)) {
        context().tell(sentence(QT_TRANSLATE_NOOP("lw::canvas", "The label of this mask is locked.")));
        return false;
    }
    if (only->shape.kind != domain::ShapeKind::Mask) {
        context().tell(
            sentence(QT_TRANSLATE_NOOP("lw::canvas", "The selected shape is no mask: convert it to a mask first, or "
                                                     "press Esc to begin a new mask.")));
        return false;
    }
    m_target = only->id;
    m_mask = only->shape.mask;
    return true;
}

void BrushTool::press(const ToolEvent& event)
{
    m_cursor = event.view;
    if (!context().vision()) {
        return;
    }
    m_isErasing = m_isEraser != event.modifiers.testFlag(Qt::ControlModifier);
    if (!chooseTarget(event)) {
        return;
    }
    m_isPainting = true;
    m_last = event.image;
    strokeTo(event.image);
}

void BrushTool::move(const ToolEvent& event)
{
    m_cursor = event.view;
    if (m_isPainting) {
        strokeTo(event.image);
    }
    context().repaint();
}

void BrushTool::strokeTo(domain::ImagePoint at)
{
    const BrushStep step{m_last, at, context().memory().brushRadius, m_isErasing};
    m_mask = context().vision()->painted(m_mask, step, scene().pictureSize().toSize());
    m_last = at;
    showMask();
}

void BrushTool::showMask()
{
    if (m_target.isValid()) {
        scene().setPreview({{m_target, domain::Shape::fromMask(m_mask)}});
    }
    context().repaint();
}

void BrushTool::release(const ToolEvent& event)
{
    m_cursor = event.view;
    finishStroke();
}

void BrushTool::settle()
{
    finishStroke();
}

void BrushTool::finishStroke()
{
    if (!std::exchange(m_isPainting, false)) {
        return;
    }
    const domain::Mask mask = std::exchange(m_mask, {});
    if (!m_target.isValid()) {
        context().finishShape(domain::Shape::fromMask(mask));
    } else if (mask.isEmpty()) {
        scene().clearPreview();
        document::commands::removeShapes(scene().document(), {m_target});
    } else {
        scene().commitPreview();
    }
    context().repaint();
}

bool BrushTool::wantsKey(const QKeyEvent& event) const
{
    return event.modifiers() == Qt::NoModifier &&
           (event.key() == Qt::Key_BracketLeft || event.key() == Qt::Key_BracketRight);
}

bool BrushTool::keyPress(QKeyEvent& event)
{
    if (!wantsKey(event)) {
        return false;
    }
    resize(event.key() == Qt::Key_BracketRight ? kKeyFactor : 1 / kKeyFactor);
    return true;
}

bool BrushTool::turnWheel(double notches)
{
    resize(std::pow(kKeyFactor, notches));
    return true;
}

void BrushTool::resize(double factor)
{
    double& radius = context().memory().brushRadius;
    radius = std::clamp(radius * factor, kLeastRadius, kMostRadius);
    //: %1 a number of pixels
    context().tell(
        sentence(QT_TRANSLATE_NOOP("lw::canvas", "Brush of %1 pixels")).arg(QString::number(2 * radius, 'f', 0)));
    context().repaint();
}

bool BrushTool::cancel()
{
    const bool wasBusy = std::exchange(m_isPainting, false);
    m_mask = {};
    if (wasBusy && m_target.isValid()) {
        scene().clearPreview();
    }
    context().repaint();
    return wasBusy;
}

void BrushTool::leave()
{
    m_cursor.reset();
    context().repaint();
}

void BrushTool::paint(QPainter& painter)
{
    if (m_isPainting && !m_target.isValid()) {
        ShapeLook look;
        look.colour = context().drawingColour();
        look.isSelected = true;
        paintShape(painter, domain::Shape::fromMask(m_mask), context().transform(), look);
    }
    if (m_cursor) {
        const double radius = std::max(1.5, context().memory().brushRadius * context().transform().zoom());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(0, 0, 0, 170), 3));
        painter.drawEllipse(m_cursor->toPointF(), radius, radius);
        painter.setPen(QPen(Qt::white, 1.2, m_isEraser ? Qt::DashLine : Qt::SolidLine));
        painter.drawEllipse(m_cursor->toPointF(), radius, radius);
    }
}

} // namespace lw::canvas
