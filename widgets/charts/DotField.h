// SPDX-License-Identifier: GPL-3.0-or-later
//! Many dots on a plane: sorted into a grid, so that drawing, finding and choosing touch only what is near.
#pragma once

#include "models/domain/Ids.h"

#include <QColor>
#include <QImage>
#include <QList>
#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace lw::charts {

/// A sample's place.
struct MapDot {
    domain::SampleId id;
    float x = 0;   ///< 0 to 1
    float y = 0;   ///< 0 to 1, downwards
    int group = 0; ///< index into the colours
};

/// Up to some millions of dots. Plain data; one thread at a time.
class DotField final {
public:
    DotField() = default;
    /// Cost O(n).
    explicit DotField(std::vector<MapDot> dots);

    [[nodiscard]] int size() const { return int(m_dots.size()); }
    /// In the field's own order, which is not the one they were given in.
    [[nodiscard]] const MapDot& at(int index) const { return m_dots[size_t(index)]; }
    /// Around all dots; null if there are none. Cost O(n).
    [[nodiscard]] QRectF bounds() const;
    /// Position of a sample, -1 if it has no dot. Cost O(n).
    [[nodiscard]] int indexOf(domain::SampleId id) const;
    /// Colours of dots only; `groupOf(dot)` gives the new group.
    template <typename GroupOf> void regroup(GroupOf groupOf)
    {
        for (MapDot& dot : m_dots) {
            dot.group = groupOf(dot);
        }
    }

    /// The dot next to `at` (plane coordinates) within `reach`, -1 if there is none.
    [[nodiscard]] int nearest(const QPointF& at, double reach) const;
    /// The next dot that lies from `from` rather in `direction` (a unit vector) than sideways, -1 if none.
    [[nodiscard]] int towards(int from, const QPointF& direction) const;
    [[nodiscard]] QList<int> within(const QPolygonF& outline) const;
    [[nodiscard]] QList<int> within(const QPointF& centre, double radius) const;
    /// Dots in `window`, at most; cells on its edge count whole.
    [[nodiscard]] qint64 countIn(const QRectF& window) const;

    struct Look {
        QRectF window;              ///< part of the plane that fills the image
        std::vector<QRgb> colours;  ///< by group; a transparent one hides the group
        int dotSize = 3;            ///< device pixels, 1 to 9
        qint64 budget = 0;          ///< about how many dots to draw at most, evenly thinned; 0: all
        const std::vector<bool>* emphasised = nullptr; ///< drawn last, in `emphasis`; by index
        QRgb emphasis = 0;
    };
    /// Draws onto `image` (ARGB32_Premultiplied or RGB32); keeps what is below.
    void draw(QImage& image, const Look& look) const;

private:
    static constexpr int kCells = 256; ///< on each side

    template <typename Visit> void visitCells(const QRectF& window, Visit visit) const;
    [[nodiscard]] static int cellOf(double coordinate);

    std::vector<MapDot> m_dots;  ///< by cell; random within a cell, so that its first ones stand for all
    std::vector<qint32> m_first; ///< of each cell, and the end
};

} // namespace lw::charts
