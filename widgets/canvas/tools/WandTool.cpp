// SPDX-License-Identifier: GPL-3.0-or-later
//! Collects regions until Enter.
#include "widgets/canvas/tools/WandTool.h"

#include "models/core/WhenDone.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace lw::canvas {

namespace {

constexpr double kLeastTolerance = 1;
constexpr double kMostTolerance = 100;
constexpr double kKeyFactor = 1.2;

QString sentence(const char* text)
{
    return QCoreApplication::translate("lw::canvas", text);
}

} // namespace

void WandTool::press(const ToolEvent& event)
{
    follow(event);
    const QRectF picture(QPointF(), scene().pictureSize());
    if (!picture.contains(QPointF(event.image.x, event.image.y))) {
        return;
    }
    if (!context().vision() || !context().vision()->isReady()) {
        context().tell(sentence(QT_TRANSLATE_NOOP("lw::canvas", "The picture is still being loaded.")));
        return;
    }
    Click click;
    click.seed = event.image;
    click.area = context().transform().toImage(context().transform().viewRect()) & picture;
    click.mode = event.modifiers.testFlag(Qt::ShiftModifier)     ? Mode::Add
                 : event.modifiers.testFlag(Qt::ControlModifier) ? Mode::Subtract
                                                                 : Mode::Replace;
    if (!m_clicks.empty()) {
        click.before = m_clicks.back().after;
    }
    click.after = click.before;
    m_clicks.push_back(std::move(click));
    ask();
}

void WandTool::release(const ToolEvent& event)
{
    follow(event);
}

void WandTool::ask()
{
    const ToolMemory& memory = context().memory();
    const Click& click = m_clicks.back();
    m_question = std::make_unique<QObject>();
    core::whenDone(context().vision()->like(click.seed, {memory.wandTolerance, memory.isWandContiguous}, click.area),
                   m_question.get(), [this](const core::Result<domain::Mask>& found) { take(found); });
}

void WandTool::take(const core::Result<domain::Mask>& found)
{
    if (!found || m_clicks.empty()) {
        return;
    }
    Click& click = m_clicks.back();
    switch (click.mode) {
    case Mode::Replace:
        click.after = *found;
        break;
    case Mode::Add:
        click.after = context().vision()->united(click.before, *found);
        break;
    case Mode::Subtract:
        click.after = context().vision()->subtracted(click.before, *found);
        break;
    }
    context().repaint();
}

bool WandTool::wantsKey(const QKeyEvent& event) const
{
    const bool isSize = event.key() == Qt::Key_BracketLeft || event.key() == Qt::Key_BracketRight;
    const bool isBusyKey = event.key() == Qt::Key_C || event.key() == Qt::Key_Backspace;
    return event.modifiers() == Qt::NoModifier && (isSize || (isBusyKey && isBusy()));
}

bool WandTool::keyPress(QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_BracketLeft:
    case Qt::Key_BracketRight:
        changeTolerance(event.key() == Qt::Key_BracketRight ? kKeyFactor : 1 / kKeyFactor);
        return true;
    case Qt::Key_C:
        if (!isBusy() || event.modifiers() != Qt::NoModifier) {
            return false;
        }
        context().memory().isWandContiguous = !context().memory().isWandContiguous;
        ask();
        return true;
    case Qt::Key_Backspace:
        return stepBack();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isBusy()) {
            return false;
        }
        accept();
        return true;
    default:
        return false;
    }
}

bool WandTool::turnWheel(double notches)
{
    changeTolerance(std::pow(kKeyFactor, notches));
    return true;
}

void WandTool::changeTolerance(double factor)
{
    double& tolerance = context().memory().wandTolerance;
    tolerance = std::clamp(tolerance * factor, kLeastTolerance, kMostTolerance);
    //: %1 a number from 1 to 100
    context().tell(sentence(QT_TRANSLATE_NOOP("lw::canvas", "Tolerance %1")).arg(QString::number(tolerance, 'f', 0)));
    if (isBusy()) {
        ask();
    }
}

void WandTool::accept()
{
    const domain::Mask mask = m_clicks.back().after;
    cancel();
    if (mask.isEmpty()) {
        context().tell(sentence(QT_TRANSLATE_NOOP("lw::canvas", "Nothing is selected.")));
        return;
    }
    context().finishShape(domain::Shape::fromMask(mask));
}

bool WandTool::cancel()
{
    const bool wasBusy = isBusy();
    m_clicks.clear();
    m_question.reset();
    context().repaint();
    return wasBusy;
}

bool WandTool::stepBack()
{
    if (m_clicks.empty()) {
        return false;
    }
    m_clicks.pop_back();
    m_question.reset();
    context().repaint();
    return true;
}

void WandTool::settle()
{
    cancel();
}

std::optional<domain::Shape> WandTool::draft() const
{
    return m_clicks.empty() || m_clicks.back().after.isEmpty()
               ? std::nullopt
               : std::optional(domain::Shape::fromMask(m_clicks.back().after));
}

QString WandTool::measure() const
{
    //: %1 a number from 1 to 100
    return sentence(QT_TRANSLATE_NOOP("lw::canvas", "Tolerance %1"))
        .arg(QString::number(context().memory().wandTolerance, 'f', 0));
}

} // namespace lw::canvas
