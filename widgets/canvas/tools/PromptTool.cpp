// SPDX-License-Identifier: GPL-3.0-or-later
//! Collects prompts, shows what the assistant makes of them.
#include "widgets/canvas/tools/PromptTool.h"

#include "models/core/WhenDone.h"
#include "widgets/canvas/ShapePainter.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>

#include <cmath>
#include <utility>

namespace lw::canvas {

namespace {

constexpr double kMarkRadius = 5;   // device-independent pixels
constexpr double kDragDistance = 6; // from here on it is a box
constexpr size_t kMostDashed = 120; // points of an outline: longer ones take longer than a frame, pixels do not

QString sentence(const char* text)
{
    return QCoreApplication::translate("lw::canvas", text);
}

/// A plus where the object is, a minus where it is not.
void paintPoint(QPainter& painter, const QPointF& at, bool isInside, const QColor& colour)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::black, 3));
    painter.setBrush(isInside ? colour : QColor(Qt::white));
    painter.drawEllipse(at, kMarkRadius, kMarkRadius);
    painter.setPen(QPen(isInside ? Qt::white : Qt::black, 1.5));
    painter.drawEllipse(at, kMarkRadius, kMarkRadius);
    const double arm = kMarkRadius - 2;
    painter.drawLine(at - QPointF(arm, 0), at + QPointF(arm, 0));
    if (isInside) {
        painter.drawLine(at - QPointF(0, arm), at + QPointF(0, arm));
    }
}

} // namespace

void PromptTool::press(const ToolEvent& event)
{
    const domain::ImagePoint point = follow(event);
    const bool isRepeatedByKey = event.isKeyboard && !m_steps.empty() && !m_steps.back().box &&
                                 m_steps.back().point.at.x == point.x && m_steps.back().point.at.y == point.y;
    if (isRepeatedByKey) {
        accept();
        return;
    }
    const QRectF picture(QPointF(), scene().pictureSize());
    if (!picture.contains(QPointF(event.image.x, event.image.y))) {
        context().tell(sentence(QT_TRANSLATE_NOOP("lw::canvas", "Every point must lie inside the picture.")));
        return;
    }
    if (!context().vision() || !context().vision()->isReady()) {
        context().tell(sentence(QT_TRANSLATE_NOOP("lw::canvas", "The picture is still being loaded.")));
        return;
    }
    m_pressed = event;
    m_isDragging = false;
}

void PromptTool::move(const ToolEvent& event)
{
    DrawTool::move(event);
    m_isDragging = m_isDragging || (m_pressed && distance(m_pressed->view, event.view) >= kDragDistance);
}

void PromptTool::release(const ToolEvent& event)
{
    const domain::ImagePoint point = follow(event);
    if (!m_pressed) {
        return;
    }
    const Qt::KeyboardModifiers outside = Qt::AltModifier | Qt::ShiftModifier;
    Step step;
    if (m_isDragging) {
        step.box = dragged();
    } else {
        step.point = {point, m_isOutside == bool(event.modifiers & outside)};
    }
    m_pressed.reset();
    m_isDragging = false;
    if (!step.box || (step.box->width() >= 1 && step.box->height() >= 1)) {
        add(step);
    }
    context().repaint();
}

QRectF PromptTool::dragged() const
{
    const domain::ImagePoint from = context().place(m_pressed->image, m_pressed->modifiers).point;
    return QRectF(QPointF(from.x, from.y), QPointF(current().x, current().y)).normalized();
}

void PromptTool::add(Step step)
{
    m_steps.push_back(step);
    ask();
}

ObjectPrompts PromptTool::prompts() const
{
    ObjectPrompts prompts;
    for (const Step& step : m_steps) {
        if (step.box) {
            prompts.box = step.box; // the last one counts
        } else {
            prompts.points.push_back(step.point);
        }
    }
    return prompts;
}

void PromptTool::ask()
{
    m_question = std::make_unique<QObject>();
    core::whenDone(context().vision()->object(prompts()), m_question.get(),
                   [this](const core::Result<FoundObject>& found) { take(found); });
}

