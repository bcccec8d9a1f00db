// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws ellipses into the box between two points; Shift makes circles. Turning comes afterwards, by the handle.
#pragma once

#include "widgets/canvas/tools/BoxTool.h"

namespace lw::canvas {

class EllipseTool final : public BoxTool {
public:
    using BoxTool::BoxTool;

protected:
    [[nodiscard]] domain::Shape shapeBetween(domain::ImagePoint first, domain::ImagePoint second,
                                             Qt::KeyboardModifiers modifiers) const override;
};

} // namespace lw::canvas
