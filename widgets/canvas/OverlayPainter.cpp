// SPDX-License-Identifier: GPL-3.0-or-later
//! Marks that stay readable on any picture: each has a light and a dark part.
#include "widgets/canvas/OverlayPainter.h"

#include "widgets/canvas/ShapePainter.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace lw::canvas {

namespace {

constexpr size_t kMostHandles = 400; ///< polygons with more vertices show only those far enough apart
constexpr double kHandleGap = 7;
constexpr double kEdgeHandlesFrom = 44; ///< smaller boxes show corner handles only, device-independent pixels

void paintPlate(QPainter& painter, const QRectF& rect, const QString& text)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(20, 22, 26, 205));
    painter.drawRoundedRect(rect, 4, 4);
    painter.setPen(Qt::white);
    painter.drawText(rect, Qt::AlignCenter, text);
}

QFont smallFont(const QPainter& painter)
{
    QFont font = painter.font();
    font.setPixelSize(12);
    return font;
}

void paintHandle(QPainter& painter, QPointF at, bool isRound, bool isGrabbed, const QColor& colour)
{
    const double half = isGrabbed ? 5.5 : 4;
    at = QPointF(std::round(at.x()), std::round(at.y()));
    painter.setPen(QPen(isGrabbed ? QColor(Qt::white) : QColor(0, 0, 0, 190), isGrabbed ? 2 : 1.2));
    painter.setBrush(isGrabbed ? colour : QColor(Qt::white));
    const QRectF rect(at.x() - half, at.y() - half, 2 * half, 2 * half);
    if (isRound) {
        painter.drawEllipse(rect);
    } else {
        painter.drawRoundedRect(rect, 1.5, 1.5);
    }
}

/// What joins the turning handle to its shape.
void paintStem(QPainter& painter, QPointF from, QPointF to)
{
    painter.setPen(QPen(QColor(0, 0, 0, 150), 3));
    painter.drawLine(from, to);
    painter.setPen(QPen(Qt::white, 1.2));
    painter.drawLine(from, to);
}

} // namespace

void paintHandles(QPainter& painter, const domain::Shape& shape, const ViewTransform& transform, const QColor& colour,
                  std::optional<int> grabbed)
{
    if (shape.kind == domain::ShapeKind::Point) {
        return;
    }
    const std::vector<Handle> handles = handlesOf(shape, transform.toImageLength(1));
    const bool isBox = shape.kind == domain::ShapeKind::BoundingBox || shape.kind == domain::ShapeKind::RotatedBox;
    const QRectF seen = transform.viewRect().adjusted(-8, -8, 8, 8);
    painter.setRenderHint(QPainter::Antialiasing);
    std::optional<ViewPoint> last;
    for (const Handle& handle : handles) {
        const ViewPoint at = transform.toView(handle.at);
        const bool isGrabbed = grabbed == handle.index;
        if (shape.kind == domain::ShapeKind::Skeleton && !isGrabbed) {
            continue; // joints look like handles, and tell more
        }
        if (isTurning(shape, handle.index)) {
            // Handles of boxes stand at their edges' middles (odd) and those of ellipses at their ends.
            paintStem(painter, transform.toView(handles[isBox ? 1 : 0].at).toPointF(), at.toPointF());
            paintHandle(painter, at.toPointF(), true, isGrabbed, colour);
            continue;
        }
        const bool isEdge = isBox && handle.index % 2 == 1;
        const double side = isEdge ? distance(transform.toView(handles[size_t(handle.index) - 1].at),
                                              transform.toView(handles[(size_t(handle.index) + 1) % 8].at))
                                   : 0;
        const bool isCrowded = handles.size() > kMostHandles && last && distance(*last, at) < kHandleGap;
        if (!isGrabbed && ((isEdge && side < kEdgeHandlesFrom) || isCrowded || !seen.contains(at.toPointF()))) {
            continue;
        }
        paintHandle(painter, at.toPointF(), !isBox, isGrabbed, colour);
        last = at;
    }
}