void PromptTool::take(const core::Result<FoundObject>& found)
{
    if (found && found->outline.isValid()) {
        m_found = *found;
    } else if (found) {
        m_found.reset();
        context().tell(sentence(QT_TRANSLATE_NOOP(
            "lw::canvas", "The assistant finds nothing there. Click again, or take the last click back with Ctrl+Z.")));
    } else if (found.error().code != core::ErrorCode::Cancelled) {
        // Whoever was asked has said why.
        m_steps.pop_back();
        if (m_steps.empty()) {
            m_found.reset();
        }
    }
    context().repaint();
}

bool PromptTool::wantsKey(const QKeyEvent& event) const
{
    const bool isOwn = event.key() == Qt::Key_X || event.key() == Qt::Key_Backspace;
    return isBusy() && event.modifiers() == Qt::NoModifier && isOwn;
}

bool PromptTool::keyPress(QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Backspace:
        return stepBack();
    case Qt::Key_X:
        if (!isBusy() || event.modifiers() != Qt::NoModifier) {
            return false;
        }
        m_isOutside = !m_isOutside;
        context().tell(m_isOutside
                           ? sentence(QT_TRANSLATE_NOOP("lw::canvas", "Clicks say what is not part of the object."))
                           : sentence(QT_TRANSLATE_NOOP("lw::canvas", "Clicks say what is part of the object.")));
        context().repaint();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_found) {
            return false;
        }
        accept();
        return true;
    default:
        return false;
    }
}

void PromptTool::accept()
{
    if (!m_found) {
        return;
    }
    const FoundObject taken = *m_found;
    cancel();
    switch (context().foundShape()) {
    case domain::ShapeKind::BoundingBox: {
        const QRectF box = taken.outline.boundingRect();
        context().finishShape(domain::Shape::box({box.left(), box.top()}, {box.right(), box.bottom()}),
                              taken.confidence);
        break;
    }
    case domain::ShapeKind::Mask:
        context().finishShape(domain::Shape::fromMask(taken.mask), taken.confidence);
        break;
    default:
        context().finishShape(taken.outline, taken.confidence);
        break;
    }
}

bool PromptTool::cancel()
{
    const bool wasBusy = isBusy();
    m_steps.clear();
    m_found.reset();
    m_pressed.reset();
    m_question.reset();
    m_isDragging = false;
    m_isOutside = false;
    context().repaint();
    return wasBusy;
}

bool PromptTool::stepBack()
{
    if (m_steps.empty()) {
        return false;
    }
    m_steps.pop_back();
    m_question.reset();
    m_found.reset();
    if (!m_steps.empty()) {
        ask();
    }
    context().repaint();
    return true;
}

std::optional<domain::Shape> PromptTool::draft() const
{
    return m_found ? std::optional(m_found->outline) : std::nullopt;
}

QString PromptTool::measure() const
{
    if (!m_found || !m_found->confidence) {
        return {};
    }
    //: %1 per cent
    return sentence(QT_TRANSLATE_NOOP("lw::canvas", "About %1 % right"))
        .arg(int(std::lround(*m_found->confidence * 100)));
}

void PromptTool::paint(QPainter& painter)
{
    const ViewTransform& transform = context().transform();
    ShapeLook look;
    look.colour = context().drawingColour();
    look.isDashed = true;
    if (m_found) {
        const bool isSimple = m_found->outline.points.size() <= kMostDashed || m_found->mask.isEmpty();
        paintShape(painter, isSimple ? m_found->outline : domain::Shape::fromMask(m_found->mask), transform, look);
        if (context().foundShape() == domain::ShapeKind::BoundingBox) {
            const QRectF box = m_found->outline.boundingRect();
            paintShape(painter, domain::Shape::box({box.left(), box.top()}, {box.right(), box.bottom()}), transform,
                       look);
        }
    }
    const ObjectPrompts all = prompts();
    const std::optional<QRectF> box = m_isDragging ? std::optional(dragged()) : all.box;
    if (box) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::black, 3));
        painter.drawRect(transform.toView(*box));
        painter.setPen(QPen(look.colour, 1.5));
        painter.drawRect(transform.toView(*box));
    }
    for (const ObjectPrompts::Point& each : all.points) {
        paintPoint(painter, transform.toView(each.at).toPointF(), each.isInside, look.colour);
    }
    paintCursor(painter);
}

} // namespace lw::canvas
