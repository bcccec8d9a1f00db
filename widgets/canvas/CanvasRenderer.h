// SPDX-License-Identifier: GPL-3.0-or-later
//! Puts the layers of the canvas together: picture, resting shapes, and what is live above them.
#pragma once

#include "widgets/canvas/CanvasOptions.h"
#include "widgets/canvas/LayerCache.h"
#include "widgets/canvas/PictureLayer.h"
#include "widgets/canvas/ShapeLayer.h"

#include <optional>

namespace lw::canvas {

class CanvasScene;
class Tool;

/// GUI thread only. The scene must outlive it.
class CanvasRenderer final {
public:
    CanvasRenderer(const CanvasScene& scene, const QColor& background);

    void setSource(PictureSource* source);
    void setAdjustments(const Adjustments& adjustments);
    void setOptions(const CanvasOptions& options);
    void setView(const ViewTransform& transform, double devicePixelRatio);
    [[nodiscard]] const PictureLayer& picture() const { return m_picture; }

    void invalidatePicture();
    void invalidateTile(int level, int tx, int ty);
    /// A null rectangle means everything; picture pixels.
    void invalidateShapes(const QRectF& imageRect);
    /// Forgets what was drawn of another sample.
    void clearShapes();

    /// Paints everything. `cursor` is where the crosshair goes, if anywhere.
    void paint(QPainter& painter, Tool& tool, std::optional<ViewPoint> cursor);
    /// See LayerCache::work().
    bool work(qint64 nanoseconds, bool mayRefine);
    /// Nothing but refining is left.
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] bool isFine() const;

private:
    void paintPicture(QPainter& painter);
    void paintLiveShapes(QPainter& painter);

    const CanvasScene& m_scene;
    QColor m_background;
    CanvasOptions m_options;
    ViewTransform m_transform;
    PictureLayer m_picture;
    ShapeLayer m_shapes;
    LayerCache m_pictureCache;
    LayerCache m_shapeCache;
};

} // namespace lw::canvas
