// SPDX-License-Identifier: GPL-3.0-or-later
//! Breaks a row of layout items into as many rows as the width asks for.
#include "widgets/common/FlowLayout.h"

#include <QStyle>
#include <QWidget>

namespace lw::common {

FlowLayout::FlowLayout(QWidget* parent, int horizontalGap, int verticalGap)
    : QLayout(parent), m_horizontalGap(horizontalGap), m_verticalGap(verticalGap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

int FlowLayout::count() const
{
    return int(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return m_items.value(index, nullptr);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

Qt::Orientations FlowLayout::expandingDirections() const
{
    return {};
}

bool FlowLayout::hasHeightForWidth() const
{
    return true;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

QSize FlowLayout::sizeHint() const
{
    return minimumSize();
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool apply) const
{
    const QRect area = rect.marginsRemoved(contentsMargins());
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    QList<std::pair<QLayoutItem*, QRect>> row;
    int x = area.left();
    int y = area.top();
    int rowHeight = 0;

    const auto finishRow = [&] {
        for (const auto& [item, place] : std::as_const(row)) {
            const QRect centred = place.translated(0, (rowHeight - place.height()) / 2);
            if (apply)
                item->setGeometry(QStyle::visualRect(direction, area, centred));
        }
        row.clear();
    };

    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        // A single item wider than the row is squeezed, so that it elides instead of being cut off.
        const QSize hint =
            item->sizeHint().boundedTo(QSize(qMax(area.width(), item->minimumSize().width()), QWIDGETSIZE_MAX));
        if (!row.isEmpty() && x + hint.width() > area.right() + 1) {
            finishRow();
            x = area.left();
            y += rowHeight + m_verticalGap;
            rowHeight = 0;
        }
        row.append({item, QRect(QPoint(x, y), hint)});
        x += hint.width() + m_horizontalGap;
        rowHeight = qMax(rowHeight, hint.height());
    }
    finishRow();
    return y + rowHeight - rect.top() + contentsMargins().bottom();
}

} // namespace lw::common
