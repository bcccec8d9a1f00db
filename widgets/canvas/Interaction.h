// SPDX-License-Identifier: GPL-3.0-or-later
//! Phases of the selecting tool that last from a press to its release, one small class each.
#pragma once

#include "widgets/canvas/Tool.h"

#include <vector>

namespace lw::canvas {

/// Begins at construction, ends by finish() or cancel().
class Interaction {
public:
    explicit Interaction(ToolContext& context) : m_context(context) {}
    virtual ~Interaction() = default;
    Q_DISABLE_COPY_MOVE(Interaction)

    virtual void move(const ToolEvent& event) = 0;
    virtual void finish() = 0;
    virtual void cancel() = 0;
    virtual void paint(QPainter&) {}

protected:
    [[nodiscard]] ToolContext& context() const { return m_context; }
    [[nodiscard]] CanvasScene& scene() const { return m_context.scene(); }

private:
    ToolContext& m_context;
};

/// Moves the changeable part of the selection; Shift keeps to one axis.
class MoveInteraction final : public Interaction {
public:
    MoveInteraction(ToolContext& context, domain::ImagePoint from);
    void move(const ToolEvent& event) override;
    void finish() override;
    void cancel() override;

private:
    [[nodiscard]] QPointF snappedDelta(QPointF delta, Qt::KeyboardModifiers modifiers) const;

    domain::ImagePoint m_from;
    Ids m_ids;
    std::vector<domain::Shape> m_originals;
    QRectF m_bounds;
};

/// Drags one handle of one shape: corner, edge, vertex, radius. Shift keeps boxes square.
class HandleInteraction final : public Interaction {
public:
    /// `original` may already differ from the document's shape (a vertex just inserted).
    HandleInteraction(ToolContext& context, domain::AnnotationId id, const domain::Shape& original, int handle,
                      domain::ImagePoint from);
    void move(const ToolEvent& event) override;
    void finish() override;
    void cancel() override;
    void paint(QPainter& painter) override;

private:
    domain::AnnotationId m_id;
    domain::Shape m_original;
    int m_handle;
    QPointF m_grip; ///< from the press to the handle, picture pixels
    PlacedPoint m_at;
};

/// Selects all shapes that lie wholly in the rectangle.
class RubberBandInteraction final : public Interaction {
public:
    /// `isAdding` keeps what was selected before.
    RubberBandInteraction(ToolContext& context, domain::ImagePoint from, bool isAdding);
    void move(const ToolEvent& event) override;
    void finish() override;
    void cancel() override;
    void paint(QPainter& painter) override;

private:
    [[nodiscard]] QRectF rect() const;

    domain::ImagePoint m_from;
    domain::ImagePoint m_to;
    Ids m_before;
    bool m_isAdding;
};

/// `delta` (picture pixels) cut so that `bounds` moved by it stays within a picture of `size`.
[[nodiscard]] QPointF keptInPicture(QPointF delta, const QRectF& bounds, const QSizeF& size);

} // namespace lw::canvas
