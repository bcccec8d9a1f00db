// SPDX-License-Identifier: GPL-3.0-or-later
//! A set of row numbers kept as ranges, so that a million selected rows cost nothing.
#pragma once

#include <QtGlobal>

#include <vector>

namespace lw::gallery {

/// Rows `first` to `last`, both included.
struct RowRange {
    int first = 0;
    int last = -1;

    bool operator==(const RowRange&) const = default;
};

/// Sorted, disjoint, never adjacent ranges. Operations cost the number of ranges.
class RowRanges {
public:
    [[nodiscard]] const std::vector<RowRange>& ranges() const { return m_ranges; }
    [[nodiscard]] bool isEmpty() const { return m_ranges.empty(); }
    /// Number of rows. O(ranges).
    [[nodiscard]] qint64 count() const;
    /// O(log ranges).
    [[nodiscard]] bool contains(int row) const;
    void clear() { m_ranges.clear(); }
    void add(int first, int last);
    void remove(int first, int last);
    void toggle(int row);
    /// Rows from `first` on move up by `count`; new rows are not in the set.
    void insertRows(int first, int count);
    /// Rows `first` to `last` go, later ones move down.
    void removeRows(int first, int last);

    bool operator==(const RowRanges&) const = default;

private:
    std::vector<RowRange> m_ranges;
};

} // namespace lw::gallery
