// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws a label's row: swatch, name, key cap, count, eye, padlock.
#pragma once

#include <QHash>
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

    /// Draws a tick before each name, and how many of the chosen samples have the label instead of its total.
    void setAssigning(bool isAssigning) { m_isAssigning = isAssigning; }
    /// `counts` by label id: how many of the `chosen` samples have it.
    void setUse(qint64 chosen, const QHash<qint64, qint64>& counts);
    /// By label id, portable text; a label that is not in it shows its own.
    void setKeys(const QHash<qint64, QString>& keys) { m_keys = keys; }
    /// "3 of 12"; empty for none.
    [[nodiscard]] static QString useText(qint64 count, qint64 chosen);

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

    void paintTick(QPainter* painter, const QRect& cell, qint64 label) const;
    [[nodiscard]] QString countText(const QModelIndex& index) const;

    QIcon m_tick;
    bool m_isAssigning = false;
    qint64 m_chosen = 0;
    QHash<qint64, qint64> m_use;
    QHash<qint64, QString> m_keys;
    QIcon m_shown, m_hidden, m_locked, m_unlocked;
    QList<qint64> m_marked;
};

} // namespace lw::panels
