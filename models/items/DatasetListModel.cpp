// SPDX-License-Identifier: GPL-3.0-or-later
//! Follows the datasets of a project.
#include "models/items/DatasetListModel.h"

#include "models/items/Texts.h"
#include "models/store/DatasetRepository.h"

#include <algorithm>

namespace lw::items {

namespace {

double progressOf(const domain::Dataset& dataset)
{
    const domain::DatasetCounters& counters = dataset.counters;
    return counters.total == 0 ? 0.0 : static_cast<double>(counters.labelled) / static_cast<double>(counters.total);
}

} // namespace

DatasetListModel::DatasetListModel(store::Store& store, QObject* parent) : QAbstractTableModel(parent), m_store(store)
{
    connect(&m_store, &store::Store::changed, this, &DatasetListModel::applyChange);
    reload();
}

DatasetListModel::~DatasetListModel() = default;

int DatasetListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_datasets.size());
}

int DatasetListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kColumnCount);
}

QVariant DatasetListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const domain::Dataset& dataset = m_datasets[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(dataset, index.column());
    case Qt::ToolTipRole:
        return index.column() == NameColumn ? dataset.description : QVariant();
    case IdRole:
        return dataset.id.value;
    case DescriptionRole:
        return dataset.description;
    case TypeRole:
        return static_cast<int>(dataset.type);
    case ProgressRole:
        return progressOf(dataset);
    case TotalRole:
        return dataset.counters.total;
    case LabelledRole:
        return dataset.counters.labelled;
    case ToConfirmRole:
        return dataset.counters.toConfirm;
    case SortRole:
        return sortValueOf(dataset, index.column());
    default:
        return {};
    }
}

QVariant DatasetListModel::textOf(const domain::Dataset& dataset, int column) const
{
    switch (column) {
    case NameColumn:
        return dataset.name;
    case TypeColumn:
        return typeText(dataset.type);
    case ProgressColumn:
        //: labelled samples of all samples, and the share
        return tr("%L1 of %L2 (%3)")
            .arg(dataset.counters.labelled)
            .arg(dataset.counters.total)
            .arg(percentText(progressOf(dataset)));
    case VersionsColumn:
        return dataset.versionCount;
    case ChangedColumn:
        return timeText(dataset.changedAt);
    default:
        return {};
    }
}

QVariant DatasetListModel::sortValueOf(const domain::Dataset& dataset, int column) const
{
    switch (column) {
    case ProgressColumn:
        return progressOf(dataset);
    case VersionsColumn:
        return dataset.versionCount;
    case ChangedColumn:
        return dataset.changedAt;
    default:
        return textOf(dataset, column);
    }
}

QVariant DatasetListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case NameColumn:
        return tr("Name");
    case TypeColumn:
        return tr("Type");
    case ProgressColumn:
        return tr("Labelled");
    case VersionsColumn:
        return tr("Versions");
    case ChangedColumn:
        return tr("Last change");
    default:
        return {};
    }
}

const domain::Dataset* DatasetListModel::datasetAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_datasets[static_cast<size_t>(row)] : nullptr;
}

int DatasetListModel::rowOf(domain::DatasetId id) const
{
    const auto found =
        std::find_if(m_datasets.begin(), m_datasets.end(), [id](const domain::Dataset& d) { return d.id == id; });
    return found == m_datasets.end() ? -1 : static_cast<int>(found - m_datasets.begin());
}

void DatasetListModel::applyChange(const store::Change& change)
{
    if (change.kinds & (store::Change::Datasets | store::Change::Versions)) {
        reload();
    }
}

void DatasetListModel::reload()
{
    core::Result<std::vector<domain::Dataset>> datasets = store::DatasetRepository(m_store).list();
    if (!datasets) {
        return; // the old list stays
    }
    const bool isSameSequence =
        std::equal(m_datasets.begin(), m_datasets.end(), datasets->begin(), datasets->end(),
                   [](const domain::Dataset& a, const domain::Dataset& b) { return a.id == b.id; });
    if (!isSameSequence) {
        beginResetModel();
        m_datasets = std::move(*datasets);
        endResetModel();
        return;
    }
    for (size_t i = 0; i < m_datasets.size(); ++i) {
        if (m_datasets[i] != (*datasets)[i]) {
            m_datasets[i] = std::move((*datasets)[i]);
            const int row = static_cast<int>(i);
            Q_EMIT dataChanged(index(row, 0), index(row, kColumnCount - 1));
        }
    }
}

DatasetSearchModel::DatasetSearchModel(DatasetListModel& model, QObject* parent) : QSortFilterProxyModel(parent)
{
    setSourceModel(&model);
    setSortRole(DatasetListModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
}

void DatasetSearchModel::setSearch(const QString& text)
{
    m_search = text.trimmed();
    invalidateFilter();
}

domain::DatasetId DatasetSearchModel::idAt(int row) const
{
    return domain::DatasetId(index(row, 0).data(DatasetListModel::IdRole).toLongLong());
}

bool DatasetSearchModel::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex source = sourceModel()->index(row, 0, parent);
    return source.data().toString().contains(m_search, Qt::CaseInsensitive) ||
           source.data(DatasetListModel::DescriptionRole).toString().contains(m_search, Qt::CaseInsensitive);
}

} // namespace lw::items
