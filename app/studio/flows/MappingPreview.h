// SPDX-License-Identifier: GPL-3.0-or-later
//! Shows in the import dialog where a manifest's sources would be found.
#pragma once

#include "widgets/dialogs/ImportFacts.h"

namespace lw::studio {

/// Looks at the first rows of a manifest. `inputLocation` is the dataset's.
[[nodiscard]] dialogs::MappingPreviewer mappingPreviewer(const QString& inputLocation);

} // namespace lw::studio
