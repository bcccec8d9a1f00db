// SPDX-License-Identifier: GPL-3.0-or-later
//! A small picture of one value per pixel.
#pragma once

#include <QPoint>
#include <QSize>

#include <cstdint>
#include <vector>

namespace lw::vision {

/// Values of `width` x `height` cells, row by row without gaps.
template <typename T> struct Grid {
    int width = 0;
    int height = 0;
    std::vector<T> cells;

    Grid() = default;
    Grid(int columns, int rows, T value = {}) : width(columns), height(rows), cells(size_t(columns) * rows, value) {}

    [[nodiscard]] bool contains(QPoint p) const { return p.x() >= 0 && p.y() >= 0 && p.x() < width && p.y() < height; }
    [[nodiscard]] bool isEmpty() const { return cells.empty(); }
    [[nodiscard]] T* row(int y) { return cells.data() + size_t(y) * width; }
    [[nodiscard]] const T* row(int y) const { return cells.data() + size_t(y) * width; }
    [[nodiscard]] T& at(int x, int y) { return cells[size_t(y) * width + x]; }
    [[nodiscard]] const T& at(int x, int y) const { return cells[size_t(y) * width + x]; }
    [[nodiscard]] T& at(QPoint p) { return at(p.x(), p.y()); }
    [[nodiscard]] const T& at(QPoint p) const { return at(p.x(), p.y()); }
};

/// 1 inside, 0 outside.
using Region = Grid<uint8_t>;

} // namespace lw::vision
