// SPDX-License-Identifier: GPL-3.0-or-later
//! Applies clicks and keys to a set of rows.
#include "widgets/gallery/GallerySelection.h"

#include <algorithm>

namespace lw::gallery {

void GallerySelection::click(int row, Qt::KeyboardModifiers modifiers)
{
    if (modifiers & Qt::ShiftModifier) {
        if (!(modifiers & Qt::ControlModifier)) {
            m_rows.clear();
        }
        const int anchor = m_anchor < 0 ? row : m_anchor;
        m_rows.add(std::min(anchor, row), std::max(anchor, row));
        m_anchor = anchor;
    } else {
        if (modifiers & Qt::ControlModifier) {
            m_rows.toggle(row);
        } else {
            m_rows.clear();
            m_rows.add(row, row);
        }
        m_anchor = row;
    }
    m_current = row;
}

void GallerySelection::move(int row, Qt::KeyboardModifiers modifiers)
{
    if ((modifiers & Qt::ControlModifier) && !(modifiers & Qt::ShiftModifier)) {
        m_current = row;
    } else {
        click(row, modifiers & Qt::ShiftModifier);
    }
}

void GallerySelection::toggleCurrent()
{
    if (m_current >= 0) {
        click(m_current, Qt::ControlModifier);
    }
}

void GallerySelection::selectOnly(int row)
{
    click(row, Qt::NoModifier);
}

void GallerySelection::selectAll(int count)
{
    m_rows.clear();
    m_rows.add(0, count - 1);
}

void GallerySelection::invert(int count)
{
    RowRanges inverted;
    inverted.add(0, count - 1);
    for (const RowRange& range : m_rows.ranges()) {
        inverted.remove(range.first, range.last);
    }
    m_rows = inverted;
}

void GallerySelection::rowsInserted(int first, int count)
{
    m_rows.insertRows(first, count);
    m_current += m_current >= first ? count : 0;
    m_anchor += m_anchor >= first ? count : 0;
}

void GallerySelection::rowsRemoved(int first, int last, int remaining)
{
    m_rows.removeRows(first, last);
    const auto moved = [&](int row) {
        const int shifted = row > last ? row - (last - first + 1) : row >= first ? first : row;
        return std::min(shifted, remaining - 1);
    };
    m_current = moved(m_current);
    m_anchor = moved(m_anchor);
}

} // namespace lw::gallery
