// SPDX-License-Identifier: GPL-3.0-or-later
//! Words for values that lists, panels and dialogs show: hints, kinds, sizes, times.
#pragma once

#include "models/domain/Dataset.h"
#include "models/domain/Sample.h"
#include "models/domain/Words.h"

#include <QString>

namespace lw::items {

using domain::stateText;
using domain::taskKindText;
using domain::taskStateText;
using domain::typeText;

/// One sentence on what is done with such a dataset.
[[nodiscard]] QString typeHint(domain::DatasetType type);
/// "Box", "Polygon", …
[[nodiscard]] QString shapeText(domain::ShapeKind kind);
/// Icon name in resources/icons for a shape kind.
[[nodiscard]] QString shapeIcon(domain::ShapeKind kind);
/// Icon name in resources/icons for a task kind.
[[nodiscard]] QString taskKindIcon(domain::TaskKind kind);
/// Date and time in the words of the locale; empty for 0. `at` in ms since 1970 UTC.
[[nodiscard]] QString timeText(qint64 at);
/// "1.2 MB"; empty for 0.
[[nodiscard]] QString bytesText(qint64 bytes);
/// "640 × 480"; empty while unknown.
[[nodiscard]] QString pixelsText(int width, int height);
/// A share 0 to 1 as "80%".
[[nodiscard]] QString percentText(double share);
/// "12 s", "3 min 20 s", "1 h 5 min".
[[nodiscard]] QString durationText(qint64 milliseconds);

} // namespace lw::items
