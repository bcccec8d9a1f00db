// SPDX-License-Identifier: GPL-3.0-or-later
//! The datasets of a project as rows, and the proxy that searches them.
#pragma once

#include "models/domain/Dataset.h"
#include "models/store/Change.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <vector>

namespace lw::store {
class Store;
}

namespace lw::items {

/// Follows the store. GUI thread only.
class DatasetListModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DatasetListModel)

public:
    enum Column { NameColumn, TypeColumn, ProgressColumn, VersionsColumn, ChangedColumn, kColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1, ///< qint64
        DescriptionRole,
        TypeRole,     ///< int of domain::DatasetType
        ProgressRole, ///< double 0 to 1: labelled / total
        TotalRole,
        LabelledRole,
        ToConfirmRole,
        SortRole, ///< what a column sorts by
    };

    explicit DatasetListModel(store::Store& store, QObject* parent = nullptr);
    ~DatasetListModel() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Null when there is no such row. Valid until the next change of the store.
    [[nodiscard]] const domain::Dataset* datasetAt(int row) const;
    [[nodiscard]] int rowOf(domain::DatasetId id) const;

private:
    void applyChange(const store::Change& change);
    void reload();
    [[nodiscard]] QVariant textOf(const domain::Dataset& dataset, int column) const;
    [[nodiscard]] QVariant sortValueOf(const domain::Dataset& dataset, int column) const;

    store::Store& m_store;
    std::vector<domain::Dataset> m_datasets;
};

/// Filters by a part of name or description, case-insensitive, and sorts by DatasetListModel::SortRole.
class DatasetSearchModel final : public QSortFilterProxyModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DatasetSearchModel)

public:
    explicit DatasetSearchModel(DatasetListModel& model, QObject* parent = nullptr);

    void setSearch(const QString& text);
    /// Invalid when there is no such row. `row` counts the rows shown.
    [[nodiscard]] domain::DatasetId idAt(int row) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_search;
};

} // namespace lw::items
