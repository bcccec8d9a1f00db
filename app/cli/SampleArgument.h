// SPDX-License-Identifier: GPL-3.0-or-later
//! Finds the sample that an argument names.
#pragma once

#include "models/core/Result.h"
#include "models/domain/Ids.h"
#include "models/store/Store.h"

namespace lw::cli {

/// By file name, or by folder and file name as the dataset stores them. Errors: NotFound.
core::Result<domain::SampleId> sampleNamed(store::Store& store, domain::DatasetId dataset, const QString& name);

} // namespace lw::cli
