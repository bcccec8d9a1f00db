// SPDX-License-Identifier: GPL-3.0-or-later
//! The labels of a dataset as rows: colour, name, shortcut, counts, hidden and locked.
#pragma once

#include "models/core/Result.h"
#include "models/domain/Label.h"

#include <QAbstractTableModel>

#include <vector>

namespace lw::document {
class LabelSet;
}

namespace lw::items {

/// Edits of colour, shortcut, hidden, locked and order go to the label set at once. A new name is only asked for by
/// renameRequested(), because renaming may merge labels and touches all samples. GUI thread only.
class LabelListModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabelListModel)

public:
    enum Column {
        NameColumn,
        ShortcutColumn,
        SamplesColumn,
        AnnotationsColumn,
        HiddenColumn,
        LockedColumn,
        kColumnCount
    };
    enum Role {
        IdRole = Qt::UserRole + 1, ///< qint64
        ColourRole,                ///< QColor, settable
        ShortcutRole,              ///< QString, portable text, settable
        SamplesRole,
        AnnotationsRole,
        HiddenRole, ///< bool, settable
        LockedRole, ///< bool, settable
    };

    explicit LabelListModel(document::LabelSet& labels, QObject* parent = nullptr);
    ~LabelListModel() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

    /// An invalid id when there is no such row.
    [[nodiscard]] domain::LabelId idAt(int row) const;
    [[nodiscard]] int rowOf(domain::LabelId id) const;
    /// Places the label of row `from` before row `to` (0 to rowCount()) and numbers the set anew.
    void moveLabel(int from, int to);

Q_SIGNALS:
    void renameRequested(lw::domain::LabelId id, const QString& name);
    /// The label set refused an edit; the row shows the old value again.
    void editFailed(const lw::core::Error& error);

private:
    void reload();
    bool write(const domain::Label& label);
    void finishMove(const core::Result<>& result);
    [[nodiscard]] QVariant textOf(const domain::Label& label, int column) const;
    [[nodiscard]] QVariant tipOf(const domain::Label& label, int column) const;

    document::LabelSet& m_set;
    std::vector<domain::Label> m_labels;
    int m_pendingMoves = 0;
    bool m_isReordering = false;
};

} // namespace lw::items
