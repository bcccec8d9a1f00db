// SPDX-License-Identifier: GPL-3.0-or-later
//! Small marks drawn above shapes: handles, crosshair, snap marks, measures, rubber band.
#pragma once

#include "models/domain/Shape.h"
#include "widgets/canvas/Handles.h"
#include "widgets/canvas/PictureSource.h"
#include "widgets/canvas/ViewTransform.h"

#include <QColor>

#include <optional>
#include <vector>

class QPainter;

namespace lw::canvas {

/// All in widget coordinates unless the type says otherwise.
void paintHandles(QPainter& painter, const domain::Shape& shape, const ViewTransform& transform, const QColor& colour,
                  std::optional<int> grabbed);
/// Lines through `at` over the whole widget.
void paintCrosshair(QPainter& painter, ViewPoint at, const QSizeF& viewSize);
void paintSnapMark(QPainter& painter, ViewPoint at);
/// A small text beside the cursor that stays within the widget.
void paintMeasure(QPainter& painter, const QString& text, ViewPoint at, const QSizeF& viewSize);
void paintRubberBand(QPainter& painter, const QRectF& rect, const QColor& colour);
/// A polygon (filled) or polyline being drawn: its points, and a line to the one under the cursor. Handles stand at
/// `marks`.
void paintOpenOutline(QPainter& painter, const std::vector<domain::ImagePoint>& points,
                      const std::vector<domain::ImagePoint>& marks, domain::ImagePoint current,
                      const ViewTransform& transform, const QColor& colour, bool isFilled = true);
/// Facts about the picture as plates in the lower left corner; those that do not fit into one row go above.
void paintNotes(QPainter& painter, const QList<PictureNote>& notes, const QSizeF& viewSize);
/// Lines between picture pixels, for large zooms.
void paintPixelGrid(QPainter& painter, const ViewTransform& transform);

} // namespace lw::canvas
