// SPDX-License-Identifier: GPL-3.0-or-later
//! Boxes from two corners.
#include "widgets/canvas/tools/BoxTool.h"

#include "models/items/ShapeTexts.h"
#include "widgets/canvas/Handles.h"

#include <algorithm>
#include <cmath>

namespace lw::canvas {

domain::Shape BoxTool::shapeBetween(domain::ImagePoint first, domain::ImagePoint second,
                                    Qt::KeyboardModifiers modifiers) const
{
    if (modifiers.testFlag(Qt::ShiftModifier)) {
        // The square must end at the picture's border, not be cut by it into something else.
        const QSizeF size = scene().pictureSize();
        const double roomX = second.x >= first.x ? size.width() - first.x : first.x;
        const double roomY = second.y >= first.y ? size.height() - first.y : first.y;
        const double room = std::min(roomX, roomY);
        second.x = std::clamp(second.x, first.x - room, first.x + room);
        second.y = std::clamp(second.y, first.y - room, first.y + room);
        second = squareCorner(first, second);
    }
    return domain::Shape::box(first, second);
}

QString BoxTool::measure() const
{
    const auto shape = draft();
    return shape ? items::sizeText(*shape) : QString();
}

} // namespace lw::canvas
