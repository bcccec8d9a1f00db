// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws a label's row: swatch, name, key cap, count, eye, padlock.
#pragma once

#include <QIcon>
#include <QStyledItemDelegate>

namespace lw::panels {

class LabelDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabelDelegate)

public:
    explicit LabelDelegate(QObject* parent = nullptr);

    /// Rows of these label ids carry a bar at their left edge.
    void setMarked(const QList<qint64>& ids) { m_marked = ids; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

private:
    void paintName(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintKey(QPainter* painter, const QStyleOptionViewItem& option, const QString& key) const;
    void paintSymbol(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    QIcon m_shown, m_hidden, m_locked, m_unlocked;
    QList<qint64> m_marked;
};

} // namespace lw::panels
