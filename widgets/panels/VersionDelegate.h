// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws versions as points on a line of time.
#pragma once

#include <QStyledItemDelegate>

namespace lw::panels {

class VersionDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VersionDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace lw::panels
