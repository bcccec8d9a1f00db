// SPDX-License-Identifier: GPL-3.0-or-later
//! Paints the cells of the label list.
#include "widgets/panels/LabelDelegate.h"

#include "models/items/LabelListModel.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QKeySequence>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>

namespace lw::panels {

using items::LabelListModel;

namespace {

constexpr int kRowHeight = 32;
constexpr int kSwatch = 14;
constexpr int kNameLeft = 10 + kSwatch + 8;
constexpr int kTick = 16;
constexpr int kTickLeft = 8;

} // namespace

LabelDelegate::LabelDelegate(QObject* parent)
    : QStyledItemDelegate(parent), m_tick(common::icon(QStringLiteral("check"), common::colours().accentText)),
      m_shown(common::icon(QStringLiteral("show"))),
      m_hidden(common::icon(QStringLiteral("hide"))), m_locked(common::icon(QStringLiteral("lock"))),
      m_unlocked(common::icon(QStringLiteral("unlock")))
{
}

QSize LabelDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {40, kRowHeight};
}

void LabelDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const common::ThemeColours& colours = common::colours();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isHovered = option.state & QStyle::State_MouseOver;
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, colours.selection);
    } else if (isHovered) {
        painter->fillRect(option.rect, colours.hover);
    }
    painter->setFont(option.font);
    switch (index.column()) {
    case LabelListModel::NameColumn:
        paintName(painter, option, index);
        break;
    case LabelListModel::ShortcutColumn:
        paintKey(painter, option,
                 m_keys.value(index.data(LabelListModel::IdRole).toLongLong(),
                              index.data(LabelListModel::ShortcutRole).toString()));
        break;
    case LabelListModel::HiddenColumn:
    case LabelListModel::LockedColumn:
        paintSymbol(painter, option, index);
        break;
    default:
        painter->setPen(colours.textMuted);
        painter->drawText(option.rect.adjusted(0, 0, -6, 0), Qt::AlignRight | Qt::AlignVCenter,
                          countText(index));
    }
    painter->restore();
}

void LabelDelegate::paintName(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const common::ThemeColours& colours = common::colours();
    const bool isHidden = index.data(LabelListModel::HiddenRole).toBool();
    if (m_marked.contains(index.data(LabelListModel::IdRole).toLongLong())) {
        painter->fillRect(QRect(option.rect.left(), option.rect.top() + 4, 3, option.rect.height() - 8),
                          colours.accent);
    }
    const QColor colour = index.data(LabelListModel::ColourRole).value<QColor>();
    const int shift = m_isAssigning ? kTickLeft + kTick : 0;
    if (m_isAssigning) {
        paintTick(painter, option.rect, index.data(LabelListModel::IdRole).toLongLong());
    }
    const QRectF swatch(option.rect.left() + shift + 10.5, option.rect.center().y() - kSwatch / 2 + 0.5, kSwatch - 1,
                        kSwatch - 1);
    painter->setPen(QPen(common::blended(colour, colours.text, 0.25), 1));
    painter->setBrush(isHidden ? QBrush() : QBrush(colour));
    painter->drawRoundedRect(swatch, 3, 3);
    painter->setPen(isHidden ? colours.textMuted : colours.text);
    const QRect text = option.rect.adjusted(kNameLeft + shift, 0, -4, 0);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, text.width()));
}

void LabelDelegate::setUse(qint64 chosen, const QHash<qint64, qint64>& counts)
{
    m_chosen = chosen;
    m_use = counts;
}

QString LabelDelegate::useText(qint64 count, qint64 chosen)
{
    //: how many of the chosen samples have a label
    return count > 0 ? tr("%L1 of %L2").arg(count).arg(chosen) : QString();
}

QString LabelDelegate::countText(const QModelIndex& index) const
{
    if (!m_isAssigning || m_chosen == 0) {
        return QLocale().toString(index.data().toLongLong());
    }
    return m_chosen == 1 ? QString() : useText(m_use.value(index.data(LabelListModel::IdRole).toLongLong()), m_chosen);
}

void LabelDelegate::paintTick(QPainter* painter, const QRect& cell, qint64 label) const
{
    const common::ThemeColours& colours = common::colours();
    const QRect box(cell.left() + kTickLeft, cell.center().y() - kTick / 2 + 1, kTick, kTick);
    const qint64 count = m_use.value(label);
    const bool isAll = m_chosen > 0 && count == m_chosen;
    painter->setPen(count > 0 ? colours.accent : colours.border);
    painter->setBrush(isAll ? QBrush(colours.accent) : QBrush(colours.surface));
    painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (isAll) {
        m_tick.paint(painter, box.adjusted(2, 2, -2, -2));
    } else if (count > 0) {
        painter->fillRect(QRect(box.left() + 4, box.center().y(), kTick - 8, 2), colours.accent);
    }
}

void LabelDelegate::paintKey(QPainter* painter, const QStyleOptionViewItem& option, const QString& key) const
{
    if (key.isEmpty()) {
        return;
    }
    const common::ThemeColours& colours = common::colours();
    QFont font = option.font;
    font.setPixelSize(11);
    const QFontMetrics metrics(font);
    const QString text = QKeySequence::fromString(key, QKeySequence::PortableText).toString(QKeySequence::NativeText);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, option.rect.width() - 12);
    const int width = qMax(18, metrics.horizontalAdvance(shown) + 10);
    const QRectF cap(option.rect.right() - width - 1.5, option.rect.center().y() - 8.5, width, 18);
    painter->setPen(colours.border);
    painter->setBrush(colours.raised);
    painter->drawRoundedRect(cap, 4, 4);
    painter->setFont(font);
    painter->setPen(colours.textMuted);
    painter->drawText(cap, Qt::AlignCenter, shown);
}

void LabelDelegate::paintSymbol(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool isEye = index.column() == LabelListModel::HiddenColumn;
    const bool isOn = index.data(isEye ? LabelListModel::HiddenRole : LabelListModel::LockedRole).toBool();
    // What is as usual stays quiet until the mouse is on the row.
    const bool isHovered = option.state & QStyle::State_MouseOver;
    painter->setOpacity(isOn ? 1.0 : isHovered ? 0.7 : 0.3);
    const QIcon& icon = isEye ? (isOn ? m_hidden : m_shown) : (isOn ? m_locked : m_unlocked);
    icon.paint(painter, QRect(option.rect.center() - QPoint(8, 8), QSize(16, 16)));
}

QWidget* LabelDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                     const QModelIndex& index) const
{
    QWidget* editor = QStyledItemDelegate::createEditor(parent, option, index);
    if (auto* edit = qobject_cast<QLineEdit*>(editor)) {
        edit->setMaxLength(32);
        edit->setObjectName(QStringLiteral("renameLabel"));
        edit->setAccessibleName(tr("New name"));
    }
    return editor;
}

void LabelDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int shift = m_isAssigning ? kTickLeft + kTick : 0;
    editor->setGeometry(option.rect.adjusted(kNameLeft + shift - 6, 2, 0, -2));
}

} // namespace lw::panels
