// SPDX-License-Identifier: GPL-3.0-or-later
//! Text of the running job over a thin line of progress.
#include "app/studio/shell/TaskIndicator.h"

#include "app/jobs/JobCenter.h"
#include "models/items/Texts.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QDateTime>
#include <QPainter>

namespace lw::studio {

namespace {

constexpr int kWidth = 260;
constexpr int kLine = 3;

} // namespace

TaskIndicator::TaskIndicator(jobs::JobCenter& jobs, QWidget* parent) : QToolButton(parent), m_jobs(jobs)
{
    setObjectName(QStringLiteral("taskIndicator"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIcon(common::icon(QStringLiteral("task-running")));
    setFocusPolicy(Qt::TabFocus);
    connect(&jobs, &jobs::JobCenter::activityChanged, this, &TaskIndicator::refresh);
    connect(&jobs, &jobs::JobCenter::jobChanged, this, &TaskIndicator::refresh);
    refresh();
}

QSize TaskIndicator::sizeHint() const
{
    return {kWidth, QToolButton::sizeHint().height()};
}

void TaskIndicator::refresh()
{
    const int count = m_jobs.activeCount();
    setVisible(count > 0);
    if (count == 0) {
        return;
    }
    m_share = m_jobs.overallProgress().value_or(0);
    QString text = tr("%n tasks running", nullptr, count);
    if (count == 1) {
        for (const jobs::Job* job : m_jobs.jobs()) {
            if (!job->isOver()) {
                const auto left = job->remaining(QDateTime::currentMSecsSinceEpoch());
                text = left ? tr("%1: %2 left").arg(job->title(), items::durationText(*left)) : job->title();
            }
        }
    }
    setAccessibleName(text);
    setToolTip(text);
    setText(fontMetrics().elidedText(text, Qt::ElideMiddle, kWidth - 44));
    update();
}

void TaskIndicator::paintEvent(QPaintEvent* event)
{
    QToolButton::paintEvent(event);
    QPainter painter(this);
    const auto& colours = common::colours();
    const QRect track(6, height() - kLine - 1, width() - 12, kLine);
    painter.fillRect(track, colours.border);
    painter.fillRect(QRect(track.topLeft(), QSize(int(track.width() * m_share), kLine)), colours.accent);
}

} // namespace lw::studio
