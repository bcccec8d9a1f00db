// SPDX-License-Identifier: GPL-3.0-or-later
//! The table of jobs, states as badges, progress as bars.
#pragma once

#include "models/domain/EngineJob.h"
#include "widgets/common/Badge.h"

#include <QStyledItemDelegate>
#include <QTreeView>

namespace lw::items {
class JobFilterModel;
} // namespace lw::items

namespace lw::panels {

/// The colour of a job's state.
[[nodiscard]] common::BadgeKind badgeOf(domain::EngineJobState state);

/// Rows can be selected together; Enter or a double click opens one. GUI thread only.
class JobTable final : public QTreeView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobTable)

public:
    /// `jobs` must outlive it.
    explicit JobTable(items::JobFilterModel& jobs, QWidget* parent = nullptr);

    /// In the order of the rows.
    [[nodiscard]] QStringList selectedIds() const;
    void select(const QStringList& ids);

Q_SIGNALS:
    void openRequested(const QString& id);
    void selectionMoved();
    void menuRequested(const QPoint& globalPosition);

protected:
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
};

/// Paints the column of states.
class JobStateDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace lw::panels
