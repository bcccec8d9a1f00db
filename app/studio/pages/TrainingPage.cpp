// SPDX-License-Identifier: GPL-3.0-or-later
//! A filtered table over a row of what can be done with the selection.
#include "app/studio/pages/TrainingPage.h"

#include "app/studio/AppContext.h"
#include "app/studio/flows/LearnFlows.h"
#include "models/items/EngineTexts.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/Icons.h"
#include "widgets/common/SearchField.h"
#include "widgets/common/ShortcutHint.h"
#include "widgets/common/Theme.h"
#include "widgets/panels/JobTable.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lw::studio {

namespace {

using domain::EngineJob;
using domain::EngineJobKind;
using domain::EngineJobState;

constexpr qsizetype kMostCompared = 5;
constexpr int kAny = -1;

bool canStop(const EngineJob& job)
{
    return job.state == EngineJobState::Running || job.state == EngineJobState::Queued ||
           job.state == EngineJobState::Initialising;
}

bool canResume(const EngineJob& job)
{
    return job.state == EngineJobState::Stopped || job.state == EngineJobState::Failed ||
           job.state == EngineJobState::Initialising;
}

} // namespace

TrainingPage::TrainingPage(AppContext& context, QWidget* parent)
    : Page(context, parent), m_flows(new LearnFlows(context, this)), m_shown(m_jobs)
{
    setObjectName(QStringLiteral("trainingPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(common::kGrid * 4, common::kGrid * 3, common::kGrid * 4, common::kGrid * 2);
    column->setSpacing(common::kGrid * 2);
    column->addWidget(makeHead());
    column->addWidget(makeFilters());
    m_stack = new QStackedWidget(this);
    auto* content = new QWidget(m_stack);
    auto* inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(common::kGrid);
    m_table = new panels::JobTable(m_shown, content);
    inner->addWidget(m_table, 1);
    inner->addWidget(makeActions());
    m_stack->addWidget(content);
    makeEmptyStates();
    column->addWidget(m_stack, 1);

    addCommand(QStringLiteral("training.new"), [this] { m_flows->train(); });
    m_compareCommand = addCommand(QStringLiteral("training.compare"), [this] { compare(); });
    addCommand(QStringLiteral("samples.search"), [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    auto* remove = new QShortcut(QKeySequence(QKeySequence::Delete), m_table);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, [this] { m_flows->remove(selected()); });
    connect(m_table, &panels::JobTable::openRequested, this, &TrainingPage::openJob);
    connect(m_table, &panels::JobTable::selectionMoved, this, &TrainingPage::showActions);
    connect(m_table, &panels::JobTable::menuRequested, this, &TrainingPage::showMenu);
    connect(m_flows, &LearnFlows::jobStarted, this, &TrainingPage::openJob);
    jobs::JobWatch& watch = project().jobWatch();
    connect(&watch, &jobs::JobWatch::jobsChanged, this, &TrainingPage::refresh);
    connect(&watch, &jobs::JobWatch::firstLookDone, this, &TrainingPage::refresh);
    refresh();
}

QString TrainingPage::title() const
{
    return tr("Training");
}

void TrainingPage::open(const Route& route)
{
    refresh();
    if (route.dataset.isValid()) {
        const domain::VersionId version(QStringView(route.anchor).mid(1).toLongLong()); // "v12"
        Q_EMIT routeReplaced(Route{.page = PageKind::Training}); // coming back does not open the form again
        m_flows->train(route.dataset, version);
    }
}

QWidget* TrainingPage::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(common::kGrid);
    auto* title = new QLabel(tr("Training"), head);
    common::setRole(title, "title");
    auto* models = new QPushButton(common::icon(QStringLiteral("model")), tr("Models"), head);
    models->setObjectName(QStringLiteral("modelsButton"));
    models->setToolTip(tr("The models that trainings left, and imported ones"));
    auto* create = new QPushButton(common::icon(QStringLiteral("training"), common::colours().accentText),
                                   tr("New training"), head);
    create->setObjectName(QStringLiteral("newTrainingButton"));
    create->setToolTip(common::withShortcut(tr("Train a model on your labels"),
                                            context().shortcuts().keys(QStringLiteral("training.new")).value(0)));
    common::setRole(create, "primary");
    row->addWidget(title);
    row->addStretch(1);
    row->addWidget(models);
    row->addWidget(create);
    connect(models, &QPushButton::clicked, this, [this] { Q_EMIT routeRequested(Route{.page = PageKind::Models}); });
    connect(create, &QPushButton::clicked, this, [this] { m_flows->train(); });
    return head;
}

QWidget* TrainingPage::makeFilters()
{
    auto* part = new QWidget(this);
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(common::kGrid);
    m_search = new common::SearchField(tr("Search jobs"), part);
    m_search->setObjectName(QStringLiteral("jobSearch"));
    m_search->setMaximumWidth(280);
    m_state = new QComboBox(part);
    m_state->setObjectName(QStringLiteral("jobStateFilter"));
    m_state->setAccessibleName(tr("State"));
    m_state->setToolTip(tr("Show jobs of one state only"));
    m_state->addItem(tr("All states"), kAny);
    for (const EngineJobState state : {EngineJobState::Initialising, EngineJobState::Queued, EngineJobState::Running,
                                       EngineJobState::Succeeded, EngineJobState::Failed, EngineJobState::Stopped}) {
        m_state->addItem(items::engineJobStateText(state), int(state));
    }
    m_kind = new QComboBox(part);
    m_kind->setObjectName(QStringLiteral("jobKindFilter"));
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->setToolTip(tr("Show jobs of one kind only"));
    m_kind->addItem(tr("All kinds"), kAny);
    for (const EngineJobKind kind :
         {EngineJobKind::Train, EngineJobKind::Evaluate, EngineJobKind::Predict, EngineJobKind::SmartLabel}) {
        m_kind->addItem(items::engineJobKindText(kind), int(kind));
    }
    row->addWidget(m_search, 1);
    row->addWidget(m_state);
    row->addWidget(m_kind);
    row->addStretch(1);
    connect(m_search, &common::SearchField::searchChanged, this, [this](const QString& text) {
        m_shown.setText(text);
        showPage();
    });
    connect(m_state, &QComboBox::currentIndexChanged, this, [this] {
        const int state = m_state->currentData().toInt();
        m_shown.setState(state == kAny ? std::nullopt : std::optional(static_cast<EngineJobState>(state)));
        showPage();
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        const int kind = m_kind->currentData().toInt();
        m_shown.setKind(kind == kAny ? std::nullopt : std::optional(static_cast<EngineJobKind>(kind)));
        showPage();
    });
    return part;
}

QPushButton* TrainingPage::addAction(QHBoxLayout* row, const QString& name, const QString& icon, const QString& text,
                                     const QString& tip)
{
    auto* button = new QPushButton(common::icon(icon), text, this);
    button->setObjectName(name);
    button->setToolTip(tip);
    row->addWidget(button);
    return button;
}

QWidget* TrainingPage::makeActions()
{
    auto* part = new QWidget(this);
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(common::kGrid);
    m_open = addAction(row, QStringLiteral("openJob"), QStringLiteral("chart"), tr("Open"),
                       common::withShortcut(tr("Curves, log and parameters of the job"), QKeySequence(Qt::Key_Return)));
    m_stop = addAction(row, QStringLiteral("stopJob"), QStringLiteral("stop"), tr("Stop"),
                       tr("The job keeps what it has learnt and can go on later"));
    m_resume = addAction(row, QStringLiteral("resumeJob"), QStringLiteral("play"), tr("Resume"),
                         tr("Go on from where the job stopped"));
    m_rerun = addAction(row, QStringLiteral("rerunJob"), QStringLiteral("repeat"), tr("Run again…"),
                        tr("The same settings as a new version; you can change them first"));
    m_keep = addAction(row, QStringLiteral("keepParameters"), QStringLiteral("copy"), tr("Save parameters…"),
                       tr("Keep the parameters of the job under a name"));
    m_compare = addAction(row, QStringLiteral("compareJobs"), QStringLiteral("compare"), tr("Compare"),
                          tr("Put two to five jobs side by side"));
    row->addStretch(1);
    m_delete = addAction(row, QStringLiteral("deleteJob"), QStringLiteral("delete"), tr("Delete…"),
                         common::withShortcut(tr("Delete the selected jobs"), QKeySequence(Qt::Key_Delete)));
    const auto withOne = [this](QPushButton* button, auto slot) {
        connect(button, &QPushButton::clicked, this, [this, slot] {
            if (const auto jobs = selected(); jobs.size() == 1) {
                slot(jobs.front());
            }
        });
    };
    withOne(m_open, [this](const EngineJob& job) { openJob(job.id); });
    withOne(m_rerun, [this](const EngineJob& job) { m_flows->rerun(job); });
    withOne(m_keep, [this](const EngineJob& job) { m_flows->keepParameters(job); });
    const auto withAll = [this](QPushButton* button, bool (*fits)(const EngineJob&), auto slot) {
        connect(button, &QPushButton::clicked, this, [this, fits, slot] {
            for (const EngineJob& job : selected()) {
                if (fits(job)) {
                    slot(job);
                }
            }
        });
    };
    withAll(m_stop, &canStop, [this](const EngineJob& job) { m_flows->stop(job); });
    withAll(m_resume, &canResume, [this](const EngineJob& job) { m_flows->resume(job); });
    connect(m_compare, &QPushButton::clicked, this, &TrainingPage::compare);
    connect(m_delete, &QPushButton::clicked, this, [this] { m_flows->remove(selected()); });
    return part;
}

void TrainingPage::makeEmptyStates()
{
    m_empty = new common::EmptyState(
        QStringLiteral("training"), tr("Nothing trained yet"),
        tr("Label a few dozen samples, then train a model on them. It learns on this computer, beside your work."),
        m_stack);
    QPushButton* first = m_empty->addPrimaryButton(tr("New training"), QStringLiteral("training"));
    first->setObjectName(QStringLiteral("firstTrainingButton"));
    QPushButton* datasets = m_empty->addSecondaryButton(tr("Datasets"), QStringLiteral("datasets"));
    datasets->setObjectName(QStringLiteral("toDatasets"));
    m_nothingFound = new common::EmptyState(QStringLiteral("search"), tr("No such job"),
                                            tr("No job passes the filters above."), m_stack);
    QPushButton* all = m_nothingFound->addPrimaryButton(tr("Show all jobs"));
    all->setObjectName(QStringLiteral("showAllJobs"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_nothingFound);
    connect(first, &QPushButton::clicked, this, [this] { m_flows->train(); });
    connect(datasets, &QPushButton::clicked, this,
            [this] { Q_EMIT routeRequested(Route{.page = PageKind::Datasets}); });
    connect(all, &QPushButton::clicked, this, [this] {
        m_search->clear();
        m_state->setCurrentIndex(0);
        m_kind->setCurrentIndex(0);
        m_shown.setText({});
        showPage();
    });
}

void TrainingPage::refresh()
{
    m_jobs.setJobs(project().jobWatch().list());
    showPage();
    showActions();
}

void TrainingPage::showPage()
{
    QWidget* wanted = m_stack->widget(0);
    if (m_jobs.rowCount() == 0 && project().jobWatch().hasLooked()) {
        wanted = m_empty;
    } else if (m_shown.rowCount() == 0 && m_shown.isFiltering()) {
        wanted = m_nothingFound;
    }
    m_stack->setCurrentWidget(wanted);
}

QList<EngineJob> TrainingPage::selected() const
{
    QList<EngineJob> list;
    for (const QString& id : m_table->selectedIds()) {
        if (const EngineJob* job = m_jobs.find(id)) {
            list.append(*job);
        }
    }
    return list;
}

void TrainingPage::showActions()
{
    const QList<EngineJob> jobs = selected();
    const bool isOne = jobs.size() == 1;
    const bool isTraining = isOne && jobs.front().kind == EngineJobKind::Train;
    m_open->setEnabled(isOne);
    m_stop->setEnabled(std::any_of(jobs.begin(), jobs.end(), &canStop));
    m_resume->setEnabled(std::any_of(jobs.begin(), jobs.end(), &canResume));
    m_rerun->setEnabled(isTraining);
    m_keep->setEnabled(isTraining);
    m_compare->setEnabled(jobs.size() >= 2 && jobs.size() <= kMostCompared);
    m_compareCommand->setEnabled(m_compare->isEnabled());
    m_delete->setEnabled(!jobs.isEmpty() && std::none_of(jobs.begin(), jobs.end(), [](const EngineJob& job) {
        return job.state == EngineJobState::Running;
    }));
}

void TrainingPage::showMenu(const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QPushButton* button : {m_open, m_stop, m_resume, m_rerun, m_keep, m_compare, m_delete}) {
        QAction* action = menu->addAction(button->icon(), button->text(), button, &QPushButton::click);
        action->setEnabled(button->isEnabled());
    }
    menu->popup(at);
}

void TrainingPage::openJob(const QString& id)
{
    Q_EMIT routeRequested(Route{.page = PageKind::Job, .anchor = id});
}

void TrainingPage::compare()
{
    Q_EMIT routeRequested(Route{.page = PageKind::CompareJobs, .anchor = m_table->selectedIds().join(u',')});
}

} // namespace lw::studio
