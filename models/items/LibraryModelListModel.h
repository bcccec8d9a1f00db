// SPDX-License-Identifier: GPL-3.0-or-later
//! The models of the project's library as rows.
#pragma once

#include "models/domain/EngineJob.h"

#include <QAbstractTableModel>

#include <vector>

namespace lw::items {

/// Shows what setModels() gives it, in that order. GUI thread only.
class LibraryModelListModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryModelListModel)

public:
    enum Column { NameColumn, TaskColumn, LabelsColumn, MetricColumn, OriginColumn, SizeColumn, CreatedColumn, kColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QString
        CanPredictRole,            ///< bool
        SortRole,
    };

    explicit LibraryModelListModel(QObject* parent = nullptr);
    ~LibraryModelListModel() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setModels(const std::vector<domain::LibraryModel>& models);
    /// Null when there is no such row.
    [[nodiscard]] const domain::LibraryModel* modelAt(int row) const;
    [[nodiscard]] const domain::LibraryModel* find(const QString& id) const;
    [[nodiscard]] int rowOf(const QString& id) const;

private:
    [[nodiscard]] QString textOf(const domain::LibraryModel& model, int column) const;

    std::vector<domain::LibraryModel> m_models;
};

/// "cells V0001".
[[nodiscard]] QString modelTitle(const domain::LibraryModel& model);
/// "Object detection", or what weights without labels are for.
[[nodiscard]] QString modelTaskText(const domain::LibraryModel& model);

} // namespace lw::items
