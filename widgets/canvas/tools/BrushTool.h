// SPDX-License-Identifier: GPL-3.0-or-later
//! Paints and erases masks.
#pragma once

#include "widgets/canvas/Tool.h"

namespace lw::canvas {

/// Strokes change the one selected mask; without one, a brush makes a new mask. One stroke is one step for undo.
class BrushTool : public Tool {
public:
    explicit BrushTool(ToolContext& context) : BrushTool(context, false) {}

    void press(const ToolEvent& event) override;
    void move(const ToolEvent& event) override;
    void release(const ToolEvent& event) override;
    bool keyPress(QKeyEvent& event) override;
    [[nodiscard]] bool wantsKey(const QKeyEvent& event) const override;
    bool turnWheel(double notches) override;
    bool cancel() override;
    [[nodiscard]] bool isBusy() const override { return m_isPainting; }
    void leave() override;
    void settle() override;
    void paint(QPainter& painter) override;
    [[nodiscard]] QCursor cursor() const override { return Qt::BlankCursor; }
    [[nodiscard]] bool isDrawing() const override { return true; }
    [[nodiscard]] bool continuesShape() const override { return true; }

protected:
    BrushTool(ToolContext& context, bool isEraser) : Tool(context), m_isEraser(isEraser) {}

private:
    /// Chooses what the stroke changes; false (with a message) if there is nothing.
    bool chooseTarget(const ToolEvent& event);
    void finishStroke();
    void strokeTo(domain::ImagePoint at);
    void showMask();
    void resize(double factor);

    bool m_isEraser;
    bool m_isPainting = false;
    bool m_isErasing = false;      ///< this stroke
    domain::AnnotationId m_target; ///< invalid: a new mask
    domain::Mask m_mask;
    domain::ImagePoint m_last;
    std::optional<ViewPoint> m_cursor;
};

class EraserTool final : public BrushTool {
public:
    explicit EraserTool(ToolContext& context) : BrushTool(context, true) {}
};

} // namespace lw::canvas
