// SPDX-License-Identifier: GPL-3.0-or-later
//! Changing and deleting a dataset (DS-8).
#pragma once

#include "models/domain/Dataset.h"
#include "models/store/Store.h"

#include <optional>

namespace lw::scenarios {

/// What is set is changed.
struct EditDatasetRequest {
    std::optional<QString> name;
    std::optional<QString> description;
    std::optional<QString> inputLocation;  ///< must exist: samples within the old one are looked for in the new one
    std::optional<QString> outputLocation; ///< made when absent; published files stay in the old one
    std::optional<domain::ShapeKind> defaultShape;
    std::optional<bool> allowsAllShapes;
};

/// Errors: NotFound (dataset, input location), AlreadyExists (name), InvalidArgument with a sentence, ReadOnly.
core::Result<domain::Dataset> editDataset(store::Store& store, domain::DatasetId dataset,
                                          const EditDatasetRequest& request);

/// Takes the dataset off the list; source files and published files stay on disk. Errors: NotFound.
core::Result<> deleteDataset(store::Store& store, domain::DatasetId dataset);

} // namespace lw::scenarios
