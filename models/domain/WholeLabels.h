// SPDX-License-Identifier: GPL-3.0-or-later
//! Labels of a whole sample (classification): what giving or taking one changes.
#pragma once

#include "models/domain/SampleEdit.h"

namespace lw::domain {

enum class LabelMode {
    Add,     ///< beside the labels that are there
    Replace, ///< instead of them
    Remove,
};

/// One label given to, or taken from, one sample.
struct Labelling {
    LabelId label;
    LabelMode mode = LabelMode::Add;
    QString author;
    qint64 at = 0; ///< ms since 1970 UTC

    bool operator==(const Labelling&) const = default;
};

/// True for types whose samples are labelled as a whole, and only so.
[[nodiscard]] bool labelsWholeSamples(DatasetType type);

/// True if the whole sample has the label.
[[nodiscard]] bool hasWholeLabel(const std::vector<Annotation>& annotations, LabelId label);

/// What to change in `annotations`, which may be nothing. A label that a model gave becomes the person's own. A new
/// annotation gets the id `nextId`. Annotations of parts of the sample are left alone.
[[nodiscard]] std::vector<AnnotationChange> labelChanges(const std::vector<Annotation>& annotations,
                                                         const Labelling& labelling, AnnotationId nextId);

/// `annotations` after `changes`, in stacking order.
void applyChanges(std::vector<Annotation>& annotations, const std::vector<AnnotationChange>& changes);

} // namespace lw::domain
