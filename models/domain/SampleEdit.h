// SPDX-License-Identifier: GPL-3.0-or-later
//! One undoable step on a sample: before and after values of the annotations (and sample fields) that it touched.
#pragma once

#include "models/domain/Annotation.h"
#include "models/domain/Sample.h"

#include <QByteArray>

#include <functional>
#include <optional>
#include <vector>

namespace lw::domain {

/// What the person did; names the step in menus. Stored as its number: append only.
enum class EditKind {
    AddShape,
    RemoveShapes,
    MoveShapes,     ///< moved, resized, vertices changed
    ChangeLabel,
    ChangeFlags,    ///< difficult, truncated, occluded, pose
    ChangeAttributes,
    ChangeOrder,
    Paste,
    RepeatPrevious, ///< shapes of the previous sample taken over
    ClearShapes,
    MarkHard,
    Confirm,        ///< a sample to confirm became labelled
    SetLabels,      ///< labels of the whole sample
    Reject,         ///< a model's proposals were taken off
};

/// An annotation before and after; absent before = it was added, absent after = it was removed.
struct AnnotationChange {
    std::optional<Annotation> before;
    std::optional<Annotation> after;
    /// Only in steps read from the history, where both shapes are masks: the pixels in which they differ. The masks
    /// themselves are empty until complete() fills them in.
    std::optional<Mask> patch{};

    bool operator==(const AnnotationChange&) const = default;
    [[nodiscard]] AnnotationId id() const { return after ? after->id : before ? before->id : AnnotationId{}; }
};

/// The hard mark of the whole sample.
struct HardMark {
    bool isHard = false;
    std::optional<double> coefficient;
    HardReasons reasons{};

    bool operator==(const HardMark&) const = default;
};

struct SampleEdit {
    EditKind kind = EditKind::AddShape;
    std::vector<AnnotationChange> changes;
    std::optional<HardMark> hardBefore; ///< both set or both absent
    std::optional<HardMark> hardAfter;
    /// Both set or both absent; absent: the state follows from the number of annotations if there are changes.
    std::optional<SampleState> stateBefore = std::nullopt;
    std::optional<SampleState> stateAfter = std::nullopt;

    bool operator==(const SampleEdit&) const = default;
    [[nodiscard]] bool isEmpty() const;
    /// The edit that takes it back.
    [[nodiscard]] SampleEdit inverted() const;
};

/// Compact binary form (CBOR) for the undo history. Of a mask that changed only the touched pixels are kept, so that a
/// brush stroke costs its own size and not the mask's. Reading tolerates fields it does not know.
[[nodiscard]] QByteArray toBytes(const SampleEdit& edit);
[[nodiscard]] std::optional<SampleEdit> editFromBytes(const QByteArray& bytes);
/// Fills in the masks of a step read from the history. `current` finds the annotation as it is now, which is after the
/// step if `isDone` (it can be undone), else before it.
void complete(SampleEdit& edit, bool isDone, const std::function<const Annotation*(AnnotationId)>& current);

} // namespace lw::domain
