// SPDX-License-Identifier: GPL-3.0-or-later
//! What a job was told: data, algorithm, parameters.
#pragma once

#include "models/domain/EngineJob.h"

#include <QTreeWidget>

namespace lw::studio {

class JobFacts final : public QTreeWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobFacts)

public:
    explicit JobFacts(QWidget* parent = nullptr);

    void setJob(const domain::EngineJob& job);

private:
    QTreeWidgetItem* addGroup(const QString& title);
    static void addFact(QTreeWidgetItem* group, const QString& title, const QString& text, const QString& hint = {});

    domain::EngineJob m_job;
};

} // namespace lw::studio
