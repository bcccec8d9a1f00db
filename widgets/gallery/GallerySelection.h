// SPDX-License-Identifier: GPL-3.0-or-later
//! Which rows of the gallery are selected, which has the focus and where a range began.
#pragma once

#include "widgets/gallery/RowRanges.h"

#include <Qt>

namespace lw::gallery {

/// Follows the habits of file managers. Plain rows, no widget.
class GallerySelection {
public:
    [[nodiscard]] qint64 count() const { return m_rows.count(); }
    [[nodiscard]] bool contains(int row) const { return m_rows.contains(row); }
    [[nodiscard]] const RowRanges& rows() const { return m_rows; }
    /// -1 when the list is empty.
    [[nodiscard]] int current() const { return m_current; }

    void setRows(const RowRanges& rows) { m_rows = rows; }
    /// A click on `row`: plain selects it alone, Ctrl toggles it, Shift selects from the anchor, both add that range.
    void click(int row, Qt::KeyboardModifiers modifiers);
    /// The focus moves by key: plain selects, Shift extends, Ctrl only moves.
    void move(int row, Qt::KeyboardModifiers modifiers);
    void toggleCurrent();
    void selectOnly(int row);
    void selectAll(int count);
    void invert(int count);
    void clear() { m_rows.clear(); }
    void setCurrent(int row) { m_current = row; }
    void setAnchor(int row) { m_anchor = row; }

    void rowsInserted(int first, int count);
    /// `remaining` is the number of rows afterwards.
    void rowsRemoved(int first, int last, int remaining);

private:
    RowRanges m_rows;
    int m_current = -1;
    int m_anchor = -1;
};

} // namespace lw::gallery
