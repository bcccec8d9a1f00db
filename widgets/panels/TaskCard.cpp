// SPDX-License-Identifier: GPL-3.0-or-later
//! Progress, remaining time and outcome of one task.
#include "widgets/panels/TaskCard.h"

#include "models/items/Texts.h"
#include "widgets/common/Badge.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QDateTime>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace lw::panels {

namespace {

using domain::TaskState;
constexpr int kSteps = 1000;

common::BadgeKind badgeOf(TaskState state)
{
    switch (state) {
    case TaskState::Running:
        return common::BadgeKind::Accent;
    case TaskState::Done:
        return common::BadgeKind::Success;
    case TaskState::DoneWithProblems:
    case TaskState::Interrupted:
        return common::BadgeKind::Warning;
    case TaskState::Failed:
        return common::BadgeKind::Danger;
    case TaskState::Cancelled:
        break;
    }
    return common::BadgeKind::Neutral;
}

} // namespace

TaskCard::TaskCard(QWidget* parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_title(new QLabel(this)),
      m_target(new common::ElidedLabel({}, Qt::ElideMiddle, this)),
      m_state(new common::Badge({}, common::BadgeKind::Neutral, this)), m_cancel(new QToolButton(this)),
      m_bar(new QProgressBar(this)), m_text(new common::ElidedLabel({}, Qt::ElideRight, this)),
      m_result(new QPushButton(this)), m_problems(new QPushButton(this))
{
    common::setRole(this, "card");
    m_icon->setFixedSize(24, 24);
    m_title->setTextFormat(Qt::PlainText);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    common::setRole(m_target, "muted");
    common::setRole(m_text, "muted");
    common::setRole(m_bar, "thin");
    m_bar->setTextVisible(false);
    m_bar->setRange(0, kSteps);
    m_cancel->setObjectName(QStringLiteral("cancelTask"));
    m_cancel->setIcon(common::icon(QStringLiteral("cancel")));
    m_cancel->setToolTip(tr("Cancel"));
    m_result->setObjectName(QStringLiteral("taskResult"));
    m_problems->setObjectName(QStringLiteral("taskProblems"));
    common::setRole(m_result, "link");
    common::setRole(m_problems, "link");
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(16, 12, 12, 12);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_icon, 0, 0);
    makeTop();
    grid->addWidget(m_bar, 1, 1);
    makeBottom();
    connect(m_cancel, &QToolButton::clicked, this, &TaskCard::cancelClicked);
    connect(m_result, &QPushButton::clicked, this, &TaskCard::resultClicked);
    connect(m_problems, &QPushButton::clicked, this, &TaskCard::problemsClicked);
}

void TaskCard::makeTop()
{
    auto* line = new QHBoxLayout;
    line->setSpacing(common::kGrid);
    line->addWidget(m_title);
    line->addWidget(m_target, 1);
    line->addWidget(m_state);
    line->addWidget(m_cancel);
    static_cast<QGridLayout*>(layout())->addLayout(line, 0, 1);
}

void TaskCard::makeBottom()
{
    auto* line = new QHBoxLayout;
    line->setSpacing(common::kGrid * 2);
    line->addWidget(m_result);
    line->addWidget(m_problems);
    line->addStretch(1);
    auto* grid = static_cast<QGridLayout*>(layout());
    grid->addWidget(m_text, 2, 1);
    grid->addLayout(line, 3, 1);
}

void TaskCard::setRow(const items::TaskRow& row)
{
    m_row = row;
    const bool isRunning = row.task.state == TaskState::Running;
    const QString title = row.title.isEmpty() ? items::taskKindText(row.task.kind) : row.title;
    setObjectName(QStringLiteral("task-%1").arg(row.task.id.value));
    setAccessibleName(tr("%1, %2, %3").arg(title, row.task.target, items::taskStateText(row.task.state)));
    m_icon->setPixmap(common::icon(row.title.isEmpty() ? items::taskKindIcon(row.task.kind) : QStringLiteral("similar"))
                          .pixmap(QSize(24, 24), devicePixelRatioF()));
    m_title->setText(row.datasetName.isEmpty() ? title : tr("%1 · %2").arg(title, row.datasetName));
    m_target->setText(row.task.target);
    m_state->setText(row.isCancelling && isRunning ? tr("Stopping…") : items::taskStateText(row.task.state));
    m_state->setKind(badgeOf(row.task.state));
    m_cancel->setVisible(isRunning && row.isCancellable);
    m_cancel->setEnabled(!row.isCancelling);
    m_cancel->setAccessibleName(tr("Cancel %1").arg(title));
    m_bar->setVisible(isRunning);
    m_bar->setAccessibleName(tr("Progress of %1").arg(title));
    m_bar->setMaximum(row.total > 0 ? kSteps : 0);
    if (row.total > 0) {
        m_bar->setValue(static_cast<int>(qMin<qint64>(row.done, row.total) * kSteps / row.total));
    }
    m_result->setText(row.resultText);
    m_result->setVisible(!row.resultText.isEmpty());
    m_problems->setText(tr("%n problems", nullptr, static_cast<int>(row.task.problems)));
    m_problems->setVisible(row.task.problems > 0);
    setTime(QDateTime::currentMSecsSinceEpoch());
}

void TaskCard::setTime(qint64 now)
{
    if (m_row.task.state == TaskState::Running) {
        m_text->setText(progressText(now));
        return;
    }
    if (!m_row.errorText.isEmpty()) {
        m_text->setText(m_row.errorText);
        return;
    }
    const QString started = items::timeText(m_row.task.createdAt);
    m_text->setText(
        m_row.task.finishedAt > 0
            ? tr("%1, took %2").arg(started, items::durationText(m_row.task.finishedAt - m_row.task.createdAt))
            : started);
}

QString TaskCard::progressText(qint64 now) const
{
    if (m_row.total <= 0) {
        return m_row.done > 0 ? tr("%L1 done so far").arg(m_row.done) : tr("Starting…");
    }
    const std::optional<qint64> remaining = items::remainingTime(m_row, now);
    if (!remaining) {
        return tr("%L1 of %L2").arg(m_row.done).arg(m_row.total);
    }
    return tr("%L1 of %L2, about %3 left").arg(m_row.done).arg(m_row.total).arg(items::durationText(*remaining));
}

} // namespace lw::panels
