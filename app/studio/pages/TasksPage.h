// SPDX-License-Identifier: GPL-3.0-or-later
//! The task centre: what runs, the history, and the problems of one task.
#pragma once

#include "app/studio/Page.h"
#include "models/items/ProblemListModel.h"

namespace lw::common {
class SectionHeader;
}

namespace lw::studio {

class TaskFeed;

class TasksPage final : public Page {
    Q_OBJECT

public:
    explicit TasksPage(AppContext& context, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(TasksPage)

    void open(const Route& route) override;
    [[nodiscard]] QString title() const override;

private:
    QWidget* makeProblems();
    void cancel(domain::TaskId id);
    void showResult(domain::TaskId id);
    void showProblems(domain::TaskId id);

    TaskFeed* m_feed;
    items::ProblemListModel* m_problems;
    QWidget* m_problemsPart;
    common::SectionHeader* m_problemsHeader;
};

} // namespace lw::studio
