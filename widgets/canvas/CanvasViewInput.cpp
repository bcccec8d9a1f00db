// SPDX-License-Identifier: GPL-3.0-or-later
//! Mouse, wheel and keys of the canvas.
#include "widgets/canvas/CanvasView.h"
#include "widgets/canvas/LabelPopup.h"
#include "widgets/canvas/Nudge.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace lw::canvas {

namespace {

constexpr double kWheelBase = 1.0016; ///< zoom for one eighth of a degree; a notch of 15° is a factor of about 1.2
constexpr double kNotch = 120;        ///< eighths of a degree
constexpr int kPageSteps = 10;        ///< with Shift
constexpr int kLeapSteps = 50;        ///< with Ctrl

bool isPlain(const QKeyEvent& event)
{
    return (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
}

} // namespace

bool CanvasView::event(QEvent* event)
{
    // Keys of labels win over single-key shortcuts of the window.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = static_cast<QKeyEvent&>(*event);
        const QString sequence = QKeySequence(key.keyCombination()).toString(QKeySequence::PortableText);
        if (m_scene.labels().findByShortcut(sequence) || m_tools.active().wantsKey(key)) {
            event->accept();
            return true;
        }
    }
    if (m_gate.keeps(*event)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

ToolEvent CanvasView::toolEvent(const QMouseEvent& event) const
{
    const ViewPoint at = ViewPoint::from(event.position());
    return {m_transform.toImage(at), at, event.button(), event.modifiers(), false};
}

bool CanvasView::startsPan(const QMouseEvent& event) const
{
    return event.button() == Qt::MiddleButton ||
           (event.button() == Qt::LeftButton && (m_isSpaceHeld || !m_tools.hasShapes()));
}

void CanvasView::mouseDown(QMouseEvent& event, bool isDouble)
{
    Q_EMIT activitySeen();
    m_keyboardCursor.reset();
    if (startsPan(event)) {
        m_panFrom = event.position();
        updateCursor();
        return;
    }
    if (event.button() == Qt::RightButton) {
        openMenu(event);
        return;
    }
    if (event.button() != Qt::LeftButton || m_scene.pictureSize().isEmpty()) {
        return;
    }
    if (m_finisher.isAsking()) {
        // A click beside the question takes what is highlighted; the same click begins nothing new.
        m_finisher.settle();
        return;
    }
    const ToolEvent press = toolEvent(event);
    isDouble ? m_tools.active().doubleClick(press) : m_tools.active().press(press);
    updateCursor();
}

void CanvasView::mousePressEvent(QMouseEvent* event)
{
    mouseDown(*event, false);
}

void CanvasView::mouseDoubleClickEvent(QMouseEvent* event)
{
    mouseDown(*event, true);
}

void CanvasView::mouseMoveEvent(QMouseEvent* event)
{
    m_cursor = ViewPoint::from(event->position());
    if (m_panFrom) {
        ViewTransform next = m_transform;
        next.pan(event->position().x() - m_panFrom->x(), event->position().y() - m_panFrom->y());
        m_panFrom = event->position();
        applyTransform(next);
        return;
    }
    m_keyboardCursor.reset();
    const ToolEvent move = toolEvent(*event);
    if (!m_finisher.isAsking()) {
        m_tools.active().move(move);
        updateCursor();
        if (m_tools.active().isDrawing()) {
            update();
        }
    }
    reportCursor(move);
}

void CanvasView::mouseReleaseEvent(QMouseEvent* event)
{
    Q_EMIT activitySeen();
    if (m_panFrom && event->button() != Qt::RightButton) {
        m_panFrom.reset();
        updateCursor();
        return;
    }
    if (event->button() == Qt::LeftButton && !m_finisher.isAsking()) {
        m_tools.active().release(toolEvent(*event));
        updateCursor();
    }
}

void CanvasView::wheelEvent(QWheelEvent* event)
{
    Q_EMIT activitySeen();
    m_cursor = ViewPoint::from(event->position());
    const bool isControl = event->modifiers().testFlag(Qt::ControlModifier);
    QPointF angle = event->angleDelta();
    if (event->modifiers() == Qt::ShiftModifier && m_tools.active().turnWheel((angle.x() + angle.y()) / kNotch)) {
        event->accept();
        return;
    }
    ViewTransform next = m_transform;
    if (isControl || m_options.wheelZooms) {
        const double delta = angle.y() != 0 ? angle.y() : angle.x();
        next.setZoom(next.zoom() * std::pow(kWheelBase, delta), *m_cursor);
    } else {
        if (event->modifiers().testFlag(Qt::ShiftModifier) && angle.x() == 0) {
            angle = angle.transposed();
        }
        const QPointF pixels = event->pixelDelta().isNull() ? angle / 2 : QPointF(event->pixelDelta());
        next.pan(std::round(pixels.x()), std::round(pixels.y()));
    }
    applyTransform(next);
    event->accept();
}

void CanvasView::leaveEvent(QEvent*)
{
    m_cursor.reset();
    m_tools.active().leave();
    update();
    Q_EMIT cursorLeft();
}

void CanvasView::keyPressEvent(QKeyEvent* event)
{
    Q_EMIT activitySeen();
    if (event->key() == Qt::Key_Space && isPlain(*event)) {
        m_isSpaceHeld = true;
        updateCursor();
        return;
    }
    const bool isUsed = (event->key() == Qt::Key_Escape && keyEscape()) || keyCrosshair(*event) ||
                        m_tools.active().keyPress(*event) || keyLabel(*event);
    if (!isUsed) {
        QWidget::keyPressEvent(event);
    }
    updateCursor();
}

void CanvasView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_isSpaceHeld = false;
        updateCursor();
        return;
    }
    if (!m_tools.active().keyRelease(*event)) {
        QWidget::keyReleaseEvent(event);
    }
}

