// SPDX-License-Identifier: GPL-3.0-or-later
//! Sets single points.
#pragma once

#include "widgets/canvas/tools/DrawTool.h"

namespace lw::canvas {

class PointTool final : public DrawTool {
public:
    using DrawTool::DrawTool;

    void press(const ToolEvent& event) override;
    void release(const ToolEvent& event) override;
    bool cancel() override;
    [[nodiscard]] bool isBusy() const override { return m_isPressed; }

protected:
    [[nodiscard]] std::optional<domain::Shape> draft() const override;

private:
    bool m_isPressed = false;
};

} // namespace lw::canvas
