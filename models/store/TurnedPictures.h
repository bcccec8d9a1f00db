// SPDX-License-Identifier: GPL-3.0-or-later
//! How many pictures of a dataset are stored turned, for the notes of an export.
#pragma once

#include "models/core/Result.h"
#include "models/domain/Ids.h"

namespace lw::store {

class Store;

/// Samples in sight whose EXIF orientation is not 1. Any thread. One walk over the dataset's rows: about 0.2 s per
/// million samples, so not for the window's thread.
[[nodiscard]] core::Result<qint64> turnedCount(Store& store, domain::DatasetId dataset);

} // namespace lw::store
