// SPDX-License-Identifier: GPL-3.0-or-later
//! Handles of the selected shape: grabbing them, and vertices that come and go.
#include "widgets/canvas/tools/SelectTool.h"

#include "widgets/canvas/tools/DrawTool.h"

namespace lw::canvas {

const domain::Annotation* SelectTool::reshapable() const
{
    const domain::Annotation* only = scene().onlySelected();
    return only && !scene().isLocked(only->id) ? only : nullptr;
}

bool SelectTool::pressHandle(const ToolEvent& event)
{
    const domain::Annotation* only = reshapable();
    if (!only || only->shape.kind == domain::ShapeKind::Point) {
        return false;
    }
    const auto handle = handleAt(only->shape, context().transform(), event.view, kHandleReach);
    if (!handle) {
        return false;
    }
    if (event.modifiers.testFlag(Qt::AltModifier) && removeVertex(*only, handle->index)) {
        return true;
    }
    m_grabbedOn = only->id;
    m_grabbed = handle->index;
    m_interaction = std::make_unique<HandleInteraction>(context(), only->id, only->shape, handle->index, event.image);
    return true;
}

bool SelectTool::insertVertex(const ToolEvent& event)
{
    const domain::Annotation* only = reshapable();
    if (!only) {
        return false;
    }
    const auto edge = edgeAt(only->shape, context().transform(), event.view, kHandleReach);
    if (!edge || handleAt(only->shape, context().transform(), event.view, kHandleReach)) {
        return false;
    }
    settle();
    // Ctrl also means "do not snap", which is right here: the vertex belongs on the outline.
    const domain::ImagePoint at = context().place(event.image, Qt::ControlModifier).point;
    m_grabbedOn = only->id;
    m_grabbed = *edge + 1;
    m_interaction = std::make_unique<HandleInteraction>(context(), only->id, withVertexInserted(only->shape, *edge, at),
                                                        *edge + 1, at);
    return true;
}

bool SelectTool::removeVertex(const domain::Annotation& annotation, int index)
{
    if (!hasVertices(annotation.shape)) {
        return false;
    }
    const auto reduced = withVertexRemoved(annotation.shape, index);
    if (!reduced) {
        context().tell(tooFewPointsMessage(annotation.shape.kind));
        return true;
    }
    m_grabbed.reset();
    settle();
    document::commands::reshape(scene().document(), {{annotation.id, *reduced}}, scene().author());
    return true;
}

void SelectTool::grabCorner(int step)
{
    const domain::Annotation* only = reshapable();
    if (!only || m_interaction || only->shape.kind == domain::ShapeKind::Point) {
        return;
    }
    settle();
    const bool isSkeleton = only->shape.kind == domain::ShapeKind::Skeleton;
    // Absent joints have no handle, but keys must reach them to bring them back.
    const int count = int(isSkeleton ? only->shape.points.size() : handlesOf(only->shape).size());
    // Corners come one after the other; a box's edges are between them and are skipped.
    const bool isBox = only->shape.kind == domain::ShapeKind::BoundingBox ||
                       only->shape.kind == domain::ShapeKind::RotatedBox;
    const int stride = isBox ? 2 : 1;
    const int places = (count + stride - 1) / stride;
    if (places == 0) {
        return;
    }
    if (m_grabbedOn != only->id || !m_grabbed) {
        m_grabbed = step > 0 ? 0 : (places - 1) * stride;
    } else {
        m_grabbed = (*m_grabbed / stride + step + places) % places * stride;
    }
    m_grabbedOn = only->id;
    context().repaint();
}

std::optional<int> SelectTool::grabbedHandle() const
{
    const domain::Annotation* only = reshapable();
    return only && only->id == m_grabbedOn ? m_grabbed : std::nullopt;
}

void SelectTool::grabAt(const ToolEvent& event)
{
    const domain::Annotation* only = reshapable();
    const auto handle = only ? handleAt(only->shape, context().transform(), event.view, kHandleReach) : std::nullopt;
    m_grabbedOn = only ? only->id : domain::AnnotationId();
    m_grabbed = handle ? std::optional(handle->index) : std::nullopt;
    context().repaint();
}

} // namespace lw::canvas
