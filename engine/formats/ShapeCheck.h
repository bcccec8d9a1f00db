// SPDX-License-Identifier: GPL-3.0-or-later
//! Decides whether an imported shape may go in, the same for every format.
#pragma once

#include "engine/formats/VocXml.h"

#include <optional>
#include <string_view>

namespace lw::formats {

/// Something about one shape: its code says whether the shape is left out or only noted.
struct ShapeIssue {
    core::ProblemCode code = core::ProblemCode::FieldInvalid;
    QString detail;
};

/// What checkShape() found: at most one issue, the gravest.
struct ShapeVerdict {
    bool isAccepted = true;
    std::optional<ShapeIssue> issue;
};

/// Puts a shape from a file in order (swapped corners, repeated closing point) and checks it against the picture, when
/// its size is known.
[[nodiscard]] ShapeVerdict checkShape(domain::Shape& shape, PictureSize picture);

/// True if datasets of `type` can hold figures of `kind`.
[[nodiscard]] bool fitsType(domain::ShapeKind kind, domain::DatasetType type);

/// The kind for a file's word in any case: the reference's names, ours, and usual spellings of both.
[[nodiscard]] std::optional<domain::ShapeKind> shapeKindFromWord(std::string_view word);

} // namespace lw::formats
