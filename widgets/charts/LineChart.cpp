// SPDX-License-Identifier: GPL-3.0-or-later
//! A plot over a legend of switches.
#include "widgets/charts/LineChart.h"

#include "widgets/charts/LinePlot.h"
#include "widgets/common/FlowLayout.h"
#include "widgets/common/Theme.h"

#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lw::charts {

namespace {

QIcon swatch(const QColor& colour, bool isDashed, qreal ratio)
{
    constexpr int kWide = 16;
    QPixmap pixmap(QSize(kWide, kWide) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 3, isDashed ? Qt::DotLine : Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(2, kWide / 2.0), QPointF(kWide - 2, kWide / 2.0));
    return pixmap;
}

} // namespace

LineChart::LineChart(const QString& title, QWidget* parent)
    : QWidget(parent), m_title(title), m_plot(new LinePlot(this)), m_legend(new QWidget(this)),
      m_entries(new common::FlowLayout(m_legend)), m_empty(new QLabel(this))
{
    setObjectName(QStringLiteral("lineChart"));
    setAccessibleName(title);
    m_plot->setAccessibleName(title);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_legend);
    column->addWidget(m_plot, 1);
    m_empty->setText(tr("There are no values yet."));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    common::setRole(m_empty, "muted");
    column->addWidget(m_empty, 1);
    refresh();
}

LineChart::~LineChart() = default;

void LineChart::setAxes(const LineAxes& axes)
{
    m_plot->setAxes(axes);
}

bool LineChart::isLogarithmic() const
{
    return m_plot->axes().isLogarithmic;
}

void LineChart::setLogarithmic(bool isLogarithmic)
{
    LineAxes axes = m_plot->axes();
    axes.isLogarithmic = isLogarithmic;
    m_plot->setAxes(axes);
}

void LineChart::setEmptyText(const QString& text)
{
    m_empty->setText(text);
}

void LineChart::setSeries(const std::vector<LineSeries>& series)
{
    std::vector<LineSeries> coloured = series;
    const auto& chart = common::colours().chart;
    for (size_t i = 0; i < coloured.size(); ++i) {
        if (!coloured[i].colour.isValid()) {
            coloured[i].colour = chart[i % chart.size()];
        }
    }
    const bool isSameSet = std::equal(coloured.begin(), coloured.end(), m_series.begin(), m_series.end(),
                                      [](const LineSeries& a, const LineSeries& b) {
                                          return a.name == b.name && a.colour == b.colour && a.isDashed == b.isDashed;
                                      });
    m_series = std::move(coloured);
    if (!isSameSet) {
        m_isHidden.assign(m_series.size(), false);
        buildLegend();
    }
    refresh();
}

void LineChart::buildLegend()
{
    while (QLayoutItem* item = m_entries->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (size_t i = 0; i < m_series.size(); ++i) {
        const LineSeries& each = m_series[i];
        auto* entry = new QToolButton(m_legend);
        entry->setObjectName(QStringLiteral("legend%1").arg(i));
        entry->setText(each.name);
        entry->setIcon(swatch(each.colour, each.isDashed, devicePixelRatioF()));
        entry->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        entry->setCheckable(true);
        entry->setChecked(true);
        entry->setAutoRaise(true);
        common::setRole(entry, "legend");
        entry->setToolTip(tr("Show or hide this curve"));
        entry->setAccessibleName(each.name);
        connect(entry, &QToolButton::toggled, this, [this, i](bool isOn) {
            m_isHidden[i] = !isOn;
            refresh();
        });
        m_entries->addWidget(entry);
    }
}

void LineChart::refresh()
{
    std::vector<LineSeries> shown;
    bool hasPoints = false;
    for (size_t i = 0; i < m_series.size(); ++i) {
        hasPoints = hasPoints || !m_series[i].points.isEmpty();
        if (!m_isHidden[i]) {
            shown.push_back(m_series[i]);
        }
    }
    m_plot->setSeries(shown);
    m_plot->setVisible(hasPoints);
    m_empty->setVisible(!hasPoints);
    m_legend->setVisible(hasPoints && m_series.size() > 1);
    QStringList words;
    for (const LineSeries& each : shown) {
        if (!each.points.isEmpty()) {
            words.append(tr("%1: %2").arg(each.name, QLocale().toString(each.points.back().y(), 'g', 4)));
        }
    }
    setAccessibleDescription(words.join(QStringLiteral(", ")));
}

void LineChart::readAt(std::optional<double> x)
{
    m_plot->readAt(x);
}

QString LineChart::readText() const
{
    return m_plot->readText();
}

qsizetype LineChart::drawnPoints(const QString& name) const
{
    return m_plot->drawnPoints(name);
}

} // namespace lw::charts
