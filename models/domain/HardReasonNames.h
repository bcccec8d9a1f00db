// SPDX-License-Identifier: GPL-3.0-or-later
//! Names of hard reasons for the command line. Apart from HardReasons.h, which nearly everything includes.
#pragma once

#include "models/domain/HardReasons.h"

namespace lw::domain {

/// All that this program knows, in the order of their numbers.
[[nodiscard]] const HardReasons& knownReasons();
/// "low_confidence" and the like; a number for reasons that are not known.
[[nodiscard]] QString hardReasonName(HardReason reason);
/// Inverse; also takes a number.
[[nodiscard]] std::optional<HardReason> hardReasonFromName(QStringView name);

} // namespace lw::domain
