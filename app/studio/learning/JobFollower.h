// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads on in the log and the metrics of one job while it runs.
#pragma once

#include "models/domain/EngineJob.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace lw::studio {

class ProjectSession;

/// Files are read on a pool thread, from where the last reading ended. GUI thread only.
class JobFollower final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobFollower)

public:
    /// `project` must outlive it. Without the log only metrics are read.
    JobFollower(ProjectSession& project, bool withLog, QObject* parent = nullptr);

    /// Begins with the job of that id; what was read of another one is forgotten.
    void follow(const QString& id);
    [[nodiscard]] const QString& id() const { return m_id; }
    [[nodiscard]] const std::vector<domain::MetricPoint>& points() const { return m_points; }
    /// Reads now, then again once a second as long as one looks: see setActive().
    void read();
    void setActive(bool isActive);

Q_SIGNALS:
    /// Another job: the log begins anew.
    void begun();
    void pointsChanged();
    void logAppended(const QString& text);

private:
    struct Reading {
        QString id;
        QString log;
        qint64 logOffset = 0;
        std::vector<domain::MetricPoint> points;
        qint64 pointOffset = 0;
    };

    void take(const Reading& reading);

    ProjectSession& m_project;
    bool m_withLog;
    QString m_id;
    std::vector<domain::MetricPoint> m_points;
    qint64 m_logOffset = 0;
    qint64 m_pointOffset = 0;
    bool m_isReading = false;
    QTimer m_timer;
};

} // namespace lw::studio
