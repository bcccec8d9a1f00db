// SPDX-License-Identifier: GPL-3.0-or-later
//! Actions on the selection, the clipboard and the view.
#include "widgets/canvas/CanvasCommands.h"

#include "models/core/WhenDone.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

namespace lw::canvas {

namespace {

namespace commands = document::commands;

constexpr double kDuplicateShift = 12; // device-independent pixels

bool flagOf(const domain::Annotation& a, ShapeFlag flag)
{
    switch (flag) {
    case ShapeFlag::Difficult:
        return a.isDifficult;
    case ShapeFlag::Truncated:
        return a.isTruncated;
    case ShapeFlag::Occluded:
        return a.isOccluded;
    case ShapeFlag::Hard:
        return a.isHard;
    }
    return false;
}

commands::FlagChange flagChange(ShapeFlag flag, bool isSet)
{
    commands::FlagChange change;
    switch (flag) {
    case ShapeFlag::Difficult:
        change.isDifficult = isSet;
        break;
    case ShapeFlag::Truncated:
        change.isTruncated = isSet;
        break;
    case ShapeFlag::Occluded:
        change.isOccluded = isSet;
        break;
    case ShapeFlag::Hard:
        change.isHard = isSet;
        break;
    }
    return change;
}

} // namespace

CanvasCommands::CanvasCommands(CanvasView& view, QObject* parent) : QObject(parent), m_view(view), m_scene(view.scene())
{
}

void CanvasCommands::undo()
{
    m_view.gate().run([this] {
        m_view.tools().active().settle();
        if (!m_view.tools().active().stepBack()) {
            m_scene.document().undo();
        }
    });
}

void CanvasCommands::redo()
{
    m_view.gate().run([this] {
        m_view.tools().active().settle();
        m_scene.document().redo();
    });
}

void CanvasCommands::resetDrag()
{
    m_view.gate().run([this] {
        if (m_scene.hasPreview()) {
            m_view.tools().active().cancel();
            return;
        }
        std::vector<commands::Reshape> before = m_scene.beforeLastDrag();
        std::erase_if(before, [this](const commands::Reshape& r) { return m_scene.isLocked(r.id); });
        m_scene.forgetLastDrag();
        if (!before.empty()) {
            commands::reshape(m_scene.document(), before, m_scene.author());
        }
    });
}

void CanvasCommands::removeSelected()
{
    onSelection([this](const Ids& ids) { commands::removeShapes(m_scene.document(), ids); });
}

void CanvasCommands::clearShapes()
{
    m_view.gate().run([this] {
        m_view.tools().active().cancel();
        Ids ids;
        for (const domain::Annotation& annotation : m_scene.annotations()) {
            if (!m_scene.isLocked(annotation.id)) {
                ids.push_back(annotation.id);
            }
        }
        if (ids.size() == m_scene.annotations().size()) {
            commands::clearShapes(m_scene.document());
        } else {
            commands::removeShapes(m_scene.document(), ids);
            tellLocked();
        }
    });
}

void CanvasCommands::copySelected()
{
    const std::vector<domain::Annotation> chosen = selectedAnnotations();
    if (!chosen.empty()) {
        copyShapes(chosen, m_scene.labels());
    }
}

void CanvasCommands::paste()
{
    pasteShapes(clippedShapes());
}

void CanvasCommands::pasteShapes(const std::vector<ClippedShape>& shapes)
{
    for (const ClippedShape& shape : shapes) {
        if (!m_scene.labels().findByName(shape.labelName)) {
            // One after the other: the label set knows the new one when this comes round again.
            core::whenDone(m_scene.labels().create(shape.labelName, shape.labelColour), this,
                           [this, shapes, skeleton = shape.labelSkeleton](const core::Result<domain::LabelId>& made) {
                               if (made) {
                                   giveSkeleton(*made, skeleton);
                                   QMetaObject::invokeMethod(
                                       this, [this, shapes] { pasteShapes(shapes); }, Qt::QueuedConnection);
                               } else {
                                   Q_EMIT m_view.messageGiven(tr("A label of the pasted shapes could not be made."));
                               }
                           });
            return;
        }
    }
    pasteNow(shapes);
}

void CanvasCommands::giveSkeleton(domain::LabelId id, const domain::SkeletonLayout& skeleton)
{
    const domain::Label* label = m_scene.labels().find(id);
    if (label && !skeleton.joints.isEmpty()) {
        domain::Label changed = *label;
        changed.skeleton = skeleton;
        core::whenDone(m_scene.labels().update(changed), this, [this](const core::Result<>& done) {
            if (!done) {
                Q_EMIT m_view.messageGiven(tr("A label of the pasted shapes could not be made."));
            }
        });
    }
}

void CanvasCommands::pasteNow(const std::vector<ClippedShape>& shapes)
{
    if (shapes.empty()) {
        return;
    }
    m_view.gate().run([this, shapes] {
        std::vector<domain::Annotation> annotations;
        for (const ClippedShape& shape : shapes) {
            annotations.push_back(shape.annotation);
            if (const domain::Label* label = m_scene.labels().findByName(shape.labelName)) {
                annotations.back().labelId = label->id;
            }
        }
        m_scene.setSelection(commands::paste(m_scene.document(), shiftedIfCovered(std::move(annotations)),
                                             domain::EditKind::Paste, m_scene.author()));
    });
}

void CanvasCommands::duplicateSelected()
{
    m_view.gate().run([this] {
        const std::vector<domain::Annotation> copies = shiftedIfCovered(selectedAnnotations());
        if (!copies.empty()) {
            m_scene.setSelection(
                commands::paste(m_scene.document(), copies, domain::EditKind::Paste, m_scene.author()));
        }
    });
}

void CanvasCommands::repeatShapes(const std::vector<domain::Annotation>& annotations)
{
    if (annotations.empty()) {
        Q_EMIT m_view.messageGiven(tr("The previous picture has no shapes."));
        return;
    }
    m_view.gate().run([this, annotations] {
        m_scene.setSelection(
            commands::paste(m_scene.document(), annotations, domain::EditKind::RepeatPrevious, m_scene.author()));
    });
}

void CanvasCommands::selectAll()
{
    m_view.tools().activate(m_view.tools().selectId());
    Ids ids;
    for (const domain::Annotation& annotation : m_scene.annotations()) {
        ids.push_back(annotation.id);
    }
    m_scene.setSelection(ids);
}

void CanvasCommands::selectNext(int step, bool zooms)
{
    Ids ids;
    for (const domain::Annotation& annotation : m_scene.annotations()) {
        if (m_scene.isShown(annotation)) {
            ids.push_back(annotation.id);
        }
    }
    if (ids.empty()) {
        return;
    }
    m_view.tools().activate(m_view.tools().selectId());
    m_view.tools().active().settle();
    const auto count = qint64(ids.size());
    qint64 at = step > 0 ? 0 : count - 1;
    if (!m_scene.selection().empty()) {
        const auto current = std::find(ids.begin(), ids.end(), m_scene.selection().back());
        at = current == ids.end() ? at : (current - ids.begin() + step + count) % count;
    }
    const domain::AnnotationId id = ids[size_t(at)];
    m_scene.setSelection({id});
    const QRectF bounds = m_scene.index().bounds(id);
    zooms ? m_view.zoomTo(bounds) : m_view.reveal(bounds);
    //: %1 is a label's name, %2 a position, %3 a number of shapes
    Q_EMIT m_view.messageGiven(
        tr("%1 (%2 of %3)").arg(m_scene.style(m_scene.find(id)->labelId).name).arg(at + 1).arg(count));
}

void CanvasCommands::zoomToSelected()
{
    QRectF bounds;
    for (domain::AnnotationId id : m_scene.selection()) {
        // A point has no size, and unions ignore what has none.
        bounds |= m_scene.index().bounds(id).adjusted(-0.5, -0.5, 0.5, 0.5);
    }
    if (bounds.isNull()) {
        selectNext(1, true);
    } else {
        m_view.zoomTo(bounds);
    }
}

void CanvasCommands::grabCorner(int step)
{
    m_view.gate().run([this, step] { m_view.tools().active().grabCorner(step); });
}

void CanvasCommands::askForLabel()
{
    onSelection([this](const Ids&) { m_view.finisher().askForSelection(); });
}

void CanvasCommands::toggleFlag(ShapeFlag flag)
{
    onSelection([this, flag](const Ids& ids) {
        commands::changeFlags(m_scene.document(), ids, flagChange(flag, !hasFlag(flag)), m_scene.author());
    });
}

bool CanvasCommands::hasFlag(ShapeFlag flag) const
{
    const Ids& ids = m_scene.selection();
    return !ids.empty() && std::all_of(ids.begin(), ids.end(), [this, flag](domain::AnnotationId id) {
        const domain::Annotation* annotation = m_scene.find(id);
        return annotation && flagOf(*annotation, flag);
    });
}

void CanvasCommands::changeOrder(commands::OrderMove move)
{
    onSelection([this, move](const Ids& ids) { commands::changeOrder(m_scene.document(), ids, move); });
}

void CanvasCommands::useLabel(domain::LabelId label)
{
    if (m_scene.selection().empty()) {
        m_view.finisher().chooseLabel(label);
        return;
    }
    onSelection([this, label](const Ids& ids) {
        m_scene.labels().use(label);
        commands::changeLabel(m_scene.document(), ids, label, m_scene.author());
    });
}

void CanvasCommands::onSelection(std::function<void(const Ids&)> change)
{
    m_view.gate().run([this, change = std::move(change)] {
        m_view.tools().active().settle();
        const Ids ids = m_scene.changeableSelection();
        if (!ids.empty()) {
            change(ids);
        }
        if (ids.size() < m_scene.selection().size()) {
            tellLocked();
        }
    });
}

std::vector<domain::Annotation> CanvasCommands::selectedAnnotations() const
{
    std::vector<domain::Annotation> chosen;
    // In stacking order, so that copies lie above each other as the originals do.
    for (const domain::Annotation& annotation : m_scene.annotations()) {
        if (m_scene.isSelected(annotation.id)) {
            chosen.push_back(annotation);
        }
    }
    return chosen;
}

/// Copies exactly above their originals would not be seen; they are moved a little.
std::vector<domain::Annotation> CanvasCommands::shiftedIfCovered(std::vector<domain::Annotation> annotations) const
{
    const auto isCovered = [this](const domain::Annotation& copy) {
        const auto& all = m_scene.annotations();
        return std::any_of(all.begin(), all.end(), [&](const domain::Annotation& a) {
            return a.shape == copy.shape && a.labelId == copy.labelId;
        });
    };
    const double step = std::max(1.0, std::round(m_view.transform().toImageLength(kDuplicateShift)));
    for (int tries = 0; tries < 20 && !annotations.empty() && isCovered(annotations.front()); ++tries) {
        for (domain::Annotation& annotation : annotations) {
            annotation.shape = annotation.shape.translated(step, step);
        }
    }
    return annotations;
}

void CanvasCommands::tellLocked()
{
    Q_EMIT m_view.messageGiven(tr("Shapes of locked labels were left as they are."));
}

} // namespace lw::canvas
