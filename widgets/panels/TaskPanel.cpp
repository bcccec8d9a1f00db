// SPDX-License-Identifier: GPL-3.0-or-later
//! Keeps a column of task cards in step with the task list.
#include "widgets/panels/TaskPanel.h"

#include "models/items/TaskListModel.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/Theme.h"
#include "widgets/panels/TaskCard.h"

#include <QDateTime>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace lw::panels {

TaskPanel::TaskPanel(items::TaskListModel& model, QWidget* parent, int limit)
    : QFrame(parent), m_model(model), m_limit(limit), m_content(new QWidget(this)),
      m_empty(new common::EmptyState(QStringLiteral("tasks"), tr("No tasks yet"),
                                     tr("Imports, exports and publishing appear here with their progress and results."),
                                     this)),
      m_clock(new QTimer(this))
{
    setObjectName(QStringLiteral("taskPanel"));
    setAccessibleName(tr("Tasks"));
    common::setRole(m_content, "page");
    m_cards = new QVBoxLayout(m_content);
    m_cards->setContentsMargins(0, 0, common::kGrid, 0);
    m_cards->setSpacing(common::kGrid);
    m_cards->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll = scroll;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_empty, 1);
    column->addWidget(scroll, 1);
    m_clock->setInterval(1000);
    connect(m_clock, &QTimer::timeout, this, &TaskPanel::updateClock);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &TaskPanel::rebuild);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &TaskPanel::rebuild);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &TaskPanel::rebuild);
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) { updateRows(first.row(), last.row()); });
    rebuild();
}

void TaskPanel::rebuild()
{
    QHash<qint64, TaskCard*> kept;
    const int count = qMin(m_model.rowCount(), m_limit);
    for (int row = 0; row < count; ++row) {
        const items::TaskRow& task = *m_model.rowAt(row);
        TaskCard* card = m_byId.take(task.task.id.value);
        if (!card) {
            card = makeCard(task.task.id);
        }
        card->setRow(task);
        kept.insert(task.task.id.value, card);
        if (m_cards->indexOf(card) != row) {
            m_cards->removeWidget(card);
            m_cards->insertWidget(row, card);
        }
    }
    qDeleteAll(m_byId);
    m_byId = kept;
    m_empty->setVisible(count == 0);
    m_scroll->setVisible(count > 0);
    updateClock();
}

TaskCard* TaskPanel::makeCard(domain::TaskId id)
{
    auto* card = new TaskCard(m_content);
    connect(card, &TaskCard::cancelClicked, this, [this, id] { Q_EMIT cancelRequested(id); });
    connect(card, &TaskCard::resultClicked, this, [this, id] { Q_EMIT resultRequested(id); });
    connect(card, &TaskCard::problemsClicked, this, [this, id] { Q_EMIT problemsRequested(id); });
    return card;
}

void TaskPanel::updateRows(int first, int last)
{
    for (int row = first; row <= qMin(last, m_limit - 1); ++row) {
        const items::TaskRow& task = *m_model.rowAt(row);
        if (TaskCard* card = m_byId.value(task.task.id.value)) {
            card->setRow(task);
        }
    }
    updateClock();
}

void TaskPanel::updateClock()
{
    if (m_model.runningCount() == 0) {
        m_clock->stop();
        return;
    }
    m_clock->start();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (TaskCard* card : std::as_const(m_byId)) {
        card->setTime(now);
    }
}

} // namespace lw::panels
