// SPDX-License-Identifier: GPL-3.0-or-later
//! From run lengths straight to device pixels: no picture of the whole mask is ever made.
#include "widgets/canvas/MaskPainter.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <vector>

namespace lw::canvas {

namespace {

constexpr double kDotSize = 3; ///< smaller masks are dots
constexpr int kFillAlpha = 90;
constexpr int kSelectedAlpha = 120;
constexpr int kHoverAlpha = 140;
constexpr int kDash = 5; ///< pixels: proposals have a broken line around them, as other shapes do

/// Which device pixels of `target` (device coordinates) lie in the mask; a byte each, with a border of one around.
class DeviceMask {
public:
    DeviceMask(const domain::Mask& mask, const QRect& target, double scale, QPointF offset)
        : m_size(target.width() + 2, target.height() + 2), m_cells(size_t(m_size.width()) * m_size.height(), 0)
    {
        // Row by row of the target the picture row under its middle; both grow, so the runs are walked once.
        m_scale = scale;
        m_left = target.left() - 1 - offset.x();
        const double top = target.top() - 1 - offset.y();
        const auto imageRow = [&](int y) { return int(std::floor((y + 0.5 + top) / scale)) - mask.y; };
        qint64 at = 0;
        qsizetype run = 0;
        for (int y = 0; y < m_size.height(); ++y) {
            const int row = imageRow(y);
            if (row < 0 || row >= mask.height) {
                continue;
            }
            const qint64 rowStart = qint64(row) * mask.width;
            while (run < mask.runs.size() && at + mask.runs[run] <= rowStart) {
                at += mask.runs[run++];
            }
            fillRow(mask, y, rowStart, at, run);
        }
    }
    [[nodiscard]] const uchar* row(int y) const { return m_cells.data() + size_t(y) * m_size.width(); }
    [[nodiscard]] int stride() const { return m_size.width(); }

private:
    void fillRow(const domain::Mask& mask, int y, qint64 rowStart, qint64 at, qsizetype run)
    {
        uchar* cells = m_cells.data() + size_t(y) * m_size.width();
        for (const qint64 rowEnd = rowStart + mask.width; run < mask.runs.size() && at < rowEnd; ++run) {
            const qint64 stop = at + mask.runs[run];
            if (run % 2 == 1) {
                const int from = columnOf(mask.x + double(std::max(at, rowStart) - rowStart));
                const int to = columnOf(mask.x + double(std::min(stop, rowEnd) - rowStart));
                std::fill(cells + from, cells + std::max(from, to), uchar(1));
            }
            at = stop;
        }
    }
    /// The first device column whose middle is not left of the picture's x.
    [[nodiscard]] int columnOf(double x) const
    {
        return int(std::clamp(std::ceil(x * m_scale - m_left - 0.5), 0.0, double(m_size.width())));
    }

    QSize m_size;
    std::vector<uchar> m_cells;
    double m_scale = 1;
    double m_left = 0;
};

QRgb premultiplied(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return qPremultiply(colour.rgba());
}

} // namespace

void paintMask(QPainter& painter, const domain::Mask& mask, const ViewTransform& transform, const ShapeLook& look)
{
    const QRectF bounds = transform.toView(QRectF(mask.boundingRect()));
    if (!mask.isEmpty() && std::max(bounds.width(), bounds.height()) < kDotSize) {
        const QPointF c = bounds.center();
        painter.fillRect(QRectF(std::round(c.x()) - 1, std::round(c.y()) - 1, kDotSize, kDotSize), look.colour);
        return;
    }
    const double ratio = painter.device()->devicePixelRatioF();
    QRectF seen = bounds.adjusted(-2, -2, 2, 2);
    const QRectF device(QPointF(), QSizeF(painter.device()->width(), painter.device()->height()));
    seen &= painter.transform().inverted().mapRect(device);
    if (painter.hasClipping()) {
        seen &= painter.clipBoundingRect();
    }
    // In device pixels of the untransformed widget; the painter may be shifted by whole pixels.
    const QRect target = QRectF(seen.topLeft() * ratio, seen.size() * ratio).toAlignedRect();
    if (mask.isEmpty() || target.isEmpty()) {
        return;
    }
    const DeviceMask cells(mask, target, transform.zoom() * ratio, transform.offset() * ratio);
    const int alpha = look.isSelected ? kSelectedAlpha : look.isHovered ? kHoverAlpha : kFillAlpha;
    const QRgb fill = premultiplied(look.colour, alpha);
    const QRgb edge = premultiplied(look.colour, 255);
    const QRgb halo = premultiplied(Qt::black, 120);
    QImage image(target.size(), QImage::Format_ARGB32_Premultiplied);
    const int stride = cells.stride();
    // Dashes by place, not along the line: there is none, only pixels.
    const int dash = look.isDashed ? std::max(1, int(std::lround(kDash * ratio))) : 0;
    const auto isGap = [&](int x, int y) {
        return dash > 0 && (std::abs(target.left() + x + target.top() + y) / dash) % 2 != 0;
    };
    for (int y = 0; y < image.height(); ++y) {
        auto* out = reinterpret_cast<QRgb*>(image.scanLine(y));
        const uchar* cell = cells.row(y + 1) + 1;
        for (int x = 0; x < image.width(); ++x, ++cell) {
            const int around = cell[-1] + cell[1] + cell[-stride] + cell[stride];
            out[x] = *cell ? (around < 4 && !isGap(x, y) ? edge : fill) : (around > 0 && !isGap(x, y) ? halo : 0);
        }
    }
    image.setDevicePixelRatio(ratio);
    painter.drawImage(QPointF(target.topLeft()) / ratio, image);
}

} // namespace lw::canvas
