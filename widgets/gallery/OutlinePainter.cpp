// SPDX-License-Identifier: GPL-3.0-or-later
//! Thin lines for small pictures.
#include "widgets/gallery/OutlinePainter.h"

#include "models/document/LabelSet.h"
#include "widgets/common/Theme.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace lw::gallery {

namespace {

using domain::ImagePoint;
using domain::JointVisibility;
using domain::Shape;
using domain::ShapeKind;

constexpr double kLine = 1.5;
constexpr double kPoint = 2;
constexpr int kCurve = 40; ///< chords of an ellipse
constexpr int kMaskAlpha = 110;

/// From picture pixels to the thumbnail.
struct Scale {
    QPointF origin;
    double x = 1;
    double y = 1;

    [[nodiscard]] QPointF operator()(const ImagePoint& p) const { return {origin.x() + p.x * x, origin.y() + p.y * y}; }
};

void paintRings(QPainter& painter, const Shape& shape, const Scale& scale)
{
    QPainterPath path;
    for (const std::vector<ImagePoint>& ring : domain::outlineRings(shape, kCurve)) {
        QPolygonF line;
        for (const ImagePoint& point : ring) {
            line.append(scale(point));
        }
        path.addPolygon(line);
        path.closeSubpath();
    }
    painter.drawPath(path);
}

void paintSkeleton(QPainter& painter, const Shape& shape, const domain::Label* label, const Scale& scale)
{
    const auto isPresent = [&shape](int joint) {
        return joint >= 0 && size_t(joint) < std::min(shape.points.size(), shape.visibility.size()) &&
               shape.visibility[size_t(joint)] != JointVisibility::Absent;
    };
    if (label) {
        for (const auto& [a, b] : label->skeleton.bones) {
            if (isPresent(a) && isPresent(b)) {
                painter.drawLine(scale(shape.points[size_t(a)]), scale(shape.points[size_t(b)]));
            }
        }
    }
    painter.setBrush(painter.pen().color());
    for (int joint = 0; size_t(joint) < shape.points.size(); ++joint) {
        if (isPresent(joint)) {
            painter.drawEllipse(scale(shape.points[size_t(joint)]), 1.0, 1.0);
        }
    }
    painter.setBrush(Qt::NoBrush);
}

/// For each row of the mask's box the row of `target` that shows it, or -1; thumbnails show only some.
std::vector<int> shownRows(const domain::Mask& mask, const QRect& target, const Scale& scale)
{
    std::vector<int> rows(size_t(mask.height), -1);
    for (int y = 0; y < target.height(); ++y) {
        const int row = int(std::floor((target.top() + y + 0.5 - scale.origin.y()) / scale.y)) - mask.y;
        if (row >= 0 && row < mask.height) {
            rows[size_t(row)] = y;
        }
    }
    return rows;
}

/// The runs are walked once, whatever the size of the thumbnail.
void paintMask(QPainter& painter, const domain::Mask& mask, const QColor& colour, const QRect& picture,
               const Scale& scale)
{
    const QRectF covered(scale({double(mask.x), double(mask.y)}),
                         scale({double(mask.x) + mask.width, double(mask.y) + mask.height}));
    const QRect target = covered.toAlignedRect() & picture;
    if (target.isEmpty() || mask.isEmpty()) {
        return;
    }
    QImage image(target.size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QColor fill = colour;
    fill.setAlpha(kMaskAlpha);
    const QRgb pixel = qPremultiply(fill.rgba());
    const std::vector<int> rows = shownRows(mask, target, scale);
    const auto columnOf = [&](qint64 column) {
        const double x = scale({double(mask.x + column), 0}).x() - target.left();
        return std::clamp(int(std::ceil(x - 0.5)), 0, image.width());
    };
    qint64 at = 0;
    for (qsizetype run = 0; run < mask.runs.size(); ++run) {
        const qint64 end = at + mask.runs[run];
        while (run % 2 == 1 && at < end) {
            const qint64 row = at / mask.width;
            const qint64 stop = std::min(end, (row + 1) * mask.width);
            if (rows[size_t(row)] >= 0) {
                auto* out = reinterpret_cast<QRgb*>(image.scanLine(rows[size_t(row)]));
                const int from = columnOf(at - row * mask.width);
                std::fill(out + from, out + std::max(from, columnOf(stop - row * mask.width)), pixel);
            }
            at = stop;
        }
        at = end;
    }
    painter.drawImage(target.topLeft(), image);
}

void paintShape(QPainter& painter, const Shape& shape, const domain::Label* label, const Scale& scale)
{
    switch (shape.kind) {
    case ShapeKind::BoundingBox:
        painter.drawRect(QRectF(scale(shape.points.front()), scale(shape.points.back())));
        break;
    case ShapeKind::Circle:
        painter.drawEllipse(scale(shape.points.front()), shape.radius * scale.x, shape.radius * scale.y);
        break;
    case ShapeKind::Point:
        painter.drawEllipse(scale(shape.points.front()), kPoint, kPoint);
        break;
    case ShapeKind::Polygon:
    case ShapeKind::RotatedBox:
    case ShapeKind::Ellipse:
        paintRings(painter, shape, scale);
        break;
    case ShapeKind::Skeleton:
        paintSkeleton(painter, shape, label, scale);
        break;
    default: {
        QPolygonF line;
        for (const ImagePoint& point : shape.points) {
            line.append(scale(point));
        }
        painter.drawPolyline(line);
    }
    }
}

} // namespace

void paintOutlines(QPainter& painter, const std::vector<items::Outline>& outlines, const document::LabelSet& labels,
                   const QSize& size, const QRect& picture)
{
    if (picture.isEmpty() || size.isEmpty()) {
        return;
    }
    const Scale scale{picture.topLeft(), picture.width() / double(size.width()),
                      picture.height() / double(size.height())};
    painter.save();
    painter.setClipRect(picture, Qt::IntersectClip);
    painter.setBrush(Qt::NoBrush);
    for (const items::Outline& outline : outlines) {
        const domain::Label* label = labels.find(outline.label);
        if (label && label->isHidden) {
            continue;
        }
        const QColor colour = label ? QColor::fromRgb(label->colour) : common::colours().accent;
        QPen pen(colour, kLine);
        if (outline.shape.kind == ShapeKind::DashedLine) {
            pen.setDashPattern({3, 2});
        }
        painter.setPen(pen);
        if (outline.shape.kind == ShapeKind::Mask) {
            paintMask(painter, outline.shape.mask, colour, picture, scale);
        } else if (!outline.shape.points.empty()) {
            paintShape(painter, outline.shape, label, scale);
        }
    }
    painter.restore();
}

} // namespace lw::gallery
