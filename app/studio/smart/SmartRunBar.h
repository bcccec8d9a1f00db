// SPDX-License-Identifier: GPL-3.0-or-later
//! The line that tells how the dataset's smart labelling goes; hidden while none runs.
#pragma once

#include "models/domain/EngineJob.h"
#include "models/domain/Ids.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QToolButton;

namespace lw::charts {
class Sparkline;
}
namespace lw::common {
class ElidedLabel;
}

namespace lw::studio {

class ProjectSession;

/// Follows the project's jobs. GUI thread only; reads nothing but the ends of small files, elsewhere.
class SmartRunBar final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SmartRunBar)

public:
    SmartRunBar(ProjectSession& project, domain::DatasetId dataset, QWidget* parent = nullptr);

private:
    void refresh();
    void readCurve(const domain::EngineJob& job);
    void show(const domain::EngineJob& job);
    void cancel();

    ProjectSession& m_project;
    QString m_datasetUid;
    QString m_jobId;          ///< shown now; empty: none
    QString m_curveId;        ///< the curve is this job's
    qint64 m_offset = 0;      ///< in its metrics
    bool m_isReading = false;
    QList<QPointF> m_curve;
    common::ElidedLabel* m_text;
    charts::Sparkline* m_line;
    QProgressBar* m_progress;
    QLabel* m_rest;
    QToolButton* m_cancel;
};

} // namespace lw::studio
