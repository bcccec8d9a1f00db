// SPDX-License-Identifier: GPL-3.0-or-later
//! Paints states and keeps columns wide enough.
#include "widgets/panels/JobTable.h"

#include "models/items/JobListModel.h"
#include "models/items/Texts.h"
#include "widgets/common/Theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QPainter>

#include <algorithm>
#include <array>

namespace lw::panels {

using items::JobListModel;

namespace {

constexpr int kRowHeight = 40;
constexpr int kBadgeHeight = 20;
constexpr int kBarWidth = 90;

QColor inkOf(domain::EngineJobState state)
{
    const common::ThemeColours& colours = common::colours();
    switch (badgeOf(state)) {
    case common::BadgeKind::Accent:
        return colours.accent;
    case common::BadgeKind::Success:
        return colours.success;
    case common::BadgeKind::Warning:
        return colours.warning;
    case common::BadgeKind::Danger:
        return colours.danger;
    case common::BadgeKind::Neutral:
        break;
    }
    return colours.textMuted;
}

} // namespace

common::BadgeKind badgeOf(domain::EngineJobState state)
{
    switch (state) {
    case domain::EngineJobState::Running:
        return common::BadgeKind::Accent;
    case domain::EngineJobState::Succeeded:
        return common::BadgeKind::Success;
    case domain::EngineJobState::Failed:
        return common::BadgeKind::Danger;
    case domain::EngineJobState::Stopped:
        return common::BadgeKind::Warning;
    case domain::EngineJobState::Initialising:
    case domain::EngineJobState::Queued:
        break;
    }
    return common::BadgeKind::Neutral;
}

JobTable::JobTable(items::JobFilterModel& jobs, QWidget* parent) : QTreeView(parent)
{
    setObjectName(QStringLiteral("jobTable"));
    setAccessibleName(tr("Jobs"));
    setModel(&jobs);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder); // as they come: the newest first
    setItemDelegateForColumn(JobListModel::StateColumn, new JobStateDelegate(this));
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::Interactive);
    header()->setMinimumSectionSize(60);
    header()->setSectionResizeMode(JobListModel::NameColumn, QHeaderView::Stretch);
    constexpr std::array kWidths = {140, 196, 180, 120, 130, 136, 100};
    for (int column = 0; column < JobListModel::kColumnCount; ++column) {
        setColumnWidth(column, kWidths[size_t(column)]);
    }
    connect(this, &QTreeView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT openRequested(index.data(JobListModel::IdRole).toString()); });
}

QStringList JobTable::selectedIds() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList ids;
    for (const QModelIndex& row : std::as_const(rows)) {
        ids.append(row.data(JobListModel::IdRole).toString());
    }
    return ids;
}

void JobTable::select(const QStringList& ids)
{
    QItemSelection selection;
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (ids.contains(index.data(JobListModel::IdRole).toString())) {
            selection.select(index, index);
        }
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void JobTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    Q_EMIT selectionMoved();
}

void JobTable::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT menuRequested(isByKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft())
                                 : event->globalPos());
}

QSize JobStateDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), kRowHeight};
}

void JobStateDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem plain = option;
    initStyleOption(&plain, index);
    const QString text = plain.text;
    plain.text.clear();
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &plain, painter, option.widget);

    const auto state = static_cast<domain::EngineJobState>(index.data(JobListModel::StateRole).toInt());
    const common::ThemeColours& colours = common::colours();
    const QColor ink = inkOf(state);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QFont small = option.font;
    small.setPixelSize(12);
    painter->setFont(small);
    const int width = QFontMetrics(small).horizontalAdvance(text) + 18;
    const QRectF badge(option.rect.left() + 6, option.rect.center().y() - kBadgeHeight / 2.0, width, kBadgeHeight);
    painter->setPen(Qt::NoPen);
    painter->setBrush(common::blended(colours.surface, ink, 0.16));
    painter->drawRoundedRect(badge, kBadgeHeight / 2.0, kBadgeHeight / 2.0);
    painter->setPen(ink);
    painter->drawText(badge, Qt::AlignCenter, text);
    const double progress = index.data(JobListModel::ProgressRole).toDouble();
    if (progress >= 0 && badge.right() + kBarWidth + 12 < option.rect.right() + 1) {
        const QRectF bar(badge.right() + 10, option.rect.center().y() - 3, kBarWidth - 34, 6);
        painter->setPen(Qt::NoPen);
        painter->setBrush(common::blended(colours.surface, colours.text, 0.12));
        painter->drawRoundedRect(bar, 3, 3);
        painter->setBrush(colours.accent);
        painter->drawRoundedRect(QRectF(bar.topLeft(), QSizeF(std::max(6.0, bar.width() * progress), 6)), 3, 3);
        painter->setPen(colours.textMuted);
        painter->drawText(QRectF(bar.right() + 6, option.rect.top(), 40, option.rect.height()),
                          Qt::AlignVCenter | Qt::AlignLeft, items::percentText(progress));
    }
    painter->restore();
}

} // namespace lw::panels
