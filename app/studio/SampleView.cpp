// SPDX-License-Identifier: GPL-3.0-or-later
//! Changes the query of the shared list.
#include "app/studio/SampleView.h"

#include "app/studio/ProjectSession.h"

namespace lw::studio {

void setSampleFilter(ProjectSession& project, domain::DatasetId dataset, const domain::SampleFilter& filter)
{
    items::SampleSearch& search = project.samples(dataset).search;
    items::SampleQuery query = search.query();
    query.dataset = dataset;
    query.filter = filter;
    query.arrangement = {}; // all of them, not only those that another order holds
    search.setQuery(query);
}

} // namespace lw::studio
