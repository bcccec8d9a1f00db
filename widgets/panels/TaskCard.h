// SPDX-License-Identifier: GPL-3.0-or-later
//! One task of the task centre.
#pragma once

#include "models/items/TaskListModel.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace lw::common {
class Badge;
class ElidedLabel;
} // namespace lw::common

namespace lw::panels {

class TaskCard final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskCard)

public:
    explicit TaskCard(QWidget* parent = nullptr);

    void setRow(const items::TaskRow& row);
    /// `now` in ms since 1970 UTC: refreshes what depends on the time.
    void setTime(qint64 now);

Q_SIGNALS:
    void cancelClicked();
    void resultClicked();
    void problemsClicked();

private:
    void makeTop();
    void makeBottom();
    [[nodiscard]] QString progressText(qint64 now) const;

    items::TaskRow m_row;
    QLabel* m_icon;
    QLabel* m_title;
    common::ElidedLabel* m_target;
    common::Badge* m_state;
    QToolButton* m_cancel;
    QProgressBar* m_bar;
    common::ElidedLabel* m_text;
    QPushButton* m_result;
    QPushButton* m_problems;
};

} // namespace lw::panels
