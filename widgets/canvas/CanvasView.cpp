// SPDX-License-Identifier: GPL-3.0-or-later
//! View state and painting; input is in CanvasViewInput.cpp.
#include "widgets/canvas/CanvasView.h"

#include "widgets/canvas/PictureSource.h"
#include "widgets/common/Theme.h"

#include <QPainter>
#include <QPaintEvent>

#include <algorithm>
#include <cmath>

namespace lw::canvas {

namespace {

constexpr qint64 kSliceNanoseconds = 4'000'000;
/// Refining begins when the view has rested this long.
constexpr int kRestMilliseconds = 90;
constexpr double kObjectShare = 0.5; ///< of the widget, when zooming to an object
constexpr double kLargestObjectZoom = 12;

} // namespace

CanvasView::CanvasView(document::SampleDocument& document, document::LabelSet& labels, const QString& author,
                       QWidget* parent)
    : QWidget(parent), m_scene(document, labels, author), m_renderer(m_scene, common::colours().canvas),
      m_tools(m_scene, m_transform, m_options),
      m_gate([this] { return m_scene.document().isSaving(); }, [this](QEvent& late) { event(&late); }),
      m_finisher({m_scene, m_transform, m_options, m_gate, *this})
{
    setObjectName(QStringLiteral("canvas.view"));
    setAccessibleName(tr("Picture with its shapes"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(200, 150);
    m_workTimer.setSingleShot(true);
    m_sinceViewChange.start();
    connectParts();
}

CanvasView::~CanvasView() = default;

void CanvasView::connectParts()
{
    const auto repaintAll = qOverload<>(&QWidget::update);
    connect(&m_workTimer, &QTimer::timeout, this, &CanvasView::workOnLayers);
    connect(&m_scene, &CanvasScene::invalidated, this, [this](const QRectF& rect) {
        m_renderer.invalidateShapes(rect);
        scheduleWork();
        update();
    });
    connect(&m_scene, &CanvasScene::overlayChanged, this, repaintAll);
    connect(&m_scene, &CanvasScene::documentReset, this, &CanvasView::followReset);
    connect(&m_scene.document(), &document::SampleDocument::savingChanged, &m_gate, [this](bool isSaving) {
        if (!isSaving) {
            m_gate.release();
        }
    });
    connect(&m_tools, &ToolManager::repaintNeeded, this, repaintAll);
    connect(&m_tools, &ToolManager::activated, this, &CanvasView::updateCursor);
    connect(&m_tools, &ToolManager::messageGiven, this, &CanvasView::messageGiven);
    m_tools.setSkeletonSource([this] { return m_finisher.drawingSkeleton(); });
    connect(&m_tools, &ToolManager::shapeFinished, &m_finisher, &ShapeFinisher::begin);
    connect(&m_finisher, &ShapeFinisher::repaintNeeded, this, repaintAll);
    connect(&m_finisher, &ShapeFinisher::messageGiven, this, &CanvasView::messageGiven);
    connect(&m_finisher, &ShapeFinisher::shapeAdded, this, &CanvasView::shapeAdded);
}

void CanvasView::followReset(bool isOtherSample)
{
    // The same sample may be read anew because another process changed it: a half drawn shape stays then.
    if (isOtherSample || !m_tools.active().isDrawing()) {
        m_tools.active().cancel();
    }
    if (isOtherSample) {
        m_finisher.cancel();
        m_renderer.clearShapes();
    }
}

void CanvasView::setPicture(PictureSource* source)
{
    if (PictureSource* old = m_renderer.picture().source()) {
        old->disconnect(this);
    }
    m_renderer.setSource(source);
    m_needsFit = true;
    if (source) {
        connect(source, &PictureSource::changed, this, &CanvasView::pictureChanged);
        connect(source, &PictureSource::tileReady, this, [this](int level, int tx, int ty) {
            m_renderer.invalidateTile(level, tx, ty);
            scheduleWork();
        });
    }
    pictureChanged();
}

void CanvasView::pictureChanged()
{
    const PictureSource* source = m_renderer.picture().source();
    const domain::Sample& sample = m_scene.document().sample();
    QSizeF size = source ? QSizeF(source->imageSize()) : QSizeF();
    if (size.isEmpty()) {
        size = QSizeF(sample.width, sample.height);
    }
    m_scene.setPictureSize(size);
    m_renderer.invalidatePicture();
    ViewTransform next = m_transform;
    const bool isSameSize = next.imageSize() == size;
    next.setImageSize(size);
    if (m_needsFit && !size.isEmpty() && !next.viewSize().isEmpty()) {
        m_needsFit = false;
        if (!(m_options.keepsZoom && isSameSize)) {
            next.fit();
        }
    }
    applyTransform(next);
    scheduleWork();
    update();
}

void CanvasView::setOptions(const CanvasOptions& options)
{
    if (options == m_options) {
        return;
    }
    m_options = options;
    m_renderer.setOptions(options);
    m_scene.setShapesShown(options.showsShapes);
    scheduleWork();
    update();
    Q_EMIT optionsChanged();
}

void CanvasView::setAdjustments(const Adjustments& adjustments)
{
    if (adjustments == this->adjustments()) {
        return;
    }
    m_renderer.setAdjustments(adjustments);
    scheduleWork();
    update();
    Q_EMIT adjustmentsChanged();
}

void CanvasView::zoomBy(double factor)
{
    ViewTransform next = m_transform;
    next.setZoom(next.zoom() * factor, m_cursor.value_or(ViewPoint::from(QRectF(rect()).center())));
    applyTransform(next);
}

void CanvasView::zoomToFit()
{
    ViewTransform next = m_transform;
    next.fit();
    applyTransform(next);
}

void CanvasView::zoomToActualSize()
{
    ViewTransform next = m_transform;
    next.setZoom(1, ViewPoint::from(QRectF(rect()).center()));
    // Picture pixels on whole widget pixels are crisp.
    next.pan(std::round(next.offset().x()) - next.offset().x(), std::round(next.offset().y()) - next.offset().y());
    applyTransform(next);
}

void CanvasView::zoomTo(const QRectF& imageRect)
{
    ViewTransform next = m_transform;
    next.showRect(imageRect, kObjectShare);
    if (next.zoom() > kLargestObjectZoom) {
        next.setZoom(kLargestObjectZoom, ViewPoint::from(QRectF(rect()).center()));
    }
    applyTransform(next);
}

void CanvasView::reveal(const QRectF& imageRect)
{
    ViewTransform next = m_transform;
    next.ensureVisible(imageRect);
    applyTransform(next);
}

bool CanvasView::isAtWork() const
{
    return m_tools.active().isBusy() || m_finisher.isAsking() || m_keyboardCursor;
}

void CanvasView::settle()
{
    m_tools.active().settle();
    if (m_finisher.isAsking() && !m_finisher.settle()) {
        m_finisher.cancel();
    }
}

void CanvasView::finishRendering()
{
    m_renderer.setView(m_transform, devicePixelRatioF());
    constexpr qint64 kSecond = 1'000'000'000;
    while (!m_renderer.isFine()) {
        m_renderer.work(kSecond, true);
    }
    update();
}

void CanvasView::applyTransform(const ViewTransform& transform)
{
    if (transform == m_transform) {
        return;
    }
    m_transform = transform;
    m_sinceViewChange.restart();
    update();
    Q_EMIT transformChanged();
}

void CanvasView::scheduleWork()
{
    if (m_renderer.isFine()) {
        return;
    }
    const qint64 rest = kRestMilliseconds - m_sinceViewChange.elapsed();
    m_workTimer.start(m_renderer.isComplete() ? int(std::max<qint64>(0, rest)) : 0);
}

void CanvasView::workOnLayers()
{
    const bool mayRefine = m_sinceViewChange.elapsed() >= kRestMilliseconds;
    if (m_renderer.work(kSliceNanoseconds, mayRefine)) {
        update();
    }
    scheduleWork();
}

void CanvasView::paintEvent(QPaintEvent*)
{
    QElapsedTimer clock;
    clock.start();
    m_tools.setDrawingColour(m_finisher.drawingColour(m_tools.activeKind()));
    m_renderer.setView(m_transform, devicePixelRatioF());
    std::optional<ViewPoint> crosshair = m_panFrom ? std::nullopt : m_cursor;
    if (m_keyboardCursor) {
        crosshair = m_transform.toView(*m_keyboardCursor);
    }
    QPainter painter(this);
    m_renderer.paint(painter, m_tools.active(), m_finisher.isAsking() ? std::nullopt : crosshair);
    m_finisher.paint(painter);
    painter.end();
    m_lastPaint = clock.nsecsElapsed();
    scheduleWork();
}

void CanvasView::resizeEvent(QResizeEvent*)
{
    ViewTransform next = m_transform;
    // A picture that was fitted stays fitted.
    ViewTransform fitted = m_transform;
    fitted.fit();
    const bool wasFitted = fitted == m_transform;
    next.setViewSize(QSizeF(size()));
    if ((wasFitted || m_needsFit) && !next.imageSize().isEmpty()) {
        m_needsFit = false;
        next.fit();
    }
    applyTransform(next);
}

void CanvasView::shapeAdded(domain::AnnotationId id)
{
    if (!m_options.staysInDrawMode) {
        m_tools.activate(m_tools.selectId());
    }
    const bool isKept = !m_options.staysInDrawMode || m_tools.active().continuesShape();
    m_scene.setSelection(isKept ? Ids{id} : Ids());
}

} // namespace lw::canvas
