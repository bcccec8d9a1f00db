// SPDX-License-Identifier: GPL-3.0-or-later
//! The widget on which pictures are annotated.
#pragma once

#include "widgets/canvas/CanvasOptions.h"
#include "widgets/canvas/CanvasRenderer.h"
#include "widgets/canvas/CanvasScene.h"
#include "widgets/canvas/InputGate.h"
#include "widgets/canvas/ShapeFinisher.h"
#include "widgets/canvas/ToolManager.h"
#include "widgets/canvas/ViewTransform.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace lw::canvas {

class PictureSource;

/// Shows a picture with its shapes and turns mouse and keys into edits of the document. GUI thread only.
class CanvasView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CanvasView)

public:
    /// `author` is written into what is changed here. Document and labels must outlive the view.
    CanvasView(document::SampleDocument& document, document::LabelSet& labels, const QString& author,
               QWidget* parent = nullptr);
    ~CanvasView() override;

    /// Shows another picture, fitted into the widget. Not owned; nullptr shows none. Call it after the document has
    /// loaded the sample.
    void setPicture(PictureSource* source);

    [[nodiscard]] CanvasScene& scene() { return m_scene; }
    [[nodiscard]] ToolManager& tools() { return m_tools; }
    [[nodiscard]] ShapeFinisher& finisher() { return m_finisher; }
    /// Edits from outside the canvas (label panel, actions) go through here, so that they keep their turn.
    [[nodiscard]] InputGate& gate() { return m_gate; }
    [[nodiscard]] const ViewTransform& transform() const { return m_transform; }

    [[nodiscard]] const CanvasOptions& options() const { return m_options; }
    void setOptions(const CanvasOptions& options);
    [[nodiscard]] const Adjustments& adjustments() const { return m_renderer.picture().adjustments(); }
    void setAdjustments(const Adjustments& adjustments);

    /// Zooms by `factor` around the cursor, or around the middle when it is not in the widget.
    void zoomBy(double factor);
    void zoomToFit();
    /// One picture pixel for each device-independent pixel.
    void zoomToActualSize();
    /// `imageRect` in picture pixels, with some surroundings.
    void zoomTo(const QRectF& imageRect);
    /// Scrolls so that `imageRect` (picture pixels) is seen, if it can be.
    void reveal(const QRectF& imageRect);

    /// A gesture, a question or the keyboard's crosshair is under way: Return and Backspace belong to it.
    [[nodiscard]] bool isAtWork() const;
    /// Finishes what is half done as well as possible (open question, held arrow key). Call it before another sample.
    void settle();

    /// Cost of the last paint event, for measurements.
    [[nodiscard]] qint64 lastPaintNanoseconds() const { return m_lastPaint; }
    /// Everything is on the widget, if only as a draft.
    [[nodiscard]] bool isComplete() const { return m_renderer.isComplete(); }
    /// Draws all that is left to draw, for pictures of the widget and measurements. May take long.
    void finishRendering();

Q_SIGNALS:
    /// The cursor is at this place of the picture; `colour` is transparent while the pixel is not known.
    void cursorMoved(lw::domain::ImagePoint at, QRgb colour);
    void cursorLeft();
    void transformChanged();
    void optionsChanged();
    void adjustmentsChanged();
    /// A sentence for the status line.
    void messageGiven(const QString& message);
    /// For the context menu, global coordinates; the shape under the mouse is selected already.
    void menuRequested(const QPoint& globalPosition);
    /// Somebody is working: for the stopwatch.
    void activitySeen();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool isNext) override;

private:
    void connectParts();
    void followReset(bool isOtherSample);
    void pictureChanged();
    void applyTransform(const ViewTransform& transform);
    void scheduleWork();
    void workOnLayers();
    void updateCursor();
    [[nodiscard]] ToolEvent toolEvent(const QMouseEvent& event) const;
    [[nodiscard]] bool startsPan(const QMouseEvent& event) const;
    void mouseDown(QMouseEvent& event, bool isDouble);
    void openMenu(const QMouseEvent& event);
    void shapeAdded(domain::AnnotationId id);
    bool keyEscape();
    bool keyCrosshair(const QKeyEvent& event);
    bool keyLabel(const QKeyEvent& event);
    void reportCursor(const ToolEvent& event);

    CanvasOptions m_options;
    ViewTransform m_transform;
    CanvasScene m_scene;
    CanvasRenderer m_renderer;
    ToolManager m_tools;
    InputGate m_gate;
    ShapeFinisher m_finisher;
    QTimer m_workTimer;
    QElapsedTimer m_sinceViewChange;
    std::optional<ViewPoint> m_cursor;                  ///< where the mouse is, if within
    std::optional<domain::ImagePoint> m_keyboardCursor; ///< crosshair moved by keys, until the mouse moves
    std::optional<QPointF> m_panFrom;
    bool m_isSpaceHeld = false;
    bool m_needsFit = true;
    qint64 m_lastPaint = 0;
};

} // namespace lw::canvas
