// SPDX-License-Identifier: GPL-3.0-or-later
//! All shapes of a scene that are not being changed, as content of a layer cache.
#pragma once

#include "widgets/canvas/CanvasScene.h"
#include "widgets/canvas/LayerCache.h"
#include "widgets/canvas/ShapePainter.h"

namespace lw::canvas {

/// GUI thread only.
class ShapeLayer final : public LayerContent {
public:
    /// The scene must outlive the layer.
    explicit ShapeLayer(const CanvasScene& scene);

    void setNamesShown(bool areShown) { m_areNamesShown = areShown; }

    [[nodiscard]] std::vector<qint64> itemsIn(const QRectF& imageRect, const ViewTransform& transform) override;
    void paintItem(QPainter& painter, qint64 item, const ViewTransform& transform, Quality quality) override;
    [[nodiscard]] int reach() const override { return NamePlates::kHeight + 10; }

    /// Draws `annotation` as it is shown now, on top: for selected, hovered and moving ones.
    void paintLive(QPainter& painter, const domain::Annotation& annotation, const ViewTransform& transform,
                   const ShapeLook& look);

private:
    void paintName(QPainter& painter, const domain::Annotation& annotation, const QRectF& viewRect);

    const CanvasScene& m_scene;
    NamePlates m_plates;
    bool m_areNamesShown = true;
};

/// What is written on an annotation's plate: label, confidence, letters for its marks.
[[nodiscard]] QString plateText(const domain::Annotation& annotation, const LabelStyle& style);

} // namespace lw::canvas
