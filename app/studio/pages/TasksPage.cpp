// SPDX-License-Identifier: GPL-3.0-or-later
//! A list of task cards over a table of problems.
#include "app/studio/pages/TasksPage.h"

#include "app/scenarios/Messages.h"
#include "app/studio/AppContext.h"
#include "app/studio/TaskFeed.h"
#include "models/items/Texts.h"
#include "models/store/TaskRepository.h"
#include "widgets/common/Icons.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/common/Theme.h"
#include "widgets/panels/ProblemsView.h"
#include "widgets/panels/TaskPanel.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QSplitter>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace lw::studio {

TasksPage::TasksPage(AppContext& context, QWidget* parent)
    : Page(context, parent), m_feed(new TaskFeed(context, {}, this)),
      m_problems(new items::ProblemListModel(&scenarios::problemReason, this))
{
    setObjectName(QStringLiteral("tasksPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(common::kGrid * 4, common::kGrid * 3, common::kGrid * 4, common::kGrid * 2);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    auto* panel = new panels::TaskPanel(m_feed->model(), splitter);
    panel->setObjectName(QStringLiteral("taskPanel"));
    splitter->addWidget(panel);
    m_problemsPart = makeProblems();
    splitter->addWidget(m_problemsPart);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    column->addWidget(splitter);
    connect(panel, &panels::TaskPanel::cancelRequested, this, &TasksPage::cancel);
    connect(panel, &panels::TaskPanel::resultRequested, this, &TasksPage::showResult);
    connect(panel, &panels::TaskPanel::problemsRequested, this, &TasksPage::showProblems);
}

QWidget* TasksPage::makeProblems()
{
    auto* part = new QWidget(this);
    part->setObjectName(QStringLiteral("taskProblems"));
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, common::kGrid, 0, 0);
    m_problemsHeader = new common::SectionHeader({}, part);
    auto* close = new QToolButton(part);
    close->setObjectName(QStringLiteral("closeProblems"));
    close->setIcon(common::icon(QStringLiteral("close")));
    close->setToolTip(tr("Close the list of problems"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, part, &QWidget::hide);
    m_problemsHeader->addAction(close);
    column->addWidget(m_problemsHeader);
    column->addWidget(new panels::ProblemsView(*m_problems, part), 1);
    part->hide();
    return part;
}

QString TasksPage::title() const
{
    return tr("Tasks");
}

void TasksPage::open(const Route&) {}

void TasksPage::cancel(domain::TaskId id)
{
    if (const auto job = TaskFeed::jobOf(id)) {
        context().jobs().cancel(*job);
    }
}

void TasksPage::showResult(domain::TaskId id)
{
    const items::TaskRow* row = m_feed->model().rowAt(m_feed->model().rowOf(id));
    if (!row) {
        return;
    }
    const domain::Task task = row->task;
    switch (task.kind) {
    case domain::TaskKind::Export:
        QDesktopServices::openUrl(
            QUrl::fromLocalFile(QFileInfo(task.target).isDir() ? task.target : QFileInfo(task.target).absolutePath()));
        break;
    case domain::TaskKind::Publish:
        Q_EMIT routeRequested(Route{.page = PageKind::Versions, .dataset = task.datasetId});
        break;
    default:
        Q_EMIT routeRequested(Route{.page = PageKind::Samples, .dataset = task.datasetId});
        break;
    }
}

void TasksPage::showProblems(domain::TaskId id)
{
    const items::TaskRow* row = m_feed->model().rowAt(m_feed->model().rowOf(id));
    if (!row || !context().project()) {
        return;
    }
    const QString title = row->title.isEmpty() ? items::taskKindText(row->task.kind) : row->title;
    m_problemsHeader->setTitle(tr("Problems: %1, %2").arg(title, row->task.target));
    if (const auto job = TaskFeed::jobOf(id)) {
        if (const jobs::Job* found = context().jobs().find(*job)) {
            m_problems->setProblems(found->result.problems.kept(), found->result.problems.count());
            m_problemsPart->show();
        }
        return;
    }
    const auto problems = store::TaskRepository(context().project()->store()).problems(id);
    if (!problems) {
        report(problems.error());
        return;
    }
    m_problems->setProblems(*problems, row->task.problems);
    m_problemsPart->show();
}

} // namespace lw::studio
