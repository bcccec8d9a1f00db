// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. Masks in job files, requests and answers.
#pragma once

#include "engine/learn/data/PixelMap.h"
#include "engine/learn/train/SegmenterBatch.h"
#include "engine/learn/worker/Json.h"

#include <memory>
#include <string>
#include <vector>

namespace lw::learn {

/// {"x", "y", "width", "height", "runs": […]}: as models/domain/Mask.h has it.
Json maskJson(const PixelMap& mask);
/// [[[x, y], …], …]
Json ringsJson(const Rings& rings);

/// Reads the runs of an object ("mask", or in the object itself), or, without any, its "polygon": a ring [[x, y], …],
/// or several, or "rings": [[x, y, x, y, …], …].
Result<LabelledMask> readMask(const Json& object);

/// The pixels of an object, tight; InvalidArgument when it has none.
Result<std::shared_ptr<const PixelMap>> pixelsOf(const LabelledMask& object);

/// Reads an 8-bit picture whose pixels are numbers. `values` translates them: to a label, -1 the background, -2 nobody
/// knows; numbers beyond it are unknown. Without `values` 0 is the background, 255 unknown, anything else label + 1.
Result<std::shared_ptr<const PixelMap>> readLabelMap(const std::string& path, const std::vector<std::int64_t>& values,
                                                     std::size_t classes);

} // namespace lw::learn
