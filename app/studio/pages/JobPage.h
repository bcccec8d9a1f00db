// SPDX-License-Identifier: GPL-3.0-or-later
//! One job: its state, curves, log, use of the computer, parameters and what came out.
#pragma once

#include "app/studio/Page.h"
#include "models/domain/EngineJob.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace lw::common {
class Badge;
class ElidedLabel;
class EmptyState;
} // namespace lw::common

namespace lw::studio {

class JobCurves;
class JobFacts;
class JobFollower;
class JobLog;
class JobResources;
class LearnFlows;
class ModelFlows;

class JobPage final : public Page {
    Q_OBJECT

public:
    explicit JobPage(AppContext& context, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(JobPage)

    void open(const Route& route) override;
    void leave() override;
    [[nodiscard]] QString title() const override;

private:
    QWidget* makeHead();
    QWidget* makeState();
    QPushButton* addButton(class QHBoxLayout* row, const QString& name, const QString& icon, const QString& text,
                           const QString& tip);
    void refresh();
    void showState();
    void showOutcome();
    void showResult();

    LearnFlows* m_flows;
    ModelFlows* m_models;
    JobFollower* m_follower;
    domain::EngineJob m_job;
    QString m_id;
    QStackedWidget* m_stack = nullptr;
    common::EmptyState* m_gone = nullptr;
    common::ElidedLabel* m_name = nullptr;
    common::ElidedLabel* m_note = nullptr;
    common::Badge* m_badge = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_text = nullptr;
    QLabel* m_error = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_resume = nullptr;
    QPushButton* m_rerun = nullptr;
    QPushButton* m_delete = nullptr;
    QPushButton* m_toModel = nullptr;
    QPushButton* m_evaluate = nullptr;
    QPushButton* m_result = nullptr;
    QTabWidget* m_tabs = nullptr;
    JobCurves* m_curves = nullptr;
    JobLog* m_log = nullptr;
    JobResources* m_resources = nullptr;
    JobFacts* m_facts = nullptr;
};

} // namespace lw::studio
