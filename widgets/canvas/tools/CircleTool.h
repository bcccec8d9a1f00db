// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws circles from the centre outwards.
#pragma once

#include "widgets/canvas/tools/TwoPointTool.h"

namespace lw::canvas {

class CircleTool final : public TwoPointTool {
public:
    using TwoPointTool::TwoPointTool;

protected:
    [[nodiscard]] domain::Shape shapeBetween(domain::ImagePoint first, domain::ImagePoint second,
                                             Qt::KeyboardModifiers modifiers) const override;
    [[nodiscard]] QString measure() const override;
};

} // namespace lw::canvas
