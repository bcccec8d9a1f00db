// SPDX-License-Identifier: GPL-3.0-or-later
//! Creating a dataset (DS-2).
#pragma once

#include "models/domain/Dataset.h"
#include "models/domain/Label.h"
#include "models/store/Store.h"

#include <vector>

namespace lw::scenarios {

struct CreateDatasetRequest {
    QString name;
    QString description;
    domain::DatasetType type = domain::DatasetType::ObjectDetection;
    QString inputLocation;  ///< made when absent; relative paths start at the working folder
    QString outputLocation; ///< made when absent
    std::vector<domain::Label>
        labels; ///< name, shortcut, attributes; a transparent colour means the next of the palette
    std::optional<domain::ShapeKind> defaultShape;
    bool allowsAllShapes = true;
};

/// What createDataset() checks before it changes anything.
/// Errors: InvalidArgument with a sentence (name, labels, locations), Unsupported (type), AlreadyExists (name).
core::Result<> checkNewDataset(store::Store& store, const CreateDatasetRequest& request);

/// Checks everything, makes the folders and enters the dataset with its labels. After an error nothing is changed and
/// no new folder stays.
/// Errors: InvalidArgument with a sentence (name, labels, locations), Unsupported (type), AlreadyExists (name),
/// ReadOnly, WriteFailed, DiskFull.
core::Result<domain::Dataset> createDataset(store::Store& store, const CreateDatasetRequest& request);

} // namespace lw::scenarios
