// SPDX-License-Identifier: GPL-3.0-or-later
//! Outlines with a dark halo, translucent fills, dots from afar.
#include "widgets/canvas/ShapePainter.h"

#include "widgets/canvas/MaskPainter.h"
#include "widgets/canvas/SkeletonPainter.h"
#include "widgets/common/Theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <QStringBuilder>

#include <algorithm>
#include <cmath>

namespace lw::canvas {

namespace {

constexpr double kDotSize = 3;      ///< shapes smaller than this are dots
constexpr double kHaloFrom = 20;    ///< smaller shapes have no halo: it would be all one sees
constexpr double kLeastStep = 0.75; ///< vertices nearer than this are left out
constexpr double kPointRadius = 4.5;
constexpr int kMaximumPlates = 2000;
constexpr int kPlateWidth = 180;

bool isFilled(domain::ShapeKind kind)
{
    return domain::isArea(kind);
}

QColor withAlpha(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

/// Upright lines of a box on whole device pixels are crisp without antialiasing.
QRectF snapped(const QRectF& r)
{
    return QRectF(QPointF(std::round(r.left()), std::round(r.top())),
                  QPointF(std::round(r.right()), std::round(r.bottom())));
}

/// Holes stay open: inside is what an odd number of rings surrounds.
void paintRings(QPainter& painter, const domain::Shape& shape, const ViewTransform& transform)
{
    if (shape.ringStarts.empty()) {
        painter.drawPolygon(decimated(shape.points, transform, kLeastStep));
        return;
    }
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (int i = 0; i < shape.ringCount(); ++i) {
        const std::span<const domain::ImagePoint> ring = shape.ring(i);
        path.addPolygon(decimated({ring.begin(), ring.end()}, transform, kLeastStep));
        path.closeSubpath();
    }
    painter.drawPath(path);
}

void paintOutline(QPainter& painter, const domain::Shape& shape, const ViewTransform& transform)
{
    switch (shape.kind) {
    case domain::ShapeKind::BoundingBox:
        painter.drawRect(snapped(transform.toView(shape.boundingRect())));
        break;
    case domain::ShapeKind::Circle:
        painter.drawEllipse(transform.toView(shape.boundingRect()));
        break;
    case domain::ShapeKind::Polygon:
        paintRings(painter, shape, transform);
        break;
    case domain::ShapeKind::Line:
    case domain::ShapeKind::DashedLine:
        if (shape.points.size() == 2) {
            painter.drawLine(transform.toView(shape.points[0]).toPointF(),
                             transform.toView(shape.points[1]).toPointF());
        }
        break;
    case domain::ShapeKind::Polyline:
        painter.drawPolyline(decimated(shape.points, transform, kLeastStep));
        break;
    case domain::ShapeKind::RotatedBox:
    case domain::ShapeKind::Ellipse:
        for (const std::vector<domain::ImagePoint>& ring : domain::outlineRings(shape)) {
            painter.drawPolygon(decimated(ring, transform, kLeastStep));
        }
        break;
    default:
        break;
    }
}

void paintPoint(QPainter& painter, const QPointF& at, const ShapeLook& look)
{
    const double radius = kPointRadius + (look.isSelected || look.isHovered ? 1.5 : 0);
    painter.setRenderHint(QPainter::Antialiasing, look.quality == Quality::Fine);
    painter.setPen(QPen(QColor(0, 0, 0, 150), 1.2));
    painter.setBrush(Qt::white);
    painter.drawEllipse(at, radius, radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.colour);
    painter.drawEllipse(at, radius - 1.6, radius - 1.6);
}

void paintDraft(QPainter& painter, const domain::Shape& shape, const ViewTransform& transform, const ShapeLook& look)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.colour, 0));
    paintOutline(painter, shape, transform);
}

} // namespace

QPolygonF decimated(const std::vector<domain::ImagePoint>& outline, const ViewTransform& transform, double least)
{
    QPolygonF points;
    points.reserve(qsizetype(outline.size()));
    for (size_t i = 0; i < outline.size(); ++i) {
        const QPointF p = transform.toView(outline[i]).toPointF();
        const bool isNear = !points.isEmpty() && std::abs(p.x() - points.last().x()) < least &&
                            std::abs(p.y() - points.last().y()) < least;
        const bool isNeeded = size_t(points.size()) + (outline.size() - i) <= 3;
        if (!isNear || isNeeded) {
            points.append(p);
        }
    }
    return points;
}

