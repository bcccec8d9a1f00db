// SPDX-License-Identifier: GPL-3.0-or-later
//! Assignment of points to objects; runs in the threads that prepare the batches.
#include "engine/learn/train/DetectorTargets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace lw::learn {

namespace {

/// One of the three grids. Sizes of objects are roots of areas in pixels.
struct Grid {
    int stride;
    float least;
    float most;
};

constexpr std::array<Grid, 3> kGrids = {{{8, 0, 56}, {16, 40, 140}, {32, 100, 1e9F}}};

class Assigner {
public:
    Assigner(int width, int height) : m_width(width), m_height(height)
    {
        std::size_t sum = 0;
        for (std::size_t i = 0; i < kGrids.size(); ++i) {
            m_starts[i] = sum;
            sum += std::size_t(width / kGrids[i].stride) * std::size_t(height / kGrids[i].stride);
        }
        m_points.assign(sum, -1);
    }

    void add(const TargetBox& box, std::int32_t number)
    {
        const float size = std::sqrt(std::max(box.width() * box.height(), 0.0F));
        bool isSeen = false;
        for (std::size_t i = 0; i < kGrids.size(); ++i) {
            if (size >= kGrids[i].least && size <= kGrids[i].most) {
                isSeen = addTo(i, box, number) || isSeen;
            }
        }
        if (!isSeen) {
            const std::size_t grid = size < 48 ? 0 : size < 120 ? 1 : 2;
            const int stride = kGrids[grid].stride;
            const int x = std::clamp(int((box.left + box.right) / 2 / float(stride)), 0, m_width / stride - 1);
            const int y = std::clamp(int((box.top + box.bottom) / 2 / float(stride)), 0, m_height / stride - 1);
            m_points[indexOf(grid, x, y)] = number;
        }
    }

    std::vector<std::int32_t> take() { return std::move(m_points); }

private:
    std::size_t indexOf(std::size_t grid, int x, int y) const
    {
        return m_starts[grid] + std::size_t(y) * std::size_t(m_width / kGrids[grid].stride) + std::size_t(x);
    }

    /// Columns (or rows) of a grid whose centres lie in (least, most).
    struct Span {
        int first;
        int last;
    };
    static Span spanOf(float least, float most, int stride, int count)
    {
        const int first = int(std::floor(least / float(stride) - 0.5F)) + 1;
        const int last = int(std::ceil(most / float(stride) - 0.5F)) - 1;
        return {std::max(first, 0), std::min(last, count - 1)};
    }

    bool addTo(std::size_t grid, const TargetBox& box, std::int32_t number)
    {
        const int stride = kGrids[grid].stride;
        const float reach = 1.5F * float(stride);
        const float x = (box.left + box.right) / 2;
        const float y = (box.top + box.bottom) / 2;
        const Span columns =
            spanOf(std::max(box.left, x - reach), std::min(box.right, x + reach), stride, m_width / stride);
        const Span rows =
            spanOf(std::max(box.top, y - reach), std::min(box.bottom, y + reach), stride, m_height / stride);
        for (int row = rows.first; row <= rows.last; ++row) {
            for (int column = columns.first; column <= columns.last; ++column) {
                m_points[indexOf(grid, column, row)] = number;
            }
        }
        return rows.first <= rows.last && columns.first <= columns.last;
    }

    int m_width;
    int m_height;
    std::array<std::size_t, 3> m_starts = {};
    std::vector<std::int32_t> m_points;
};

} // namespace

std::vector<std::int32_t> assignPoints(const std::vector<TargetBox>& boxes, int width, int height)
{
    std::vector<std::int32_t> order(boxes.size());
    std::iota(order.begin(), order.end(), 0);
    const auto area = [&](std::int32_t i) { return boxes[std::size_t(i)].width() * boxes[std::size_t(i)].height(); };
    std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) { return area(a) > area(b); });
    Assigner assigner(width, height);
    for (const std::int32_t number : order) { // the smallest come last and stay
        assigner.add(boxes[std::size_t(number)], number);
    }
    return assigner.take();
}

} // namespace lw::learn
