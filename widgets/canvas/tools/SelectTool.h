// SPDX-License-Identifier: GPL-3.0-or-later
//! Selects, moves and reshapes what is there.
#pragma once

#include "widgets/canvas/Handles.h"
#include "widgets/canvas/Interaction.h"
#include "widgets/canvas/Nudge.h"
#include "widgets/canvas/Tool.h"

#include <memory>
#include <optional>

namespace lw::canvas {

/// Click: the smallest shape there, and by further clicks on the same place the others beneath. Shift or Ctrl + click:
/// several. Drag: move, or reshape by a handle. Drag on nothing, or Shift + drag: rubber band. Alt + click on a vertex
/// removes it; double click or Ctrl + click on an outline adds one. Arrow keys nudge.
class SelectTool final : public Tool {
public:
    explicit SelectTool(ToolContext& context);
    ~SelectTool() override;

    void press(const ToolEvent& event) override;
    void move(const ToolEvent& event) override;
    void release(const ToolEvent& event) override;
    void doubleClick(const ToolEvent& event) override;
    bool keyPress(QKeyEvent& event) override;
    bool keyRelease(QKeyEvent& event) override;
    bool cancel() override;
    bool stepBack() override;
    void grabCorner(int step) override;
    void grabAt(const ToolEvent& event) override;
    [[nodiscard]] std::optional<int> grabbedHandle() const override;
    [[nodiscard]] bool isBusy() const override;
    void leave() override;
    void settle() override;
    void paint(QPainter& painter) override;
    [[nodiscard]] QCursor cursor() const override { return m_cursor; }

private:
    static constexpr double kHandleReach = 7; ///< device-independent pixels

    /// What a press may become.
    struct Press {
        ToolEvent event;
        std::vector<Hit> hits;
        bool isOnSelection = false;
    };

    /// The one selected annotation that may be reshaped.
    [[nodiscard]] const domain::Annotation* reshapable() const;
    bool pressHandle(const ToolEvent& event);
    bool insertVertex(const ToolEvent& event);
    bool removeVertex(const domain::Annotation& annotation, int index);
    void beginDrag();
    void click(const ToolEvent& event);
    void hover(const ToolEvent& event);
    [[nodiscard]] std::vector<Hit> hitsAt(const ToolEvent& event) const;

    std::unique_ptr<Interaction> m_interaction;
    std::optional<Press> m_press;
    std::optional<ViewPoint> m_lastClick;
    domain::AnnotationId m_grabbedOn;
    std::optional<int> m_grabbed; ///< handle of m_grabbedOn that the arrow keys move
    Nudge m_nudge;
    Qt::CursorShape m_cursor = Qt::ArrowCursor;
};

} // namespace lw::canvas