void paintCrosshair(QPainter& painter, ViewPoint at, const QSizeF& viewSize)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QPointF p(std::round(at.x), std::round(at.y));
    const std::array lines = {QLineF(0, p.y(), viewSize.width(), p.y()), QLineF(p.x(), 0, p.x(), viewSize.height())};
    painter.setPen(QPen(QColor(0, 0, 0, 130), 1));
    painter.drawLines(lines.data(), int(lines.size()));
    QPen dashes(QColor(255, 255, 255, 210), 1);
    dashes.setDashPattern({4, 4});
    painter.setPen(dashes);
    painter.drawLines(lines.data(), int(lines.size()));
}

void paintSnapMark(QPainter& painter, ViewPoint at)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 170), 4));
    painter.drawEllipse(at.toPointF(), 8, 8);
    painter.setPen(QPen(QColor(255, 214, 64), 2));
    painter.drawEllipse(at.toPointF(), 8, 8);
}

void paintMeasure(QPainter& painter, const QString& text, ViewPoint at, const QSizeF& viewSize)
{
    painter.setFont(smallFont(painter));
    const QSizeF size(QFontMetrics(painter.font()).horizontalAdvance(text) + 14, 21);
    const double x = at.x + 16 + size.width() > viewSize.width() ? at.x - 12 - size.width() : at.x + 16;
    const double y = at.y + 16 + size.height() > viewSize.height() ? at.y - 12 - size.height() : at.y + 16;
    paintPlate(painter, QRectF(QPointF(x, y), size), text);
}

void paintRubberBand(QPainter& painter, const QRectF& rect, const QColor& colour)
{
    QColor fill = colour;
    fill.setAlpha(40);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(fill);
    painter.setPen(QPen(QColor(0, 0, 0, 120), 3));
    painter.drawRect(rect);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1));
    painter.drawRect(rect);
}

void paintOpenOutline(QPainter& painter, const std::vector<domain::ImagePoint>& points,
                      const std::vector<domain::ImagePoint>& marks, domain::ImagePoint current,
                      const ViewTransform& transform, const QColor& colour, bool isFilled)
{
    QPolygonF outline = decimated(points, transform, 0.5);
    outline.append(transform.toView(current).toPointF());
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = colour;
    fill.setAlpha(44);
    if (isFilled) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawPolygon(outline);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 140), 4));
    painter.drawPolyline(outline);
    painter.setPen(QPen(colour, 2));
    painter.drawPolyline(outline);
    for (size_t i = 0; i < marks.size(); ++i) {
        paintHandle(painter, transform.toView(marks[i]).toPointF(), true, isFilled && i == 0 && points.size() >= 3, colour);
    }
}

void paintNotes(QPainter& painter, const QList<PictureNote>& notes, const QSizeF& viewSize)
{
    constexpr double kMargin = 10;
    constexpr double kGap = 6;
    constexpr double kHeight = 22;
    painter.setFont(smallFont(painter));
    const QFontMetrics metrics(painter.font());
    QPointF at(kMargin, viewSize.height() - kMargin - kHeight);
    for (const PictureNote& note : notes) {
        const double width = metrics.horizontalAdvance(note.text) + 16;
        if (at.x() > kMargin && at.x() + width > viewSize.width() - kMargin) {
            at = QPointF(kMargin, at.y() - kHeight - kGap);
        }
        paintPlate(painter, QRectF(at, QSizeF(width, kHeight)), note.text);
        at.rx() += width + kGap;
    }
}

void paintPixelGrid(QPainter& painter, const ViewTransform& transform)
{
    const QRectF seen = transform.toImage(transform.viewRect()).intersected(transform.imageRect());
    const QRectF area = transform.toView(seen);
    QList<QLineF> lines;
    for (double x = std::ceil(seen.left()); x <= seen.right(); ++x) {
        const double at = std::round(x * transform.zoom() + transform.offset().x());
        lines.append(QLineF(at, area.top(), at, area.bottom()));
    }
    for (double y = std::ceil(seen.top()); y <= seen.bottom(); ++y) {
        const double at = std::round(y * transform.zoom() + transform.offset().y());
        lines.append(QLineF(area.left(), at, area.right(), at));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(QColor(128, 128, 128, 70), 1));
    painter.drawLines(lines);
}

} // namespace lw::canvas
