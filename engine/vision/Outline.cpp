// SPDX-License-Identifier: GPL-3.0-or-later
//! Thins points out.
#include "engine/vision/Outline.h"

#include <algorithm>
#include <cmath>

namespace lw::vision {

namespace {

using domain::ImagePoint;

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

SpanRows spansOf(const Region& region)
{
    SpanRows result;
    for (int y = 0; y < region.height; ++y) {
        const uint8_t* row = region.row(y);
        const uint8_t* const end = row + region.width;
        for (const uint8_t* p = row; (p = std::find(p, end, 1)) != end;) {
            const uint8_t* const stop = std::find(p, end, 0);
            result.add({int(p - row), int(stop - row)});
            p = stop;
        }
        result.endRow();
    }
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
