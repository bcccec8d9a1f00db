// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws curves with few points, round numbers beside them and a read-out.
#include "widgets/charts/LinePlot.h"

#include "widgets/charts/ChartPoints.h"
#include "widgets/common/Theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>
#include <limits>

namespace lw::charts {

namespace {

constexpr qsizetype kMostDrawn = 1200;
constexpr int kTop = 10;
constexpr int kRight = 14;
constexpr int kLine = 16;
constexpr int kPerTickX = 90;
constexpr int kPerTickY = 40;

QString numberText(double value)
{
    const double size = std::abs(value);
    const QLocale locale;
    if (size != 0 && (size < 1e-4 || size >= 1e7)) {
        return locale.toString(value, 'g', 3);
    }
    return size == std::floor(size) ? locale.toString(value, 'f', 0) : locale.toString(value, 'g', 4);
}

/// Ticks of one axis are written with the same number of decimals.
QStringList tickTexts(const QList<double>& ticks, bool isShare)
{
    QStringList texts;
    const double step = ticks.size() > 1 ? (ticks.at(1) - ticks.at(0)) * (isShare ? 100 : 1) : 1;
    const int decimals = std::clamp(int(std::ceil(-std::log10(step) - 1e-9)), 0, 6);
    for (const double tick : ticks) {
        texts.append(isShare ? QString(QLocale().toString(tick * 100, 'f', decimals) + QLocale().percent())
                             : QLocale().toString(tick, 'f', decimals));
    }
    return texts;
}

} // namespace

LinePlot::LinePlot(QWidget* parent) : QChartView(parent), m_x(new QValueAxis), m_y(new QValueAxis)
{
    setObjectName(QStringLiteral("linePlot"));
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setAnimationOptions(QChart::NoAnimation);
    m_x->setVisible(false);
    m_y->setVisible(false);
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
}

void LinePlot::setAxes(const LineAxes& axes)
{
    if (axes != m_axes) {
        m_axes = axes;
        refresh();
    }
}

void LinePlot::setSeries(const std::vector<LineSeries>& series)
{
    if (series == m_series) {
        return;
    }
    const bool isSameSet = std::equal(series.begin(), series.end(), m_series.begin(), m_series.end(),
                                      [](const LineSeries& a, const LineSeries& b) {
                                          return a.name == b.name && a.colour == b.colour && a.isDashed == b.isDashed;
                                      });
    m_series = series;
    if (!isSameSet) {
        rebuild();
    }
    refresh();
}

void LinePlot::rebuild()
{
    chart()->removeAllSeries();
    m_lines.clear();
    for (const LineSeries& each : m_series) {
        auto* line = new QLineSeries;
        line->setName(each.name);
        line->setPen(QPen(each.colour, each.isDashed ? 1.4 : 2, each.isDashed ? Qt::DashLine : Qt::SolidLine,
                          Qt::RoundCap, Qt::RoundJoin));
        chart()->addSeries(line);
        line->attachAxis(m_x);
        line->attachAxis(m_y);
        m_lines.push_back(line);
    }
}

bool LinePlot::canShow(const QPointF& point) const
{
    return std::isfinite(point.x()) && std::isfinite(point.y()) && (!m_axes.isLogarithmic || point.y() > 0);
}

double LinePlot::scaled(double y) const
{
    return m_axes.isLogarithmic ? std::log10(y) : y;
}

void LinePlot::refresh()
{
    measure();
    m_x->setRange(m_range.left(), m_range.right());
    m_y->setRange(scaled(m_range.top()), scaled(m_range.bottom()));
    for (size_t i = 0; i < m_series.size(); ++i) {
        QList<QPointF> points;
        points.reserve(m_series[i].points.size());
        for (const QPointF& point : m_series[i].points) {
            if (canShow(point)) {
                points.append({point.x(), scaled(point.y())});
            }
        }
        m_lines[i]->replace(thinned(points, kMostDrawn));
        // A lone point is no line.
        m_lines[i]->setPointsVisible(points.size() == 1);
    }
    layOut();
    viewport()->update();
}

void LinePlot::measure()
{
    constexpr double kHuge = std::numeric_limits<double>::max();
    double left = kHuge;
    double right = -kHuge;
    double low = kHuge;
    double high = -kHuge;
    for (const LineSeries& each : m_series) {
        for (const QPointF& point : each.points) {
            if (canShow(point)) {
                left = std::min(left, point.x());
                right = std::max(right, point.x());
                low = std::min(low, point.y());
                high = std::max(high, point.y());
            }
        }
    }
    if (left > right) {
        left = low = m_axes.isLogarithmic ? 0.1 : 0;
        right = high = 1;
    }
    if (m_axes.xMost) {
        left = 0;
        right = *m_axes.xMost;
    }
    if (m_axes.isShare) {
        low = 0;
        high = 1;
    } else if (m_axes.isLogarithmic) {
        const double margin = std::max(std::pow(high / low, 0.05), 1.05);
        low /= margin;
        high *= margin;
    } else {
        low = m_axes.startsAtZero ? std::min(0.0, low) : low;
        const double margin = high > low ? (high - low) * 0.06 : std::max(std::abs(high) * 0.1, 0.5);
        low -= m_axes.startsAtZero && low >= 0 ? 0 : margin;
        high += margin;
    }
    m_range.setCoords(left, low, right > left ? right : left + 1, high);
}

QList<double> LinePlot::yTicks() const
{
    if (m_axes.isLogarithmic) {
        const QList<double> ticks = logarithmicTicks(m_range.top(), m_range.bottom());
        if (ticks.size() > 1) {
            return ticks;
        }
    }
    return roundTicks(m_range.top(), m_range.bottom(), std::max(2, height() / kPerTickY));
}

QStringList LinePlot::yTickTexts(const QList<double>& ticks) const
{
    if (!m_axes.isLogarithmic) {
        return tickTexts(ticks, m_axes.isShare);
    }
    QStringList texts;
    for (const double tick : ticks) {
        texts.append(numberText(tick));
    }
    return texts;
}

QString LinePlot::yText(double y) const
{
    return m_axes.isShare ? QLocale().toString(y * 100, 'f', std::fmod(std::abs(y * 100), 1) < 0.05 ? 0 : 1) + u'%'
                          : numberText(y);
}

void LinePlot::layOut()
{
    int labels = 0;
    for (const QString& text : yTickTexts(yTicks())) {
        labels = std::max(labels, fontMetrics().horizontalAdvance(text));
    }
    const int title = m_axes.yTitle.isEmpty() ? 0 : kLine + 4;
    const int left = labels + title + 12;
    const int bottom = m_axes.xTitle.isEmpty() ? kLine + 6 : 2 * kLine + 8;
    chart()->setPlotArea(QRectF(left, kTop, std::max(20, width() - left - kRight),
                                std::max(20, height() - kTop - bottom)));
}

QPointF LinePlot::toView(const QPointF& point) const
{
    const QRectF plot = chart()->plotArea();
    const double low = scaled(m_range.top());
    const double high = scaled(m_range.bottom());
    return {plot.left() + plot.width() * (point.x() - m_range.left()) / m_range.width(),
            plot.bottom() - plot.height() * (scaled(point.y()) - low) / (high - low)};
}

void LinePlot::drawBackground(QPainter* painter, const QRectF& rect)
{
    const common::ThemeColours& colours = common::colours();
    painter->fillRect(rect, colours.surface);
    const QRectF plot = chart()->plotArea();
    painter->setFont(font());
    painter->setRenderHint(QPainter::Antialiasing, false);
    const QList<double> levels = yTicks();
    const QStringList levelTexts = yTickTexts(levels);
    for (qsizetype i = 0; i < levels.size(); ++i) {
        const double y = toView({m_range.left(), levels.at(i)}).y();
        painter->setPen(colours.border);
        painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter->setPen(colours.textMuted);
        painter->drawText(QRectF(0, y - kLine / 2.0, plot.left() - 6, kLine), Qt::AlignRight | Qt::AlignVCenter,
                          levelTexts.at(i));
    }
    for (const double tick : roundTicks(m_range.left(), m_range.right(), std::max(2, int(plot.width()) / kPerTickX))) {
        const double x = toView({tick, m_range.bottom()}).x();
        painter->setPen(colours.border);
        painter->drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 4));
        painter->setPen(colours.textMuted);
        painter->drawText(QRectF(x - kPerTickX / 2.0, plot.bottom() + 4, kPerTickX, kLine), Qt::AlignCenter,
                          numberText(tick));
    }
    painter->setPen(colours.border);
    painter->drawLine(plot.bottomLeft(), plot.bottomRight());
    painter->setPen(colours.textMuted);
    painter->drawText(QRectF(plot.left(), plot.bottom() + kLine + 4, plot.width(), kLine), Qt::AlignCenter,
                      m_axes.xTitle);
    if (!m_axes.yTitle.isEmpty()) {
        painter->save();
        painter->translate(kLine / 2.0 + 2, plot.center().y());
        painter->rotate(-90);
        painter->drawText(QRectF(-plot.height() / 2, -kLine / 2.0, plot.height(), kLine), Qt::AlignCenter,
                          m_axes.yTitle);
        painter->restore();
    }
}

