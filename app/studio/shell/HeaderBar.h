// SPDX-License-Identifier: GPL-3.0-or-later
//! The line at the top of the window: back and forward, where one is, what runs.
#pragma once

#include "app/studio/Route.h"

#include <QFrame>
#include <QList>

class QHBoxLayout;
class QToolButton;
class QAction;

namespace lw::jobs {
class JobCenter;
}

namespace lw::studio {

class TaskIndicator;

struct Crumb {
    QString text;
    Route route;
};

class HeaderBar final : public QFrame {
    Q_OBJECT

public:
    struct Actions {
        QAction* back = nullptr;
        QAction* forward = nullptr;
        QAction* palette = nullptr;
    };

    HeaderBar(const Actions& actions, jobs::JobCenter& jobs, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(HeaderBar)

    /// The last crumb is where one is.
    void setCrumbs(const QList<Crumb>& crumbs);

Q_SIGNALS:
    void routeRequested(const lw::studio::Route& route);

private:
    QHBoxLayout* m_crumbs;
    TaskIndicator* m_tasks;
};

} // namespace lw::studio
