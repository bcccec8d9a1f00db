// SPDX-License-Identifier: GPL-3.0-or-later
//! Mask operations over rows of spans.
#include "engine/vision/MaskOps.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace lw::vision {

namespace {

using domain::ImagePoint;
using domain::Mask;

/// Which spans hang together.
class SpanGroups {
public:
    /// `reach` 1: corners connect as well; 0: sides only.
    SpanGroups(const SpanRows& spans, int reach) : m_parents(spans.spans().size())
    {
        std::iota(m_parents.begin(), m_parents.end(), size_t(0));
        for (int y = spans.top() + 1; y < spans.bottom(); ++y) {
            linkRows(spans, y, reach);
        }
    }
    [[nodiscard]] size_t groupOf(size_t span)
    {
        while (m_parents[span] != span) {
            m_parents[span] = m_parents[m_parents[span]];
            span = m_parents[span];
        }
        return span;
    }

private:
    void linkRows(const SpanRows& spans, int y, int reach)
    {
        const auto& all = spans.spans();
        size_t above = spans.firstOf(y - 1);
        const size_t aboveEnd = spans.firstOf(y);
        for (size_t below = aboveEnd, end = spans.firstOf(y + 1); below < end; ++below) {
            while (above < aboveEnd && all[above].to + reach <= all[below].from) {
                ++above;
            }
            for (size_t i = above; i < aboveEnd && all[i].from < all[below].to + reach; ++i) {
                m_parents[groupOf(below)] = groupOf(i);
            }
        }
    }

    std::vector<size_t> m_parents;
};

/// The spans that `isKept(number of the span)` chooses.
template <typename Choice> SpanRows chosen(const SpanRows& spans, Choice isKept)
{
    SpanRows result(spans.top());
    for (int y = spans.top(); y < spans.bottom(); ++y) {
        for (size_t i = spans.firstOf(y), end = spans.firstOf(y + 1); i < end; ++i) {
            if (isKept(i)) {
                result.add(spans.spans()[i]);
            }
        }
        result.endRow();
    }
    return result;
}

SpanRows rectangle(QRect box)
{
    SpanRows result(box.top());
    for (int y = 0; y < box.height(); ++y) {
        result.add({box.left(), box.left() + box.width()});
        result.endRow();
    }
    return result;
}

struct Interval {
    double from = std::numeric_limits<double>::infinity();
    double to = -std::numeric_limits<double>::infinity();

    void include(double low, double high)
    {
        from = std::min(from, low);
        to = std::max(to, high);
    }
};

void includeDisc(Interval& interval, ImagePoint centre, double radius, double y)
{
    const double squared = radius * radius - (y - centre.y) * (y - centre.y);
    if (squared >= 0) {
        interval.include(centre.x - std::sqrt(squared), centre.x + std::sqrt(squared));
    }
}

void includeSide(Interval& interval, ImagePoint a, ImagePoint b, double y)
{
    if ((a.y <= y) != (b.y <= y)) {
        const double x = a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);
        interval.include(x, x);
    }
}

/// Where a line across the stroke at height `y` runs through it: one stretch, for strokes are convex.
Interval acrossStroke(const Stroke& stroke, double y)
{
    Interval interval;
    includeDisc(interval, stroke.from, stroke.radius, y);
    includeDisc(interval, stroke.to, stroke.radius, y);
    const double dx = stroke.to.x - stroke.from.x, dy = stroke.to.y - stroke.from.y;
    const double length = std::hypot(dx, dy);
    if (length > 0) {
        const double ox = -dy / length * stroke.radius, oy = dx / length * stroke.radius;
        const ImagePoint corners[] = {{stroke.from.x + ox, stroke.from.y + oy},
                                      {stroke.to.x + ox, stroke.to.y + oy},
                                      {stroke.to.x - ox, stroke.to.y - oy},
                                      {stroke.from.x - ox, stroke.from.y - oy}};
        for (size_t i = 0; i < 4; ++i) {
            includeSide(interval, corners[i], corners[(i + 1) % 4], y);
        }
    }
    return interval;
}

SpanRows strokeSpans(const Stroke& stroke, QRect limits)
{
    const double reach = std::max(0.0, stroke.radius);
    const auto clampRow = [&](double y) {
        return int(std::clamp(y, double(limits.top()), double(limits.top()) + limits.height()));
    };
    const auto clampColumn = [&](double x) {
        return int(std::clamp(x, double(limits.left()), double(limits.left()) + limits.width()));
    };
    const int first = clampRow(std::floor(std::min(stroke.from.y, stroke.to.y) - reach));
    const int last = clampRow(std::ceil(std::max(stroke.from.y, stroke.to.y) + reach) + 1);
    SpanRows result(first);
    for (int y = first; y < last; ++y) {
        const Interval interval = acrossStroke(stroke, y + 0.5);
        if (interval.from <= interval.to) {
            result.add({clampColumn(std::ceil(interval.from - 0.5)), clampColumn(std::floor(interval.to - 0.5) + 1)});
        }
        result.endRow();
    }
    const QPoint under(int(std::floor(stroke.to.x)), int(std::floor(stroke.to.y)));
    return limits.contains(under) ? combined(result, rectangle({under, QSize(1, 1)}), Combine::Union) : result;
}

