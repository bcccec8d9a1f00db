// SPDX-License-Identifier: GPL-3.0-or-later
//! What all drawing tools share: the point under the cursor, and how a half drawn shape looks.
#pragma once

#include "widgets/canvas/Tool.h"

namespace lw::canvas {

/// Says that a polygon or polyline would have too few points.
[[nodiscard]] QString tooFewPointsMessage(domain::ShapeKind kind);

/// Knows the placed point under the cursor; subclasses collect points.
class DrawTool : public Tool {
public:
    using Tool::Tool;

    void move(const ToolEvent& event) override;
    void leave() override;
    bool keyPress(QKeyEvent& event) override;
    void paint(QPainter& painter) override;
    [[nodiscard]] bool isDrawing() const override { return true; }

protected:
    /// The half drawn shape, nullopt when nothing has been begun.
    [[nodiscard]] virtual std::optional<domain::Shape> draft() const = 0;
    /// What the half drawn shape's joints are, for skeletons.
    [[nodiscard]] virtual const domain::SkeletonLayout* draftSkeleton() const { return nullptr; }
    /// Measures shown beside the cursor; may be empty.
    [[nodiscard]] virtual QString measure() const { return {}; }
    /// The measures, and a mark where the point has snapped.
    void paintCursor(QPainter& painter);
    /// Places the event's point and remembers it as the current one.
    domain::ImagePoint follow(const ToolEvent& event);
    [[nodiscard]] domain::ImagePoint current() const { return m_current.point; }
    [[nodiscard]] Qt::KeyboardModifiers modifiers() const { return m_modifiers; }

private:
    PlacedPoint m_current;
    Qt::KeyboardModifiers m_modifiers;
    bool m_isInside = false;
};

} // namespace lw::canvas
