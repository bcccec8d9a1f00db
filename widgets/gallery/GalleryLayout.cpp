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
    countLines();
}

void GalleryLayout::setSections(const std::vector<int>& firstRows, int titleHeight)
{
    m_firstRows = firstRows.empty() ? std::vector<int>{0} : firstRows;
    m_titleHeight = firstRows.empty() ? 0 : titleHeight;
    countLines();
}

void GalleryLayout::countLines()
{
    m_firstLines.resize(m_firstRows.size());
    qint64 line = 0;
    for (size_t section = 0; section < m_firstRows.size(); ++section) {
        m_firstLines[section] = line;
        const int end = section + 1 < m_firstRows.size() ? m_firstRows[section + 1] : m_metrics.count;
        line += (static_cast<qint64>(end) - m_firstRows[section] + m_columns - 1) / m_columns;
    }
}

qint64 GalleryLayout::lineCount() const
{
    const qint64 rows = static_cast<qint64>(m_metrics.count) - m_firstRows.back();
    return m_firstLines.back() + (rows + m_columns - 1) / m_columns;
}

size_t GalleryLayout::sectionOfLine(qint64 line) const
{
    return size_t(std::upper_bound(m_firstLines.begin() + 1, m_firstLines.end(), line) - m_firstLines.begin()) - 1;
}

size_t GalleryLayout::sectionOfRow(int row) const
{
    return size_t(std::upper_bound(m_firstRows.begin() + 1, m_firstRows.end(), row) - m_firstRows.begin()) - 1;
}

qint64 GalleryLayout::lineOf(int row) const
{
    const size_t section = sectionOfRow(row);
    return m_firstLines[section] + (row - m_firstRows[section]) / m_columns;
}

int GalleryLayout::columnOf(int row) const
{
    return (row - m_firstRows[sectionOfRow(row)]) % m_columns;
}

RowRange GalleryLayout::rowsOfLine(qint64 line) const
{
    const size_t section = sectionOfLine(line);
    const qint64 end = section + 1 < m_firstRows.size() ? m_firstRows[section + 1] : m_metrics.count;
    const qint64 first = m_firstRows[section] + (line - m_firstLines[section]) * m_columns;
    return {static_cast<int>(first), static_cast<int>(std::min(first + m_columns, end) - 1)};
}

int GalleryLayout::titleAbove(qint64 line) const
{
    return m_firstLines[sectionOfLine(line)] == line ? m_titleHeight : 0;
}

int GalleryLayout::lineHeight() const
{
    return m_metrics.cell.height() + margin();
}

qint64 GalleryLayout::lineTop(qint64 line) const
{
    return line * lineHeight() + margin() + qint64(sectionOfLine(line) + 1) * m_titleHeight;
}

int GalleryLayout::linesPerPage() const
{
    return std::max(1, (m_metrics.viewport.height() - m_metrics.header) / std::max(1, lineHeight()));
}

qint64 GalleryLayout::contentHeight() const
{
    return m_metrics.count == 0 ? 0 : lineTop(lineCount() - 1) + lineHeight();
}

qint64 GalleryLayout::maximumOffset() const
{
    return std::max<qint64>(0, contentHeight() - (m_metrics.viewport.height() - m_metrics.header));
}

QRect GalleryLayout::rect(int row, qint64 offset) const
{
    const int top = clampedToInt(lineTop(lineOf(row)) - offset + m_metrics.header);
    if (mode() == ViewMode::List) {
        return {0, top, m_metrics.viewport.width(), m_metrics.cell.height()};
    }
    const int width = m_metrics.cell.width() + m_stretch;
    return {m_metrics.gap + columnOf(row) * (width + m_metrics.gap), top, width, m_metrics.cell.height()};
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
    // The gap belongs to no cell: a line counts when its cells, not its gap, are met.
    qint64 fromLine = 0;
    for (qint64 end = lineCount(); fromLine < end;) {
        const qint64 middle = fromLine + (end - fromLine) / 2;
        const bool isAbove = lineTop(middle) + m_metrics.cell.height() <= top;
        (isAbove ? fromLine : end) = isAbove ? middle + 1 : middle;
    }
    int firstColumn = 0;
    int lastColumn = m_columns - 1;
    if (mode() == ViewMode::Grid) {
        const int step = m_metrics.cell.width() + m_stretch + margin();
        firstColumn = std::max(0, left) / step;
        lastColumn = right < margin() ? -1 : std::min(m_columns - 1, (right - margin()) / step);
        while (firstColumn <= lastColumn && left > firstColumn * step + step - 1) {
            ++firstColumn;
        }
    }
    if (firstColumn > lastColumn) {
        return rows;
    }
    const qint64 lines = lineCount();
    for (qint64 line = fromLine; line < lines && lineTop(line) <= bottom; ++line) {
        const RowRange all = rowsOfLine(line);
        if (all.first + firstColumn <= all.last) {
            rows.add(all.first + firstColumn, std::min(all.first + lastColumn, all.last));
        }
    }
    return rows;
}

RowRange GalleryLayout::visibleSections(qint64 offset) const
{
    const RowRange rows = visible(offset);
    if (!hasSections() || m_metrics.count == 0) {
        return {};
    }
    // A title alone may peep in below the last line.
    const int first = rows.last < rows.first ? 0 : static_cast<int>(sectionOfRow(rows.first));
    int last = rows.last < rows.first ? 0 : static_cast<int>(sectionOfRow(rows.last));
    const int end = static_cast<int>(m_firstRows.size()) - 1;
    while (last < end && sectionRect(last + 1, offset).top() < m_metrics.viewport.height()) {
        ++last;
    }
    return {first, last};
}

QRect GalleryLayout::sectionRect(int section, qint64 offset) const
{
    const qint64 top = lineTop(m_firstLines[size_t(section)]) - m_titleHeight;
    return {0, clampedToInt(top - offset + m_metrics.header), m_metrics.viewport.width(), m_titleHeight};
}

int GalleryLayout::rowBeside(int row, int lines) const
{
    const qint64 line = lineOf(row) + lines;
    if (line >= lineCount()) {
        // From the last but one line into a shorter last one, and no further.
        return lineOf(row) + 1 == lineCount() && lines == 1 ? row : m_metrics.count - 1;
    }
    const RowRange all = rowsOfLine(std::max<qint64>(0, line));
    return std::min(all.first + columnOf(row), all.last);
}

qint64 GalleryLayout::offsetOf(int row) const
{
    const qint64 line = lineOf(row);
    return lineTop(line) - margin() - titleAbove(line);
}

qint64 GalleryLayout::offsetToShow(int row, qint64 offset) const
{
    const qint64 line = lineOf(row);
    const int height = m_metrics.viewport.height() - m_metrics.header;
    const qint64 lowest = lineTop(line) - margin() - titleAbove(line);
    const qint64 highest = lineTop(line) + m_metrics.cell.height() + margin() - height;
    // A cell higher than the viewport shows its top.
    return std::clamp<qint64>(offset > lowest ? lowest : std::max(offset, std::min(highest, lowest)), 0,
                              maximumOffset());
}

} // namespace lw::gallery
