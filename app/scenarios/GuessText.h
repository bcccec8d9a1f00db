// SPDX-License-Identifier: GPL-3.0-or-later
//! Why a format was recognised, in words for people.
#pragma once

#include "engine/formats/FormatGuess.h"

namespace lw::scenarios {

/// One sentence, e.g. "“instances_train.json” has images, annotations and categories: COCO (JSON)."
[[nodiscard]] QString guessText(const formats::FormatGuess& guess);

} // namespace lw::scenarios
