// SPDX-License-Identifier: GPL-3.0-or-later
//! One polyline, scaled to the widget.
#include "widgets/charts/Sparkline.h"

#include "widgets/common/Theme.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace lw::charts {

Sparkline::Sparkline(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("sparkline"));
    setAccessibleName(tr("Curve"));
}

void Sparkline::setPoints(const QList<QPointF>& points)
{
    m_points.clear();
    for (const QPointF& point : points) {
        if (std::isfinite(point.x()) && std::isfinite(point.y())) {
            m_points.append(point);
        }
    }
    update();
}

void Sparkline::setRange(double lowest, double highest)
{
    m_lowest = lowest;
    m_highest = highest;
    update();
}

void Sparkline::setLabelled(bool isLabelled)
{
    m_isLabelled = isLabelled;
    update();
}

void Sparkline::paintEvent(QPaintEvent*)
{
    if (m_points.isEmpty()) {
        return;
    }
    const auto byY = [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); };
    const double lowest = m_lowest.value_or(std::min_element(m_points.begin(), m_points.end(), byY)->y());
    const double highest = m_highest.value_or(std::max_element(m_points.begin(), m_points.end(), byY)->y());
    const double left = m_points.front().x();
    const double wide = std::max(1e-9, m_points.back().x() - left), high = std::max(1e-9, highest - lowest);
    const double around = m_isLabelled ? fontMetrics().height() + 6.0 : 3.0;
    const QRectF area = QRectF(rect()).adjusted(around, around, -around, -around / (m_isLabelled ? 3 : 1));
    QPolygonF line;
    for (const QPointF& point : std::as_const(m_points)) {
        const double x = m_points.size() == 1 ? 0.5 : (point.x() - left) / wide;
        line.append({area.left() + x * area.width(),
                     area.bottom() - std::clamp((point.y() - lowest) / high, 0.0, 1.0) * area.height()});
    }
    const common::ThemeColours& theme = common::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.border, 1));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.setPen(QPen(theme.accent, 1.8));
    painter.drawPolyline(line);
    for (qsizetype i = 0; m_isLabelled && i < line.size(); ++i) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawEllipse(line[i], 3.5, 3.5);
        painter.setPen(theme.text);
        painter.drawText(QRectF(line[i].x() - 30, line[i].y() - around, 60, around - 4), Qt::AlignCenter,
                         tr("%1%").arg(std::lround(m_points[i].y() * 100)));
    }
}

} // namespace lw::charts
