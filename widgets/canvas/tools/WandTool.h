// SPDX-License-Identifier: GPL-3.0-or-later
//! Selects regions of like colour by clicks.
#pragma once

#include "widgets/canvas/VisionService.h"
#include "widgets/canvas/tools/DrawTool.h"

#include <memory>
#include <vector>

namespace lw::canvas {

/// Each click gives a region that replaces, joins or cuts what is there; Enter makes a mask of it. Only the part of the
/// picture that is seen is searched.
class WandTool final : public DrawTool {
public:
    using DrawTool::DrawTool;

    void press(const ToolEvent& event) override;
    void release(const ToolEvent& event) override;
    bool keyPress(QKeyEvent& event) override;
    [[nodiscard]] bool wantsKey(const QKeyEvent& event) const override;
    bool turnWheel(double notches) override;
    bool cancel() override;
    bool stepBack() override;
    [[nodiscard]] bool isBusy() const override { return !m_clicks.empty(); }
    void settle() override;

protected:
    [[nodiscard]] std::optional<domain::Shape> draft() const override;
    [[nodiscard]] QString measure() const override;

private:
    enum class Mode { Replace, Add, Subtract };
    struct Click {
        domain::ImagePoint seed;
        QRectF area;
        Mode mode = Mode::Replace;
        domain::Mask before; ///< what was selected before it
        domain::Mask after;
    };

    void ask();
    void take(const core::Result<domain::Mask>& found);
    void changeTolerance(double factor);
    void accept();

    std::vector<Click> m_clicks;
    std::unique_ptr<QObject> m_question;
};

} // namespace lw::canvas
