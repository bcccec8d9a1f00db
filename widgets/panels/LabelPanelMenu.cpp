// SPDX-License-Identifier: GPL-3.0-or-later
//! The menu of a label and what it does.
#include "widgets/panels/LabelPanel.h"

#include "models/items/LabelListModel.h"
#include "widgets/common/Icons.h"

#include <QColorDialog>
#include <QMenu>
#include <QTreeView>

namespace lw::panels {

using items::LabelListModel;

void LabelPanel::toggle(const QModelIndex& index)
{
    const int role =
        index.column() == LabelListModel::HiddenColumn ? LabelListModel::HiddenRole : LabelListModel::LockedRole;
    m_model->setData(index, !index.data(role).toBool(), role);
}

void LabelPanel::openMenu(const QPoint& position)
{
    const QModelIndex index = m_list->indexAt(position).siblingAtColumn(LabelListModel::NameColumn);
    if (!index.isValid()) {
        return;
    }
    const domain::LabelId id = m_model->idAt(index.row());
    QMenu menu(this);
    const auto add = [&](const QString& icon, const QString& text, auto action) {
        menu.addAction(common::icon(icon), text, this, action)->setEnabled(!m_isReadOnly);
    };
    menu.addAction(common::icon(QStringLiteral("filter")), tr("Show its samples"), this,
                   [&] { m_isAssigning ? Q_EMIT filterRequested(id) : Q_EMIT labelActivated(id); });
    if (m_isAssigning) {
        menu.addAction(common::icon(QStringLiteral("remove")), tr("Take it off"), this,
                       [&] { Q_EMIT removeRequested(id); })
            ->setEnabled(m_chosen > 0);
    }
    menu.addSeparator();
    add(QStringLiteral("edit"), tr("Rename\tF2"), [&] { m_list->edit(index); });
    add(QStringLiteral("theme"), tr("Change colour…"), [&] { chooseColour(index); });
    add(QStringLiteral("attributes"), tr("Shortcut, attributes, skeleton…"), [&] { Q_EMIT editRequested(id); });
    menu.addSeparator();
    if (!m_isAssigning) {
        addShowing(menu, index);
    }
    add(QStringLiteral("order-up"), tr("Move up\tAlt+Up"), [&] { m_model->moveLabel(index.row(), index.row() - 1); });
    add(QStringLiteral("order-down"), tr("Move down\tAlt+Down"),
        [&] { m_model->moveLabel(index.row(), index.row() + 2); });
    menu.addSeparator();
    add(QStringLiteral("delete"), tr("Delete…\tDel"), [&] { Q_EMIT deleteRequested(id); });
    menu.exec(m_list->viewport()->mapToGlobal(position));
}

void LabelPanel::hideOthers(int shownRow)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        m_model->setData(m_model->index(row, 0), shownRow >= 0 && row != shownRow, LabelListModel::HiddenRole);
    }
}

void LabelPanel::chooseColour(const QModelIndex& index)
{
    const QColor colour = QColorDialog::getColor(index.data(LabelListModel::ColourRole).value<QColor>(), this,
                                                 tr("Colour of “%1”").arg(index.data().toString()));
    if (colour.isValid()) {
        m_model->setData(index, colour, LabelListModel::ColourRole);
    }
}

void LabelPanel::addShowing(QMenu& menu, const QModelIndex& index)
{
    const bool isHidden = index.data(LabelListModel::HiddenRole).toBool();
    menu.addAction(common::icon(isHidden ? QStringLiteral("show") : QStringLiteral("hide")),
                   isHidden ? tr("Show its objects") : tr("Hide its objects"), this,
                   [&] { toggle(index.siblingAtColumn(LabelListModel::HiddenColumn)); });
    menu.addAction(tr("Show only this label"), this, [&] { hideOthers(index.row()); });
    menu.addAction(tr("Show all labels"), this, [&] { hideOthers(-1); });
    menu.addSeparator();
}

} // namespace lw::panels
