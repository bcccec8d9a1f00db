// SPDX-License-Identifier: GPL-3.0-or-later
//! What a canvas tool is and what it may use.
#pragma once

#include "widgets/canvas/CanvasOptions.h"
#include "widgets/canvas/CanvasScene.h"
#include "widgets/canvas/ViewTransform.h"

#include <QCursor>
#include <QString>

#include <optional>

class QKeyEvent;
class QPainter;

namespace lw::canvas {

class VisionService;

/// What tools remember while others are used.
struct ToolMemory {
    double brushRadius = 12; ///< picture pixels
    double wandTolerance = 12;
    bool isWandContiguous = true;
};

/// A mouse event, or a key that stands for one, in both coordinate spaces.
struct ToolEvent {
    domain::ImagePoint image;
    ViewPoint view;
    Qt::MouseButton button = Qt::LeftButton;
    Qt::KeyboardModifiers modifiers;
    bool isKeyboard = false; ///< a point placed by Enter
};

/// A point after snapping, rounding and keeping within the picture.
struct PlacedPoint {
    domain::ImagePoint point;
    bool isSnapped = false;
};

/// What a tool may use of the canvas. Implemented by ToolManager.
class ToolContext {
public:
    virtual ~ToolContext() = default;
    [[nodiscard]] virtual CanvasScene& scene() = 0;
    [[nodiscard]] virtual const ViewTransform& transform() const = 0;
    [[nodiscard]] virtual const CanvasOptions& options() const = 0;
    /// `raw` as it may be stored: snapped (unless Ctrl is held or snapping is off), rounded, within the picture.
    /// `ignored` are the annotations not to snap to.
    [[nodiscard]] virtual PlacedPoint place(domain::ImagePoint raw, Qt::KeyboardModifiers modifiers,
                                            const Ids& ignored = {}) = 0;
    /// The colour of the label that the next shape will probably have.
    [[nodiscard]] virtual QColor drawingColour() = 0;
    /// The joints of the label that the next skeleton will probably have; none if no label has any.
    [[nodiscard]] virtual domain::SkeletonLayout drawingSkeleton() = 0;
    /// Hands over a drawn shape; invalid ones (a box without width) are dropped. `confidence` 0 to 1 for shapes that
    /// were inferred.
    virtual void finishShape(const domain::Shape& shape, std::optional<double> confidence = {}) = 0;
    /// What an object that was found becomes: a box, a polygon or a mask.
    [[nodiscard]] virtual domain::ShapeKind foundShape() const = 0;
    /// Image processing; nullptr where the canvas has none. Tools that need it are then not offered.
    [[nodiscard]] virtual VisionService* vision() = 0;
    [[nodiscard]] virtual ToolMemory& memory() = 0;
    /// A sentence for the status line, translated.
    virtual void tell(const QString& message) = 0;
    virtual void repaint() = 0;
};

/// One way to use the mouse and keys on the canvas. Only one tool is active. Calls come on the GUI thread, always
/// between activate() and deactivate(); release() only after press().
class Tool {
public:
    explicit Tool(ToolContext& context) : m_context(context) {}
    virtual ~Tool() = default;
    Q_DISABLE_COPY_MOVE(Tool)

    virtual void activate() {}
    /// What is half done is dropped.
    virtual void deactivate() { cancel(); }
    /// Left button only; the middle one pans in every tool and the right one opens the menu.
    virtual void press(const ToolEvent& event) = 0;
    /// With or without a pressed button.
    virtual void move(const ToolEvent& event) = 0;
    virtual void release(const ToolEvent& event) = 0;
    /// Comes instead of the second press of two quick ones; a release follows.
    virtual void doubleClick(const ToolEvent& event) { press(event); }
    /// True if the key was used.
    virtual bool keyPress(QKeyEvent& event) = 0;
    virtual bool keyRelease(QKeyEvent&) { return false; }
    /// True for keys that it uses right now although a shortcut of the window may have them too.
    [[nodiscard]] virtual bool wantsKey(const QKeyEvent&) const { return false; }
    /// Shift and the wheel, in notches; true if used.
    virtual bool turnWheel(double) { return false; }
    /// Escape: back to the state before the gesture. False if nothing was under way.
    virtual bool cancel() = 0;
    /// Takes back one piece of a half done gesture, such as the last point of a polygon; false if there is none.
    virtual bool stepBack() { return false; }
    /// Grabs another handle of the selected shape for the arrow keys, `step` is +1 or -1.
    virtual void grabCorner(int) {}
    /// Grabs the handle of the selected shape that lies there, or none.
    virtual void grabAt(const ToolEvent&) {}
    /// The handle of the one selected shape that keys act on.
    [[nodiscard]] virtual std::optional<int> grabbedHandle() const { return std::nullopt; }
    /// A gesture is under way.
    [[nodiscard]] virtual bool isBusy() const = 0;
    /// The mouse left the widget.
    virtual void leave() {}
    /// Finishes what needs no further input, because the keyboard or the sample goes elsewhere.
    virtual void settle() {}
    /// On top of everything, in widget coordinates.
    virtual void paint(QPainter& painter) = 0;
    [[nodiscard]] virtual QCursor cursor() const { return Qt::CrossCursor; }
    /// True for tools that draw shapes: arrow keys then move a keyboard crosshair, Enter places points.
    [[nodiscard]] virtual bool isDrawing() const { return false; }
    /// True for tools that go on with the shape they made: it is selected then.
    [[nodiscard]] virtual bool continuesShape() const { return false; }

protected:
    [[nodiscard]] ToolContext& context() const { return m_context; }
    [[nodiscard]] CanvasScene& scene() const { return m_context.scene(); }

private:
    ToolContext& m_context;
};

} // namespace lw::canvas
