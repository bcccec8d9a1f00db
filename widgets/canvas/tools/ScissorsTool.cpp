// SPDX-License-Identifier: GPL-3.0-or-later
//! Anchors by clicks, paths by the edge follower.
#include "widgets/canvas/tools/ScissorsTool.h"

#include "models/core/WhenDone.h"
#include "widgets/canvas/OverlayPainter.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <iterator>
#include <utility>

namespace lw::canvas {

namespace {

constexpr double kCloseDistance = 9; // device-independent pixels

} // namespace

void ScissorsTool::press(const ToolEvent& event)
{
    const domain::ImagePoint point = follow(event);
    const bool isRepeatedByKey = event.isKeyboard && m_anchors.size() >= 3 && point == m_anchors.back().at;
    m_isClosing = isRepeatedByKey || closesAt(event.view);
    if (!m_isClosing) {
        addAnchor(point);
    }
    context().repaint();
}

void ScissorsTool::move(const ToolEvent& event)
{
    const domain::ImagePoint point = follow(event);
    if (isBusy()) {
        m_pending = pathTo(point, event.modifiers.testFlag(Qt::ShiftModifier));
    }
    context().repaint();
}

void ScissorsTool::release(const ToolEvent& event)
{
    follow(event);
    if (std::exchange(m_isClosing, false)) {
        finish();
    }
}

void ScissorsTool::doubleClick(const ToolEvent& event)
{
    follow(event);
    // The first of the two clicks has set a point already.
    m_isClosing = m_anchors.size() >= 2;
}

void ScissorsTool::addAnchor(domain::ImagePoint at)
{
    if (m_anchors.empty()) {
        m_points = {at};
    } else if (at == m_anchors.back().at) {
        return;
    } else {
        const std::vector<domain::ImagePoint> path = pathTo(at, modifiers().testFlag(Qt::ShiftModifier));
        m_points.insert(m_points.end(), path.begin() + 1, path.end());
    }
    m_anchors.push_back({at, m_points.size()});
    m_pending.clear();
    followFromLastAnchor();
}

void ScissorsTool::followFromLastAnchor()
{
    const QRectF seen =
        context().transform().toImage(context().transform().viewRect()) & QRectF(QPointF(), scene().pictureSize());
    // Edges are looked for at the detail that is seen.
    const bool isSameView = m_follower && m_follower->area() == seen;
    if (isSameView) {
        m_follower->startAt(m_anchors.back().at);
    } else {
        requestEdges();
    }
}

void ScissorsTool::requestEdges()
{
    VisionService* vision = context().vision();
    m_follower.reset();
    if (!vision || !vision->isReady()) {
        return;
    }
    const QRectF seen =
        context().transform().toImage(context().transform().viewRect()) & QRectF(QPointF(), scene().pictureSize());
    m_question = std::make_unique<QObject>();
    core::whenDone(vision->follower(seen), m_question.get(),
                   [this](const core::Result<std::shared_ptr<EdgeFollower>>& made) {
                       if (made && isBusy()) {
                           m_follower = *made;
                           m_follower->startAt(m_anchors.back().at);
                           m_pending = pathTo(current(), modifiers().testFlag(Qt::ShiftModifier));
                           context().repaint();
                       }
                   });
}

std::vector<domain::ImagePoint> ScissorsTool::pathTo(domain::ImagePoint to, bool isStraight)
{
    const domain::ImagePoint from = m_anchors.back().at;
    const bool isKnown = m_follower && m_follower->area().contains(QPointF(to.x, to.y)) &&
                         m_follower->area().contains(QPointF(from.x, from.y));
    std::vector<domain::ImagePoint> path;
    if (isKnown && !isStraight) {
        path = m_follower->pathTo(to);
    }
    return path.size() < 2 ? std::vector{from, to} : path;
}

bool ScissorsTool::wantsKey(const QKeyEvent& event) const
{
    return isBusy() && event.modifiers() == Qt::NoModifier && event.key() == Qt::Key_Backspace;
}

bool ScissorsTool::keyPress(QKeyEvent& event)
{
    if (event.key() == Qt::Key_Backspace) {
        return stepBack();
    }
    if (isBusy() && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)) {
        finish();
        return true;
    }
    return false;
}

bool ScissorsTool::cancel()
{
    const bool wasBusy = isBusy();
    m_anchors.clear();
    m_points.clear();
    m_pending.clear();
    m_follower.reset();
    m_question.reset();
    m_isClosing = false;
    context().repaint();
    return wasBusy;
}

bool ScissorsTool::stepBack()
{
    if (m_anchors.empty()) {
        return false;
    }
    m_anchors.pop_back();
    m_pending.clear();
    if (m_anchors.empty()) {
        cancel();
        return true;
    }
    m_points.resize(m_anchors.back().end);
    followFromLastAnchor();
    context().repaint();
    return true;
}

void ScissorsTool::finish()
{
    std::vector<domain::ImagePoint> outline = m_points;
    if (m_anchors.size() >= 2) {
        const std::vector<domain::ImagePoint> back = pathTo(m_anchors.front().at, false);
        outline.insert(outline.end(), back.begin() + 1, back.end() - 1);
    }
    const domain::Shape shape = domain::Shape::polygon(std::move(outline));
    if (!shape.isValid()) {
        context().tell(QCoreApplication::translate("lw::canvas", "A polygon needs at least three points."));
        return;
    }
    cancel();
    context().finishShape(shape);
}

bool ScissorsTool::closesAt(ViewPoint at) const
{
    return m_anchors.size() >= 2 && distance(context().transform().toView(m_anchors.front().at), at) <= kCloseDistance;
}

void ScissorsTool::paint(QPainter& painter)
{
    if (isBusy()) {
        const ViewTransform& transform = context().transform();
        std::vector<domain::ImagePoint> line = m_points;
        if (m_pending.size() > 2) {
            line.insert(line.end(), m_pending.begin() + 1, m_pending.end() - 1);
        }
        std::vector<domain::ImagePoint> clicks;
        std::transform(m_anchors.begin(), m_anchors.end(), std::back_inserter(clicks),
                       [](const Anchor& anchor) { return anchor.at; });
        paintOpenOutline(painter, line, clicks, current(), transform, context().drawingColour());
        if (closesAt(transform.toView(current()))) {
            paintSnapMark(painter, transform.toView(m_anchors.front().at));
        }
    }
    DrawTool::paint(painter);
}

} // namespace lw::canvas
