// SPDX-License-Identifier: GPL-3.0-or-later
//! Four clicks on an object's extreme points; its outline is inferred.
#pragma once

#include "widgets/canvas/VisionService.h"
#include "widgets/canvas/tools/DrawTool.h"

#include <array>
#include <memory>
#include <vector>

namespace lw::canvas {

/// Collects clicks, then shows the guesses one at a time until one is taken.
class ExtremeTool final : public DrawTool {
public:
    using DrawTool::DrawTool;

    void press(const ToolEvent& event) override;
    void release(const ToolEvent& event) override;
    bool keyPress(QKeyEvent& event) override;
    [[nodiscard]] bool wantsKey(const QKeyEvent& event) const override;
    bool cancel() override;
    bool stepBack() override;
    [[nodiscard]] bool isBusy() const override { return !m_clicks.empty(); }
    void paint(QPainter& painter) override;

protected:
    [[nodiscard]] std::optional<domain::Shape> draft() const override;
    [[nodiscard]] QString measure() const override;

private:
    void ask();
    [[nodiscard]] std::array<domain::ImagePoint, 4> fourClicks() const;
    void take(const core::Result<std::vector<FoundContour>>& found);
    void showNext();
    void accept();

    std::vector<domain::ImagePoint> m_clicks;
    std::vector<FoundContour> m_found;
    size_t m_shown = 0;
    std::unique_ptr<QObject> m_question; ///< receives the answer; gone when nobody wants it any more
};

} // namespace lw::canvas
