// SPDX-License-Identifier: GPL-3.0-or-later
//! Links pixel edges row by row into rings; fills rings by scan lines; thins points out.
#include "engine/vision/Outline.h"

#include <algorithm>
#include <cmath>

namespace lw::vision {

namespace {

using domain::ImagePoint;

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

double distanceToLine(ImagePoint p, ImagePoint a, ImagePoint b)
{
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    const double t = squared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/// Marks the points to keep between two kept ones; a stack, for rings may have a million points.
void keepBetween(const Ring& ring, size_t first, size_t last, double tolerance, std::vector<uint8_t>& keep)
{
    std::vector<std::pair<size_t, size_t>> open = {{first, last}};
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        double worst = tolerance;
        size_t at = 0;
        for (size_t i = from + 1; i < to; ++i) {
            const double distance = distanceToLine(ring[i], ring[from], ring[to % ring.size()]);
            if (distance > worst) {
                worst = distance;
                at = i;
            }
        }
        if (at > 0) {
            keep[at] = 1;
            open.emplace_back(from, at);
            open.emplace_back(at, to);
        }
    }
}

std::vector<ImagePoint> chosen(const std::vector<ImagePoint>& points, const std::vector<uint8_t>& keep)
{
    std::vector<ImagePoint> result;
    for (size_t i = 0; i < points.size(); ++i) {
        if (keep[i]) {
            result.push_back(points[i]);
        }
    }
    return result;
}

/// Replaces corners of short edges by the middles of these edges.
Ring withCutSteps(const Ring& ring)
{
    constexpr double kLong = 3;
    Ring result;
    const size_t count = ring.size();
    for (size_t i = 0; i < count; ++i) {
        const ImagePoint& before = ring[(i + count - 1) % count];
        const ImagePoint& at = ring[i];
        const ImagePoint& after = ring[(i + 1) % count];
        const double in = std::hypot(at.x - before.x, at.y - before.y);
        const double out = std::hypot(after.x - at.x, after.y - at.y);
        const bool isStraight =
            std::abs((at.x - before.x) * (after.y - at.y) - (at.y - before.y) * (after.x - at.x)) < 1e-9;
        if (isStraight) {
            continue;
        }
        if (in >= kLong && out >= kLong) {
            result.push_back(at);
            continue;
        }
        const double back = std::min(in / 2, 0.5), ahead = std::min(out / 2, 0.5);
        result.push_back({at.x + (before.x - at.x) * back / in, at.y + (before.y - at.y) * back / in});
        result.push_back({at.x + (after.x - at.x) * ahead / out, at.y + (after.y - at.y) * ahead / out});
    }
    return result;
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

Ring simplified(const Ring& ring, double tolerance)
{
    if (tolerance <= 0) {
        return ring;
    }
    const Ring points = withCutSteps(ring);
    if (points.size() < 3) {
        return {};
    }
    // Two points that surely stay: the first and the one farthest from it.
    size_t far = 0;
    double farthest = -1;
    for (size_t i = 1; i < points.size(); ++i) {
        const double distance = std::hypot(points[i].x - points[0].x, points[i].y - points[0].y);
        if (distance > farthest) {
            farthest = distance;
            far = i;
        }
    }
    std::vector<uint8_t> keep(points.size(), 0);
    keep[0] = keep[far] = 1;
    keepBetween(points, 0, far, tolerance, keep);
    keepBetween(points, far, points.size(), tolerance, keep);
    Ring result = chosen(points, keep);
    return result.size() >= 3 && ringArea(result) > 0 ? result : Ring();
}

std::vector<ImagePoint> thinnedOut(const std::vector<ImagePoint>& line, double tolerance)
{
    if (line.size() < 3) {
        return line;
    }
    std::vector<uint8_t> keep(line.size(), 0);
    keep.front() = keep.back() = 1;
    keepBetween(line, 0, line.size() - 1, tolerance, keep);
    return chosen(line, keep);
}

double ringArea(const Ring& ring)
{
    double twice = 0;
    for (size_t i = 0, count = ring.size(); i < count; ++i) {
        const ImagePoint& a = ring[i];
        const ImagePoint& b = ring[(i + 1) % count];
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice) / 2;
}

} // namespace lw::vision
