// SPDX-License-Identifier: GPL-3.0-or-later
//! Switching of tools and placing of points.
#include "widgets/canvas/ToolManager.h"

#include "widgets/canvas/Snapper.h"
#include "widgets/canvas/VisionService.h"

#include <algorithm>
#include <cmath>

namespace lw::canvas {

namespace {

constexpr double kSnapDistance = 6; // device-independent pixels

} // namespace

ToolManager::ToolManager(CanvasScene& scene, const ViewTransform& transform, const CanvasOptions& options,
                         QObject* parent)
    : QObject(parent), m_scene(scene), m_transform(transform), m_options(options), m_infos(canvasTools()),
      m_tools(m_infos.size()), m_allowed(domain::kAllShapeKinds.begin(), domain::kAllShapeKinds.end())
{
    m_tools[0] = m_infos[0].make(*this);
    m_active = m_tools[0].get();
    m_active->activate();
}

ToolManager::~ToolManager() = default;

void ToolManager::activate(const QString& id)
{
    const auto found =
        std::find_if(m_infos.begin(), m_infos.end(), [&](const ToolInfo& info) { return info.id == id; });
    if (found == m_infos.end() || !isAllowed(*found)) {
        return;
    }
    const auto index = size_t(found - m_infos.begin());
    if (index != m_activeIndex) {
        m_active->settle();
        m_active->deactivate();
        if (!m_tools[index]) {
            m_tools[index] = found->make(*this);
        }
        m_activeIndex = index;
        m_active = m_tools[index].get();
        m_active->activate();
    }
    Q_EMIT activated(activeId());
    Q_EMIT repaintNeeded();
}

void ToolManager::setAllowedShapes(const std::vector<domain::ShapeKind>& kinds)
{
    m_allowed = kinds;
    if (!isAllowed(m_infos[m_activeIndex])) {
        activate(selectId());
    }
    Q_EMIT allowedShapesChanged();
}

void ToolManager::setVision(VisionService* vision)
{
    m_active->cancel();
    m_vision = vision;
    refreshAssistant();
}

void ToolManager::refreshAssistant()
{
    if (!isAllowed(m_infos[m_activeIndex])) {
        activate(selectId());
    }
    Q_EMIT allowedShapesChanged();
}

bool ToolManager::hasShapes() const
{
    return std::any_of(m_allowed.begin(), m_allowed.end(),
                       [](domain::ShapeKind kind) { return kind != domain::ShapeKind::WholeSample; });
}

bool ToolManager::isAllowed(const ToolInfo& info) const
{
    if (info.needsVision && !m_vision) {
        return false;
    }
    if (info.needsAssistant && (!m_vision->hasAssistant() || !isAllowed(m_foundShape))) {
        return false;
    }
    return !info.kind || isAllowed(*info.kind);
}

bool ToolManager::isAllowed(domain::ShapeKind kind) const
{
    return std::find(m_allowed.begin(), m_allowed.end(), kind) != m_allowed.end();
}

PlacedPoint ToolManager::place(domain::ImagePoint raw, Qt::KeyboardModifiers modifiers, const Ids& ignored)
{
    PlacedPoint placed{raw, false};
    if (m_options.snaps && !modifiers.testFlag(Qt::ControlModifier)) {
        const double tolerance = m_transform.toImageLength(kSnapDistance);
        if (const auto target = snapTarget(m_scene, raw, tolerance, ignored)) {
            placed = {*target, true};
        }
    }
    if (m_options.usesWholePixels) {
        placed.point = {std::round(placed.point.x), std::round(placed.point.y)};
    }
    const QSizeF size = m_scene.pictureSize();
    placed.point.x = std::clamp(placed.point.x, 0.0, std::max(0.0, size.width()));
    placed.point.y = std::clamp(placed.point.y, 0.0, std::max(0.0, size.height()));
    return placed;
}

void ToolManager::finishShape(const domain::Shape& shape, std::optional<double> confidence)
{
    const QSizeF size = m_scene.pictureSize();
    const domain::Shape clamped = domain::clampedToImage(shape, size.width(), size.height());
    if (clamped.isValid()) {
        Q_EMIT shapeFinished(clamped, confidence);
    }
}

} // namespace lw::canvas