void paintShape(QPainter& painter, const domain::Shape& shape, const ViewTransform& transform, const ShapeLook& look)
{
    if (shape.kind == domain::ShapeKind::Mask) {
        paintMask(painter, shape.mask, transform, look);
        return;
    }
    if (shape.points.empty()) {
        return;
    }
    if (shape.kind == domain::ShapeKind::Point) {
        paintPoint(painter, transform.toView(shape.points[0]).toPointF(), look);
        return;
    }
    const QRectF bounds = transform.toView(shape.boundingRect());
    const double extent = std::max(bounds.width(), bounds.height());
    if (extent < kDotSize) {
        const QPointF c = bounds.center();
        painter.fillRect(QRectF(std::round(c.x()) - 1, std::round(c.y()) - 1, kDotSize, kDotSize), look.colour);
        return;
    }
    if (shape.kind == domain::ShapeKind::Skeleton) {
        paintSkeleton(painter, shape, transform, look);
        return;
    }
    if (look.quality == Quality::Draft) {
        paintDraft(painter, shape, transform, look);
        return;
    }
    const bool isStrong = look.isSelected || look.isHovered;
    const bool isBox = shape.kind == domain::ShapeKind::BoundingBox;
    painter.setRenderHint(QPainter::Antialiasing, !isBox);
    const double width = look.isSelected ? 3 : 2;
    if (extent >= kHaloFrom || isStrong) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(
            QPen(QColor(0, 0, 0, isStrong ? 150 : 110), width + 2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        paintOutline(painter, shape, transform);
    }
    QPen pen(look.colour, width, Qt::SolidLine, Qt::FlatCap, isBox ? Qt::MiterJoin : Qt::RoundJoin);
    if (shape.kind == domain::ShapeKind::DashedLine) {
        pen.setDashPattern({4, 3});
    } else if (look.isDashed) {
        pen.setDashPattern({5, 3});
    } else if (look.isDotted) {
        pen.setDashPattern({2, 2});
    }
    painter.setPen(pen);
    painter.setBrush(isFilled(shape.kind) ? QBrush(withAlpha(look.colour, look.isSelected  ? 56
                                                                          : look.isHovered ? 72
                                                                                           : 34))
                                          : QBrush(Qt::NoBrush));
    paintOutline(painter, shape, transform);
}

void NamePlates::paint(QPainter& painter, const QString& text, const QColor& colour, const QRectF& shapeRect)
{
    const int width = std::clamp(int(shapeRect.width()), 40, kPlateWidth);
    const QPixmap& pixels = plate(text, colour, width, painter.device()->devicePixelRatio());
    painter.drawPixmap(QPointF(std::round(shapeRect.left()) - 2, std::round(shapeRect.top()) - kHeight - 2), pixels);
}

const QPixmap& NamePlates::plate(const QString& text, const QColor& colour, int width, double ratio)
{
    QFont font;
    font.setPixelSize(11);
    font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    const int full = metrics.horizontalAdvance(text) + 10;
    const int used = std::min(full, width);
    const QString key = text % QLatin1Char('\n') % QString::number(colour.rgb(), 16) % QLatin1Char('\n') %
                        QString::number(used == full ? 0 : used) % QLatin1Char('\n') % QString::number(ratio);
    if (const auto found = m_plates.constFind(key); found != m_plates.constEnd()) {
        return *found;
    }
    if (m_plates.size() >= kMaximumPlates) {
        m_plates.clear();
    }
    QPixmap pixels(QSizeF(QSizeF(used, kHeight) * ratio).toSize());
    pixels.setDevicePixelRatio(ratio);
    pixels.fill(Qt::transparent);
    QPainter painter(&pixels);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(0, 0, used, kHeight), 3, 3);
    painter.setFont(font);
    painter.setPen(common::readableOn(colour));
    const QRectF room = QRectF(5, 0, used - 10, kHeight);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(text, Qt::ElideRight, used - 8));
    painter.end();
    return *m_plates.insert(key, pixels);
}

} // namespace lw::canvas
