// SPDX-License-Identifier: GPL-3.0-or-later
//! Paints a version's row: its point, name, time and counts.
#include "widgets/panels/VersionDelegate.h"

#include "models/items/VersionListModel.h"
#include "widgets/common/Theme.h"

#include <QLocale>
#include <QPainter>

namespace lw::panels {

using items::VersionListModel;

namespace {

constexpr int kRowHeight = 60;
constexpr int kLineX = 20;
constexpr int kTextX = 40;

void paintPill(QPainter* painter, QRect& room, const QString& text, const QColor& ink)
{
    QFont font = painter->font();
    font.setPixelSize(11);
    const int width = QFontMetrics(font).horizontalAdvance(text) + 14;
    const QRectF pill(room.left(), room.center().y() - 8, width, 18);
    painter->save();
    painter->setFont(font);
    painter->setPen(Qt::NoPen);
    painter->setBrush(common::blended(common::colours().surface, ink, 0.16));
    painter->drawRoundedRect(pill, 9, 9);
    painter->setPen(ink);
    painter->drawText(pill, Qt::AlignCenter, text);
    painter->restore();
    room.setLeft(room.left() + width + 6);
}

} // namespace

QSize VersionDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, kRowHeight};
}

void VersionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const common::ThemeColours& colours = common::colours();
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool isCurrent = index.data(VersionListModel::IsCurrentRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isSelected || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(isSelected ? colours.selection : colours.hover);
        painter->drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), common::kRadius, common::kRadius);
    }
    const QPointF point(option.rect.left() + kLineX, option.rect.top() + 20);
    painter->setPen(QPen(colours.border, 2));
    const bool isFirst = index.row() == 0;
    const bool isLast = index.row() + 1 == index.model()->rowCount();
    painter->drawLine(QPointF(point.x(), isFirst ? point.y() : option.rect.top()),
                      QPointF(point.x(), isLast ? point.y() : option.rect.bottom() + 1));
    painter->setPen(QPen(isCurrent ? colours.accent : colours.textMuted, 2));
    painter->setBrush(isCurrent ? colours.accent : colours.surface);
    painter->drawEllipse(point, 5, 5);
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    painter->setFont(bold);
    painter->setPen(colours.text);
    QRect first(option.rect.left() + kTextX, option.rect.top() + 8, option.rect.width() - kTextX - 10, 24);
    const QString name = QFontMetrics(bold).elidedText(index.data().toString(), Qt::ElideRight, first.width() - 90);
    painter->drawText(first, Qt::AlignVCenter | Qt::AlignLeft, name);
    first.setLeft(first.left() + QFontMetrics(bold).horizontalAdvance(name) + 10);
    if (isCurrent) {
        paintPill(painter, first, tr("current"), colours.accent);
    }
    if (index.data(VersionListModel::IsDraftRole).toBool()) {
        paintPill(painter, first, tr("draft"), colours.warning);
    }
    painter->setFont(option.font);
    painter->setPen(colours.textMuted);
    const QRect second(option.rect.left() + kTextX, option.rect.top() + 30, option.rect.width() - kTextX - 10, 22);
    //: a version in the list: time of publishing, number of samples
    const QString facts =
        tr("%1 · %Ln samples", nullptr, index.siblingAtColumn(VersionListModel::SamplesColumn).data().toInt())
            .arg(index.siblingAtColumn(VersionListModel::CreatedColumn).data().toString());
    painter->drawText(second, Qt::AlignVCenter | Qt::AlignLeft,
                      option.fontMetrics.elidedText(facts, Qt::ElideRight, second.width()));
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(colours.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(2.5, 1.5, -2.5, -1.5), common::kRadius, common::kRadius);
    }
    painter->restore();
}

} // namespace lw::panels
