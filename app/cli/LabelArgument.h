// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads NAME[:#rrggbb].
#pragma once

#include "models/core/Result.h"
#include "models/domain/Label.h"

namespace lw::cli {

/// A label with the colour given, or a transparent one (the next of the palette).
/// Errors: InvalidArgument with a sentence when the part after the last colon is no colour.
core::Result<domain::Label> labelFromArgument(const QString& argument);
/// "#rrggbb" as an opaque colour. Errors: InvalidArgument with a sentence.
core::Result<domain::Rgb> colourFromArgument(const QString& argument);

} // namespace lw::cli
