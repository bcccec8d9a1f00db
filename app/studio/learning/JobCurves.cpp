// SPDX-License-Identifier: GPL-3.0-or-later
//! Charts of a job and what switches them.
#include "app/studio/learning/JobCurves.h"

#include "widgets/common/SectionHeader.h"
#include "widgets/common/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QVBoxLayout>

namespace lw::studio {

namespace {

struct Card {
    QFrame* frame;
    common::SectionHeader* header;
    charts::LineChart* chart;
};

Card makeCard(const QString& name, const QString& title, QWidget* parent)
{
    auto* frame = new QFrame(parent);
    common::setRole(frame, "card");
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(16, 12, 16, 12);
    auto* header = new common::SectionHeader(title, frame);
    auto* chart = new charts::LineChart(title, frame);
    chart->setObjectName(name);
    column->addWidget(header);
    column->addWidget(chart, 1);
    return {frame, header, chart};
}

} // namespace

JobCurves::JobCurves(QWidget* parent)
    : QWidget(parent), m_logarithmic(new QCheckBox(tr("Logarithmic"), this)), m_axis(new QComboBox(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, common::kGrid, 0, 0);
    row->setSpacing(common::kGrid * 2);
    const Card loss = makeCard(QStringLiteral("lossChart"), tr("Loss"), this);
    const Card quality = makeCard(QStringLiteral("qualityChart"), tr("Validation"), this);
    m_loss = loss.chart;
    m_quality = quality.chart;
    m_loss->setEmptyText(tr("The curve begins with the first step."));
    m_quality->setEmptyText(tr("The curve begins with the first validation."));
    m_logarithmic->setObjectName(QStringLiteral("logarithmicLoss"));
    m_logarithmic->setAccessibleName(m_logarithmic->text());
    m_logarithmic->setToolTip(tr("Show the loss on a logarithmic scale"));
    loss.header->addAction(m_logarithmic);
    m_axis->setObjectName(QStringLiteral("curveAxis"));
    m_axis->setAccessibleName(tr("Along the charts"));
    m_axis->setToolTip(m_axis->accessibleName());
    m_axis->addItems({tr("Steps"), tr("Time")});
    quality.header->addAction(m_axis);
    row->addWidget(loss.frame, 1);
    row->addWidget(quality.frame, 1);
    connect(m_logarithmic, &QCheckBox::toggled, m_loss, &charts::LineChart::setLogarithmic);
    connect(m_axis, &QComboBox::currentIndexChanged, this, &JobCurves::refresh);
    refresh();
}

void JobCurves::setPoints(const std::vector<domain::MetricPoint>& points)
{
    m_points = points;
    refresh();
}

void JobCurves::refresh()
{
    const auto axis = static_cast<CurveAxis>(m_axis->currentIndex());
    //: beneath a chart
    const QString along = axis == CurveAxis::Steps ? tr("Steps") : tr("Seconds");
    m_loss->setAxes({.xTitle = along, .isLogarithmic = m_logarithmic->isChecked()});
    m_quality->setAxes({.xTitle = along, .isShare = true});
    m_loss->setSeries(curvesOf(m_points, axis, isLoss));
    m_quality->setSeries(curvesOf(m_points, axis, [](const QString& name) {
        return isQuality(name) && name.startsWith(QLatin1String("validation/"));
    }));
}

JobResources::JobResources(QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, common::kGrid, 0, 0);
    row->setSpacing(common::kGrid * 2);
    const Card processor = makeCard(QStringLiteral("processorChart"), tr("Processor"), this);
    const Card memory = makeCard(QStringLiteral("memoryChart"), tr("Memory"), this);
    processor.header->setNote(tr("100 is one core"));
    memory.header->setNote(tr("in MiB"));
    m_processor = processor.chart;
    m_memory = memory.chart;
    for (charts::LineChart* chart : {m_processor, m_memory}) {
        chart->setAxes({.xTitle = tr("Seconds"), .startsAtZero = true});
        chart->setEmptyText(tr("The job measures every few seconds while it runs."));
    }
    row->addWidget(processor.frame, 1);
    row->addWidget(memory.frame, 1);
}

void JobResources::setPoints(const std::vector<domain::MetricPoint>& points)
{
    const auto isSystem = [](const QString& name) { return name.startsWith(QLatin1String("system/")); };
    const auto isMemory = [](const QString& name) { return name.contains(QLatin1String("emory")); };
    m_processor->setSeries(curvesOf(points, CurveAxis::Seconds, [&](const QString& name) {
        return isSystem(name) && !isMemory(name);
    }));
    m_memory->setSeries(curvesOf(points, CurveAxis::Seconds,
                                 [&](const QString& name) { return isSystem(name) && isMemory(name); }));
}

} // namespace lw::studio
