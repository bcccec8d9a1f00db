// SPDX-License-Identifier: GPL-3.0-or-later
//! Which samples a flow works on: a selection, a filter, or its text form.
#pragma once

#include "models/core/Result.h"
#include "models/domain/SampleFilter.h"
#include "models/store/Store.h"

#include <stop_token>

namespace lw::scenarios {

/// A selection wins over the filter; an empty filter means all.
struct SampleChoice {
    std::optional<QList<domain::SampleId>> selection;
    domain::SampleFilter filter;
};

/// Reads a filter expression (see domain::parseFilter) and resolves its label names.
/// Errors: InvalidArgument with a sentence (the term that is wrong, or a label that the dataset does not have).
core::Result<domain::SampleFilter> filterFromText(store::Store& store, domain::DatasetId dataset, const QString& text);

/// The ids of a choice, in import order for filters. Errors: Cancelled, those of the store.
core::Result<QList<domain::SampleId>> chosenSamples(store::Store& store, domain::DatasetId dataset,
                                                    const SampleChoice& choice, const std::stop_token& stop = {});

} // namespace lw::scenarios
