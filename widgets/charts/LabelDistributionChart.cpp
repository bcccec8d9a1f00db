// SPDX-License-Identifier: GPL-3.0-or-later
//! Sorts labels into bars, switches the measure and writes pictures of the chart.
#include "widgets/charts/LabelDistributionChart.h"

#include "widgets/charts/LabelBars.h"
#include "widgets/common/FileDialogs.h"
#include "widgets/common/Icons.h"
#include "widgets/common/MessageBox.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/common/Theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QSvgGenerator>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lw::charts {

namespace {

constexpr double kPictureScale = 2.0;

qint64 valueOf(const domain::Label& label, Measure measure)
{
    return measure == Measure::Samples ? label.samples : label.annotations;
}

std::vector<Bar> barsOf(std::vector<domain::Label> labels, Measure measure)
{
    std::stable_sort(labels.begin(), labels.end(), [measure](const domain::Label& a, const domain::Label& b) {
        return valueOf(a, measure) > valueOf(b, measure);
    });
    std::vector<Bar> bars;
    Bar others;
    int otherCount = 0;
    for (const domain::Label& label : labels) {
        if (bars.size() < LabelDistributionChart::kMaxBars) {
            bars.push_back({label.id, label.name, QColor::fromRgba(label.colour), valueOf(label, measure)});
        } else {
            others.value += valueOf(label, measure);
            ++otherCount;
        }
    }
    // Samples with several labels would be counted several times: only objects can be summed up.
    if (otherCount > 0 && measure == Measure::Annotations) {
        others.name = LabelDistributionChart::tr("%n others", nullptr, otherCount);
        others.colour = common::colours().textMuted;
        bars.push_back(others);
    }
    return bars;
}

} // namespace

LabelDistributionChart::LabelDistributionChart(QWidget* parent)
    : QWidget(parent), m_bars(new LabelBars(this)), m_scroll(new QScrollArea(this)), m_empty(new QLabel(this)),
      m_measures(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("labelDistribution"));
    setAccessibleName(tr("Label distribution"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(common::kGrid);
    column->addWidget(makeHeader());
    m_empty->setText(tr("The chart appears once there is a label."));
    m_empty->setAlignment(Qt::AlignCenter);
    common::setRole(m_empty, "muted");
    column->addWidget(m_empty, 1);
    m_scroll->setWidget(m_bars);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_scroll, 1);
    connect(m_bars, &LabelBars::barClicked, this, [this](int index) {
        const Bar& bar = m_bars->bars().at(static_cast<size_t>(index));
        if (bar.label.isValid()) {
            Q_EMIT labelActivated(bar.label);
        }
    });
    rebuild();
}

LabelDistributionChart::~LabelDistributionChart() = default;

QWidget* LabelDistributionChart::makeHeader()
{
    auto* header = new common::SectionHeader(tr("Label distribution"), this);
    const auto addMeasure = [&](const QString& name, const QString& text, Measure measure) {
        auto* button = new QToolButton(header);
        button->setObjectName(name);
        button->setText(text);
        button->setAccessibleName(text);
        button->setCheckable(true);
        button->setChecked(measure == m_measure);
        m_measures->addButton(button, static_cast<int>(measure));
        header->addAction(button);
    };
    addMeasure(QStringLiteral("byAnnotations"), tr("Objects"), Measure::Annotations);
    addMeasure(QStringLiteral("bySamples"), tr("Samples"), Measure::Samples);
    auto* saveButton = new QToolButton(header);
    saveButton->setObjectName(QStringLiteral("saveChart"));
    saveButton->setIcon(common::icon(QStringLiteral("export")));
    saveButton->setToolTip(tr("Save the chart as PNG or SVG"));
    saveButton->setAccessibleName(tr("Save chart"));
    header->addAction(saveButton);
    connect(m_measures, &QButtonGroup::idClicked, this, [this](int id) { setMeasure(static_cast<Measure>(id)); });
    connect(saveButton, &QToolButton::clicked, this, &LabelDistributionChart::askAndSave);
    return header;
}

void LabelDistributionChart::setLabels(const std::vector<domain::Label>& labels)
{
    if (labels != m_labels) {
        m_labels = labels;
        rebuild();
    }
}

void LabelDistributionChart::setMeasure(Measure measure)
{
    m_measure = measure;
    m_measures->button(static_cast<int>(measure))->setChecked(true);
    rebuild();
}

void LabelDistributionChart::setMeasureChoice(bool isOffered)
{
    for (QAbstractButton* button : m_measures->buttons()) {
        button->setVisible(isOffered);
    }
}

void LabelDistributionChart::rebuild()
{
    m_bars->setBars(barsOf(m_labels, m_measure));
    m_empty->setVisible(m_labels.empty());
    m_scroll->setHidden(m_labels.empty());
}

int LabelDistributionChart::barCount() const
{
    return static_cast<int>(m_bars->bars().size());
}

core::Result<> LabelDistributionChart::save(const QString& path) const
{
    const QSize size = m_bars->size();
    const QRectF target{QPointF(), QSizeF(size)};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return core::failure(core::ErrorCode::WriteFailed, file.errorString(), path);
    }
    if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
        QSvgGenerator generator;
        generator.setOutputDevice(&file);
        generator.setSize(size);
        generator.setViewBox(target);
        generator.setTitle(tr("Label distribution"));
        QPainter painter(&generator);
        m_bars->render(&painter, target, QRect(QPoint(), size));
    } else if (path.endsWith(QLatin1String(".png"), Qt::CaseInsensitive)) {
        QImage image((QSizeF(size) * kPictureScale).toSize(), QImage::Format_RGB32);
        image.fill(common::colours().surface);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        m_bars->render(&painter, QRectF(image.rect()), QRect(QPoint(), size));
        painter.end();
        image.save(&file, "PNG");
    } else {
        file.cancelWriting();
        return core::failure(core::ErrorCode::InvalidArgument, path, path);
    }
    if (!file.commit()) {
        return core::failure(core::ErrorCode::WriteFailed, file.errorString(), path);
    }
    return {};
}

void LabelDistributionChart::askAndSave()
{
    const QString path = common::chooseSaveFile(this, {.title = tr("Save chart"),
                                                       .start = tr("labels.png"),
                                                       .filter = tr("Pictures (*.png *.svg)"),
                                                       .defaultSuffix = QStringLiteral("png")});
    if (path.isEmpty()) {
        return;
    }
    if (const core::Result<> saved = save(path); !saved) {
        common::showError(this, tr("The chart could not be saved"),
                          tr("Choose a folder that may be written and a name that ends in .png or .svg."),
                          saved.error().detail);
    }
}

} // namespace lw::charts
