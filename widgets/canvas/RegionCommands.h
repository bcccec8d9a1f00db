// SPDX-License-Identifier: GPL-3.0-or-later
//! Masks to polygons and back, holes and parts, as functions on the selection.
#pragma once

#include "widgets/canvas/CanvasView.h"

#include <QObject>

#include <functional>

namespace lw::canvas {

/// GUI thread only. The view must outlive it. Needs image processing (ToolManager::setVision()); without it nothing
/// happens. Each call is one step for undo; locked shapes are left alone.
class RegionCommands final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RegionCommands)

public:
    explicit RegionCommands(CanvasView& view, QObject* parent = nullptr);

    /// Boxes, polygons, circles and ellipses become masks.
    void convertToMasks();
    /// Masks and the other areas become polygons with all their parts and holes.
    void convertToPolygons();
    void fillHoles();
    /// All selected areas become one of several parts, which keeps the label of the last selected.
    void joinParts();
    /// Takes the smaller selected areas out of the largest; they go.
    void cutHole();

private:
    using Change = std::function<domain::Shape(const domain::Shape&)>;
    void changeEach(const Change& change, const QString& message);
    /// The selected areas that may be changed, with a message if there are fewer than `least`.
    [[nodiscard]] Ids areas(size_t least);
    [[nodiscard]] QSize picture() const;
    /// A shape of the kind of `like` with these pixels.
    [[nodiscard]] domain::Shape shaped(const domain::Mask& mask, const domain::Shape& like) const;

    CanvasView& m_view;
    CanvasScene& m_scene;
};

} // namespace lw::canvas
