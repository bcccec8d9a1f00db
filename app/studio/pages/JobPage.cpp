// SPDX-License-Identifier: GPL-3.0-or-later
//! Follows a job that the watch knows.
#include "app/studio/pages/JobPage.h"

#include "app/scenarios/EngineText.h"
#include "app/studio/AppContext.h"
#include "app/studio/flows/LearnFlows.h"
#include "app/studio/flows/ModelFlows.h"
#include "app/studio/learning/JobCurves.h"
#include "app/studio/learning/JobFacts.h"
#include "app/studio/learning/JobFollower.h"
#include "app/studio/learning/JobLog.h"
#include "models/domain/Algorithms.h"
#include "models/items/EngineTexts.h"
#include "models/items/Texts.h"
#include "widgets/common/Badge.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"
#include "widgets/panels/JobTable.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace lw::studio {

namespace {

using domain::EngineJobKind;
using domain::EngineJobState;

constexpr int kSteps = 1000;

} // namespace

JobPage::JobPage(AppContext& context, QWidget* parent)
    : Page(context, parent), m_flows(new LearnFlows(context, this)), m_models(new ModelFlows(context, this)),
      m_follower(new JobFollower(project(), true, this))
{
    setObjectName(QStringLiteral("jobPage"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(common::kGrid * 4, common::kGrid * 3, common::kGrid * 4, common::kGrid * 2);
    m_stack = new QStackedWidget(this);
    outer->addWidget(m_stack);
    auto* content = new QWidget(m_stack);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(common::kGrid * 2);
    column->addWidget(makeHead());
    column->addWidget(makeState());
    m_tabs = new QTabWidget(content);
    m_tabs->setObjectName(QStringLiteral("jobTabs"));
    m_tabs->setDocumentMode(true);
    m_curves = new JobCurves(m_tabs);
    m_log = new JobLog(m_tabs);
    m_resources = new JobResources(m_tabs);
    m_facts = new JobFacts(m_tabs);
    m_tabs->addTab(m_curves, tr("Curves"));
    m_tabs->addTab(m_log, tr("Log"));
    m_tabs->addTab(m_resources, tr("Computer"));
    m_tabs->addTab(m_facts, tr("Parameters and data"));
    column->addWidget(m_tabs, 1);
    m_stack->addWidget(content);
    m_gone = new common::EmptyState(QStringLiteral("training"), tr("This job is gone"),
                                    tr("It was deleted, or its folder was moved away."), m_stack);
    QPushButton* all = m_gone->addPrimaryButton(tr("All jobs"));
    all->setObjectName(QStringLiteral("allJobs"));
    m_stack->addWidget(m_gone);
    const auto toList = [this] { Q_EMIT routeRequested(Route{.page = PageKind::Training}); };
    connect(all, &QPushButton::clicked, this, toList);

    connect(m_follower, &JobFollower::begun, m_log, &JobLog::clear);
    connect(m_follower, &JobFollower::logAppended, m_log, &JobLog::append);
    connect(m_follower, &JobFollower::pointsChanged, this, [this] {
        m_curves->setPoints(m_follower->points());
        m_resources->setPoints(m_follower->points());
    });
    const auto toJob = [this](const QString& id) {
        Q_EMIT routeRequested(Route{.page = PageKind::Job, .anchor = id});
    };
    connect(m_flows, &LearnFlows::jobStarted, this, toJob);
    connect(m_models, &ModelFlows::jobStarted, this, toJob);
    connect(m_flows, &LearnFlows::jobsRemoved, this, toList);
    jobs::JobWatch& watch = project().jobWatch();
    connect(&watch, &jobs::JobWatch::firstLookDone, this, &JobPage::refresh);
    connect(&watch, &jobs::JobWatch::jobsChanged, this, [this](const QStringList& ids) {
        if (ids.contains(m_id)) {
            refresh();
        }
    });
}

QString JobPage::title() const
{
    return m_job.id.isEmpty() ? tr("Job") : items::jobTitle(m_job);
}

void JobPage::open(const Route& route)
{
    m_id = route.anchor;
    m_job = {};
    refresh();
}

void JobPage::leave()
{
    m_follower->setActive(false);
}

QPushButton* JobPage::addButton(QHBoxLayout* row, const QString& name, const QString& icon, const QString& text,
                                const QString& tip)
{
    auto* button = new QPushButton(common::icon(icon), text, this);
    button->setObjectName(name);
    button->setToolTip(tip);
    row->addWidget(button, 0, Qt::AlignTop);
    return button;
}

QWidget* JobPage::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(common::kGrid);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    auto* first = new QHBoxLayout;
    first->setSpacing(common::kGrid + 4);
    m_name = new common::ElidedLabel({}, Qt::ElideMiddle, head);
    m_name->setObjectName(QStringLiteral("jobName"));
    common::setRole(m_name, "title");
    m_badge = new common::Badge({}, common::BadgeKind::Neutral, head);
    m_badge->setObjectName(QStringLiteral("jobBadge"));
    first->addWidget(m_name);
    first->addWidget(m_badge);
    first->addStretch(1);
    words->addLayout(first);
    m_note = new common::ElidedLabel({}, Qt::ElideMiddle, head);
    common::setRole(m_note, "muted");
    words->addWidget(m_note);
    row->addLayout(words, 1);
    m_stop = addButton(row, QStringLiteral("stopJob"), QStringLiteral("stop"), tr("Stop"),
                       tr("The job keeps what it has learnt and can go on later"));
    m_resume = addButton(row, QStringLiteral("resumeJob"), QStringLiteral("play"), tr("Resume"),
                         tr("Go on from where the job stopped"));
    m_rerun = addButton(row, QStringLiteral("rerunJob"), QStringLiteral("repeat"), tr("Run again…"),
                        tr("The same settings as a new version; you can change them first"));
    m_delete = addButton(row, QStringLiteral("deleteJob"), QStringLiteral("delete"), tr("Delete…"),
                         tr("Delete the job with its log and curves"));
    m_toModel = addButton(row, QStringLiteral("openModel"), QStringLiteral("model"), tr("Open the model"),
                          tr("Show the model in the library"));
    m_evaluate = addButton(row, QStringLiteral("evaluateModel"), QStringLiteral("chart"), tr("Evaluate…"),
                           tr("Compare the answers of the model with your labels"));
    m_result = addButton(row, QStringLiteral("openResult"), QStringLiteral("overview"), tr("Show the result"), {});
    connect(m_stop, &QPushButton::clicked, this, [this] { m_flows->stop(m_job); });
    connect(m_resume, &QPushButton::clicked, this, [this] { m_flows->resume(m_job); });
    connect(m_rerun, &QPushButton::clicked, this, [this] { m_flows->rerun(m_job); });
    connect(m_delete, &QPushButton::clicked, this, [this] { m_flows->remove({m_job}); });
    connect(m_evaluate, &QPushButton::clicked, this, [this] { m_models->evaluateTrained(m_id); });
    connect(m_toModel, &QPushButton::clicked, this,
            [this] { Q_EMIT routeRequested(Route{.page = PageKind::Models, .anchor = m_id}); });
    connect(m_result, &QPushButton::clicked, this, &JobPage::showResult);
    return head;
}

QWidget* JobPage::makeState()
{
    auto* card = new QFrame(this);
    card->setObjectName(QStringLiteral("jobState"));
    common::setRole(card, "card");
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(common::kGrid);
    m_progress = new QProgressBar(card);
    m_progress->setObjectName(QStringLiteral("jobProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, kSteps);
    common::setRole(m_progress, "thin");
    m_text = new QLabel(card);
    m_text->setObjectName(QStringLiteral("jobText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_error = new QLabel(card);
    m_error->setObjectName(QStringLiteral("jobError"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse);
    common::setRole(m_error, "error");
    column->addWidget(m_progress);
    column->addWidget(m_text);
    column->addWidget(m_error);
    return card;
}

void JobPage::refresh()
{
    const jobs::JobWatch& watch = project().jobWatch();
    const domain::EngineJob* job = watch.find(m_id);
    if (!job) {
        m_stack->setCurrentIndex(watch.hasLooked() ? 1 : 0);
        return;
    }
    const bool isOther = m_job.id != job->id;
    // Whoever watches a comparison waits for its result.
    const bool hasResult = !isOther && !m_job.isOver() && job->kind == EngineJobKind::Evaluate &&
                           job->state == EngineJobState::Succeeded && isVisible();
    m_job = *job;
    m_stack->setCurrentIndex(0);
    if (isOther) {
        const bool hasCurves = m_job.kind == EngineJobKind::Train || m_job.kind == EngineJobKind::SmartLabel;
        m_tabs->setTabVisible(m_tabs->indexOf(m_curves), hasCurves);
    }
    m_follower->follow(m_id); // also reads what came last, once the job is over
    m_follower->setActive(isVisible() && !m_job.isOver());
    m_facts->setJob(m_job);
    showState();
    showOutcome();
    if (isOther) {
        Q_EMIT routeReplaced(Route{.page = PageKind::Job, .anchor = m_id}); // the title is known now
    }
    if (hasResult) {
        showResult();
    }
}

void JobPage::showState()
{
    m_name->setText(items::jobTitle(m_job));
    const QString what =
        m_job.algorithm.isEmpty() ? items::engineJobKindText(m_job.kind)
                                  : tr("%1, %2").arg(items::engineJobKindText(m_job.kind),
                                                     items::algorithmTitle(m_job.algorithm));
    m_note->setText(m_job.inputs.isEmpty() ? what : tr("%1 · %2").arg(what, items::inputsText(m_job)));
    m_badge->setText(items::engineJobStateText(m_job.state));
    m_badge->setKind(panels::badgeOf(m_job.state));
    const bool isRunning = m_job.state == EngineJobState::Running;
    m_progress->setVisible(!m_job.isOver());
    m_progress->setMaximum(isRunning ? kSteps : 0);
    m_progress->setValue(int(m_job.progress * kSteps));
    QString text;
    if (isRunning) {
        text = m_job.remainingSeconds
                   ? tr("%1 done, about %2 left")
                         .arg(items::percentText(m_job.progress),
                              items::durationText(qint64(*m_job.remainingSeconds * 1000)))
                   : tr("%1 done").arg(items::percentText(m_job.progress));
    } else if (!m_job.isOver()) {
        text = tr("The job is about to start.");
    } else if (const auto best = items::bestMetric(m_job.result)) {
        text = tr("Best result: %1 %2")
                   .arg(items::metricTitle(best->name), items::metricText(best->name, best->value));
    } else if (m_job.state == EngineJobState::Stopped) {
        text = tr("The job was stopped. Nothing is lost: it can go on from here.");
    }
    if (m_job.isOver() && m_job.finishedAt > m_job.startedAt && m_job.startedAt > 0) {
        const QString took = tr("It took %1.").arg(items::durationText(m_job.finishedAt - m_job.startedAt));
        text = text.isEmpty() ? took : tr("%1 · %2").arg(text, took);
    }
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_error->setText(m_job.state == EngineJobState::Failed ? scenarios::jobErrorText(m_job) : QString());
    m_error->setVisible(!m_error->text().isEmpty());
}

void JobPage::showOutcome()
{
    const bool isTraining = m_job.kind == EngineJobKind::Train;
    const bool isDone = m_job.state == EngineJobState::Succeeded;
    m_stop->setVisible(!m_job.isOver());
    m_resume->setVisible(m_job.state == EngineJobState::Stopped || m_job.state == EngineJobState::Failed);
    m_rerun->setVisible(isTraining && m_job.isOver());
    m_delete->setVisible(m_job.isOver());
    m_toModel->setVisible(isTraining && isDone);
    m_evaluate->setVisible(isTraining && isDone && m_job.algorithm != domain::kClickAlgorithm);
    m_result->setVisible(isDone && (m_job.kind == EngineJobKind::Evaluate || m_job.kind == EngineJobKind::Predict));
    m_result->setText(m_job.kind == EngineJobKind::Predict ? tr("Save as a manifest…") : tr("Show the result"));
}

void JobPage::showResult()
{
    if (m_job.kind == EngineJobKind::Predict) {
        m_flows->savePredictions(m_job);
    } else {
        Q_EMIT routeRequested(Route{.page = PageKind::Evaluation, .anchor = m_id});
    }
}

} // namespace lw::studio
