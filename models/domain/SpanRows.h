// SPDX-License-Identifier: GPL-3.0-or-later
//! Pixels of a mask as stretches per row: what all exact mask operations work on.
#pragma once

#include "models/domain/Mask.h"

#include <QRect>

#include <vector>

namespace lw::domain {

/// Pixels from <= x < to.
struct Span {
    int from = 0;
    int to = 0;

    bool operator==(const Span&) const = default;
};

/// Rows top, top + 1, … of ordered spans that neither overlap nor touch.
class SpanRows {
public:
    SpanRows() = default;
    explicit SpanRows(int top) : m_top(top) {}

    [[nodiscard]] int top() const { return m_top; }
    [[nodiscard]] int bottom() const { return m_top + rowCount(); } ///< one below the last row
    [[nodiscard]] int rowCount() const { return int(m_starts.size()) - 1; }
    [[nodiscard]] qint64 area() const;
    /// Smallest rectangle around all spans; empty if there are none.
    [[nodiscard]] QRect bounds() const;

    struct Row {
        const Span* first = nullptr;
        const Span* last = nullptr;

        [[nodiscard]] const Span* begin() const { return first; }
        [[nodiscard]] const Span* end() const { return last; }
        [[nodiscard]] bool isEmpty() const { return first == last; }
        [[nodiscard]] int size() const { return int(last - first); }
    };
    /// Empty for rows that it does not have.
    [[nodiscard]] Row row(int y) const;
    [[nodiscard]] const std::vector<Span>& spans() const { return m_spans; }
    /// Number of the first span of a row in spans(). `y` from top() to bottom().
    [[nodiscard]] size_t firstOf(int y) const { return m_starts[size_t(y - m_top)]; }

    /// Appends to the row being built; empty spans are left out, a touching one is joined.
    void add(Span span);
    /// Ends the row being built: spans added from now on lie one row lower.
    void endRow() { m_starts.push_back(m_spans.size()); }

private:
    int m_top = 0;
    std::vector<Span> m_spans;
    std::vector<size_t> m_starts = {0};
};

/// Which pixels stay when two regions meet.
enum class Combine { Union, Intersection, Difference, Either };
[[nodiscard]] SpanRows combined(const SpanRows& a, const SpanRows& b, Combine how);

[[nodiscard]] SpanRows spansOf(const Mask& mask);
[[nodiscard]] Mask maskOf(const SpanRows& spans);

} // namespace lw::domain
