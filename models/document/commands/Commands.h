// SPDX-License-Identifier: GPL-3.0-or-later
//! Everything one can do to a sample, one function each: one call is one gesture is one undo step.
//!
//! Views call these and nothing else. All take effect at once, in memory and on the way to the disk (see
//! SampleDocument). Ids that are not in the document are ignored. Shapes must be valid (Shape::isValid()); invalid
//! ones are not added and leave the document as it was. `author` is the signed-in member, or "human".
#pragma once

#include "models/document/SampleDocument.h"
#include "models/domain/WholeLabels.h"

#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace lw::document::commands {

using Ids = std::vector<domain::AnnotationId>;

/// Adds a shape on top; returns its id (invalid if the shape is not valid). `confidence` for shapes that were inferred.
domain::AnnotationId addShape(SampleDocument& document, domain::LabelId label, const domain::Shape& shape,
                              const QString& author, std::optional<double> confidence = {});
void removeShapes(SampleDocument& document, const Ids& ids);
void clearShapes(SampleDocument& document);

/// A new shape for one annotation, in image coordinates.
struct Reshape {
    domain::AnnotationId id;
    domain::Shape shape;
};
/// Moves, resizes or changes vertices; all in one step.
void reshape(SampleDocument& document, const std::vector<Reshape>& reshapes, const QString& author);

/// Reshapes some and removes others, in one step: joining parts, cutting holes. Nothing happens if a shape is invalid.
void merge(SampleDocument& document, const std::vector<Reshape>& reshapes, const Ids& removed, const QString& author);

void changeLabel(SampleDocument& document, const Ids& ids, domain::LabelId label, const QString& author);

/// Fields left empty stay as they are.
struct FlagChange {
    std::optional<bool> isDifficult;
    std::optional<bool> isTruncated;
    std::optional<bool> isOccluded;
    std::optional<bool> isHard;
    std::optional<QString> pose;
    std::optional<double> confidence; ///< 0 to 1; negative removes it
};
void changeFlags(SampleDocument& document, const Ids& ids, const FlagChange& change, const QString& author);
/// Sets one attribute; an empty value removes it.
void setAttribute(SampleDocument& document, const Ids& ids, const QString& name, const QString& value,
                  const QString& author);

enum class OrderMove { ToTop, Up, Down, ToBottom };
void changeOrder(SampleDocument& document, const Ids& ids, OrderMove move);

/// Adds copies of `annotations` (of any sample) on top, clamped into the picture; returns the new ids. `kind` is
/// Paste or RepeatPrevious.
Ids paste(SampleDocument& document, const std::vector<domain::Annotation>& annotations, domain::EditKind kind,
          const QString& author);

/// Gives or takes a label of the whole sample. What a person labels needs no confirmation any more. Returns false, and
/// does nothing, if the sample says so already.
bool setLabel(SampleDocument& document, domain::LabelId label, domain::LabelMode mode, const QString& author);

void markHard(SampleDocument& document, bool isHard);

/// A sample to confirm becomes labelled, or unlabelled when nothing is left on it; others stay as they are.
void confirm(SampleDocument& document);

} // namespace lw::document::commands
