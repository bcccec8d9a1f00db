// SPDX-License-Identifier: GPL-3.0-or-later
//! What the gallery of a dataset shows: filter and order, shared by the pages and kept across sessions.
#pragma once

#include "models/domain/SampleFilter.h"

namespace lw::studio {

class ProjectSession;

/// Lets the dataset's list show what passes `filter`, in its present order. The gallery page takes it over when opened.
void setSampleFilter(ProjectSession& project, domain::DatasetId dataset, const domain::SampleFilter& filter);

} // namespace lw::studio
