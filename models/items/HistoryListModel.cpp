// SPDX-License-Identifier: GPL-3.0-or-later
//! Events in words as rows.
#include "models/items/HistoryListModel.h"

#include "models/items/Texts.h"

namespace lw::items {

HistoryListModel::HistoryListModel(QObject* parent) : QAbstractTableModel(parent) {}

HistoryListModel::~HistoryListModel() = default;

int HistoryListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HistoryListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kColumnCount);
}

QVariant HistoryListModel::data(const QModelIndex& index, int role) const
{
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !isText) {
        return {};
    }
    const HistoryRow& row = m_rows[static_cast<size_t>(index.row())];
    switch (index.column()) {
    case WhenColumn:
        return row.at > 0 ? timeText(row.at) : tr("unknown");
    case WhoColumn:
        return row.author.isEmpty() ? tr("unknown") : row.author;
    case EventColumn:
        return row.event;
    case DetailColumn:
        return row.details.join(role == Qt::ToolTipRole ? QLatin1String("\n") : QLatin1String("; "));
    default:
        return {};
    }
}

QVariant HistoryListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case WhenColumn:
        return tr("When");
    case WhoColumn:
        return tr("Who");
    case EventColumn:
        return tr("What");
    case DetailColumn:
        return tr("Changes");
    default:
        return {};
    }
}

void HistoryListModel::setRows(std::vector<HistoryRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

} // namespace lw::items
