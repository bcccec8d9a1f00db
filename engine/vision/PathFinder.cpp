// SPDX-License-Identifier: GPL-3.0-or-later
//! Dijkstra with a ring of buckets: costs are small whole numbers, so no heap is needed.
#include "engine/vision/PathFinder.h"

#include <algorithm>
#include <array>
#include <limits>

namespace lw::vision {

namespace {

struct Step {
    int dx;
    int dy;
    uint32_t weight; ///< 128 = one straight step
};

constexpr std::array<Step, 8> kSteps = {
    {{1, 0, 128}, {-1, 0, 128}, {0, 1, 128}, {0, -1, 128}, {1, 1, 181}, {1, -1, 181}, {-1, 1, 181}, {-1, -1, 181}}};
constexpr uint32_t kFar = std::numeric_limits<uint32_t>::max();
constexpr size_t kRing = size_t(PathFinder::kMostCost) * 181 / 128 + 2;

} // namespace

PathFinder::PathFinder(const Grid<uint16_t>& cost)
    : m_size(cost.width, cost.height), m_cost(cost.width + 2, cost.height + 2), m_buckets(kRing)
{
    for (int y = 0; y < cost.height; ++y) {
        std::transform(cost.row(y), cost.row(y) + cost.width, m_cost.row(y + 1) + 1,
                       [](uint16_t value) { return uint16_t(std::min<int>(value, kMostCost)); });
    }
}

int PathFinder::cellAt(QPoint p) const
{
    return (std::clamp(p.y(), 0, m_size.height() - 1) + 1) * m_cost.width + std::clamp(p.x(), 0, m_size.width() - 1) +
           1;
}

void PathFinder::startAt(QPoint start)
{
    if (m_size.isEmpty()) {
        return;
    }
    const size_t count = m_cost.cells.size();
    m_distance.assign(count, kFar);
    m_cameFrom.assign(count, -1);
    m_isSettled.assign(count, 0);
    for (std::vector<Entry>& bucket : m_buckets) {
        bucket.clear();
    }
    m_start = cellAt(start);
    m_front = 0;
    m_distance[size_t(m_start)] = 0;
    m_buckets[0].push_back({0, m_start});
    m_waiting = 1;
}

void PathFinder::enterNeighbours(int cell)
{
    for (size_t i = 0; i < kSteps.size(); ++i) {
        const int neighbour = cell + kSteps[i].dy * m_cost.width + kSteps[i].dx;
        const uint32_t cost = m_cost.cells[size_t(neighbour)];
        if (cost == 0 || m_isSettled[size_t(neighbour)]) {
            continue;
        }
        const uint32_t distance = m_front + std::max(1U, cost * kSteps[i].weight / 128);
        if (distance < m_distance[size_t(neighbour)]) {
            m_distance[size_t(neighbour)] = distance;
            m_cameFrom[size_t(neighbour)] = int8_t(i);
            m_buckets[distance % kRing].push_back({distance, neighbour});
            ++m_waiting;
        }
    }
}

void PathFinder::growUntilSettled(int target)
{
    while (m_waiting > 0 && !m_isSettled[size_t(target)]) {
        std::vector<Entry>& bucket = m_buckets[m_front % kRing];
        if (bucket.empty()) {
            ++m_front;
            continue;
        }
        const Entry entry = bucket.back();
        bucket.pop_back();
        --m_waiting;
        if (!m_isSettled[size_t(entry.cell)] && entry.distance == m_distance[size_t(entry.cell)]) {
            m_isSettled[size_t(entry.cell)] = 1;
            enterNeighbours(entry.cell);
        }
    }
}

std::vector<QPoint> PathFinder::pathTo(QPoint target)
{
    if (m_start < 0) {
        return {};
    }
    int cell = cellAt(target);
    growUntilSettled(cell);
    if (!m_isSettled[size_t(cell)]) {
        return {};
    }
    std::vector<QPoint> path;
    while (true) {
        path.emplace_back(cell % m_cost.width - 1, cell / m_cost.width - 1);
        const int step = m_cameFrom[size_t(cell)];
        if (step < 0) {
            break;
        }
        cell -= kSteps[size_t(step)].dy * m_cost.width + kSteps[size_t(step)].dx;
    }
    std::reverse(path.begin(), path.end());
    return path;
}

} // namespace lw::vision
