// SPDX-License-Identifier: GPL-3.0-or-later
//! What can be done on the canvas besides mouse gestures, as functions; each takes its turn behind a gesture being
//! saved.
#pragma once

#include "widgets/canvas/CanvasView.h"
#include "widgets/canvas/ShapeClipboard.h"

#include <QObject>

#include <functional>
#include <vector>

namespace lw::canvas {

/// The marks of a shape that can be switched.
enum class ShapeFlag { Difficult, Truncated, Occluded, Hard };

/// GUI thread only. The view must outlive it. Locked shapes are left alone, with a message from the view.
class CanvasCommands final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CanvasCommands)

public:
    explicit CanvasCommands(CanvasView& view, QObject* parent = nullptr);

    /// Takes back the half drawn point or gesture if there is one, else the last step.
    void undo();
    void redo();
    /// Cancels a drag under way, else brings the shapes back to where they were before the last drag, as a new step.
    void resetDrag();
    void removeSelected();
    /// All shapes but those with locked labels.
    void clearShapes();
    void copySelected();
    /// Labels that do not exist here yet are made.
    void paste();
    void duplicateSelected();
    /// Takes over shapes of another picture of the same dataset (the previous one's).
    void repeatShapes(const std::vector<domain::Annotation>& annotations);
    void selectAll();
    /// +1 or -1 in stacking order, around the end; scrolls there, or zooms if `zooms`.
    void selectNext(int step, bool zooms);
    void zoomToSelected();
    void grabCorner(int step);
    void askForLabel();
    /// Sets the flag on all selected shapes, or takes it away if all have it.
    void toggleFlag(ShapeFlag flag);
    /// All selected shapes have it, and there are some.
    [[nodiscard]] bool hasFlag(ShapeFlag flag) const;
    void changeOrder(document::commands::OrderMove move);
    /// Relabels the selection; without one, new shapes get `label` without a question.
    void useLabel(domain::LabelId label);

private:
    /// Runs `change` with the changeable part of the selection; says so if nothing of it can be changed.
    void onSelection(std::function<void(const Ids&)> change);
    void pasteShapes(const std::vector<ClippedShape>& shapes);
    /// A label that was made for pasted skeletons gets their joints.
    void giveSkeleton(domain::LabelId id, const domain::SkeletonLayout& skeleton);
    void pasteNow(const std::vector<ClippedShape>& shapes);
    [[nodiscard]] std::vector<domain::Annotation> selectedAnnotations() const;
    [[nodiscard]] std::vector<domain::Annotation> shiftedIfCovered(std::vector<domain::Annotation> annotations) const;
    void tellLocked();

    CanvasView& m_view;
    CanvasScene& m_scene;
};

} // namespace lw::canvas
