// SPDX-License-Identifier: GPL-3.0-or-later
//! Cheapest paths over a grid of costs, grown on demand.
#pragma once

#include "engine/vision/Grid.h"

#include <optional>

namespace lw::vision {

/// Dijkstra with 8 neighbours from one start to any number of targets: what was settled for one target is kept for
/// the next, so that a path that follows the cursor costs little. One thread at a time.
class PathFinder {
public:
    /// Cost of entering a cell by a straight step, 1 to kMostCost; a diagonal step costs the square root of 2 as much.
    /// 0 = the cell may not be entered.
    static constexpr int kMostCost = 1000;
    explicit PathFinder(const Grid<uint16_t>& cost);

    [[nodiscard]] QSize size() const { return m_size; }
    /// Forgets the earlier start. `start` is moved into the grid.
    void startAt(QPoint start);
    /// Cells from the start to `target`, both included; nothing if no path leads there or no start was set. `target`
    /// is moved into the grid.
    [[nodiscard]] std::vector<QPoint> pathTo(QPoint target);

private:
    struct Entry {
        uint32_t distance;
        int cell;
    };

    /// Number of the cell at `p`, moved into the grid.
    [[nodiscard]] int cellAt(QPoint p) const;
    void growUntilSettled(int target);
    void enterNeighbours(int cell);

    QSize m_size;
    Grid<uint16_t> m_cost; ///< with a border of closed cells, so that no step leaves it
    std::vector<uint32_t> m_distance;
    std::vector<int8_t> m_cameFrom; ///< index of the step that led into the cell; -1 none
    std::vector<uint8_t> m_isSettled;
    std::vector<std::vector<Entry>> m_buckets; ///< ring by distance
    uint32_t m_front = 0;                      ///< distance now being settled
    size_t m_waiting = 0;                      ///< entries in all buckets
    int m_start = -1;
};

} // namespace lw::vision
