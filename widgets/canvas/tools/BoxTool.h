// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws bounding boxes; Shift makes them square.
#pragma once

#include "widgets/canvas/tools/TwoPointTool.h"

namespace lw::canvas {

class BoxTool : public TwoPointTool {
public:
    using TwoPointTool::TwoPointTool;

protected:
    [[nodiscard]] domain::Shape shapeBetween(domain::ImagePoint first, domain::ImagePoint second,
                                             Qt::KeyboardModifiers modifiers) const override;
    [[nodiscard]] QString measure() const override;
};

} // namespace lw::canvas
