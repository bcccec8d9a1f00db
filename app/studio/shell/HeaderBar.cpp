// SPDX-License-Identifier: GPL-3.0-or-later
//! Breadcrumb links between the history buttons and the task indicator.
#include "app/studio/shell/HeaderBar.h"

#include "app/studio/shell/TaskIndicator.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace lw::studio {

namespace {

QToolButton* buttonFor(QAction* action, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setObjectName(action->objectName() + QStringLiteral(".button"));
    button->setAccessibleName(action->text());
    button->setIconSize({18, 18});
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

HeaderBar::HeaderBar(const Actions& actions, jobs::JobCenter& jobs, QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("header"));
    common::setRole(this, "bar");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(common::kGrid, 4, common::kGrid, 4);
    row->setSpacing(2);
    row->addWidget(buttonFor(actions.back, this));
    row->addWidget(buttonFor(actions.forward, this));
    row->addSpacing(common::kGrid);
    m_crumbs = new QHBoxLayout;
    m_crumbs->setSpacing(6);
    row->addLayout(m_crumbs, 1);
    m_tasks = new TaskIndicator(jobs, this);
    connect(m_tasks, &TaskIndicator::clicked, this, [this] { Q_EMIT routeRequested(Route{.page = PageKind::Tasks}); });
    row->addWidget(m_tasks);
    row->addWidget(buttonFor(actions.palette, this));
}

void HeaderBar::setCrumbs(const QList<Crumb>& crumbs)
{
    while (QLayoutItem* item = m_crumbs->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            // A link that was just clicked must survive its own signal.
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (qsizetype i = 0; i < crumbs.size(); ++i) {
        const bool isLast = i + 1 == crumbs.size();
        if (isLast) {
            auto* label = new common::ElidedLabel(crumbs[i].text, Qt::ElideMiddle, this);
            label->setObjectName(QStringLiteral("crumbHere"));
            common::setRole(label, "heading");
            m_crumbs->addWidget(label, 1);
            break;
        }
        auto* link = new QPushButton(crumbs[i].text, this);
        link->setObjectName(QStringLiteral("crumb%1").arg(i));
        link->setAccessibleName(crumbs[i].text);
        link->setFocusPolicy(Qt::TabFocus);
        common::setRole(link, "link");
        link->setMaximumWidth(240);
        connect(link, &QPushButton::clicked, this, [this, route = crumbs[i].route] { Q_EMIT routeRequested(route); });
        auto* chevron = new QLabel(this);
        chevron->setPixmap(common::icon(QStringLiteral("chevron-right"), common::colours().textMuted)
                               .pixmap(QSize(14, 14), devicePixelRatioF()));
        m_crumbs->addWidget(link);
        m_crumbs->addWidget(chevron);
    }
}

} // namespace lw::studio
