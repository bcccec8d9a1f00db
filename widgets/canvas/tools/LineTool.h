// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws straight lines, solid or dashed; Shift keeps them level, upright or diagonal.
#pragma once

#include "widgets/canvas/tools/TwoPointTool.h"

namespace lw::canvas {

class LineTool : public TwoPointTool {
public:
    using TwoPointTool::TwoPointTool;

protected:
    [[nodiscard]] domain::Shape shapeBetween(domain::ImagePoint first, domain::ImagePoint second,
                                             Qt::KeyboardModifiers modifiers) const override;
    [[nodiscard]] QString measure() const override;
    [[nodiscard]] virtual bool isDashed() const { return false; }
};

} // namespace lw::canvas
