// SPDX-License-Identifier: GPL-3.0-or-later
//! What is in the trash as rows, fetched page by page as one scrolls.
#pragma once

#include "models/domain/Trash.h"

#include <QAbstractTableModel>

#include <functional>
#include <vector>

namespace lw::items {

/// Reads at most `limit` entries that are older than `before`, the latest first. Quick: called on the window's thread.
using TrashReader =
    std::function<std::vector<domain::TrashEntry>(const domain::TrashFilter&, domain::TrashId before, int limit)>;

/// GUI thread only.
class TrashListModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrashListModel)

public:
    enum Column { NameColumn, KindColumn, DatasetColumn, ByColumn, WhenColumn, kColumnCount };
    enum Role {
        KindRole = Qt::UserRole + 1, ///< int of domain::TrashKind
    };
    static constexpr int kPage = 200;

    explicit TrashListModel(TrashReader reader, QObject* parent = nullptr);
    ~TrashListModel() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    /// Shows what passes `filter`; reads anew even if it is the same.
    void setFilter(const domain::TrashFilter& filter);
    [[nodiscard]] const domain::TrashFilter& filter() const { return m_filter; }
    void reload() { setFilter(m_filter); }
    /// Fetches until there are `rows` rows or no more.
    void fetchUpTo(int rows);

    /// Null when there is no such row.
    [[nodiscard]] const domain::TrashEntry* entryAt(int row) const;

private:
    [[nodiscard]] QVariant textOf(const domain::TrashEntry& entry, int column) const;

    TrashReader m_reader;
    domain::TrashFilter m_filter;
    std::vector<domain::TrashEntry> m_rows;
    bool m_hasMore = false;
};

/// "Sample", "Label", "Dataset", "Version".
[[nodiscard]] QString trashKindText(domain::TrashKind kind);
/// Icon name in resources/icons.
[[nodiscard]] QString trashKindIcon(domain::TrashKind kind);

} // namespace lw::items
