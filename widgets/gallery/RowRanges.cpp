// SPDX-License-Identifier: GPL-3.0-or-later
//! Joins, splits and shifts ranges of rows.
#include "widgets/gallery/RowRanges.h"

#include <algorithm>

namespace lw::gallery {

namespace {

/// The first range that ends at or after `row`.
auto rangeFrom(auto& ranges, int row)
{
    return std::lower_bound(ranges.begin(), ranges.end(), row,
                            [](const RowRange& range, int value) { return range.last < value; });
}

} // namespace

qint64 RowRanges::count() const
{
    qint64 sum = 0;
    for (const RowRange& range : m_ranges) {
        sum += range.last - range.first + 1;
    }
    return sum;
}

bool RowRanges::contains(int row) const
{
    const auto range = rangeFrom(m_ranges, row);
    return range != m_ranges.end() && range->first <= row;
}

void RowRanges::add(int first, int last)
{
    if (first > last) {
        return;
    }
    // Everything that overlaps or touches melts into one.
    const auto begin = rangeFrom(m_ranges, first - 1);
    auto end = begin;
    while (end != m_ranges.end() && end->first <= last + 1) {
        first = std::min(first, end->first);
        last = std::max(last, end->last);
        ++end;
    }
    m_ranges.insert(m_ranges.erase(begin, end), {first, last});
}

void RowRanges::remove(int first, int last)
{
    if (first > last) {
        return;
    }
    const auto begin = rangeFrom(m_ranges, first);
    auto end = begin;
    std::vector<RowRange> kept;
    while (end != m_ranges.end() && end->first <= last) {
        if (end->first < first) {
            kept.push_back({end->first, first - 1});
        }
        if (end->last > last) {
            kept.push_back({last + 1, end->last});
        }
        ++end;
    }
    m_ranges.insert(m_ranges.erase(begin, end), kept.begin(), kept.end());
}

void RowRanges::toggle(int row)
{
    if (contains(row)) {
        remove(row, row);
    } else {
        add(row, row);
    }
}

void RowRanges::insertRows(int first, int count)
{
    std::vector<RowRange> shifted;
    for (const RowRange& range : m_ranges) {
        if (range.last < first) {
            shifted.push_back(range);
        } else if (range.first >= first) {
            shifted.push_back({range.first + count, range.last + count});
        } else {
            shifted.push_back({range.first, first - 1});
            shifted.push_back({first + count, range.last + count});
        }
    }
    m_ranges = std::move(shifted);
}

void RowRanges::removeRows(int first, int last)
{
    remove(first, last);
    const int count = last - first + 1;
    std::vector<RowRange> kept = std::move(m_ranges);
    m_ranges.clear();
    for (const RowRange& range : kept) {
        const int shift = range.first > last ? count : 0;
        add(range.first - shift, range.last - shift);
    }
}

} // namespace lw::gallery