void CanvasView::focusOutEvent(QFocusEvent* event)
{
    m_isSpaceHeld = false;
    m_gate.run([this] { m_tools.active().settle(); });
    updateCursor();
    QWidget::focusOutEvent(event);
}

bool CanvasView::focusNextPrevChild(bool isNext)
{
    // Tab goes from shape to shape (an action with that shortcut); without shapes it goes on to the next widget.
    return m_scene.annotations().empty() && QWidget::focusNextPrevChild(isNext);
}

bool CanvasView::keyEscape()
{
    if (m_finisher.isAsking()) {
        m_finisher.cancel();
        return true;
    }
    if (m_tools.active().cancel()) {
        return true;
    }
    if (m_keyboardCursor) {
        m_keyboardCursor.reset();
        update();
        return true;
    }
    if (!m_scene.selection().empty()) {
        m_scene.setSelection({});
        return true;
    }
    if (m_tools.active().isDrawing()) {
        m_tools.activate(m_tools.selectId());
        return true;
    }
    if (m_finisher.chosenLabel().isValid()) {
        m_finisher.chooseLabel({});
        return true;
    }
    return false;
}

/// Arrow keys and Enter draw: every tool can be used without a mouse.
bool CanvasView::keyCrosshair(const QKeyEvent& event)
{
    Tool& tool = m_tools.active();
    const QSizeF size = m_scene.pictureSize();
    if (!tool.isDrawing() || size.isEmpty()) {
        return false;
    }
    const QPointF direction = arrowStep(event.key());
    if (!direction.isNull()) {
        if (!m_keyboardCursor) {
            const ViewPoint from = m_cursor.value_or(ViewPoint::from(QRectF(rect()).center()));
            const domain::ImagePoint at = m_transform.toImage(from);
            m_keyboardCursor = {std::round(at.x), std::round(at.y)};
        }
        // At small zooms a step of one picture pixel would not be seen.
        double step = std::max(1.0, std::ceil(1 / m_transform.zoom()));
        step *= event.modifiers().testFlag(Qt::ShiftModifier) ? kPageSteps : 1;
        step *= event.modifiers().testFlag(Qt::ControlModifier) ? kLeapSteps : 1;
        m_keyboardCursor->x = std::clamp(m_keyboardCursor->x + direction.x() * step, 0.0, size.width());
        m_keyboardCursor->y = std::clamp(m_keyboardCursor->y + direction.y() * step, 0.0, size.height());
        reveal(QRectF(m_keyboardCursor->x, m_keyboardCursor->y, 0, 0));
    } else if (!m_keyboardCursor || (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter)) {
        return false;
    }
    const ToolEvent at{*m_keyboardCursor, m_transform.toView(*m_keyboardCursor), Qt::LeftButton, Qt::NoModifier, true};
    if (direction.isNull()) {
        tool.press(at);
        tool.release(at);
    } else {
        tool.move(at);
    }
    reportCursor(at);
    update();
    return true;
}

/// Digits and label keys: relabel the selection, else choose the label for drawing.
bool CanvasView::keyLabel(const QKeyEvent& event)
{
    if (event.isAutoRepeat()) {
        return false;
    }
    const QString sequence = QKeySequence(event.keyCombination()).toString(QKeySequence::PortableText);
    const domain::Label* label = m_scene.labels().findByShortcut(sequence);
    const bool isDigit = isPlain(event) && event.key() >= Qt::Key_0 && event.key() <= Qt::Key_9;
    if (!label && isDigit) {
        if (event.key() == Qt::Key_0) {
            m_finisher.chooseLabel({});
            Q_EMIT messageGiven(tr("New shapes ask for their label."));
            return true;
        }
        label = labelForDigit(m_scene.labels(), event.key() - Qt::Key_0);
    }
    if (!label) {
        return false;
    }
    const QString name = label->name;
    const Ids ids = m_scene.changeableSelection();
    if (!ids.empty()) {
        const domain::LabelId id = label->id;
        m_scene.labels().use(id);
        document::commands::changeLabel(m_scene.document(), ids, id, m_scene.author());
        return true;
    }
    m_finisher.chooseLabel(label->id);
    //: %1 is a label's name
    Q_EMIT messageGiven(tr("New shapes get the label “%1”.").arg(name));
    return true;
}

void CanvasView::openMenu(const QMouseEvent& event)
{
    m_tools.active().settle();
    const ToolEvent at = toolEvent(event);
    const std::vector<Hit> hits = m_scene.hitsAt(at.image, m_transform.toImageLength(5));
    const bool isOnSelection =
        std::any_of(hits.begin(), hits.end(), [this](const Hit& hit) { return m_scene.isSelected(hit.id); });
    if (!m_tools.active().isBusy() && !isOnSelection && !hits.empty()) {
        m_scene.setSelection({hits.front().id});
    }
    m_tools.active().grabAt(at);
    Q_EMIT menuRequested(event.globalPosition().toPoint());
}

void CanvasView::updateCursor()
{
    if (m_panFrom) {
        setCursor(Qt::ClosedHandCursor);
    } else if (m_isSpaceHeld) {
        setCursor(Qt::OpenHandCursor);
    } else {
        setCursor(m_tools.active().cursor());
    }
}

void CanvasView::reportCursor(const ToolEvent& event)
{
    Q_EMIT cursorMoved(event.image, m_renderer.picture().colourAt(event.image).value_or(qRgba(0, 0, 0, 0)));
}

} // namespace lw::canvas