std::vector<LinePlot::Reading> LinePlot::readings() const
{
    std::vector<Reading> list;
    if (!m_read) {
        return list;
    }
    for (const LineSeries& each : m_series) {
        const auto& points = each.points;
        if (points.isEmpty()) {
            continue;
        }
        auto after = std::lower_bound(points.begin(), points.end(), *m_read,
                                      [](const QPointF& point, double x) { return point.x() < x; });
        if (after == points.end() || (after != points.begin() && *m_read - (after - 1)->x() < after->x() - *m_read)) {
            --after;
        }
        if (canShow(*after)) {
            list.push_back({&each, *after});
        }
    }
    return list;
}

QString LinePlot::readText() const
{
    QStringList lines;
    for (const Reading& each : readings()) {
        lines.append(QStringLiteral("%1: %2 (%3)").arg(each.series->name, yText(each.point.y()),
                                                       numberText(each.point.x())));
    }
    return lines.join(u'\n');
}

void LinePlot::drawForeground(QPainter* painter, const QRectF& rect)
{
    QChartView::drawForeground(painter, rect);
    drawReading(painter);
    if (hasFocus()) {
        painter->setPen(QPen(common::colours().accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(this->rect()).adjusted(0.5, 0.5, -0.5, -0.5), common::kRadius,
                                 common::kRadius);
    }
}

void LinePlot::drawReading(QPainter* painter) const
{
    const std::vector<Reading> list = readings();
    if (list.empty()) {
        return;
    }
    const common::ThemeColours& colours = common::colours();
    const QRectF plot = chart()->plotArea();
    const double x = toView(list.front().point).x();
    painter->setPen(QPen(colours.textMuted, 1, Qt::DashLine));
    painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    int wide = fontMetrics().horizontalAdvance(numberText(list.front().point.x()));
    for (const Reading& each : list) {
        wide = std::max(wide, 18 + fontMetrics().horizontalAdvance(
                                       QString(each.series->name + u' ' + u' ' + yText(each.point.y()))));
        painter->setPen(QPen(colours.surface, 2));
        painter->setBrush(each.series->colour);
        painter->drawEllipse(toView(each.point), 4, 4);
    }
    const int lineHeight = fontMetrics().height() + 2;
    const QSizeF size(wide + 20, lineHeight * (double(list.size()) + 1) + 10);
    const bool isLeft = x > plot.center().x();
    QRectF box(QPointF(isLeft ? x - 12 - size.width() : x + 12, plot.top() + 4), size);
    box.moveLeft(std::clamp(box.left(), 2.0, std::max(2.0, width() - size.width() - 2)));
    painter->setPen(colours.border);
    painter->setBrush(colours.raised);
    painter->drawRoundedRect(box, common::kRadius, common::kRadius);
    QRectF line(box.left() + 10, box.top() + 5, box.width() - 20, lineHeight);
    painter->setPen(colours.textMuted);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft, numberText(list.front().point.x()));
    for (const Reading& each : list) {
        line.translate(0, lineHeight);
        painter->setPen(Qt::NoPen);
        painter->setBrush(each.series->colour);
        painter->drawEllipse(QPointF(line.left() + 5, line.center().y()), 4, 4);
        painter->setPen(colours.text);
        painter->drawText(line.adjusted(16, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, each.series->name);
        painter->drawText(line, Qt::AlignVCenter | Qt::AlignRight, yText(each.point.y()));
    }
}

void LinePlot::readAt(std::optional<double> x)
{
    if (x != m_read) {
        m_read = x;
        setAccessibleDescription(readText());
        viewport()->update();
    }
}

qsizetype LinePlot::drawnPoints(const QString& name) const
{
    for (const QLineSeries* line : m_lines) {
        if (line->name() == name) {
            return line->count();
        }
    }
    return 0;
}

void LinePlot::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    layOut();
}

void LinePlot::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF plot = chart()->plotArea();
    const QPointF at = event->position();
    const bool isInside = plot.adjusted(-8, -8, 8, 8).contains(at);
    readAt(isInside ? std::optional(m_range.left() + (at.x() - plot.left()) / plot.width() * m_range.width())
                    : std::nullopt);
}

void LinePlot::leaveEvent(QEvent*)
{
    readAt(std::nullopt);
}

void LinePlot::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // the page scrolls
}

void LinePlot::keyPressEvent(QKeyEvent* event)
{
    constexpr double kStep = 0.02;
    const double step = m_range.width() * kStep;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        readAt(std::clamp(m_read.value_or(m_range.right()) + (event->key() == Qt::Key_Left ? -step : step),
                          m_range.left(), m_range.right()));
        break;
    case Qt::Key_Home:
        readAt(m_range.left());
        break;
    case Qt::Key_End:
        readAt(m_range.right());
        break;
    case Qt::Key_Escape:
        if (m_read) {
            readAt(std::nullopt);
            break;
        }
        [[fallthrough]];
    default:
        QChartView::keyPressEvent(event);
    }
}

} // namespace lw::charts
