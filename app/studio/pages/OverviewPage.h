// SPDX-License-Identifier: GPL-3.0-or-later
//! A dataset at a glance: counts, label distribution, recent tasks, versions (DS-7).
#pragma once

#include "app/studio/Page.h"
#include "models/domain/Dataset.h"
#include "models/domain/SampleFilter.h"

#include <QHash>
#include <QTimer>

class QVBoxLayout;

namespace lw::charts {
class LabelDistributionChart;
class ProgressRing;
} // namespace lw::charts
namespace lw::common {
class ElidedLabel;
}

namespace lw::studio {

class CardButton;
class DatasetFlows;
class OutputFlows;
class TaskFeed;

class OverviewPage final : public Page {
    Q_OBJECT

public:
    OverviewPage(AppContext& context, domain::DatasetId dataset, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(OverviewPage)

    void open(const Route& route) override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool takesFiles() const override { return true; }
    void takeFiles(const QStringList& paths) override;

private:
    QWidget* makeHead();
    QWidget* makeCounts();
    QWidget* makeChart();
    QWidget* makeTasks();
    QWidget* makeVersions();
    CardButton* addCount(class QHBoxLayout* row, const QString& name, const QString& icon, const QString& text,
                         const domain::SampleFilter& filter);
    void refresh();
    void refreshVersions();
    void train();
    void showSamples(const domain::SampleFilter& filter);

    domain::DatasetId m_dataset;
    DatasetFlows* m_flows;
    OutputFlows* m_outputs;
    TaskFeed* m_tasks;
    common::ElidedLabel* m_name = nullptr;
    common::ElidedLabel* m_note = nullptr;
    charts::ProgressRing* m_ring = nullptr;
    CardButton* m_total = nullptr;
    CardButton* m_labelled = nullptr;
    CardButton* m_unlabelled = nullptr;
    CardButton* m_toConfirm = nullptr;
    CardButton* m_hard = nullptr;
    CardButton* m_annotations = nullptr;
    QWidget* m_cards = nullptr;
    charts::LabelDistributionChart* m_chart = nullptr;
    QVBoxLayout* m_versions = nullptr;
    QTimer m_soon;
};

} // namespace lw::studio
