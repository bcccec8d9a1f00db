// SPDX-License-Identifier: GPL-3.0-or-later
//! What a list of samples says when it is empty.
#pragma once

#include "models/domain/SampleFilter.h"

#include <QString>

namespace lw::studio {

struct NothingText {
    QString title;
    QString text;
    QString button; ///< which shows all samples
};

/// Says why nothing is there and what leads on; `filter` is not empty.
[[nodiscard]] NothingText nothingText(const domain::SampleFilter& filter);

} // namespace lw::studio
