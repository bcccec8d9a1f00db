// SPDX-License-Identifier: GPL-3.0-or-later
//! The small sign in the header that says what runs and how far it is.
#pragma once

#include "app/jobs/Job.h"

#include <QToolButton>

namespace lw::jobs {
class JobCenter;
}

namespace lw::studio {

/// Hidden while nothing runs. Follows `jobs`, which must outlive it.
class TaskIndicator final : public QToolButton {
    Q_OBJECT

public:
    explicit TaskIndicator(jobs::JobCenter& jobs, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(TaskIndicator)

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    jobs::JobCenter& m_jobs;
    double m_share = 0; ///< 0 to 1
};

} // namespace lw::studio
