// SPDX-License-Identifier: GPL-3.0-or-later
//! Builds a bar chart with one colour per bar.
#include "widgets/charts/LabelBars.h"

#include "widgets/common/Theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace lw::charts {

namespace {

constexpr int kMaxNameWidth = 160;
constexpr int kSide = 8;
constexpr double kBarShare = 0.62;

} // namespace

LabelBars::LabelBars(QWidget* parent) : QChartView(parent)
{
    setObjectName(QStringLiteral("labelBars"));
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setBackgroundRoundness(0);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
}

void LabelBars::setBars(const std::vector<Bar>& bars)
{
    if (bars == m_bars) {
        return;
    }
    m_bars = bars;
    m_hovered = -1;
    chart()->removeAllSeries();
    for (QAbstractAxis* axis : chart()->axes()) {
        chart()->removeAxis(axis);
        delete axis;
    }
    setFixedHeight(static_cast<int>(bars.size()) * kBarHeight);
    m_nameWidth = 0;
    for (const Bar& bar : bars) {
        m_nameWidth = std::max(m_nameWidth, std::min(fontMetrics().horizontalAdvance(bar.name) + 2, kMaxNameWidth));
    }
    const int valueWidth = fontMetrics().horizontalAdvance(QLocale().toString(highestValue()));
    chart()->setMargins({m_nameWidth + 2 * kSide, 0, valueWidth + 2 * kSide, 0});
    if (!bars.empty()) {
        addSeries();
    }
    QStringList words;
    for (const Bar& bar : m_bars) {
        words.append(tr("%1: %2").arg(bar.name, QLocale().toString(bar.value)));
    }
    setAccessibleDescription(words.join(QStringLiteral(", ")));
}

void LabelBars::addSeries()
{
    // One stacked set per bar, zero everywhere else: the way to give each bar its own colour.
    auto* series = new QHorizontalStackedBarSeries;
    const auto count = static_cast<qsizetype>(m_bars.size());
    for (qsizetype i = 0; i < count; ++i) {
        const Bar& bar = m_bars[static_cast<size_t>(i)];
        auto* set = new QBarSet(bar.name);
        QList<qreal> values(count, 0.0);
        values[count - 1 - i] = static_cast<double>(bar.value); // categories run upwards
        set->append(values);
        set->setColor(bar.colour);
        set->setBorderColor(bar.colour);
        series->append(set);
    }
    series->setBarWidth(kBarShare);
    chart()->addSeries(series);
    addAxes(series);
}

void LabelBars::drawForeground(QPainter* painter, const QRectF& rect)
{
    QChartView::drawForeground(painter, rect);
    // Names and values are drawn here: the axes of Qt Charts cut names off as soon as rows are low.
    const common::ThemeColours& colours = common::colours();
    const QRectF plot = chart()->plotArea();
    const qint64 highest = highestValue();
    painter->setFont(font());
    for (int i = 0; i < static_cast<int>(m_bars.size()); ++i) {
        const Bar& bar = m_bars[static_cast<size_t>(i)];
        const QRectF row = barRect(i);
        painter->setPen(colours.text);
        painter->drawText(QRectF(kSide, row.top(), m_nameWidth, row.height()),
                          Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          fontMetrics().elidedText(bar.name, Qt::ElideRight, m_nameWidth));
        painter->setPen(colours.textMuted);
        const double end = plot.left() + plot.width() * static_cast<double>(bar.value) / static_cast<double>(highest);
        painter->drawText(QRectF(end + kSide, row.top(), width() - end, row.height()), Qt::AlignVCenter | Qt::AlignLeft,
                          QLocale().toString(bar.value));
    }
}

qint64 LabelBars::highestValue() const
{
    qint64 highest = 1;
    for (const Bar& bar : m_bars) {
        highest = std::max(highest, bar.value);
    }
    return highest;
}

void LabelBars::addAxes(QAbstractSeries* series)
{
    auto* names = new QBarCategoryAxis;
    for (size_t i = 0; i < m_bars.size(); ++i) {
        names->append(QString::number(i));
    }
    names->setVisible(false);
    chart()->addAxis(names, Qt::AlignLeft);
    series->attachAxis(names);
    auto* values = new QValueAxis;
    values->setRange(0, static_cast<double>(highestValue()));
    values->setVisible(false);
    chart()->addAxis(values, Qt::AlignBottom);
    series->attachAxis(values);
}

int LabelBars::barAt(int y) const
{
    const QRectF plot = chart()->plotArea();
    if (m_bars.empty() || y < plot.top() || y >= plot.bottom()) {
        return -1;
    }
    const double step = plot.height() / static_cast<double>(m_bars.size());
    return std::min(static_cast<int>((y - plot.top()) / step), static_cast<int>(m_bars.size()) - 1);
}

QRectF LabelBars::barRect(int index) const
{
    const QRectF plot = chart()->plotArea();
    const double step = plot.height() / static_cast<double>(std::max<size_t>(1, m_bars.size()));
    return {0, plot.top() + index * step, static_cast<double>(width()), step};
}

void LabelBars::setHovered(int index)
{
    if (index == m_hovered) {
        return;
    }
    m_hovered = index;
    const bool isLabel = index >= 0 && m_bars[static_cast<size_t>(index)].label.isValid();
    viewport()->setCursor(isLabel ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setToolTip(isLabel ? tr("Show the samples with this label") : QString());
    resetCachedContent();
    viewport()->update();
}

void LabelBars::drawBackground(QPainter* painter, const QRectF& rect)
{
    const common::ThemeColours& colours = common::colours();
    painter->fillRect(rect, colours.surface);
    if (m_hovered >= 0) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colours.hover);
        painter->drawRoundedRect(mapToScene(barRect(m_hovered).toRect()).boundingRect(), common::kRadius,
                                 common::kRadius);
    }
}

void LabelBars::mouseMoveEvent(QMouseEvent* event)
{
    setHovered(barAt(event->position().toPoint().y()));
}

void LabelBars::mouseReleaseEvent(QMouseEvent* event)
{
    const int bar = barAt(event->position().toPoint().y());
    if (event->button() == Qt::LeftButton && bar >= 0) {
        Q_EMIT barClicked(bar);
    }
}

void LabelBars::leaveEvent(QEvent*)
{
    setHovered(-1);
}

void LabelBars::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // the scroll area around it scrolls
}

void LabelBars::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_bars.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Up:
        setHovered(std::max(0, m_hovered - 1));
        break;
    case Qt::Key_Down:
        setHovered(std::min(last, m_hovered + 1));
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_hovered >= 0) {
            Q_EMIT barClicked(m_hovered);
        }
        break;
    default:
        QChartView::keyPressEvent(event);
    }
}

} // namespace lw::charts
