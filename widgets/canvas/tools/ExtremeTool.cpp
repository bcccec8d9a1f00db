// SPDX-License-Identifier: GPL-3.0-or-later
//! Asks for outlines and lets the person choose.
#include "widgets/canvas/tools/ExtremeTool.h"

#include "models/core/WhenDone.h"
#include "widgets/canvas/OverlayPainter.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lw::canvas {

namespace {

constexpr size_t kNeeded = 4;
constexpr double kMarkRadius = 4; // device-independent pixels

QString sentence(const char* text)
{
    return QCoreApplication::translate("lw::canvas", text);
}

void paintClick(QPainter& painter, const QPointF& at, const QColor& colour)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::black, 3));
    painter.setBrush(colour);
    painter.drawEllipse(at, kMarkRadius, kMarkRadius);
    painter.setPen(QPen(Qt::white, 1.5));
    painter.drawEllipse(at, kMarkRadius, kMarkRadius);
}

} // namespace

void ExtremeTool::press(const ToolEvent& event)
{
    const QSizeF size = scene().pictureSize();
    const domain::ImagePoint point = follow(event);
    if (!m_found.empty()) {
        accept();
        return;
    }
    if (m_clicks.size() == kNeeded) {
        return; // the answer is on its way
    }
    if (!QRectF(QPointF(), size).contains(QPointF(event.image.x, event.image.y))) {
        context().tell(sentence(QT_TRANSLATE_NOOP("lw::canvas", "Every point must lie inside the picture.")));
        return;
    }
    m_clicks.push_back(point);
    if (m_clicks.size() == kNeeded) {
        ask();
    }
    context().repaint();
}

void ExtremeTool::release(const ToolEvent& event)
{
    follow(event);
}

void ExtremeTool::ask()
{
    VisionService* vision = context().vision();
    if (!vision || !vision->isReady()) {
        m_clicks.pop_back();
        context().tell(sentence(QT_TRANSLATE_NOOP("lw::canvas", "The picture is still being loaded.")));
        return;
    }
    m_question = std::make_unique<QObject>();
    core::whenDone(vision->contours(fourClicks()), m_question.get(),
                   [this](const core::Result<std::vector<FoundContour>>& found) { take(found); });
}

std::array<domain::ImagePoint, 4> ExtremeTool::fourClicks() const
{
    return {m_clicks[0], m_clicks[1], m_clicks[2], m_clicks[3]};
}

void ExtremeTool::take(const core::Result<std::vector<FoundContour>>& found)
{
    if (!found || found->empty()) {
        m_clicks.pop_back();
        context().tell(
            sentence(QT_TRANSLATE_NOOP("lw::canvas", "These points enclose nothing: set the last one again.")));
    } else {
        m_found = *found;
        m_shown = 0;
        core::whenDone(context().vision()->moreContours(fourClicks()), m_question.get(),
                       [this](const core::Result<std::vector<FoundContour>>& more) {
                           if (more) {
                               m_found.insert(m_found.end(), more->begin(), more->end());
                               context().repaint();
                           }
                       });
    }
    context().repaint();
}

bool ExtremeTool::wantsKey(const QKeyEvent& event) const
{
    return isBusy() && event.modifiers() == Qt::NoModifier &&
           (event.key() == Qt::Key_C || event.key() == Qt::Key_Backspace);
}

bool ExtremeTool::keyPress(QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Backspace:
        return stepBack();
    case Qt::Key_C:
        if (m_found.empty() || event.modifiers() != Qt::NoModifier) {
            return false;
        }
        showNext();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_found.empty()) {
            return false;
        }
        accept();
        return true;
    default:
        return false;
    }
}

void ExtremeTool::showNext()
{
    m_shown = (m_shown + 1) % m_found.size();
    context().repaint();
}

void ExtremeTool::accept()
{
    const FoundContour taken = m_found[m_shown];
    cancel();
    context().finishShape(taken.shape, taken.confidence);
}

bool ExtremeTool::cancel()
{
    const bool wasBusy = isBusy();
    m_clicks.clear();
    m_found.clear();
    m_question.reset();
    context().repaint();
    return wasBusy;
}

bool ExtremeTool::stepBack()
{
    if (m_clicks.empty()) {
        return false;
    }
    m_clicks.pop_back();
    m_found.clear();
    m_question.reset();
    context().repaint();
    return true;
}

std::optional<domain::Shape> ExtremeTool::draft() const
{
    return m_found.empty() ? std::nullopt : std::optional(m_found[m_shown].shape);
}

QString ExtremeTool::measure() const
{
    if (m_found.empty()) {
        return {};
    }
    //: %1 which guess, %2 of how many, %3 per cent
    return sentence(QT_TRANSLATE_NOOP("lw::canvas", "Guess %1 of %2, about %3 % right"))
        .arg(m_shown + 1)
        .arg(m_found.size())
        .arg(int(std::lround(m_found[m_shown].confidence * 100)));
}

void ExtremeTool::paint(QPainter& painter)
{
    DrawTool::paint(painter);
    for (const domain::ImagePoint& click : m_clicks) {
        paintClick(painter, context().transform().toView(click).toPointF(), context().drawingColour());
    }
}

} // namespace lw::canvas
