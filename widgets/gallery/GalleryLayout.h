// SPDX-License-Identifier: GPL-3.0-or-later
//! Where rows of the gallery lie: pure arithmetic, 64 bits wide.
#pragma once

#include "widgets/gallery/RowRanges.h"

#include <QRect>
#include <QSize>

#include <vector>

namespace lw::gallery {

enum class ViewMode { Grid, List };

/// Content coordinates run down from 0 and may exceed 32 bits; viewport coordinates are content minus the offset.
class GalleryLayout {
public:
    struct Metrics {
        ViewMode mode = ViewMode::Grid;
        QSize cell;     ///< size of a grid cell, or height of a list row
        int gap = 8;    ///< between cells and around them
        int header = 0; ///< height of the column titles of the list, which do not scroll
        QSize viewport;
        int count = 0;
    };

    void setMetrics(const Metrics& metrics);
    /// Sections begin at these rows (ascending, the first is 0), each on a new line beneath a title of `titleHeight`.
    /// Empty: no sections.
    void setSections(const std::vector<int>& firstRows, int titleHeight);
    [[nodiscard]] bool hasSections() const { return m_titleHeight > 0; }
    [[nodiscard]] const Metrics& metrics() const { return m_metrics; }
    [[nodiscard]] ViewMode mode() const { return m_metrics.mode; }
    [[nodiscard]] int columns() const { return m_columns; }
    /// Lines that fit into the viewport, at least 1.
    [[nodiscard]] int linesPerPage() const;
    [[nodiscard]] qint64 contentHeight() const;
    [[nodiscard]] qint64 maximumOffset() const;
    /// Place in viewport coordinates when `offset` pixels of content are above it. Clamped to int for far rows.
    [[nodiscard]] QRect rect(int row, qint64 offset) const;
    /// -1 between the cells and below the last.
    [[nodiscard]] int rowAt(const QPoint& position, qint64 offset) const;
    /// Rows that are visible at least in part; {0, -1} when none.
    [[nodiscard]] RowRange visible(qint64 offset) const;
    /// Rows whose cells meet a rectangle given by x in viewport and y in content coordinates, as one range per line.
    [[nodiscard]] RowRanges rowsIn(int left, int right, qint64 top, qint64 bottom) const;
    /// Sections whose titles are visible at least in part; {0, -1} when none.
    [[nodiscard]] RowRange visibleSections(qint64 offset) const;
    /// Place of a section's title in viewport coordinates.
    [[nodiscard]] QRect sectionRect(int section, qint64 offset) const;
    /// The row `lines` further down (or up), in the same column where there is one; beyond the ends the last row, or
    /// the first line.
    [[nodiscard]] int rowBeside(int row, int lines) const;
    /// The offset at which the line of `row` is at the top; may exceed maximumOffset().
    [[nodiscard]] qint64 offsetOf(int row) const;
    /// The offset nearest to `offset` at which `row` is wholly visible.
    [[nodiscard]] qint64 offsetToShow(int row, qint64 offset) const;

private:
    [[nodiscard]] qint64 lineTop(qint64 line) const;
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] int margin() const { return mode() == ViewMode::Grid ? m_metrics.gap : 0; }
    [[nodiscard]] qint64 lineCount() const;
    [[nodiscard]] size_t sectionOfLine(qint64 line) const;
    [[nodiscard]] size_t sectionOfRow(int row) const;
    [[nodiscard]] qint64 lineOf(int row) const;
    [[nodiscard]] int columnOf(int row) const;
    [[nodiscard]] RowRange rowsOfLine(qint64 line) const;
    /// Height of the title right above a line, 0 for most.
    [[nodiscard]] int titleAbove(qint64 line) const;
    void countLines();

    Metrics m_metrics;
    std::vector<int> m_firstRows = {0};     ///< of the sections; one section when there are none
    std::vector<qint64> m_firstLines = {0}; ///< of the sections
    int m_titleHeight = 0;
    int m_columns = 1;
    int m_stretch = 0; ///< left over width, shared between the columns
};

} // namespace lw::gallery
