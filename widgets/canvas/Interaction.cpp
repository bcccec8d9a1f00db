// SPDX-License-Identifier: GPL-3.0-or-later
//! Dragging of shapes, handles and the rubber band.
#include "widgets/canvas/Interaction.h"

#include "models/domain/Frames.h"
#include "models/items/ShapeTexts.h"
#include "widgets/canvas/Handles.h"
#include "widgets/canvas/OverlayPainter.h"
#include "widgets/common/Theme.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lw::canvas {

namespace {

double keptWithin(double delta, double low, double high, double limit)
{
    if (high - low >= limit) {
        return 0;
    }
    return std::clamp(delta, std::min(0.0, -low), std::max(0.0, limit - high));
}

} // namespace

QPointF keptInPicture(QPointF delta, const QRectF& bounds, const QSizeF& size)
{
    return {keptWithin(delta.x(), bounds.left(), bounds.right(), size.width()),
            keptWithin(delta.y(), bounds.top(), bounds.bottom(), size.height())};
}

// --- Move ---------------------------------------------------------------------------------------

MoveInteraction::MoveInteraction(ToolContext& toolContext, domain::ImagePoint from)
    : Interaction(toolContext), m_from(from), m_ids(scene().changeableSelection())
{
    for (domain::AnnotationId id : m_ids) {
        m_originals.push_back(scene().find(id)->shape);
        const QRectF r = m_originals.back().boundingRect();
        // united() ignores rectangles without area, which points and upright lines have.
        m_bounds =
            m_originals.size() == 1
                ? r
                : QRectF(QPointF(std::min(m_bounds.left(), r.left()), std::min(m_bounds.top(), r.top())),
                         QPointF(std::max(m_bounds.right(), r.right()), std::max(m_bounds.bottom(), r.bottom())));
    }
}

void MoveInteraction::move(const ToolEvent& event)
{
    QPointF delta(event.image.x - m_from.x, event.image.y - m_from.y);
    if (event.modifiers.testFlag(Qt::ShiftModifier)) {
        (std::abs(delta.x()) >= std::abs(delta.y()) ? delta.ry() : delta.rx()) = 0;
    }
    delta = snappedDelta(delta, event.modifiers);
    if (context().options().usesWholePixels) {
        delta = QPointF(std::round(delta.x()), std::round(delta.y()));
    }
    delta = keptInPicture(delta, m_bounds, scene().pictureSize());
    std::vector<document::commands::Reshape> shapes;
    shapes.reserve(m_ids.size());
    for (size_t i = 0; i < m_ids.size(); ++i) {
        shapes.push_back({m_ids[i], m_originals[i].translated(delta.x(), delta.y())});
    }
    scene().setPreview(shapes);
}

/// The corners of the moved bounding rectangle try to snap; the one that needs the least wins.
QPointF MoveInteraction::snappedDelta(QPointF delta, Qt::KeyboardModifiers modifiers) const
{
    const QRectF moved = m_bounds.translated(delta);
    QPointF best = delta;
    double least = std::numeric_limits<double>::infinity();
    for (const QPointF& corner : {moved.topLeft(), moved.topRight(), moved.bottomRight(), moved.bottomLeft()}) {
        const PlacedPoint placed = context().place({corner.x(), corner.y()}, modifiers, m_ids);
        const QPointF pull = QPointF(placed.point.x, placed.point.y) - corner;
        const double length = std::hypot(pull.x(), pull.y());
        if (placed.isSnapped && length < least) {
            least = length;
            best = delta + pull;
        }
    }
    return best;
}

void MoveInteraction::finish()
{
    scene().commitPreview();
}

void MoveInteraction::cancel()
{
    scene().clearPreview();
}

// --- Handle -------------------------------------------------------------------------------------

HandleInteraction::HandleInteraction(ToolContext& toolContext, domain::AnnotationId id, const domain::Shape& original,
                                     int handle, domain::ImagePoint from)
    : Interaction(toolContext), m_id(id), m_original(original), m_handle(handle)
{
    for (const Handle& candidate : handlesOf(original, context().transform().toImageLength(1))) {
        if (candidate.index == handle) {
            m_grip = QPointF(candidate.at.x - from.x, candidate.at.y - from.y);
            m_at.point = candidate.at;
        }
    }
    scene().setPreview({{m_id, m_original}});
}

void HandleInteraction::move(const ToolEvent& event)
{
    const domain::ImagePoint to{event.image.x + m_grip.x(), event.image.y + m_grip.y()};
    // The turning handle may stand outside the picture, and an angle has no whole pixels.
    m_at = isTurning(m_original, m_handle) ? PlacedPoint{to, false} : context().place(to, event.modifiers, {m_id});
    domain::Shape shape = withHandleAt(m_original, m_handle, m_at.point, event.modifiers.testFlag(Qt::ShiftModifier));
    if (shape.kind == domain::ShapeKind::Circle) {
        shape.radius = context().options().usesWholePixels ? std::round(shape.radius) : shape.radius;
        shape = circleWithin(shape, scene().pictureSize());
    }
    if (domain::hasFrame(shape) && shape.isValid()) {
        const QSizeF size = scene().pictureSize();
        shape = domain::clampedToImage(shape, size.width(), size.height());
    }
    if (shape.isValid()) {
        scene().setPreview({{m_id, shape}});
    }
}

void HandleInteraction::finish()
{
    scene().commitPreview();
}

void HandleInteraction::cancel()
{
    scene().clearPreview();
}

void HandleInteraction::paint(QPainter& painter)
{
    if (m_at.isSnapped) {
        paintSnapMark(painter, context().transform().toView(m_at.point));
    }
    const domain::Shape* shape = scene().previewOf(m_id);
    if (shape && !hasVertices(*shape) && shape->kind != domain::ShapeKind::Skeleton) {
        paintMeasure(painter, items::sizeText(*shape), context().transform().toView(m_at.point),
                     context().transform().viewSize());
    }
}

// --- Rubber band --------------------------------------------------------------------------------

RubberBandInteraction::RubberBandInteraction(ToolContext& toolContext, domain::ImagePoint from, bool isAdding)
    : Interaction(toolContext), m_from(from), m_to(from), m_before(scene().selection()), m_isAdding(isAdding)
{
}

void RubberBandInteraction::move(const ToolEvent& event)
{
    m_to = event.image;
    Ids ids = m_isAdding ? m_before : Ids();
    for (qint64 position : scene().index().positionsIn(rect())) {
        const domain::Annotation& annotation = scene().annotations()[size_t(position)];
        const QRectF bounds = annotation.shape.boundingRect();
        const bool isInside = rect().left() <= bounds.left() && rect().right() >= bounds.right() &&
                              rect().top() <= bounds.top() && rect().bottom() >= bounds.bottom();
        if (isInside) {
            ids.push_back(annotation.id);
        }
    }
    scene().setSelection(ids);
    context().repaint();
}

void RubberBandInteraction::finish()
{
    context().repaint();
}

void RubberBandInteraction::cancel()
{
    scene().setSelection(m_before);
    context().repaint();
}

void RubberBandInteraction::paint(QPainter& painter)
{
    paintRubberBand(painter, context().transform().toView(rect()), common::colours().accent);
}

QRectF RubberBandInteraction::rect() const
{
    return QRectF(QPointF(m_from.x, m_from.y), QPointF(m_to.x, m_to.y)).normalized();
}

} // namespace lw::canvas
