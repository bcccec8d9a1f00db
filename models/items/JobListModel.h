// SPDX-License-Identifier: GPL-3.0-or-later
//! The learning engine's jobs as rows, and the part of them that one wants to see.
#pragma once

#include "models/domain/EngineJob.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <optional>
#include <vector>

namespace lw::items {

/// Shows what setJobs() gives it, in that order. GUI thread only.
class JobListModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobListModel)

public:
    enum Column { NameColumn, KindColumn, StateColumn, DataColumn, MetricColumn, StartedColumn, TimeColumn, kColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QString
        StateRole,                 ///< int, domain::EngineJobState
        KindRole,                  ///< int, domain::EngineJobKind
        ProgressRole,              ///< 0 to 1 while it runs, else -1
        SortRole,                  ///< what a column is sorted by
    };

    explicit JobListModel(QObject* parent = nullptr);
    ~JobListModel() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Rows that are there already keep their place in views: selections live through it.
    void setJobs(const std::vector<domain::EngineJob>& jobs);
    /// Null when there is no such row.
    [[nodiscard]] const domain::EngineJob* jobAt(int row) const;
    [[nodiscard]] const domain::EngineJob* find(const QString& id) const;
    [[nodiscard]] int rowOf(const QString& id) const;

private:
    [[nodiscard]] QString textOf(const domain::EngineJob& job, int column) const;

    std::vector<domain::EngineJob> m_jobs;
};

/// Jobs of one state, of one kind, whose name, version, dataset or description holds a text.
class JobFilterModel final : public QSortFilterProxyModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobFilterModel)

public:
    explicit JobFilterModel(JobListModel& jobs, QObject* parent = nullptr);

    void setState(std::optional<domain::EngineJobState> state);
    void setKind(std::optional<domain::EngineJobKind> kind);
    void setText(const QString& text);
    [[nodiscard]] bool isFiltering() const { return m_state || m_kind || !m_text.isEmpty(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    JobListModel& m_jobs;
    std::optional<domain::EngineJobState> m_state;
    std::optional<domain::EngineJobKind> m_kind;
    QString m_text;
};

} // namespace lw::items
