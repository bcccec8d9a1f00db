// SPDX-License-Identifier: GPL-3.0-or-later
//! What an export loses, in words for people and as JSON for programs.
#pragma once

#include "engine/formats/FormatRegistry.h"
#include "engine/formats/LossReport.h"

#include <QJsonArray>

namespace lw::scenarios {

/// One sentence with its count, e.g. "12 objects: circles become polygons of 72 points."
[[nodiscard]] QString lossText(const formats::Loss& loss);
/// A kind of shape, many of it: "Circles".
[[nodiscard]] QString shapesText(domain::ShapeKind kind);
/// [{"kind", "from", "to", "count", "samples": up to 20 names}]
[[nodiscard]] QJsonArray toJson(const formats::LossReport& report);
/// The name of a format for people.
[[nodiscard]] QString formatText(const formats::Format& format);

} // namespace lw::scenarios
