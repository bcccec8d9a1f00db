// SPDX-License-Identifier: GPL-3.0-or-later
//! The line that tells how the dataset's smart labelling goes, or why the last run failed; hidden otherwise.
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

class AppContext;

/// Follows the project's jobs. GUI thread only; reads nothing but the ends of small files, elsewhere.
class SmartRunBar final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SmartRunBar)

public:
    SmartRunBar(AppContext& context, domain::DatasetId dataset, QWidget* parent = nullptr);

    /// At the end of a run the bar stays until the next leave(): what is below it must not move under somebody's hand.
    void setStays(bool stays) { m_stays = stays; }
    /// Another picture comes, so nothing below can be missed.
    void leave();

private:
    void refresh();
    void readCurve(const domain::EngineJob& job);
    void makeParts();
    QToolButton* addButton(const char* name, const QString& text, const char* icon, const QString& tip);
    void show(const domain::EngineJob& job);
    void showFailure(const domain::EngineJob& job);
    void showParts(bool isRunning);
    void cancel();
    void goOn();
    void close();
    [[nodiscard]] QString closedKey() const;

    AppContext& m_context;
    QString m_datasetUid;
    bool m_stays = false;
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
    QToolButton* m_goOn;
    QToolButton* m_close;
};

} // namespace lw::studio
