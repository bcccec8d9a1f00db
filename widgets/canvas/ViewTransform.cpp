// SPDX-License-Identifier: GPL-3.0-or-later
//! Zoom and pan arithmetic.
#include "widgets/canvas/ViewTransform.h"

#include <algorithm>
#include <cmath>

namespace lw::canvas {

namespace {

constexpr double kFitBorder = 16; // device-independent pixels on each side

double keptInside(double offset, double picture, double view)
{
    const double keep = std::min({ViewTransform::kKeepVisible, picture, view});
    return std::clamp(offset, keep - picture, view - keep);
}

} // namespace

double distance(ViewPoint a, ViewPoint b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

double distanceToSegment(ViewPoint a, ViewPoint b, ViewPoint p)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    const double t = squared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

void ViewTransform::setImageSize(const QSizeF& size)
{
    m_imageSize = size;
    keepInSight();
}

void ViewTransform::setViewSize(const QSizeF& size)
{
    m_offset += QPointF(std::round((size.width() - m_viewSize.width()) / 2),
                        std::round((size.height() - m_viewSize.height()) / 2));
    m_viewSize = size;
    keepInSight();
}

QRectF ViewTransform::toView(const QRectF& imageRect) const
{
    return {imageRect.x() * m_zoom + m_offset.x(), imageRect.y() * m_zoom + m_offset.y(), imageRect.width() * m_zoom,
            imageRect.height() * m_zoom};
}

QRectF ViewTransform::toImage(const QRectF& viewRect) const
{
    return {(viewRect.x() - m_offset.x()) / m_zoom, (viewRect.y() - m_offset.y()) / m_zoom, viewRect.width() / m_zoom,
            viewRect.height() / m_zoom};
}

void ViewTransform::setZoom(double zoom, ViewPoint anchor)
{
    const domain::ImagePoint kept = toImage(anchor);
    m_zoom = std::clamp(zoom, kMinimumZoom, kMaximumZoom);
    m_offset = QPointF(anchor.x - kept.x * m_zoom, anchor.y - kept.y * m_zoom);
    keepInSight();
}

void ViewTransform::pan(double dx, double dy)
{
    m_offset += QPointF(dx, dy);
    keepInSight();
}

void ViewTransform::fit()
{
    const double width = std::max(1.0, m_viewSize.width() - 2 * kFitBorder);
    const double height = std::max(1.0, m_viewSize.height() - 2 * kFitBorder);
    if (m_imageSize.isEmpty()) {
        return;
    }
    m_zoom =
        std::clamp(std::min(width / m_imageSize.width(), height / m_imageSize.height()), kMinimumZoom, kMaximumZoom);
    centreOn({m_imageSize.width() / 2, m_imageSize.height() / 2});
}

void ViewTransform::showRect(const QRectF& imageRect, double share)
{
    const double width = std::max(imageRect.width(), 1.0);
    const double height = std::max(imageRect.height(), 1.0);
    m_zoom = std::clamp(std::min(m_viewSize.width() / width, m_viewSize.height() / height) * share, kMinimumZoom,
                        kMaximumZoom);
    centreOn({imageRect.center().x(), imageRect.center().y()});
}

void ViewTransform::ensureVisible(const QRectF& imageRect)
{
    const QRectF r = toView(imageRect);
    const auto shift = [](double low, double high, double limit) {
        if (high - low > limit || (low >= 0 && high <= limit)) {
            return 0.0;
        }
        return low < 0 ? -low : limit - high;
    };
    pan(std::round(shift(r.left(), r.right(), m_viewSize.width())),
        std::round(shift(r.top(), r.bottom(), m_viewSize.height())));
}

void ViewTransform::centreOn(domain::ImagePoint p)
{
    m_offset =
        QPointF(std::round(m_viewSize.width() / 2 - p.x * m_zoom), std::round(m_viewSize.height() / 2 - p.y * m_zoom));
    keepInSight();
}

void ViewTransform::keepInSight()
{
    if (m_imageSize.isEmpty() || m_viewSize.isEmpty()) {
        return;
    }
    m_offset = QPointF(keptInside(m_offset.x(), m_imageSize.width() * m_zoom, m_viewSize.width()),
                       keptInside(m_offset.y(), m_imageSize.height() * m_zoom, m_viewSize.height()));
}

} // namespace lw::canvas
