// SPDX-License-Identifier: GPL-3.0-or-later
//! Skeletons from boxes.
#include "widgets/canvas/tools/SkeletonTool.h"

#include "models/domain/Skeletons.h"
#include "models/items/ShapeTexts.h"
#include "widgets/canvas/Handles.h"
#include "widgets/canvas/OverlayPainter.h"
#include "widgets/canvas/SkeletonPainter.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace lw::canvas {

namespace {

constexpr double kJointReach = 7; ///< device-independent pixels

} // namespace

void SkeletonTool::activate()
{
    takeLayout();
}

bool SkeletonTool::takeLayout()
{
    m_layout = context().drawingSkeleton();
    m_places = domain::placesOf(m_layout);
    if (m_places.empty()) {
        context().tell(QCoreApplication::translate(
            "lw::canvas", "No label has a skeleton yet. Edit a label in the label panel to give it joints."));
    }
    return !m_places.empty();
}

const domain::Annotation* SkeletonTool::selected() const
{
    const domain::Annotation* only = scene().onlySelected();
    const bool isSkeleton = only && only->shape.kind == domain::ShapeKind::Skeleton;
    return isSkeleton && !scene().isLocked(only->id) ? only : nullptr;
}

void SkeletonTool::press(const ToolEvent& event)
{
    grabAt(event);
    if (const auto joint = grabbedHandle(); joint && !event.isKeyboard && !TwoPointTool::isBusy()) {
        const domain::Annotation& skeleton = *selected();
        m_joint = std::make_unique<HandleInteraction>(context(), skeleton.id, skeleton.shape, *joint, event.image);
        return;
    }
    if (TwoPointTool::isBusy() || takeLayout()) {
        TwoPointTool::press(event);
    }
}

void SkeletonTool::move(const ToolEvent& event)
{
    m_joint ? m_joint->move(event) : TwoPointTool::move(event);
}

void SkeletonTool::release(const ToolEvent& event)
{
    if (m_joint) {
        m_joint->finish();
        m_joint.reset();
        return;
    }
    TwoPointTool::release(event);
}

bool SkeletonTool::cancel()
{
    if (m_joint) {
        m_joint->cancel();
        m_joint.reset();
        return true;
    }
    return TwoPointTool::cancel();
}

void SkeletonTool::grabAt(const ToolEvent& event)
{
    const domain::Annotation* skeleton = selected();
    const auto handle =
        skeleton ? handleAt(skeleton->shape, context().transform(), event.view, kJointReach) : std::nullopt;
    m_grabbedOn = skeleton ? skeleton->id : domain::AnnotationId();
    m_grabbed = handle ? std::optional(handle->index) : std::nullopt;
    context().repaint();
}

std::optional<int> SkeletonTool::grabbedHandle() const
{
    const domain::Annotation* skeleton = selected();
    return skeleton && skeleton->id == m_grabbedOn ? m_grabbed : std::nullopt;
}

void SkeletonTool::paint(QPainter& painter)
{
    if (const auto joint = grabbedHandle()) {
        const domain::Annotation& skeleton = *selected();
        const domain::Shape& shape = scene().shownShape(skeleton);
        const LabelStyle& style = scene().style(skeleton.labelId);
        paintHandles(painter, shape, context().transform(), style.colour, joint);
        paintJointName(painter, shape, *joint, style.skeleton, context().transform());
    }
    TwoPointTool::paint(painter);
}

domain::Shape SkeletonTool::shapeBetween(domain::ImagePoint first, domain::ImagePoint second,
                                         Qt::KeyboardModifiers) const
{
    const domain::Shape box = domain::Shape::box(first, second);
    return box.isValid() ? domain::skeletonIn(box.boundingRect(), m_places) : domain::Shape::skeleton({}, {});
}

QString SkeletonTool::measure() const
{
    const auto shape = draft();
    const QRectF r = shape ? shape->boundingRect() : QRectF();
    return items::sizeText(domain::Shape::box({r.left(), r.top()}, {r.right(), r.bottom()}));
}

} // namespace lw::canvas
