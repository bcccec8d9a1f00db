// SPDX-License-Identifier: GPL-3.0-or-later
//! The parts of a dataset as COCO and YOLO folders call them.
#pragma once

#include "models/domain/Sample.h"

#include <array>

namespace lw::formats {

/// By splitOf(); the first, for samples without a part, has no name of its own.
inline constexpr std::array kSplitNames = {"", "train", "val", "test"};

/// A number for arrays with one entry per part, 0 for samples without one.
[[nodiscard]] constexpr size_t splitOf(domain::SampleUsage usage)
{
    switch (usage) {
    case domain::SampleUsage::Train:
        return 1;
    case domain::SampleUsage::Eval:
        return 2;
    case domain::SampleUsage::Test:
        return 3;
    default:
        return 0;
    }
}

} // namespace lw::formats
