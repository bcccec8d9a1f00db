// SPDX-License-Identifier: GPL-3.0-or-later
//! Links pixel edges row by row into rings; fills rings by scan lines.
#include "models/domain/Rings.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace lw::domain {

namespace {

/// No picture is wider or higher.
constexpr double kFarthest = 1'000'000;

struct Corner {
    int x = 0;
    int y = 0;
    int alongRow = -1;    ///< the other end of the horizontal edge
    int alongColumn = -1; ///< the other end of the vertical edge
};

/// The side of a span: a vertical edge that goes on below while the row below has it too.
struct Side {
    int x = 0;
    bool isStart = false; ///< inside lies to the right
    int corner = -1;      ///< where the edge began
};

/// Follows the line between two rows, from left to right.
class CornerFinder {
public:
    explicit CornerFinder(const SpanRows& spans)
    {
        for (int y = spans.top(); y <= spans.bottom(); ++y) {
            crossLine(y, spans.row(y));
        }
    }
    [[nodiscard]] std::vector<Corner>& corners() { return m_corners; }

private:
    void crossLine(int y, SpanRows::Row below)
    {
        std::vector<Side> sides;
        for (const Span& span : below) {
            sides.push_back({span.from, true, -1});
            sides.push_back({span.to, false, -1});
        }
        m_isOdd = false;
        auto above = m_sides.begin();
        for (Side& side : sides) {
            for (; above != m_sides.end() && above->x < side.x; ++above) {
                end(*above, y);
            }
            if (above == m_sides.end() || above->x != side.x) {
                begin(side, y);
            } else {
                meet(*above++, side, y);
            }
        }
        for (; above != m_sides.end(); ++above) {
            end(*above, y);
        }
        m_sides = std::move(sides);
    }
    void meet(const Side& above, Side& below, int y)
    {
        if (above.isStart == below.isStart) {
            below.corner = above.corner;
        } else if (above.isStart) { // two pixels touch by this corner: keep their outlines apart
            begin(below, y);
            end(above, y);
        } else {
            end(above, y);
            begin(below, y);
        }
    }
    void begin(Side& side, int y) { side.corner = addCorner(side.x, y); }
    void end(const Side& side, int y)
    {
        const int corner = addCorner(side.x, y);
        m_corners[size_t(corner)].alongColumn = side.corner;
        m_corners[size_t(side.corner)].alongColumn = corner;
    }
    int addCorner(int x, int y)
    {
        const int index = int(m_corners.size());
        m_corners.push_back({x, y, -1, -1});
        if (m_isOdd) {
            m_corners.back().alongRow = index - 1;
            m_corners[size_t(index) - 1].alongRow = index;
        }
        m_isOdd = !m_isOdd;
        return index;
    }

    std::vector<Side> m_sides;
    std::vector<Corner> m_corners;
    bool m_isOdd = false; ///< the next corner of this line ends a horizontal edge
};

struct Crossing {
    int row;
    double x;

    bool operator<(const Crossing& other) const { return row != other.row ? row < other.row : x < other.x; }
};

/// First pixel centre row at or below `y`, kept within the limits before it becomes a whole number.
int rowAt(double y, QRect limits)
{
    return int(std::ceil(std::clamp(y - 0.5, double(limits.top()), double(limits.top()) + limits.height())));
}

void addCrossings(ImagePoint a, ImagePoint b, QRect limits, std::vector<Crossing>& out)
{
    if (a.y > b.y) {
        std::swap(a, b);
    }
    for (int row = rowAt(a.y, limits), end = rowAt(b.y, limits); row < end; ++row) {
        out.push_back({row, a.x + (b.x - a.x) * (row + 0.5 - a.y) / (b.y - a.y)});
    }
}

int columnAt(double x, QRect limits)
{
    return int(std::ceil(std::clamp(x - 0.5, double(limits.left()), double(limits.left()) + limits.width())));
}

QRect pixelBounds(const std::vector<Ring>& rings)
{
    double left = kFarthest, top = kFarthest, right = -kFarthest, bottom = -kFarthest;
    for (const Ring& ring : rings) {
        for (const ImagePoint& p : ring) {
            if (!(std::abs(p.x) < kFarthest && std::abs(p.y) < kFarthest)) {
                return {};
            }
            left = std::min(left, p.x);
            right = std::max(right, p.x);
            top = std::min(top, p.y);
            bottom = std::max(bottom, p.y);
        }
    }
    return left > right ? QRect()
                        : QRect(QPoint(int(std::floor(left)), int(std::floor(top))),
                                QPoint(int(std::ceil(right)), int(std::ceil(bottom))));
}

} // namespace

std::vector<Ring> ringsOf(const SpanRows& spans)
{
    CornerFinder finder(spans);
    std::vector<Corner>& corners = finder.corners();
    std::vector<Ring> rings;
    std::vector<uint8_t> isUsed(corners.size(), 0);
    for (size_t start = 0; start < corners.size(); ++start) {
        if (isUsed[start]) {
            continue;
        }
        Ring ring;
        // The first corner met is the upper left one of its ring: a part lies below its first edge, a hole's rim above.
        const Corner& first = corners[start];
        const SpanRows::Row below = spans.row(first.y);
        const bool isPart =
            std::any_of(below.begin(), below.end(), [&](const Span& s) { return s.from <= first.x && s.to > first.x; });
        bool isAlongRow = isPart;
        for (int at = int(start); !isUsed[size_t(at)]; isAlongRow = !isAlongRow) {
            isUsed[size_t(at)] = 1;
            const Corner& corner = corners[size_t(at)];
            ring.push_back({double(corner.x), double(corner.y)});
            at = isAlongRow ? corner.alongRow : corner.alongColumn;
        }
        rings.push_back(std::move(ring));
    }
    return rings;
}

SpanRows spansOf(const std::vector<Ring>& rings, QRect limits)
{
    std::vector<Crossing> crossings;
    for (const Ring& ring : rings) {
        Ring finite;
        std::copy_if(ring.begin(), ring.end(), std::back_inserter(finite),
                     [](const ImagePoint& p) { return std::isfinite(p.x) && std::isfinite(p.y); });
        for (size_t i = 0, count = finite.size(); i < count; ++i) {
            addCrossings(finite[i], finite[(i + 1) % count], limits, crossings);
        }
    }
    if (crossings.empty()) {
        return {};
    }
    std::sort(crossings.begin(), crossings.end());
    SpanRows result(crossings.front().row);
    int row = crossings.front().row;
    for (size_t i = 0; i + 1 < crossings.size(); i += 2) {
        for (; row < crossings[i].row; ++row) {
            result.endRow();
        }
        result.add({columnAt(crossings[i].x, limits), columnAt(crossings[i + 1].x, limits)});
    }
    result.endRow();
    return result;
}

std::vector<Ring> ringsOfMask(const Mask& mask)
{
    std::vector<Ring> rings = ringsOf(spansOf(mask));
    for (Ring& ring : rings) {
        // From the upper right corner, as files always had it: the same mask is to give the same bytes.
        std::rotate(ring.begin(), ring.begin() + 1, ring.end());
    }
    return rings;
}

Mask maskOfRings(const std::vector<Ring>& rings, const QRect& limits)
{
    QRect window = pixelBounds(rings);
    if (!limits.isEmpty()) {
        window = window.intersected(limits);
    }
    return window.isEmpty() ? Mask() : maskOf(spansOf(rings, window));
}

} // namespace lw::domain
