// SPDX-License-Identifier: GPL-3.0-or-later
//! Single shapes of LabelMe files.
#pragma once

#include "engine/formats/ImportedSample.h"
#include "engine/formats/ShapeCheck.h"

#include <simdjson.h>
#include <tl/expected.hpp>

namespace lw::formats {

/// One entry of "shapes"; several annotations for "points". Nothing is checked against the picture.
struct LabelMeShape {
    std::vector<NamedAnnotation> annotations;
    std::vector<ShapeIssue> notes; ///< fields that were left out
};
[[nodiscard]] tl::expected<LabelMeShape, ShapeIssue> readLabelMeShape(simdjson::dom::object object);

/// Joins polygons of one label and group into one polygon of several rings, where they do not overlap.
void joinGroups(std::vector<NamedAnnotation>& annotations);

/// Appends the entries of "shapes" for one annotation, each after a comma unless `out` ends with '['. Further rings get
/// entries of the same group, `freeGroup` where the annotation has none, which is counted up then.
void appendLabelMeShape(QByteArray& out, const NamedAnnotation& named, bool withHard, int& freeGroup);

/// The group that an annotation was read with, or -1.
[[nodiscard]] int groupOf(const domain::Annotation& annotation);

} // namespace lw::formats
