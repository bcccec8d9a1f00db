// SPDX-License-Identifier: GPL-3.0-or-later
//! A button with a menu of orders and directions.
#include "widgets/gallery/SortButton.h"

#include "widgets/common/Icons.h"

#include <QActionGroup>
#include <QMenu>

namespace lw::gallery {

SortButton::SortButton(QWidget* parent)
    : QToolButton(parent), m_sorts(new QActionGroup(this)), m_directions(new QActionGroup(this))
{
    setObjectName(QStringLiteral("sort"));
    setPopupMode(InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setMenu(new QMenu(this));
    addSort(domain::SampleSort::Imported, tr("Order of import"));
    addSort(domain::SampleSort::Name, tr("File name"));
    addSort(domain::SampleSort::Changed, tr("Last change"));
    addSort(domain::SampleSort::AnnotationCount, tr("Number of objects"));
    addSort(domain::SampleSort::Confidence, tr("Confidence"));
    addSort(domain::SampleSort::Hardness, tr("Hardness"));
    menu()->addSeparator();
    addDirection(false, tr("Ascending"));
    addDirection(true, tr("Descending"));
    refresh();
}

void SortButton::addSort(domain::SampleSort sort, const QString& text)
{
    QAction* action = menu()->addAction(text);
    action->setCheckable(true);
    action->setData(static_cast<int>(sort));
    m_sorts->addAction(action);
    connect(action, &QAction::triggered, this, [this, sort] {
        setSort(sort, m_isDescending);
        Q_EMIT sortChosen(m_sort, m_isDescending);
    });
}

void SortButton::addDirection(bool isDescending, const QString& text)
{
    QAction* action = menu()->addAction(text);
    action->setCheckable(true);
    action->setData(isDescending);
    m_directions->addAction(action);
    connect(action, &QAction::triggered, this, [this, isDescending] {
        setSort(m_sort, isDescending);
        Q_EMIT sortChosen(m_sort, m_isDescending);
    });
}

void SortButton::setSort(domain::SampleSort sort, bool isDescending)
{
    m_sort = sort;
    m_isDescending = isDescending;
    refresh();
}

void SortButton::refresh()
{
    for (QAction* action : m_sorts->actions()) {
        if (action->data().toInt() == static_cast<int>(m_sort)) {
            action->setChecked(true);
            setText(action->text());
        }
    }
    for (QAction* action : m_directions->actions()) {
        action->setChecked(action->data().toBool() == m_isDescending);
    }
    setIcon(common::icon(m_isDescending ? QStringLiteral("sort-down") : QStringLiteral("sort-up")));
    setAccessibleName(m_isDescending ? tr("Order: %1, descending").arg(text())
                                     : tr("Order: %1, ascending").arg(text()));
    setToolTip(accessibleName());
}

} // namespace lw::gallery
