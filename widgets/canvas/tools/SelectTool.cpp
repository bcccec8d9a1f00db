// SPDX-License-Identifier: GPL-3.0-or-later
//! Decides what a press is about: a handle, an edge, a shape, or nothing.
#include "widgets/canvas/tools/SelectTool.h"

#include "widgets/canvas/OverlayPainter.h"
#include "widgets/canvas/SkeletonPainter.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace lw::canvas {

namespace {

// All in device-independent pixels.
constexpr double kShapeReach = 5;
constexpr double kDragDistance = 4;
constexpr double kSamePlace = 4;

bool isAdding(const ToolEvent& event)
{
    return event.modifiers.testFlag(Qt::ShiftModifier) || event.modifiers.testFlag(Qt::ControlModifier);
}

QString lockedMessage()
{
    return QCoreApplication::translate("lw::canvas",
                                       "This label is locked. Unlock it in the label list to change its shapes.");
}

} // namespace

SelectTool::SelectTool(ToolContext& toolContext) : Tool(toolContext), m_nudge(toolContext) {}

SelectTool::~SelectTool() = default;

void SelectTool::press(const ToolEvent& event)
{
    settle();
    if (pressHandle(event) || (event.modifiers.testFlag(Qt::ControlModifier) && insertVertex(event))) {
        return;
    }
    m_press = Press{event, hitsAt(event), false};
    m_press->isOnSelection = std::any_of(m_press->hits.begin(), m_press->hits.end(),
                                         [this](const Hit& hit) { return scene().isSelected(hit.id); });
    if (!m_press->isOnSelection && !m_press->hits.empty() && !isAdding(event)) {
        scene().setSelection({m_press->hits.front().id});
        m_lastClick.reset();
    }
}

void SelectTool::move(const ToolEvent& event)
{
    if (m_interaction) {
        m_interaction->move(event);
        return;
    }
    if (!m_press) {
        hover(event);
        return;
    }
    if (distance(m_press->event.view, event.view) >= kDragDistance) {
        beginDrag();
        if (m_interaction) {
            m_interaction->move(event);
        }
    }
}

void SelectTool::release(const ToolEvent& event)
{
    if (m_interaction) {
        m_interaction->finish();
        m_interaction.reset();
    } else if (m_press) {
        click(event);
    }
    m_press.reset();
    hover(event);
}

void SelectTool::doubleClick(const ToolEvent& event)
{
    if (!insertVertex(event)) {
        press(event);
    }
}

bool SelectTool::keyPress(QKeyEvent& event)
{
    if (m_interaction || m_press) {
        return false;
    }
    const std::optional<int> handle = grabbedHandle();
    if (m_nudge.keyPress(event, handle)) {
        if (!scene().selection().empty() && scene().changeableSelection().empty()) {
            context().tell(lockedMessage());
        }
        return true;
    }
    if (event.key() == Qt::Key_Backspace && handle) {
        return removeVertex(*reshapable(), *handle);
    }
    return false;
}

bool SelectTool::keyRelease(QKeyEvent& event)
{
    return m_nudge.keyRelease(event);
}

bool SelectTool::cancel()
{
    if (m_interaction) {
        m_interaction->cancel();
        m_interaction.reset();
        m_press.reset();
        return true;
    }
    if (m_nudge.isBusy()) {
        m_nudge.cancel();
        return true;
    }
    const bool hadPress = std::exchange(m_press, std::nullopt).has_value();
    if (m_grabbed) {
        m_grabbed.reset();
        context().repaint();
        return true;
    }
    return hadPress;
}

bool SelectTool::stepBack()
{
    return m_interaction && cancel();
}

bool SelectTool::isBusy() const
{
    return m_interaction || m_press || m_nudge.isBusy();
}

void SelectTool::leave()
{
    if (!m_interaction) {
        scene().setHovered({});
    }
}

void SelectTool::settle()
{
    m_nudge.finish();
}

void SelectTool::paint(QPainter& painter)
{
    if (const domain::Annotation* only = reshapable(); only && scene().isShown(*only)) {
        const domain::Shape& shape = scene().shownShape(*only);
        paintHandles(painter, shape, context().transform(), scene().style(only->labelId).colour, grabbedHandle());
        if (const auto joint = grabbedHandle(); joint && shape.kind == domain::ShapeKind::Skeleton) {
            paintJointName(painter, shape, *joint, scene().style(only->labelId).skeleton, context().transform());
        }
    }
    if (m_interaction) {
        m_interaction->paint(painter);
    }
}

void SelectTool::beginDrag()
{
    const ToolEvent& start = m_press->event;
    const bool isBand = m_press->hits.empty() || start.modifiers.testFlag(Qt::ShiftModifier);
    if (isBand) {
        m_interaction = std::make_unique<RubberBandInteraction>(context(), start.image, isAdding(start));
    } else {
        if (!m_press->isOnSelection && isAdding(start)) {
            scene().toggleSelected(m_press->hits.front().id);
        }
        if (scene().changeableSelection().empty()) {
            context().tell(lockedMessage());
        } else {
            m_interaction = std::make_unique<MoveInteraction>(context(), start.image);
        }
    }
    m_grabbed.reset();
    m_press.reset();
}

/// A press and release on one place, with the selection as the press has left it.
void SelectTool::click(const ToolEvent& event)
{
    m_grabbed.reset();
    const std::vector<Hit>& hits = m_press->hits;
    const bool isSamePlace = m_lastClick && distance(*m_lastClick, event.view) <= kSamePlace;
    m_lastClick = event.view;
    if (hits.empty()) {
        if (!isAdding(event)) {
            scene().setSelection({});
        }
        return;
    }
    if (isAdding(event)) {
        scene().toggleSelected(hits.front().id);
        return;
    }
    const domain::Annotation* only = scene().onlySelected();
    const auto selected =
        std::find_if(hits.begin(), hits.end(), [only](const Hit& hit) { return only && hit.id == only->id; });
    if (isSamePlace && selected != hits.end()) {
        const auto next = std::next(selected) == hits.end() ? hits.begin() : std::next(selected);
        scene().setSelection({next->id});
    } else {
        scene().setSelection({hits.front().id});
    }
}

void SelectTool::hover(const ToolEvent& event)
{
    Qt::CursorShape cursor = Qt::ArrowCursor;
    const domain::Annotation* only = reshapable();
    const auto handle = only ? handleAt(only->shape, context().transform(), event.view, kHandleReach) : std::nullopt;
    const std::vector<Hit> hits = hitsAt(event);
    if (handle) {
        cursor = handle->cursor;
    } else if (!hits.empty()) {
        const bool isMovable = std::any_of(hits.begin(), hits.end(), [this](const Hit& hit) {
            return scene().isSelected(hit.id) && !scene().isLocked(hit.id);
        });
        cursor = isMovable ? Qt::SizeAllCursor : Qt::PointingHandCursor;
    }
    scene().setHovered(hits.empty() ? domain::AnnotationId() : hits.front().id);
    m_cursor = cursor;
}

std::vector<Hit> SelectTool::hitsAt(const ToolEvent& event) const
{
    return scene().hitsAt(event.image, context().transform().toImageLength(kShapeReach));
}

} // namespace lw::canvas
