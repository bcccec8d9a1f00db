// SPDX-License-Identifier: GPL-3.0-or-later
//! Building and combining rows of spans in one sweep.
#include "models/domain/SpanRows.h"

#include <algorithm>
#include <limits>

namespace lw::domain {

namespace {

bool isKept(bool inA, bool inB, Combine how)
{
    switch (how) {
    case Combine::Union:
        return inA || inB;
    case Combine::Intersection:
        return inA && inB;
    case Combine::Difference:
        return inA && !inB;
    case Combine::Either:
        return inA != inB;
    }
    return false;
}

/// Walks along the ends of the spans of one row.
class EdgeWalk {
public:
    explicit EdgeWalk(SpanRows::Row row) : m_row(row) {}

    [[nodiscard]] int next() const
    {
        return m_row.isEmpty() ? std::numeric_limits<int>::max() : m_isInside ? m_row.first->to : m_row.first->from;
    }
    [[nodiscard]] bool isInside() const { return m_isInside; }
    void passTo(int x)
    {
        if (next() == x && !m_row.isEmpty()) {
            m_row.first += m_isInside;
            m_isInside = !m_isInside;
        }
    }

private:
    SpanRows::Row m_row;
    bool m_isInside = false;
};

void combineRow(SpanRows::Row a, SpanRows::Row b, Combine how, SpanRows& out)
{
    EdgeWalk first(a), second(b);
    int from = 0;
    bool isInside = false;
    while (true) {
        const int x = std::min(first.next(), second.next());
        if (x == std::numeric_limits<int>::max()) {
            return;
        }
        first.passTo(x);
        second.passTo(x);
        const bool isNow = isKept(first.isInside(), second.isInside(), how);
        if (isNow && !isInside) {
            from = x;
        } else if (!isNow && isInside) {
            out.add({from, x});
        }
        isInside = isNow;
    }
}

} // namespace

qint64 SpanRows::area() const
{
    qint64 sum = 0;
    for (const Span& span : m_spans) {
        sum += span.to - span.from;
    }
    return sum;
}

QRect SpanRows::bounds() const
{
    int left = std::numeric_limits<int>::max(), right = std::numeric_limits<int>::min();
    int first = left, last = right;
    for (int y = m_top; y < bottom(); ++y) {
        const Row spans = row(y);
        if (!spans.isEmpty()) {
            left = std::min(left, spans.first->from);
            right = std::max(right, spans.last[-1].to);
            first = std::min(first, y);
            last = y;
        }
    }
    return first > last ? QRect() : QRect(left, first, right - left, last - first + 1);
}

SpanRows::Row SpanRows::row(int y) const
{
    if (y < m_top || y >= bottom()) {
        return {};
    }
    const size_t index = size_t(y - m_top);
    return {m_spans.data() + m_starts[index], m_spans.data() + m_starts[index + 1]};
}

void SpanRows::add(Span span)
{
    if (span.from >= span.to) {
        return;
    }
    if (m_spans.size() > m_starts.back() && m_spans.back().to >= span.from) {
        m_spans.back().to = std::max(m_spans.back().to, span.to);
        return;
    }
    m_spans.push_back(span);
}

SpanRows combined(const SpanRows& a, const SpanRows& b, Combine how)
{
    if (a.rowCount() == 0 || b.rowCount() == 0) {
        const bool isLeft = a.rowCount() > 0;
        const bool keeps = how != Combine::Intersection && (isLeft || how != Combine::Difference);
        return keeps ? (isLeft ? a : b) : SpanRows();
    }
    const int top = std::min(a.top(), b.top());
    SpanRows result(top);
    for (int y = top, end = std::max(a.bottom(), b.bottom()); y < end; ++y) {
        combineRow(a.row(y), b.row(y), how, result);
        result.endRow();
    }
    return result;
}

SpanRows spansOf(const Mask& mask)
{
    SpanRows result(mask.y);
    if (mask.isEmpty()) {
        return result;
    }
    const qint64 end = qint64(mask.width) * mask.height;
    qint64 at = 0;
    int row = 0;
    bool isInside = false;
    for (const quint32 run : mask.runs) {
        const qint64 stop = std::min(end, at + run);
        while (at < stop) {
            const qint64 rowEnd = qint64(row + 1) * mask.width;
            const qint64 to = std::min(stop, rowEnd);
            if (isInside) {
                const int column = int(at - qint64(row) * mask.width);
                result.add({mask.x + column, mask.x + column + int(to - at)});
            }
            if (to == rowEnd) {
                result.endRow();
                ++row;
            }
            at = to;
        }
        isInside = !isInside;
    }
    for (; row < mask.height; ++row) {
        result.endRow();
    }
    return result;
}

Mask maskOf(const SpanRows& spans)
{
    const QRect box = spans.bounds();
    Mask mask;
    if (box.isEmpty()) {
        return mask;
    }
    mask.x = box.x();
    mask.y = box.y();
    mask.width = box.width();
    mask.height = box.height();
    mask.runs.reserve(qsizetype(spans.spans().size()) * 2);
    qint64 at = 0;
    for (int y = box.top(); y <= box.bottom(); ++y) {
        const qint64 rowStart = qint64(y - box.y()) * mask.width - box.x();
        for (const Span& span : spans.row(y)) {
            const qint64 from = rowStart + span.from;
            const quint32 length = quint32(span.to - span.from);
            if (from == at && !mask.runs.isEmpty()) { // goes on from the end of the row above
                mask.runs.back() += length;
            } else {
                mask.runs.append(quint32(from - at));
                mask.runs.append(length);
            }
            at = from + length;
        }
    }
    return mask;
}

} // namespace lw::domain
