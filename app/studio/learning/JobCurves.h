// SPDX-License-Identifier: GPL-3.0-or-later
//! The learning curves of a job: losses on one side, what validation says on the other.
#pragma once

#include "app/studio/learning/Curves.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace lw::studio {

class JobCurves final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobCurves)

public:
    explicit JobCurves(QWidget* parent = nullptr);

    void setPoints(const std::vector<domain::MetricPoint>& points);

private:
    void refresh();

    std::vector<domain::MetricPoint> m_points;
    charts::LineChart* m_loss;
    charts::LineChart* m_quality;
    QCheckBox* m_logarithmic;
    QComboBox* m_axis;
};

/// Processor and memory over the time of a job.
class JobResources final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobResources)

public:
    explicit JobResources(QWidget* parent = nullptr);

    void setPoints(const std::vector<domain::MetricPoint>& points);

private:
    charts::LineChart* m_processor;
    charts::LineChart* m_memory;
};

} // namespace lw::studio
