// SPDX-License-Identifier: GPL-3.0-or-later
//! Ellipses from boxes.
#include "widgets/canvas/tools/EllipseTool.h"

namespace lw::canvas {

domain::Shape EllipseTool::shapeBetween(domain::ImagePoint first, domain::ImagePoint second,
                                        Qt::KeyboardModifiers modifiers) const
{
    const QRectF box = BoxTool::shapeBetween(first, second, modifiers).boundingRect();
    return domain::Shape::ellipse({box.center().x(), box.center().y()}, box.width() / 2, box.height() / 2, 0);
}

} // namespace lw::canvas
