// SPDX-License-Identifier: GPL-3.0-or-later
//! Owns the flows and their menu.
#include "app/studio/smart/SmartTools.h"

#include "app/studio/smart/CheckFlows.h"
#include "app/studio/smart/GroupFlows.h"
#include "app/studio/smart/MapFlows.h"
#include "app/studio/smart/NextFlows.h"
#include "app/studio/smart/SmartFlows.h"
#include "widgets/common/Icons.h"

#include <QMenu>
#include <QToolButton>

namespace lw::studio {

SmartTools::SmartTools(AppContext& context, domain::DatasetId dataset, BatchFlows& batches, QWidget* page)
    : QObject(page), m_labelling(new SmartFlows(context, dataset, page)),
      m_grouping(new GroupFlows(context, dataset, page)), m_map(new MapFlows(context, dataset, page)),
      m_checking(new CheckFlows(context, dataset, batches, page)), m_next(new NextFlows(context, dataset, page))
{
    connect(m_map, &MapFlows::filterRequested, this, &SmartTools::filterRequested);
    connect(m_map, &MapFlows::selectRequested, this, &SmartTools::selectRequested);
    connect(m_map, &MapFlows::openRequested, this, &SmartTools::openRequested);
    connect(m_checking, &CheckFlows::openRequested, this, &SmartTools::openRequested);
    connect(m_next, &NextFlows::openRequested, this, &SmartTools::openRequested);
}

QToolButton* SmartTools::makeButton(QWidget* parent)
{
    m_button = new QToolButton(parent);
    m_button->setObjectName(QStringLiteral("smartButton"));
    m_button->setText(tr("Smart"));
    m_button->setAccessibleName(tr("What the machine can do"));
    m_button->setToolTip(tr("Let the machine label, group, map and check the pictures"));
    m_button->setIcon(common::icon(QStringLiteral("wand")));
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setMenu(new QMenu(m_button));
    return m_button;
}

void SmartTools::fillMenu(const QList<QAction*>& actions)
{
    m_button->menu()->clear();
    m_button->menu()->addActions(actions);
}

} // namespace lw::studio
