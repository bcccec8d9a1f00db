// SPDX-License-Identifier: GPL-3.0-or-later
//! Clicks and boxes say which object is meant; an imported assistant finds its outline.
#pragma once

#include "widgets/canvas/VisionService.h"
#include "widgets/canvas/tools/DrawTool.h"

#include <memory>
#include <optional>
#include <vector>

namespace lw::canvas {

/// Asks anew with every click and shows the answer until it is taken or dropped.
class PromptTool final : public DrawTool {
public:
    using DrawTool::DrawTool;

    void press(const ToolEvent& event) override;
    void move(const ToolEvent& event) override;
    void release(const ToolEvent& event) override;
    bool keyPress(QKeyEvent& event) override;
    [[nodiscard]] bool wantsKey(const QKeyEvent& event) const override;
    bool cancel() override;
    bool stepBack() override;
    [[nodiscard]] bool isBusy() const override { return m_pressed || !m_steps.empty(); }
    void paint(QPainter& painter) override;
    /// Enter would take something.
    [[nodiscard]] bool hasOutline() const { return m_found.has_value(); }

protected:
    [[nodiscard]] std::optional<domain::Shape> draft() const override;
    [[nodiscard]] QString measure() const override;

private:
    /// A click or a box; undo takes one back.
    struct Step {
        std::optional<QRectF> box;
        ObjectPrompts::Point point;
    };

    [[nodiscard]] ObjectPrompts prompts() const;
    [[nodiscard]] QRectF dragged() const;
    void add(Step step);
    void ask();
    void take(const core::Result<FoundObject>& found);
    void accept();

    std::vector<Step> m_steps;
    std::optional<FoundObject> m_found; ///< by the last answer
    std::optional<ToolEvent> m_pressed; ///< the button is held since
    bool m_isDragging = false;
    bool m_isOutside = false;            ///< clicks say what is not part of the object
    std::unique_ptr<QObject> m_question; ///< receives the answer; gone when nobody wants it any more
};

} // namespace lw::canvas
