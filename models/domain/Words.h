// SPDX-License-Identifier: GPL-3.0-or-later
//! Names for types, states and tasks, the same in the window and on the command line.
#pragma once

#include "models/domain/Dataset.h"
#include "models/domain/Sample.h"

#include <QString>

namespace lw::domain {

/// "Object detection".
[[nodiscard]] QString typeText(DatasetType type);
/// "Unlabelled", "Labelled", "To confirm".
[[nodiscard]] QString stateText(SampleState state);
/// "Import", "Publish", …
[[nodiscard]] QString taskKindText(TaskKind kind);
/// "Running", "Done", …
[[nodiscard]] QString taskStateText(TaskState state);

} // namespace lw::domain
