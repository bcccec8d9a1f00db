// SPDX-License-Identifier: GPL-3.0-or-later
//! Pages of the trash as rows.
#include "models/items/TrashListModel.h"

#include "models/items/Texts.h"

namespace lw::items {

using domain::TrashEntry;
using domain::TrashKind;

TrashListModel::TrashListModel(TrashReader reader, QObject* parent)
    : QAbstractTableModel(parent), m_reader(std::move(reader))
{
}

TrashListModel::~TrashListModel() = default;

int TrashListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TrashListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kColumnCount);
}

QVariant TrashListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const TrashEntry& entry = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(entry, index.column());
    case Qt::ToolTipRole:
        if (index.column() == NameColumn && !entry.withLabel.isEmpty()) {
            return tr("Deleted together with the label %1").arg(entry.withLabel);
        }
        return textOf(entry, index.column());
    case KindRole:
        return static_cast<int>(entry.kind);
    default:
        return {};
    }
}

QVariant TrashListModel::textOf(const TrashEntry& entry, int column) const
{
    switch (column) {
    case NameColumn:
        return entry.folder.isEmpty() ? entry.name : QString(entry.folder + u'/' + entry.name);
    case KindColumn:
        return trashKindText(entry.kind);
    case DatasetColumn:
        return entry.datasetName;
    case ByColumn:
        return entry.deletedBy;
    case WhenColumn:
        return timeText(entry.deletedAt);
    default:
        return {};
    }
}

QVariant TrashListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case NameColumn:
        return tr("What");
    case KindColumn:
        return tr("Kind");
    case DatasetColumn:
        return tr("Dataset");
    case ByColumn:
        return tr("Deleted by");
    case WhenColumn:
        return tr("Deleted");
    default:
        return {};
    }
}

bool TrashListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_hasMore;
}

void TrashListModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent)) {
        return;
    }
    const domain::TrashId last = m_rows.empty() ? domain::TrashId() : m_rows.back().id;
    const std::vector<TrashEntry> page = m_reader(m_filter, last, kPage);
    m_hasMore = page.size() == size_t(kPage);
    if (!page.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(page.size()) - 1);
        m_rows.insert(m_rows.end(), page.begin(), page.end());
        endInsertRows();
    }
}

void TrashListModel::setFilter(const domain::TrashFilter& filter)
{
    beginResetModel();
    m_filter = filter;
    m_rows = m_reader(filter, {}, kPage);
    m_hasMore = m_rows.size() == size_t(kPage);
    endResetModel();
}

void TrashListModel::fetchUpTo(int rows)
{
    while (rowCount() < rows && m_hasMore) {
        fetchMore({});
    }
}

const TrashEntry* TrashListModel::entryAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<size_t>(row)] : nullptr;
}

QString trashKindText(TrashKind kind)
{
    switch (kind) {
    case TrashKind::Sample:
        return TrashListModel::tr("Sample");
    case TrashKind::Label:
        return TrashListModel::tr("Label");
    case TrashKind::Dataset:
        return TrashListModel::tr("Dataset");
    case TrashKind::Version:
        return TrashListModel::tr("Version");
    }
    return {};
}

QString trashKindIcon(TrashKind kind)
{
    switch (kind) {
    case TrashKind::Sample:
        return QStringLiteral("image");
    case TrashKind::Label:
        return QStringLiteral("tag");
    case TrashKind::Dataset:
        return QStringLiteral("dataset");
    case TrashKind::Version:
        return QStringLiteral("version");
    }
    return {};
}

} // namespace lw::items
