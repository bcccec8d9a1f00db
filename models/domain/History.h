// SPDX-License-Identifier: GPL-3.0-or-later
//! Who or which model made and changed annotations (AN-10): what one event did, without the geometry.
#pragma once

#include "models/domain/Annotation.h"
#include "models/domain/SampleEdit.h"

#include <QFlags>
#include <QMap>

#include <vector>

namespace lw::domain {

/// Stored as its number: append only.
enum class HistoryCause {
    Gesture, ///< an edit on the canvas
    Undo,
    Redo,
    Batch,    ///< an action on many samples, or on a label
    Import,   ///< import, sync, or a task that writes labels
    Version,  ///< another version was set as current
    Deleted,  ///< the sample went into the trash
    Restored, ///< and came back
};

/// What an event did to one annotation.
struct AnnotationNote {
    /// Stored as bits: append only.
    enum Field {
        Added = 1,
        Removed = 2,
        Label = 4,
        Moved = 8,      ///< same size, other place
        Reshaped = 16,  ///< other size or outline
        Flags = 32,     ///< difficult, truncated, occluded, hard
        Attributes = 64, ///< with the pose
        Order = 128,
        Confidence = 256,
        Author = 512,
        Other = 1024, ///< something that has no bit of its own
    };
    Q_DECLARE_FLAGS(Fields, Field)

    AnnotationId id;
    Fields fields;
    LabelId labelBefore; ///< with Label and Removed
    LabelId labelAfter;  ///< with Label and Added
    int flagsBefore = 0; ///< with Flags: bit 0 difficult, 1 truncated, 2 occluded, 3 hard
    int flagsAfter = 0;
    QString authorBefore; ///< with Author and Removed
    QString authorAfter;  ///< with Author and Added
    /// With Attributes: changed values by name; a pose has the name "". Empty means that there was none.
    QMap<QString, std::pair<QString, QString>> attributes;

    bool operator==(const AnnotationNote&) const = default;
};

/// One event in the life of a sample.
struct SampleEvent {
    HistoryCause cause = HistoryCause::Gesture;
    std::optional<EditKind> kind; ///< of a gesture, also when it was undone or redone
    QString author;               ///< empty when unknown
    qint64 at = 0;                ///< ms since 1970 UTC
    std::vector<AnnotationNote> notes;

    bool operator==(const SampleEvent&) const = default;
};

/// What a change does; nothing in `fields` if it changes nothing.
[[nodiscard]] AnnotationNote noteOf(const AnnotationChange& change);
[[nodiscard]] std::vector<AnnotationNote> notesOf(const std::vector<AnnotationChange>& changes);
/// The differences between two states of a sample, matched by id.
[[nodiscard]] std::vector<AnnotationNote> notesBetween(const std::vector<Annotation>& before,
                                                       const std::vector<Annotation>& after);

} // namespace lw::domain

Q_DECLARE_OPERATORS_FOR_FLAGS(lw::domain::AnnotationNote::Fields)
