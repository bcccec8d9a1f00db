// SPDX-License-Identifier: GPL-3.0-or-later
//! Owns the tools, keeps exactly one active and gives them what they may use.
#pragma once

#include "widgets/canvas/Tool.h"
#include "widgets/canvas/ToolRegistry.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace lw::canvas {

/// GUI thread only. Scene, transform and options must outlive it.
class ToolManager final : public QObject, private ToolContext {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ToolManager)

public:
    ToolManager(CanvasScene& scene, const ViewTransform& transform, const CanvasOptions& options,
                QObject* parent = nullptr);
    ~ToolManager() override;

    [[nodiscard]] const std::vector<ToolInfo>& tools() const { return m_infos; }
    [[nodiscard]] Tool& active() const { return *m_active; }
    [[nodiscard]] const QString& activeId() const { return m_infos[m_activeIndex].id; }
    /// The selecting tool's id.
    [[nodiscard]] const QString& selectId() const { return m_infos.front().id; }
    /// Makes another tool active; a half done gesture is dropped. Unknown ids are ignored, and so are tools that draw
    /// a shape that is not allowed.
    void activate(const QString& id);
    /// Which shapes may be drawn (IM-2).
    void setAllowedShapes(const std::vector<domain::ShapeKind>& kinds);
    [[nodiscard]] bool isAllowed(const ToolInfo& info) const;
    [[nodiscard]] bool isAllowed(domain::ShapeKind kind) const;
    /// Image processing for the tools that need it; not owned, must outlive this. nullptr: they are not allowed.
    void setVision(VisionService* vision);
    /// False where samples are labelled as a whole: there is nothing to draw or select.
    [[nodiscard]] bool hasShapes() const;
    [[nodiscard]] bool hasVision() const { return m_vision != nullptr; }
    [[nodiscard]] VisionService* vision() override { return m_vision; }
    /// What objects become that the tool "Point and box" finds: BoundingBox, Polygon or Mask.
    void setFoundShape(domain::ShapeKind kind) { m_foundShape = kind; }
    /// vision()->hasAssistant() says something else now.
    void refreshAssistant();
    /// Colour of shapes being drawn.
    void setDrawingColour(const QColor& colour) { m_colour = colour; }
    /// Whom to ask for the joints of skeletons being drawn.
    void setSkeletonSource(std::function<domain::SkeletonLayout()> source) { m_skeletonSource = std::move(source); }
    /// What the active tool draws.
    [[nodiscard]] std::optional<domain::ShapeKind> activeKind() const { return m_infos[m_activeIndex].kind; }

    [[nodiscard]] PlacedPoint place(domain::ImagePoint raw, Qt::KeyboardModifiers modifiers,
                                    const Ids& ignored = {}) override;

Q_SIGNALS:
    void activated(const QString& id);
    void allowedShapesChanged();
    void shapeFinished(const lw::domain::Shape& shape, std::optional<double> confidence);
    void messageGiven(const QString& message);
    void repaintNeeded();

private:
    CanvasScene& scene() override { return m_scene; }
    const ViewTransform& transform() const override { return m_transform; }
    const CanvasOptions& options() const override { return m_options; }
    QColor drawingColour() override { return m_colour; }
    domain::SkeletonLayout drawingSkeleton() override
    {
        return m_skeletonSource ? m_skeletonSource() : domain::SkeletonLayout();
    }
    void finishShape(const domain::Shape& shape, std::optional<double> confidence) override;
    [[nodiscard]] domain::ShapeKind foundShape() const override { return m_foundShape; }
    ToolMemory& memory() override { return m_memory; }
    void tell(const QString& message) override { Q_EMIT messageGiven(message); }
    void repaint() override { Q_EMIT repaintNeeded(); }

    CanvasScene& m_scene;
    const ViewTransform& m_transform;
    const CanvasOptions& m_options;
    QColor m_colour;
    std::function<domain::SkeletonLayout()> m_skeletonSource;
    std::vector<ToolInfo> m_infos;
    std::vector<std::unique_ptr<Tool>> m_tools; ///< made when first used
    std::vector<domain::ShapeKind> m_allowed;
    VisionService* m_vision = nullptr;
    domain::ShapeKind m_foundShape = domain::ShapeKind::Polygon;
    ToolMemory m_memory;
    size_t m_activeIndex = 0;
    Tool* m_active = nullptr;
};

} // namespace lw::canvas
