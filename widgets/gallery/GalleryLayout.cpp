// SPDX-License-Identifier: GPL-3.0-or-later
//! Computes places of cells without touching any of them.
#include "widgets/gallery/GalleryLayout.h"

#include <algorithm>
#include <limits>

namespace lw::gallery {

namespace {

int clampedToInt(qint64 value)
{
    // Half of the range, so that adding a height cannot overflow.
    constexpr qint64 kLimit = std::numeric_limits<int>::max() / 2;
    return static_cast<int>(std::clamp(value, -kLimit, kLimit));
}

} // namespace

void GalleryLayout::setMetrics(const Metrics& metrics)
{
    m_metrics = metrics;
    m_columns = 1;
    m_stretch = 0;
    if (metrics.mode == ViewMode::Grid) {
        const int width = metrics.viewport.width() - metrics.gap;
        m_columns = std::max(1, width / (metrics.cell.width() + metrics.gap));
        m_stretch = std::max(0, width / m_columns - metrics.gap - metrics.cell.width());
    }
}

int GalleryLayout::lineHeight() const
{
    return m_metrics.cell.height() + (mode() == ViewMode::Grid ? m_metrics.gap : 0);
}

qint64 GalleryLayout::lineTop(qint64 line) const
{
    return line * lineHeight() + (mode() == ViewMode::Grid ? m_metrics.gap : 0);
}

int GalleryLayout::linesPerPage() const
{
    return std::max(1, (m_metrics.viewport.height() - m_metrics.header) / std::max(1, lineHeight()));
}

qint64 GalleryLayout::contentHeight() const
{
    const qint64 lines = (static_cast<qint64>(m_metrics.count) + m_columns - 1) / m_columns;
    return lines == 0 ? 0 : lineTop(lines);
}

qint64 GalleryLayout::maximumOffset() const
{
    return std::max<qint64>(0, contentHeight() - (m_metrics.viewport.height() - m_metrics.header));
}

QRect GalleryLayout::rect(int row, qint64 offset) const
{
    const int top = clampedToInt(lineTop(row / m_columns) - offset + m_metrics.header);
    if (mode() == ViewMode::List) {
        return {0, top, m_metrics.viewport.width(), m_metrics.cell.height()};
    }
    const int width = m_metrics.cell.width() + m_stretch;
    return {m_metrics.gap + (row % m_columns) * (width + m_metrics.gap), top, width, m_metrics.cell.height()};
}

int GalleryLayout::rowAt(const QPoint& position, qint64 offset) const
{
    if (position.y() < m_metrics.header || position.x() < 0 || position.x() >= m_metrics.viewport.width()) {
        return -1;
    }
    const RowRanges rows = rowsIn(position.x(), position.x(), position.y() - m_metrics.header + offset,
                                  position.y() - m_metrics.header + offset);
    return rows.isEmpty() ? -1 : rows.ranges().front().first;
}

RowRange GalleryLayout::visible(qint64 offset) const
{
    const RowRanges rows =
        rowsIn(0, m_metrics.viewport.width() - 1, offset, offset + m_metrics.viewport.height() - m_metrics.header - 1);
    return rows.isEmpty() ? RowRange{} : RowRange{rows.ranges().front().first, rows.ranges().back().last};
}

RowRanges GalleryLayout::rowsIn(int left, int right, qint64 top, qint64 bottom) const
{
    RowRanges rows;
    if (m_metrics.count == 0 || lineHeight() <= 0) {
        return rows;
    }
    const qint64 lastLine = (m_metrics.count - 1) / m_columns;
    const int margin = mode() == ViewMode::Grid ? m_metrics.gap : 0;
    // The gap belongs to no cell: a line counts when its cells, not its gap, are met.
    const qint64 fromLine = std::max<qint64>(0, top / lineHeight() - 1);
    int firstColumn = 0;
    int lastColumn = m_columns - 1;
    if (mode() == ViewMode::Grid) {
        const int step = m_metrics.cell.width() + m_stretch + margin;
        firstColumn = std::max(0, left) / step;
        lastColumn = right < margin ? -1 : std::min(m_columns - 1, (right - margin) / step);
        while (firstColumn <= lastColumn && left > margin + firstColumn * step + step - margin - 1) {
            ++firstColumn;
        }
    }
    if (firstColumn > lastColumn) {
        return rows;
    }
    for (qint64 line = fromLine; line <= lastLine && lineTop(line) <= bottom; ++line) {
        if (lineTop(line) + m_metrics.cell.height() <= top) {
            continue;
        }
        const qint64 first = line * m_columns;
        rows.add(static_cast<int>(first + firstColumn),
                 static_cast<int>(std::min<qint64>(first + lastColumn, m_metrics.count - 1)));
    }
    return rows;
}

qint64 GalleryLayout::offsetOf(int row) const
{
    return lineTop(row / m_columns) - (mode() == ViewMode::Grid ? m_metrics.gap : 0);
}

qint64 GalleryLayout::offsetToShow(int row, qint64 offset) const
{
    const qint64 top = lineTop(row / m_columns);
    const int margin = mode() == ViewMode::Grid ? m_metrics.gap : 0;
    const int height = m_metrics.viewport.height() - m_metrics.header;
    const qint64 lowest = top - margin;
    const qint64 highest = top + m_metrics.cell.height() + margin - height;
    // A cell higher than the viewport shows its top.
    return std::clamp<qint64>(offset > lowest ? lowest : std::max(offset, std::min(highest, lowest)), 0,
                              maximumOffset());
}

} // namespace lw::gallery
