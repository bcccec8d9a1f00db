// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws one shape so that it is seen on any picture.
#pragma once

#include "models/domain/Label.h"
#include "models/domain/Shape.h"
#include "widgets/canvas/LayerCache.h"
#include "widgets/canvas/ViewTransform.h"

#include <QColor>
#include <QHash>
#include <QPixmap>
#include <QPolygonF>

class QPainter;

namespace lw::canvas {

/// How a shape is drawn.
struct ShapeLook {
    QColor colour;
    bool isSelected = false;
    bool isHovered = false;
    bool isDotted = false; ///< marked as difficult
    bool isDashed = false; ///< proposed by a model
    const domain::SkeletonLayout* skeleton = nullptr; ///< of the label: which joints have bones between them
    Quality quality = Quality::Fine;
};

/// The widget's points of `outline`, without those nearer than `least` device-independent pixels to the one before.
/// At least the first, and three for closed outlines, are kept.
[[nodiscard]] QPolygonF decimated(const std::vector<domain::ImagePoint>& outline, const ViewTransform& transform,
                                  double least);

/// Draws `shape` in widget coordinates. Shapes below three pixels become dots.
void paintShape(QPainter& painter, const domain::Shape& shape, const ViewTransform& transform, const ShapeLook& look);

/// Draws names of labels as small plates; keeps them as pixels, since text is slow. GUI thread only.
class NamePlates final {
public:
    /// Height of a plate in device-independent pixels.
    static constexpr int kHeight = 17;

    /// Draws `text` on `colour` above `shapeRect` (widget coordinates), cut to its width.
    void paint(QPainter& painter, const QString& text, const QColor& colour, const QRectF& shapeRect);

private:
    const QPixmap& plate(const QString& text, const QColor& colour, int width, double ratio);

    QHash<QString, QPixmap> m_plates;
};

} // namespace lw::canvas
