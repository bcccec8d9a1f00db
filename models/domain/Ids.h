// SPDX-License-Identifier: GPL-3.0-or-later
//! The typed ids of every row kind.
#pragma once

#include "models/core/Id.h"

namespace lw::domain {

using DatasetId = core::Id<struct DatasetTag>;
using SampleId = core::Id<struct SampleTag>;
using LabelId = core::Id<struct LabelTag>;
using VersionId = core::Id<struct VersionTag>;
using TaskId = core::Id<struct TaskTag>;
using TrashId = core::Id<struct TrashTag>;
/// Unique within its sample and never used again there.
using AnnotationId = core::Id<struct AnnotationTag>;

} // namespace lw::domain
