// SPDX-License-Identifier: GPL-3.0-or-later
//! The part of a picture that an operation looks at.
#pragma once

#include "models/domain/Shape.h"

#include <QImage>
#include <QRectF>

namespace lw::vision {

/// Pixels together with where they lie: `pixels` shows `area` of a picture of `pictureSize`, at any scale. Points that
/// go in and come out are in image space (domain::ImagePoint).
struct PictureWindow {
    QImage pixels;
    QRectF area;
    QSize pictureSize;

    /// A window onto all of a picture.
    [[nodiscard]] static PictureWindow whole(const QImage& picture)
    {
        return {picture, QRectF(QPointF(0, 0), QSizeF(picture.size())), picture.size()};
    }
    [[nodiscard]] bool isNull() const { return pixels.isNull() || area.isEmpty() || pictureSize.isEmpty(); }
    [[nodiscard]] bool holds(domain::ImagePoint p) const
    {
        return p.x >= 0 && p.y >= 0 && p.x <= pictureSize.width() && p.y <= pictureSize.height() &&
               p.x >= area.left() && p.y >= area.top() && p.x <= area.right() && p.y <= area.bottom();
    }
    /// From image space to continuous pixel coordinates of `pixels`.
    [[nodiscard]] QPointF toPixels(domain::ImagePoint p) const
    {
        return {(p.x - area.left()) * pixels.width() / area.width(),
                (p.y - area.top()) * pixels.height() / area.height()};
    }
    [[nodiscard]] domain::ImagePoint toImage(QPointF p) const
    {
        return {area.left() + p.x() * area.width() / pixels.width(),
                area.top() + p.y() * area.height() / pixels.height()};
    }
};

} // namespace lw::vision
