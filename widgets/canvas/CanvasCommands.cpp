// SPDX-License-Identifier: GPL-3.0-or-later
//! Actions on the selection, the clipboard and the view.
#include "widgets/canvas/CanvasCommands.h"

#include <algorithm>
#include <utility>

namespace lw::canvas {

namespace {

namespace commands = document::commands;

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
    m_view.gate().run([this, step] {
        // The skeleton tool keeps what it drew selected, but has the arrow keys for its crosshair.
        if (m_view.tools().activeKind() == domain::ShapeKind::Skeleton && !m_view.tools().active().isBusy()) {
            m_view.tools().activate(m_view.tools().selectId());
        }
        m_view.tools().active().grabCorner(step);
    });
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

void CanvasCommands::tellLocked()
{
    Q_EMIT m_view.messageGiven(tr("Shapes of locked labels were left as they are."));
}

} // namespace lw::canvas
