// SPDX-License-Identifier: GPL-3.0-or-later
//! The one place where picture coordinates and widget coordinates meet.
#pragma once

#include "models/domain/Shape.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace lw::canvas {

/// A point of the widget in device-independent pixels, origin at its top left corner. A type of its own, so that it
/// cannot be taken for an ImagePoint.
struct ViewPoint {
    double x = 0;
    double y = 0;

    bool operator==(const ViewPoint&) const = default;
    [[nodiscard]] static ViewPoint from(const QPointF& p) { return {p.x(), p.y()}; }
    [[nodiscard]] QPointF toPointF() const { return {x, y}; }
};

/// Distance in device-independent pixels.
[[nodiscard]] double distance(ViewPoint a, ViewPoint b);
[[nodiscard]] double distanceToSegment(ViewPoint a, ViewPoint b, ViewPoint p);

/// Zoom and position of a picture in a widget. A value: cheap to copy and compare.
class ViewTransform final {
public:
    static constexpr double kMinimumZoom = 0.01;
    static constexpr double kMaximumZoom = 64;
    /// At least this much of the picture (or all of it, if smaller) stays in the widget, device-independent pixels.
    static constexpr double kKeepVisible = 80;

    bool operator==(const ViewTransform&) const = default;

    void setImageSize(const QSizeF& size);
    /// Keeps the picture's middle where it was in the widget.
    void setViewSize(const QSizeF& size);
    [[nodiscard]] QSizeF imageSize() const { return m_imageSize; }
    [[nodiscard]] QSizeF viewSize() const { return m_viewSize; }
    [[nodiscard]] QRectF imageRect() const { return {QPointF(), m_imageSize}; }
    [[nodiscard]] QRectF viewRect() const { return {QPointF(), m_viewSize}; }

    /// Device-independent pixels per picture pixel.
    [[nodiscard]] double zoom() const { return m_zoom; }
    /// Where the picture's origin lies in the widget.
    [[nodiscard]] QPointF offset() const { return m_offset; }

    [[nodiscard]] ViewPoint toView(domain::ImagePoint p) const
    {
        return {p.x * m_zoom + m_offset.x(), p.y * m_zoom + m_offset.y()};
    }
    [[nodiscard]] domain::ImagePoint toImage(ViewPoint p) const
    {
        return {(p.x - m_offset.x()) / m_zoom, (p.y - m_offset.y()) / m_zoom};
    }
    /// Rectangle in picture pixels to rectangle in the widget.
    [[nodiscard]] QRectF toView(const QRectF& imageRect) const;
    /// Rectangle in the widget to rectangle in picture pixels.
    [[nodiscard]] QRectF toImage(const QRectF& viewRect) const;
    /// A length in device-independent pixels as a length in picture pixels.
    [[nodiscard]] double toImageLength(double viewLength) const { return viewLength / m_zoom; }

    /// Sets the zoom so that the picture point under `anchor` stays there.
    void setZoom(double zoom, ViewPoint anchor);
    /// Moves the picture by device-independent pixels.
    void pan(double dx, double dy);
    /// Shows the whole picture in the middle with a small border.
    void fit();
    /// Shows `imageRect` (picture pixels) in the middle, filling at most `share` of the widget.
    void showRect(const QRectF& imageRect, double share);
    /// Moves as little as needed to have `imageRect` in the widget; no change when it is there or larger than it.
    void ensureVisible(const QRectF& imageRect);
    /// Puts the picture point `p` in the middle of the widget.
    void centreOn(domain::ImagePoint p);

private:
    void keepInSight();

    QSizeF m_imageSize;
    QSizeF m_viewSize;
    double m_zoom = 1;
    QPointF m_offset;
};

} // namespace lw::canvas
