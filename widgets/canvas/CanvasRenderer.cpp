// SPDX-License-Identifier: GPL-3.0-or-later
//! Order of painting, and which layer works first.
#include "widgets/canvas/CanvasRenderer.h"

#include "widgets/canvas/CanvasScene.h"
#include "widgets/canvas/OverlayPainter.h"
#include "widgets/canvas/PictureSource.h"
#include "widgets/canvas/Tool.h"
#include "widgets/common/Theme.h"

#include <QElapsedTimer>
#include <QPainter>

#include <algorithm>

namespace lw::canvas {

namespace {

constexpr double kPixelGridFromZoom = 16;
constexpr size_t kManyLive = 200; ///< more selected shapes than this are drawn as drafts
/// While a job is as short as this, it is done within the paint event, so that nothing flickers.
constexpr qint64 kWorkInPaint = 2'000'000;

} // namespace

CanvasRenderer::CanvasRenderer(const CanvasScene& scene, const QColor& background)
    : m_scene(scene), m_background(background), m_picture(background), m_shapes(scene),
      m_pictureCache(m_picture, LayerCache::Pixels::Opaque), m_shapeCache(m_shapes, LayerCache::Pixels::Transparent)
{
}

void CanvasRenderer::setSource(PictureSource* source)
{
    m_picture.setSource(source);
    m_pictureCache.clear();
}

void CanvasRenderer::setAdjustments(const Adjustments& adjustments)
{
    m_picture.setAdjustments(adjustments);
    m_pictureCache.invalidate();
}

void CanvasRenderer::setOptions(const CanvasOptions& options)
{
    const bool areNamesChanged = options.showsNames != m_options.showsNames;
    m_options = options;
    m_shapes.setNamesShown(options.showsNames);
    if (areNamesChanged) {
        m_shapeCache.invalidate();
    }
}

void CanvasRenderer::setView(const ViewTransform& transform, double devicePixelRatio)
{
    m_transform = transform;
    m_picture.setDevicePixelRatio(devicePixelRatio);
    m_pictureCache.setView(transform, devicePixelRatio);
    m_shapeCache.setView(transform, devicePixelRatio);
}

void CanvasRenderer::invalidatePicture()
{
    m_picture.forgetTiles();
    m_pictureCache.invalidate();
}

void CanvasRenderer::invalidateTile(int level, int tx, int ty)
{
    m_pictureCache.invalidate(m_picture.tileRect(level, tx, ty));
}

void CanvasRenderer::invalidateShapes(const QRectF& imageRect)
{
    if (imageRect == QRectF()) {
        m_shapeCache.invalidate();
    } else {
        m_shapeCache.invalidate(imageRect);
    }
}

void CanvasRenderer::clearShapes()
{
    m_shapeCache.clear();
}

void CanvasRenderer::paint(QPainter& painter, Tool& tool, std::optional<ViewPoint> cursor)
{
    m_shapeCache.work(kWorkInPaint, false);
    paintPicture(painter);
    if (m_options.showsPixelGrid && m_transform.zoom() >= kPixelGridFromZoom) {
        paintPixelGrid(painter, m_transform);
    }
    if (m_scene.areShapesShown()) {
        m_shapeCache.paint(painter);
        paintLiveShapes(painter);
    }
    if (cursor && m_options.showsCrosshair && tool.isDrawing()) {
        paintCrosshair(painter, *cursor, m_transform.viewSize());
    }
    tool.paint(painter);
    if (PictureSource* source = m_picture.source()) {
        if (!source->problem().isEmpty()) {
            painter.setPen(common::colours().textMuted);
            painter.drawText(m_transform.viewRect(), Qt::AlignCenter | Qt::TextWordWrap, source->problem());
        }
        paintNotes(painter, source->notes(), m_transform.viewSize());
    }
}

bool CanvasRenderer::work(qint64 nanoseconds, bool mayRefine)
{
    QElapsedTimer clock;
    clock.start();
    // Refining of shapes waits until both layers show something.
    bool isChanged = m_shapeCache.work(nanoseconds / 2, false);
    isChanged |= m_pictureCache.work(std::max<qint64>(nanoseconds / 2, nanoseconds - clock.nsecsElapsed()), mayRefine);
    if (mayRefine && m_pictureCache.isFine() && clock.nsecsElapsed() < nanoseconds) {
        isChanged |= m_shapeCache.work(nanoseconds - clock.nsecsElapsed(), true);
    }
    return isChanged;
}

bool CanvasRenderer::isComplete() const
{
    return m_pictureCache.isComplete() && m_shapeCache.isComplete();
}

bool CanvasRenderer::isFine() const
{
    return m_pictureCache.isFine() && m_shapeCache.isFine();
}

void CanvasRenderer::paintPicture(QPainter& painter)
{
    if (!m_pictureCache.coversView()) {
        painter.fillRect(m_transform.viewRect(), m_background);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        m_picture.paintPreview(painter, m_transform.toView(m_transform.imageRect()));
    } else if (!m_pictureCache.isComplete()) {
        painter.fillRect(m_transform.viewRect(), m_background);
    }
    m_pictureCache.paint(painter);
}

void CanvasRenderer::paintLiveShapes(QPainter& painter)
{
    ShapeLook look;
    look.isSelected = true;
    look.quality = m_scene.selection().size() > kManyLive ? Quality::Draft : Quality::Fine;
    const domain::Annotation* hovered = m_scene.find(m_scene.hovered());
    if (hovered && !m_scene.isSelected(hovered->id) && m_scene.isShown(*hovered)) {
        ShapeLook hover;
        hover.isHovered = true;
        m_shapes.paintLive(painter, *hovered, m_transform, hover);
    }
    const QRectF seen = m_transform.toImage(m_transform.viewRect());
    for (domain::AnnotationId id : m_scene.selection()) {
        const domain::Annotation* annotation = m_scene.find(id);
        const bool isSeen =
            annotation && m_scene.isShown(*annotation) &&
            (m_scene.previewOf(id) || seen.intersects(m_scene.index().bounds(id).adjusted(-1, -1, 1, 1)));
        if (isSeen) {
            m_shapes.paintLive(painter, *annotation, m_transform, look);
        }
    }
}

} // namespace lw::canvas
