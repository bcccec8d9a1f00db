// SPDX-License-Identifier: GPL-3.0-or-later
//! Finds annotations by place, however many there are.
#pragma once

#include "models/domain/Annotation.h"

#include <QRectF>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace lw::canvas {

/// An annotation near a point of the picture.
struct Hit {
    domain::AnnotationId id;
    double proximity = 0; ///< picture pixels from the point to the outline; 0 for inside
    double area = 0;      ///< picture pixels squared
    bool isInside = false;
};

using BonesOf = std::function<const std::vector<std::pair<int, int>>*(domain::LabelId)>;

/// An R-tree over bounding rectangles in picture pixels. Holds no shapes: it reads them from the vector that is handed
/// in, which must be the one of the last rebuild() or update(). GUI thread only.
class ShapeIndex final {
public:
    ShapeIndex();
    ~ShapeIndex();
    Q_DISABLE_COPY_MOVE(ShapeIndex)

    /// Indexes `annotations` anew. O(n log n), 10,000 take about 5 ms.
    void rebuild(const std::vector<domain::Annotation>& annotations);
    /// Follows a change of `ids` (added, removed, reshaped or moved in the stack) in `annotations`.
    void update(const std::vector<domain::Annotation>& annotations, const std::vector<domain::AnnotationId>& ids);

    /// Position of `id` in the vector, or -1.
    [[nodiscard]] qint64 position(domain::AnnotationId id) const;
    /// Bounding rectangle that is indexed for `id`; null if there is none.
    [[nodiscard]] QRectF bounds(domain::AnnotationId id) const;
    /// Positions in the vector of all whose bounding rectangle touches `rect`, the lowest in the stack first.
    [[nodiscard]] std::vector<qint64> positionsIn(const QRectF& rect) const;
    /// Those that contain `at` or whose outline is within `tolerance` picture pixels: the smallest area first (so lines
    /// and points come before areas), among equals the nearest to the eye. Skeletons are hit at joints, and at the
    /// bones that `bonesOf` knows of their labels.
    [[nodiscard]] std::vector<Hit> hitsAt(const std::vector<domain::Annotation>& annotations, domain::ImagePoint at,
                                          double tolerance, const BonesOf& bonesOf = {}) const;

private:
    struct Tree;

    void rebuildPositions(const std::vector<domain::Annotation>& annotations);

    std::unique_ptr<Tree> m_tree;
};

} // namespace lw::canvas
