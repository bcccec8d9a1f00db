// SPDX-License-Identifier: GPL-3.0-or-later
//! The history of a sample or an annotation as rows, the newest first.
#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <QStringList>

#include <vector>

namespace lw::items {

/// One event in words.
struct HistoryRow {
    qint64 at = 0; ///< ms since 1970 UTC; 0 when unknown
    QString author;
    QString event;
    QStringList details;
};

/// Shows what it is given. GUI thread only.
class HistoryListModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryListModel)

public:
    enum Column { WhenColumn, WhoColumn, EventColumn, DetailColumn, kColumnCount };

    explicit HistoryListModel(QObject* parent = nullptr);
    ~HistoryListModel() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setRows(std::vector<HistoryRow> rows);

private:
    std::vector<HistoryRow> m_rows;
};

} // namespace lw::items
