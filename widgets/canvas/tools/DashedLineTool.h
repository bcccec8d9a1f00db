// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws dashed lines.
#pragma once

#include "widgets/canvas/tools/LineTool.h"

namespace lw::canvas {

class DashedLineTool final : public LineTool {
public:
    using LineTool::LineTool;

protected:
    [[nodiscard]] bool isDashed() const override { return true; }
};

} // namespace lw::canvas