bool isFinite(const Stroke& stroke)
{
    return std::isfinite(stroke.from.x) && std::isfinite(stroke.from.y) && std::isfinite(stroke.to.x) &&
           std::isfinite(stroke.to.y) && std::isfinite(stroke.radius);
}

} // namespace

Mask united(const Mask& a, const Mask& b)
{
    return maskOf(combined(spansOf(a), spansOf(b), Combine::Union));
}

Mask subtracted(const Mask& a, const Mask& b)
{
    return maskOf(combined(spansOf(a), spansOf(b), Combine::Difference));
}

Mask intersected(const Mask& a, const Mask& b)
{
    return maskOf(combined(spansOf(a), spansOf(b), Combine::Intersection));
}

double overlapOf(const Mask& a, const Mask& b)
{
    const qint64 both = combined(spansOf(a), spansOf(b), Combine::Intersection).area();
    const qint64 either = a.area() + b.area() - both;
    return either > 0 ? double(both) / double(either) : 0;
}

Mask strokeMask(const Stroke& stroke, QRect limits)
{
    return isFinite(stroke) ? maskOf(strokeSpans(stroke, limits)) : Mask();
}

QRect paint(Mask& mask, const Stroke& stroke, QRect limits)
{
    if (!isFinite(stroke)) {
        return {};
    }
    const SpanRows spans = strokeSpans(stroke, limits);
    const QRect touched = spans.bounds();
    if (!touched.isEmpty()) {
        mask = maskOf(combined(spansOf(mask), spans, stroke.isEraser ? Combine::Difference : Combine::Union));
    }
    return touched;
}

Mask holesFilled(const Mask& mask)
{
    if (mask.isEmpty()) {
        return mask;
    }
    const SpanRows spans = spansOf(mask);
    const QRect frame = mask.boundingRect().adjusted(-1, -1, 1, 1);
    const SpanRows around = combined(rectangle(frame), spans, Combine::Difference);
    SpanGroups groups(around, 0);
    const size_t outside = groups.groupOf(0); // the row above the mask
    return maskOf(
        combined(spans, chosen(around, [&](size_t i) { return groups.groupOf(i) != outside; }), Combine::Union));
}

std::vector<Mask> partsOf(const Mask& mask)
{
    const SpanRows spans = spansOf(mask);
    SpanGroups groups(spans, 1);
    std::vector<SpanRows> parts;
    std::vector<int> numbers(spans.spans().size(), -1);
    for (int y = spans.top(); y < spans.bottom(); ++y) {
        for (size_t i = spans.firstOf(y), end = spans.firstOf(y + 1); i < end; ++i) {
            int& number = numbers[groups.groupOf(i)];
            if (number < 0) {
                number = int(parts.size());
                parts.emplace_back(y);
            }
            SpanRows& part = parts[size_t(number)];
            while (part.bottom() < y) {
                part.endRow();
            }
            part.add(spans.spans()[i]);
        }
    }
    std::vector<Mask> masks;
    masks.reserve(parts.size());
    for (SpanRows& part : parts) {
        part.endRow();
        masks.push_back(maskOf(part));
    }
    std::stable_sort(masks.begin(), masks.end(), [](const Mask& a, const Mask& b) { return a.area() > b.area(); });
    return masks;
}

Mask specksRemoved(const Mask& mask, qint64 leastArea)
{
    const SpanRows spans = spansOf(mask);
    SpanGroups groups(spans, 1);
    std::vector<qint64> areas(spans.spans().size(), 0);
    for (size_t i = 0; i < areas.size(); ++i) {
        areas[groups.groupOf(i)] += spans.spans()[i].to - spans.spans()[i].from;
    }
    return maskOf(chosen(spans, [&](size_t i) { return areas[groups.groupOf(i)] >= leastArea; }));
}

Mask maskOf(const domain::Shape& shape, QSize picture)
{
    const QRect limits(QPoint(0, 0), picture);
    return shape.kind == domain::ShapeKind::Mask ? shape.mask.cropped(limits)
                                                 : maskOf(spansOf(domain::outlineRings(shape), limits));
}

domain::Shape polygonOf(const Mask& mask, double tolerance)
{
    std::vector<Ring> rings;
    for (const Ring& traced : ringsOf(spansOf(mask))) {
        Ring ring = simplified(traced, tolerance);
        if (!ring.empty()) {
            rings.push_back(std::move(ring));
        }
    }
    std::stable_sort(rings.begin(), rings.end(),
                     [](const Ring& a, const Ring& b) { return ringArea(a) > ringArea(b); });
    return domain::Shape::polygon(rings);
}

} // namespace lw::vision
