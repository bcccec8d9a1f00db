// SPDX-License-Identifier: GPL-3.0-or-later
//! The published versions of one dataset as rows, the newest first.
#pragma once

#include "models/domain/Dataset.h"

#include <QAbstractTableModel>

#include <vector>

namespace lw::items {

/// Shows what setVersions() gives it. GUI thread only.
class VersionListModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VersionListModel)

public:
    enum Column { NameColumn, CreatedColumn, SamplesColumn, AnnotationsColumn, SplitColumn, kColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1, ///< qint64
        IsCurrentRole,
        IsDraftRole,
    };

    explicit VersionListModel(QObject* parent = nullptr);
    ~VersionListModel() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// `current` is the dataset's current version; invalid when there is none.
    void setVersions(const std::vector<domain::Version>& versions, domain::VersionId current);
    [[nodiscard]] const std::vector<domain::Version>& versions() const { return m_versions; }
    [[nodiscard]] domain::VersionId current() const { return m_current; }
    /// Null when there is no such row.
    [[nodiscard]] const domain::Version* versionAt(int row) const;
    [[nodiscard]] int rowOf(domain::VersionId id) const;

private:
    std::vector<domain::Version> m_versions;
    domain::VersionId m_current;
};

} // namespace lw::items
