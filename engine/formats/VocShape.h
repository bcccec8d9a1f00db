// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads the geometry elements of a VOC object.
#pragma once

#include "engine/formats/ShapeCheck.h"

#include <pugixml.hpp>
#include <tl/expected.hpp>

namespace lw::formats {

/// The shape that an element such as <bndbox> or <polygon> states, unchecked; or FieldMissing, FieldInvalid,
/// ShapeTooFewPoints with the field concerned.
[[nodiscard]] tl::expected<domain::Shape, ShapeIssue> readVocShape(domain::ShapeKind kind, pugi::xml_node element);

/// Appends the element of a shape, each line indented by `indent` spaces; for a mask its outline as a polygon too.
void appendVocShape(QByteArray& out, const domain::Shape& shape, int indent);

} // namespace lw::formats
