// SPDX-License-Identifier: GPL-3.0-or-later
//! The task centre: what runs, how far it is, how long it takes, what came of it.
#pragma once

#include "models/domain/Ids.h"

#include <QFrame>
#include <QHash>

class QScrollArea;
class QTimer;
class QVBoxLayout;

namespace lw::common {
class EmptyState;
}
namespace lw::items {
class TaskListModel;
}

namespace lw::panels {

class TaskCard;

/// Follows a TaskListModel, which must outlive it. Shows the newest `limit` tasks.
class TaskPanel final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskPanel)

public:
    explicit TaskPanel(items::TaskListModel& model, QWidget* parent = nullptr, int limit = 200);

Q_SIGNALS:
    void cancelRequested(lw::domain::TaskId id);
    /// The result link was clicked.
    void resultRequested(lw::domain::TaskId id);
    /// The list of problems was asked for.
    void problemsRequested(lw::domain::TaskId id);

private:
    void rebuild();
    [[nodiscard]] TaskCard* makeCard(domain::TaskId id);
    void updateRows(int first, int last);
    void updateClock();

    items::TaskListModel& m_model;
    int m_limit;
    QVBoxLayout* m_cards;
    QWidget* m_content;
    QScrollArea* m_scroll = nullptr;
    common::EmptyState* m_empty;
    QHash<qint64, TaskCard*> m_byId;
    QTimer* m_clock; ///< refreshes remaining times while something runs
};

} // namespace lw::panels
