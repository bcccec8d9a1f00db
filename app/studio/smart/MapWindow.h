// SPDX-License-Identifier: GPL-3.0-or-later
//! The map of a dataset in a window of its own beside the gallery: what the lasso takes, the gallery shows (AN-12).
#pragma once

#include "app/scenarios/SampleMap.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QToolButton;

namespace lw::charts {
class EmbeddingMap;
}
namespace lw::common {
class FlowLayout;
}

namespace lw::studio {

class ProjectSession;

/// Goes with its parent. GUI thread only.
class MapWindow final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MapWindow)

public:
    MapWindow(ProjectSession& project, domain::DatasetId dataset, const std::vector<scenarios::MapPoint>& points,
              QWidget* parent = nullptr);

Q_SIGNALS:
    /// The lasso took these; empty: nothing, show all.
    void chosen(const QList<lw::domain::SampleId>& samples);
    void openRequested(lw::domain::SampleId sample);
    /// Take these as the gallery's selection.
    void selectRequested(const QList<lw::domain::SampleId>& samples);

private:
    QWidget* makeBar();
    void placeBeside();
    void fillChoices();
    void colour();
    void showCount();
    void showLegend();

    ProjectSession& m_project;
    domain::DatasetId m_dataset;
    QString m_inputLocation;
    charts::EmbeddingMap* m_map;
    QComboBox* m_by;
    QLabel* m_count;
    QToolButton* m_select;
    QToolButton* m_clear;
    QWidget* m_legend;
    common::FlowLayout* m_legendRow;
    QTimer m_colourSoon;
    quint64 m_serial = 0; ///< answers to older questions are dropped
};

} // namespace lw::studio
