// SPDX-License-Identifier: GPL-3.0-or-later
//! Follows the edges of pixels, then leaves out points (Douglas and Peucker 1973).
#include "engine/learn/data/PixelMap.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lw::learn {

namespace {

/// Right, down, left, up.
constexpr std::array<int, 4> kStepX = {1, 0, -1, 0};
constexpr std::array<int, 4> kStepY = {0, 1, 0, -1};

/// Walks along the edges with the object on the right hand, each edge once.
class Walker {
public:
    explicit Walker(const PixelMap& map)
        : m_map(map), m_isWalked(std::size_t(map.width + 1) * std::size_t(map.height + 1) * 4, 0)
    {
    }

    Rings rings()
    {
        Rings all;
        for (int y = 0; y <= m_map.height; ++y) {
            for (int x = 0; x <= m_map.width; ++x) {
                // Every closed line has an edge to the right.
                if (isEdge(x, y, 0) && !m_isWalked[edge(x, y, 0)]) {
                    all.push_back(walk(x, y));
                }
            }
        }
        return all;
    }

private:
    bool isSet(int column, int row) const
    {
        return column >= 0 && row >= 0 && column < m_map.width && row < m_map.height &&
               m_map.values[std::size_t(row) * std::size_t(m_map.width) + std::size_t(column)] != 0;
    }
    /// Whether an edge leaves the corner (x, y) in that direction: the object on its right, not on its left.
    bool isEdge(int x, int y, int direction) const
    {
        switch (direction) {
        case 0:
            return isSet(x, y) && !isSet(x, y - 1);
        case 1:
            return isSet(x - 1, y) && !isSet(x, y);
        case 2:
            return isSet(x - 1, y - 1) && !isSet(x - 1, y);
        default:
            return isSet(x, y - 1) && !isSet(x - 1, y - 1);
        }
    }
    std::size_t edge(int x, int y, int direction) const
    {
        return (std::size_t(y) * std::size_t(m_map.width + 1) + std::size_t(x)) * 4 + std::size_t(direction);
    }

    Ring walk(int x, int y)
    {
        Ring ring;
        int direction = 0;
        while (!m_isWalked[edge(x, y, direction)]) {
            m_isWalked[edge(x, y, direction)] = 1;
            ring.push_back({double(m_map.x + x), double(m_map.y + y)});
            x += kStepX[std::size_t(direction)];
            y += kStepY[std::size_t(direction)];
            // To the left first: pixels that touch at a corner stay together.
            for (const int turn : {3, 0, 1}) {
                if (isEdge(x, y, (direction + turn) % 4)) {
                    direction = (direction + turn) % 4;
                    break;
                }
            }
        }
        return ring;
    }

    const PixelMap& m_map;
    std::vector<char> m_isWalked;
};

double distanceToLine(const Point& point, const Point& from, const Point& to)
{
    const double x = to.x - from.x;
    const double y = to.y - from.y;
    const double length = std::hypot(x, y);
    return length > 0 ? std::abs(x * (from.y - point.y) - (from.x - point.x) * y) / length
                      : std::hypot(point.x - from.x, point.y - from.y);
}

/// Keeps what lies off the line from `first` to `last`.
void keepFarPoints(const Ring& ring, std::size_t first, std::size_t last, double tolerance, std::vector<char>& isKept)
{
    std::vector<std::pair<std::size_t, std::size_t>> open = {{first, last}};
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        double most = tolerance;
        std::size_t farthest = 0;
        for (std::size_t i = from + 1; i < to; ++i) {
            const double distance = distanceToLine(ring[i % ring.size()], ring[from], ring[to % ring.size()]);
            if (distance > most) {
                most = distance;
                farthest = i;
            }
        }
        if (farthest > 0) {
            isKept[farthest] = 1;
            open.push_back({from, farthest});
            open.push_back({farthest, to});
        }
    }
}

/// Steps become slopes when the line goes through the middles of the edges.
Ring smoothed(const Ring& ring)
{
    Ring middles;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point& next = ring[(i + 1) % ring.size()];
        middles.push_back({(ring[i].x + next.x) / 2, (ring[i].y + next.y) / 2});
    }
    return middles;
}

Ring thinned(const Ring& ring, double tolerance)
{
    std::size_t farthest = 0;
    double most = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const double distance = std::hypot(ring[i].x - ring[0].x, ring[i].y - ring[0].y);
        if (distance > most) {
            most = distance;
            farthest = i;
        }
    }
    std::vector<char> isKept(ring.size(), 0);
    isKept[0] = 1;
    isKept[farthest] = 1;
    keepFarPoints(ring, 0, farthest, tolerance, isKept);
    keepFarPoints(ring, farthest, ring.size(), tolerance, isKept);
    Ring few;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        if (isKept[i]) {
            few.push_back(ring[i]);
        }
    }
    return few;
}

} // namespace

Rings outlineOf(const PixelMap& map, double tolerance)
{
    Rings few;
    Rings whole = Walker(map).rings();
    std::stable_sort(whole.begin(), whole.end(),
                     [](const Ring& one, const Ring& other) { return one.size() > other.size(); });
    for (const Ring& ring : whole) {
        Ring thin = tolerance > 0 && ring.size() > 8 ? thinned(smoothed(ring), tolerance) : thinned(ring, 0);
        if (thin.size() >= 3) {
            few.push_back(std::move(thin));
        }
    }
    return few;
}

} // namespace lw::learn
