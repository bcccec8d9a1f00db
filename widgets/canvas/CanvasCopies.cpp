// SPDX-License-Identifier: GPL-3.0-or-later
//! Copies of shapes: clipboard, duplicates, those of the previous picture.
#include "widgets/canvas/CanvasCommands.h"

#include "models/core/WhenDone.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lw::canvas {

namespace {

namespace commands = document::commands;

constexpr double kDuplicateShift = 12; // device-independent pixels

} // namespace

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

} // namespace lw::canvas
